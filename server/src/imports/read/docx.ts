import { say } from '../../text/say.ts';
import { type Block, type Cell, type Grid, Refused, type Source, tidy } from './source.ts';
import { unpack } from './unpack.ts';
import { childOf, childrenOf, type Element, elementsIn, readXml } from './xml.ts';

/** A document of Word: its headings, paragraphs, lists and tables. Changes that were not accepted count as accepted. */
export function docx(bytes: Uint8Array, name: string): Source {
  const parts = unpack(bytes, (part) => /^(?:word\/(?:document|styles|footnotes|endnotes)\.xml)$/.test(part));
  const body = parts.get('word/document.xml');
  if (body === undefined) throw new Refused(say`is no document of Word`);
  const styles = parts.get('word/styles.xml');
  const reader = new Reader(styles === undefined ? new Map() : levelsOf(readXml(decoded(styles))));
  reader.blocks(childOf(readXml(decoded(body)), 'body'));
  for (const [part, title] of [
    ['word/footnotes.xml', 'footnotes'],
    ['word/endnotes.xml', 'endnotes'],
  ] as const) {
    const notes = parts.get(part);
    if (notes !== undefined) for (const note of elementsIn(readXml(decoded(notes)))) if (note.attributes['type'] === undefined) reader.blocks(note, title);
  }
  return { name, format: 'DOCX', blocks: reader.found };
}

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** The styles that make a heading, with their levels; 0 is the title of the document. */
function levelsOf(styles: Element): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const style of childrenOf(styles, 'style')) {
    const named = (childOf(style, 'name')?.attributes['val'] ?? '').toLowerCase();
    const outline = childOf(style, 'pPr', 'outlineLvl')?.attributes['val'];
    const heading = /^(?:heading|overskrift|rubrik|otsikko|kop|überschrift|titre) ?([1-9])$/.exec(named);
    const id = style.attributes['styleId'] ?? '';
    if (/^(?:title|tittel|titel|otsikko|titre)$/.test(named)) levels.set(id, 0);
    else if (heading !== null) levels.set(id, Number(heading[1]));
    else if (outline !== undefined && Number(outline) < 9) levels.set(id, Number(outline) + 1);
  }
  return levels;
}

class Reader {
  readonly found: Block[] = [];
  readonly #levels: ReadonlyMap<string, number>;
  #chapter = 'text';
  #paragraphs = 0;
  #tables = 0;

  constructor(levels: ReadonlyMap<string, number>) {
    this.#levels = levels;
  }

  blocks(parent: Element | undefined, part?: string): void {
    for (const element of parent === undefined ? [] : elementsIn(parent)) {
      if (element.name === 'p') this.#paragraph(element, part);
      else if (element.name === 'tbl') this.found.push(this.#table(element));
      // Contents are made of the headings, which stand below.
      else if (element.name === 'sdt' && childOf(element, 'sdtPr', 'docPartObj', 'docPartGallery')?.attributes['val'] === 'Table of Contents') continue;
      else if (element.name === 'sdt') this.blocks(childOf(element, 'sdtContent'), part);
      else if (element.name === 'ins' || element.name === 'customXml' || element.name === 'smartTag') this.blocks(element, part);
    }
  }

  #paragraph(element: Element, part: string | undefined): void {
    const text = tidy(wordsOf(element));
    if (text === '') return;
    const properties = childOf(element, 'pPr');
    const style = childOf(properties, 'pStyle')?.attributes['val'] ?? '';
    if (/^toc ?\d/i.test(style)) return;
    const outline = childOf(properties, 'outlineLvl')?.attributes['val'];
    const level = this.#levels.get(style) ?? (outline === undefined || Number(outline) > 8 ? undefined : Number(outline) + 1);
    const at = { part: part ?? this.#chapter, row: ++this.#paragraphs };
    if (level !== undefined && text.length < 300) {
      this.found.push({ kind: 'heading', level, text, at });
      this.#chapter = text;
      return;
    }
    const list = childOf(properties, 'numPr');
    const deep = Number(childOf(list, 'ilvl')?.attributes['val'] ?? 0);
    const bullet = /^[•·▪◦‣–-]\s+(?=\S)/.exec(text);
    const isItem = list !== undefined || bullet !== null || /^list(?:bullet|number|paragraph)?/i.test(style);
    this.found.push({ kind: 'paragraph', text: bullet === null ? text : text.slice(bullet[0].length), at, ...(isItem && { item: deep }) });
  }

  #table(element: Element): Grid {
    const name = `table ${++this.#tables}`;
    const rows: (Cell | undefined)[][] = [];
    for (const [r, line] of rowsIn(element).entries()) {
      const row: (Cell | undefined)[] = [];
      const skipped = Number(childOf(line, 'trPr', 'gridBefore')?.attributes['val'] ?? 0);
      for (let i = 0; i < Math.min(skipped, 60); i++) row.push(undefined);
      for (const cell of cellsIn(line)) {
        const properties = childOf(cell, 'tcPr');
        const span = Math.min(60, Math.max(1, Number(childOf(properties, 'gridSpan')?.attributes['val'] ?? 1)));
        const merge = childOf(properties, 'vMerge');
        const goesOn = merge !== undefined && merge.attributes['val'] !== 'restart';
        const text = tidy(textsIn(cell).join('\n'));
        const own: Cell | undefined = text === '' ? undefined : { text, at: { part: name, row: r + 1, column: row.length + 1 } };
        const shown = goesOn ? (own ?? rows.at(-1)?.[row.length]) : own;
        for (let i = 0; i < span; i++) row.push(shown);
      }
      rows.push(row);
    }
    return { kind: 'grid', name: `${this.#chapter === 'text' ? '' : this.#chapter}`, rows };
  }
}

/** Rows and cells, also where a content control is put around them. */
const within = (parent: Element, name: string): readonly Element[] =>
  elementsIn(parent).flatMap((child) =>
    child.name === name ? [child] : child.name === 'sdt' || child.name === 'ins' ? within(childOf(child, 'sdtContent') ?? child, name) : [],
  );
const rowsIn = (table: Element): readonly Element[] => within(table, 'tr');
const cellsIn = (row: Element): readonly Element[] => within(row, 'tc');

/** The paragraphs of a cell; those of a table inside it among them. */
const textsIn = (cell: Element): readonly string[] =>
  elementsIn(cell).flatMap((child) => (child.name === 'p' ? [wordsOf(child)] : /^(?:tbl|tr|tc|sdt|sdtContent|ins)$/.test(child.name) ? textsIn(child) : []));

/** The words of a paragraph: what was taken out, and the instructions of fields, are none. */
function wordsOf(element: Element): string {
  return element.children
    .map((child) => {
      if (typeof child === 'string') return '';
      if (child.name === 't') return child.children.filter((one) => typeof one === 'string').join('');
      if (child.name === 'tab') return element.name === 'r' ? '\t' : '';
      if (child.name === 'br' || child.name === 'cr') return '\n';
      if (child.name === 'noBreakHyphen') return '-';
      return /^(?:r|hyperlink|ins|smartTag|sdt|sdtContent|fldSimple|customXml|p|txbxContent)$/.test(child.name) ? wordsOf(child) : '';
    })
    .join('');
}
