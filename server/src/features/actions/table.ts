import { recordsOf } from '../../model/csv.ts';

/** What the column of a pasted table says. `about` takes whatever has no place of its own. */
export type Column = 'title' | 'number' | 'lead' | 'partners' | 'when' | 'indicator' | 'budget' | 'status' | 'about';

/** One line of a pasted list or table. */
export interface Pasted {
  readonly title: string;
  readonly cells: readonly { readonly column: Column; readonly header: string; readonly text: string }[];
  readonly steps: readonly { readonly text: string; readonly done: boolean | undefined }[];
  readonly done?: boolean | undefined;
}

/** What was read, and the lines around it that are no rows: a heading above a list. */
export interface PastedText {
  readonly headings: readonly string[];
  readonly rows: readonly Pasted[];
}

const COLUMNS: readonly (readonly [Column, RegExp])[] = [
  ['title', /^(?:measures?|actions?|action points?|activit(?:y|ies)|interventions?|tasks?|initiatives?|what)$/],
  ['number', /^(?:no|nr|nos|number|#)$/],
  ['lead', /^(?:leads?|lead .*|led by|responsible|responsib.*|accountable|owner|who|department)$/],
  ['partners', /^(?:partners?|with|co-?operat.*|participants?|involved|support.*)$/],
  ['when', /^(?:by when|when|deadline|due|due date|by|timeline|time ?frame|timing|date|end date|period)$/],
  ['indicator', /^(?:indicators?|kpis?|measured by|result indicators?|success indicators?)$/],
  ['budget', /^(?:budget|costs?|funding|money|amount)$/],
  ['status', /^(?:status|state|progress)$/],
  ['about', /^(?:description|comments?|notes?|remarks?|about|details|content)$/],
];

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

function table(rows: readonly (readonly string[])[]): PastedText | undefined {
  const [first, ...rest] = rows;
  if (first === undefined) return undefined;
  const known = first.map(columnOf);
  const headed = rest.length > 0 && known.filter((column) => column !== undefined).length >= Math.min(2, first.length);
  const columns = headed ? withTitle(known) : first.map((_, i): Column | undefined => (i === 0 ? 'title' : undefined));
  const found = (headed ? rest : rows).map((cells): Pasted => {
    const at = columns.indexOf('title');
    const others = cells.flatMap((text, i) =>
      text === '' || (i === at && cells[at] !== '') ? [] : [{ column: columns[i] ?? ('about' as const), header: headed ? (first[i] ?? '') : '', text }],
    );
    const title = cells[at] ?? '';
    // A row without a title is called by the first thing that it says.
    return title === '' ? { title: others[0]?.text ?? '', cells: others.slice(1), steps: [] } : { title, cells: others, steps: [] };
  });
  return { headings: [], rows: found };
}

function columnOf(header: string): Column | undefined {
  const plain = header
    .toLowerCase()
    .replace(/[.:*]+$/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return COLUMNS.find(([, pattern]) => pattern.test(plain))?.[0];
}

/** Each meaning has one column; the title is the first that nothing else is known of. */
function withTitle(known: readonly (Column | undefined)[]): readonly (Column | undefined)[] {
  const once = known.map((column, i) => (column === 'about' || known.indexOf(column) === i ? column : undefined));
  if (once.includes('title')) return once;
  const at = Math.max(0, once.indexOf(undefined));
  return once.map((column, i) => (i === at ? 'title' : column));
}

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
