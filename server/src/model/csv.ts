import { parseNumber, type Quantity } from '../language/amounts.ts';
import { type DateSpan, parseDate } from '../language/dates.ts';
import { say } from '../text/say.ts';
import type { Span } from '../text/span.ts';

/** One observed value of a data file, with its row as a spreadsheet counts it (the header is row 1). */
export interface DataRow {
  readonly row: number;
  readonly indicator: string;
  readonly on: DateSpan;
  readonly value: Quantity;
  /** The part of the whole that it is about: `women`. */
  readonly group?: string;
  readonly note?: string;
}

/** A cell that cannot be used. `column` is as the header writes it; it is left out where the whole file is meant. */
export interface DataProblem {
  readonly row: number;
  readonly column?: string;
  readonly message: string;
}

export interface DataFile {
  readonly rows: readonly DataRow[];
  readonly problems: readonly DataProblem[];
}

/** More than this is no table of indicators; the file is refused as a whole. */
export const MOST_CHARACTERS = 5_000_000;
const NEEDED = ['indicator', 'date', 'value'] as const;

/**
 * Reads observed values: columns `indicator,date,value` and optional `group`, `note`, in any order; others are passed over. Spreadsheets
 * set to a decimal comma write `;` between cells, so that is read too. A bad cell costs its row only.
 */
export function parseData(text: string): DataFile {
  if (text.length > MOST_CHARACTERS) return { rows: [], problems: [{ row: 1, message: say`is larger than ${MOST_CHARACTERS / 1e6} million characters` }] };
  const body = text.replace(/^\uFEFF/, '');
  const separator = separatorOf(/^[^\r\n]*/.exec(body)?.[0] ?? '');
  const { records, open } = recordsOf(body, separator);
  const header = (records[0]?.cells ?? []).map((name) => name.trim().toLowerCase());
  const missing = NEEDED.filter((name) => !header.includes(name));
  if (missing.length > 0) return { rows: [], problems: missing.map((name) => ({ row: 1, column: name, message: say`is missing` })) };
  const problems: DataProblem[] = [];
  const rows: DataRow[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells } of records.slice(1)) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    const cell = (name: string) => (header.includes(name) ? (cells[header.indexOf(name)] ?? '').trim() : '');
    // An empty value is one that is not known: the table keeps its row, and the plan has no observation.
    if (cell('value') === '' && cell('indicator') !== '') continue;
    const on = parseDate(cell('date'));
    const value = numberOf(cell('value'), separator);
    if (cell('indicator') === '') problems.push({ row, column: 'indicator', message: say`is empty` });
    if (on === undefined)
      problems.push({
        row,
        column: 'date',
        message: say`${shown(cell('date'))} is no date such as 2025, 2025-06 or 2025-12-31`,
      });
    if (value === undefined) problems.push({ row, column: 'value', message: say`${shown(cell('value'))} is no number` });
    if (on === undefined || value === undefined || cell('indicator') === '') continue;
    const key = JSON.stringify([cell('indicator'), on.text, cell('group')]);
    const first = seen.get(key);
    if (first !== undefined) {
      problems.push({
        row,
        column: 'date',
        message: header.includes('group')
          ? say`is the same as in row ${first}, for the same indicator and group`
          : say`is the same as in row ${first}, for the same indicator`,
      });
      continue;
    }
    seen.set(key, row);
    rows.push({
      row,
      indicator: cell('indicator'),
      on,
      value,
      ...(cell('group') && { group: cell('group') }),
      ...(cell('note') && { note: cell('note') }),
    });
  }
  if (open !== undefined) problems.push({ row: open, message: say`has a quotation mark that is never closed` });
  return { rows, problems };
}

/** A cell with the place of what it says in the text. */
export interface Cell {
  readonly value: string;
  readonly span: Span;
}

/** A table as it is written: the names of its columns, and its rows, numbered as a spreadsheet does; the header is row 1. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly row: number; readonly cells: readonly Cell[] }[];
}

export function tableOf(text: string): Table {
  const mark = text.startsWith('\uFEFF') ? 1 : 0;
  const body = text.slice(mark);
  const { records } = recordsOf(body, separatorOf(/^[^\r\n]*/.exec(body)?.[0] ?? ''));
  const rows = records.map(({ row, cells, spans }) => ({
    row,
    cells: cells.map((cell, i): Cell => {
      const [value, whole] = [cell.trim(), spans[i] as Span];
      const start = mark + whole.start + Math.max(0, body.slice(whole.start, whole.end).indexOf(value));
      // What is written with doubled quotation marks is not found, and stands for its whole cell.
      return {
        value,
        span: body.slice(whole.start, whole.end).includes(value) ? { start, end: start + value.length } : { start: mark + whole.start, end: mark + whole.end },
      };
    }),
  }));
  return { columns: rows[0]?.cells.map(({ value }) => value.toLowerCase()) ?? [], rows };
}

/** What a cell says, short enough for a message. */
const shown = (cell: string): string => `"${cell.length > 30 ? `${cell.slice(0, 29)}…` : cell}"`;

const separatorOf = (header: string): string => [';', '\t'].find((mark) => header.includes(mark)) ?? ',';

/** `74`, `74%`, `74.5`; with `;` or tabs between the cells also `74,5`. */
function numberOf(cell: string, separator: string): Quantity | undefined {
  const plain = cell.endsWith('%') ? `${cell.slice(0, -1).trimEnd()}%` : cell;
  return parseNumber(separator !== ',' && /^-?\d+,\d+%?$/.test(plain) ? plain.replace(',', '.') : plain);
}

/** Cells as RFC 4180 has them: quoted ones may hold separators, line ends and doubled quotation marks. */
export function recordsOf(text: string, separator: string): { records: { row: number; cells: string[]; spans: Span[] }[]; open?: number } {
  const records: { row: number; cells: string[]; spans: Span[] }[] = [];
  let cells: string[] = [];
  let spans: Span[] = [];
  const end = () => {
    records.push({ row: records.length + 1, cells, spans });
    cells = [];
    spans = [];
  };
  for (let at = 0; at < text.length; ) {
    let cell: string;
    const begun = at;
    if (text[at] === '"') {
      let close = text.indexOf('"', at + 1);
      while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
      if (close < 0) return { records, open: records.length + 1 };
      cell = text.slice(at + 1, close).replaceAll('""', '"');
      at = close + 1;
    } else cell = '';
    const start = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
    cells.push(cell + text.slice(start, at));
    spans.push({ start: begun, end: at });
    if (text[at] === separator) {
      at++;
      if (at === text.length) {
        cells.push('');
        spans.push({ start: at, end: at });
      }
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at++;
    at++;
    end();
    if (at >= text.length) return { records };
  }
  if (cells.length > 0) end();
  return { records };
}
