import { type Cell, type Grid, tidy } from '../../imports/read/source.ts';
import { type Layout, type Mapped, recognise } from '../../imports/recognise.ts';
import { recordsOf } from '../../model/csv.ts';

/** One line of a pasted list or table. */
export interface Pasted {
  readonly title: string;
  readonly cells: readonly { readonly column: Mapped | undefined; readonly text: string }[];
  readonly steps: readonly { readonly text: string; readonly done: boolean | undefined }[];
  readonly done?: boolean | undefined;
}

/** What was read, and the lines around it that are no rows: a heading above a list. */
export interface PastedText {
  readonly headings: readonly string[];
  readonly rows: readonly Pasted[];
  /** How the columns of a table were read. */
  readonly layout?: Layout;
}

/** Reads a bullet list or a table as Word, Excel and Markdown write them; `undefined` when the text is neither. */
export function pastedText(text: string): PastedText | undefined {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  if (lines.length === 0) return undefined;
  if (lines.every((line) => /^\s*\|.*\|\s*$/.test(line))) return table(lines.filter((line) => !/^[\s|:-]+$/.test(line)).map(piped));
  if (lines.filter((line) => line.includes('\t')).length >= 2 && lines.filter((line) => BULLET.test(line)).length < 2) return table(tabbed(text));
  return bullets(lines);
}

const piped = (line: string): string[] =>
  line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.replaceAll('\\|', '|').trim());

/** Excel puts cells of several lines in quotes; a quote that is never closed is only a quote. */
function tabbed(text: string): string[][] {
  const { records, open } = recordsOf(text, '\t');
  const rows = open === undefined ? records.map(({ cells }) => cells) : text.split(/\r\n|\n|\r/).map((line) => line.split('\t'));
  return rows.map((cells) => cells.map((cell) => cell.trim())).filter((cells) => cells.some((cell) => cell !== ''));
}

/** The columns are read as those of an imported table; where none is known, the first says what is done. */
function table(rows: readonly (readonly string[])[]): PastedText | undefined {
  if (rows.length === 0) return undefined;
  const layout = recognise(gridOf(rows));
  const { columns, header } = layout;
  const known = columns.findIndex(({ column }) => column === 'title');
  const title = known >= 0 ? known : Math.max(0, columns.length > 1 && header.length > 0 ? columns.findIndex(({ column }) => column === undefined) : 0);
  const first = header.length === 0 ? 0 : (header.at(-1) as number) + 1;
  const found = rows.slice(first).map((cells): Pasted => {
    const others = cells.flatMap((text, i) => (text === '' || i === title ? [] : [{ column: header.length === 0 ? undefined : columns[i], text }]));
    // A row without a title is called by the first thing that it says.
    return (cells[title] ?? '') === ''
      ? { title: others[0]?.text ?? '', cells: others.slice(1), steps: [] }
      : { title: cells[title] as string, cells: others, steps: [] };
  });
  return { headings: rows.slice(0, header[0] ?? 0).map((cells) => cells.filter((text) => text !== '').join(': ')), rows: found, layout };
}

const gridOf = (rows: readonly (readonly string[])[]): Grid => ({
  kind: 'grid',
  name: '',
  rows: rows.map((cells, r) =>
    cells.map((text, c): Cell | undefined => (text === '' ? undefined : { text: tidy(text), at: { part: '', row: r + 1, column: c + 1 } })),
  ),
});

const BULLET = /^(\s*)(?:[-*+•·–▪◦‣]|o(?=\t)|\(?\d+[.)])\s+(?:\[([ xX])\]\s+)?(.*\S)\s*$/;

function bullets(lines: readonly string[]): PastedText | undefined {
  const found = lines.map((line) => BULLET.exec(line));
  if (!found.some((match) => match !== null)) return undefined;
  const least = Math.min(...found.flatMap((match) => (match === null ? [] : [width(match[1] as string)])));
  const headings: string[] = [];
  const rows: { title: string; done: boolean | undefined; steps: { text: string; done: boolean | undefined }[] }[] = [];
  for (const [i, match] of found.entries()) {
    const row = rows.at(-1);
    const step = row?.steps.at(-1);
    const line = (lines[i] as string).trim();
    if (match === null) {
      // A line without a bullet goes on with the one above.
      if (step !== undefined) step.text += ` ${line}`;
      else if (row !== undefined) row.title += ` ${line}`;
      else headings.push(line);
      continue;
    }
    const done = match[2] === undefined ? undefined : match[2] !== ' ';
    const text = (match[3] as string).replace(/(\*\*|__)(.+?)\1/g, '$2');
    if (width(match[1] as string) > least && row !== undefined) row.steps.push({ text, done });
    else rows.push({ title: text, done, steps: [] });
  }
  return { headings, rows: rows.map((row) => ({ ...row, cells: [] })) };
}

const width = (indent: string): number => indent.replaceAll('\t', '    ').length;
