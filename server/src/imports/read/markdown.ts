import { gridOf } from './csv.ts';
import { textIn } from './decode.ts';
import { type Block, isLegible, type Source, tidy } from './source.ts';

const ITEM = /^(\s*)(?:[-*+•]|\d+[.)])\s+(?:\[[ xX]\]\s+)?(\S.*)$/;

/** A text in Markdown: headings, paragraphs, lists and tables. */
export function markdown(bytes: Uint8Array, name: string): Source {
  const lines = textIn(bytes).split(/\r\n|\n|\r/);
  const blocks: Block[] = [];
  let chapter = 'text';
  let tables = 0;
  for (let i = 0; i < lines.length; i++) {
    const line = (lines[i] as string).trimEnd();
    const at = { part: chapter, row: i + 1 };
    if (/^\s*\|.*\|$/.test(line) || (line.includes('|') && isRule(lines[i + 1] ?? ''))) {
      const rows: { row: number; cells: string[] }[] = [];
      for (; i < lines.length && (lines[i] as string).includes('|') && (lines[i] as string).trim() !== ''; i++)
        if (!/^[\s|:-]+$/.test(lines[i] as string)) rows.push({ row: i + 1, cells: cellsOf(lines[i] as string) });
      i--;
      const grid = gridOf(`table ${++tables}`, rows);
      blocks.push({ ...grid, name: chapter === 'text' ? '' : chapter });
      continue;
    }
    const heading = line.length > 300 ? null : /^(#{1,6})\s+(.*?)\s*#*$/.exec(line);
    if (heading !== null) {
      const text = plainOf(heading[2] as string);
      if (text === '') continue;
      blocks.push({ kind: 'heading', level: (heading[1] as string).length, text, at });
      chapter = text;
      continue;
    }
    if (line.trim() === '' || /^\s*(?:[-*_]\s*){3,}$/.test(line)) continue;
    const item = ITEM.exec(line);
    let text = item === null ? line : (item[2] as string);
    for (; i + 1 < lines.length && goesOn(lines[i + 1] as string); i++) text += ` ${(lines[i + 1] as string).trim()}`;
    blocks.push({
      kind: 'paragraph',
      text: plainOf(text),
      at,
      ...(item !== null && { item: Math.floor((item[1] as string).replaceAll('\t', '  ').length / 2) }),
    });
  }
  return { name, format: 'Markdown', blocks: blocks.filter((block) => block.kind === 'grid' || block.text !== '') };
}

/** The line between the headings of a table and its rows. */
const isRule = (line: string): boolean => line.includes('-') && /^[\s:|-]+$/.test(line);

/** A paragraph goes on until an empty line or something else begins. */
const goesOn = (line: string): boolean => line.trim() !== '' && !/^\s*(?:#{1,6}\s|[-*+•]\s|\d+[.)]\s|\|)/.test(line) && !/^\s*(?:[-*_]\s*){3,}$/.test(line);

const cellsOf = (line: string): string[] =>
  line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plainOf(cell).replace(/<br ?\/?>/gi, '\n'));

/** Without the marks of bold, code and links; escaped characters stand for themselves. */
const plainOf = (text: string): string => tidy(isLegible(text) ? unmarked(text) : text);

const unmarked = (text: string): string =>
  text
    .replace(/(\*\*|__|`)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}\\])([*_])(?=\S)(.+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g, (_, label: string, target: string) => (label === target || target === '' ? label : `${label} (${target})`))
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
