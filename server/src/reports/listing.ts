import Table from 'cli-table3';
import { counted } from '../language/nouns.ts';
import type { Row } from '../query/query.ts';
import { say } from '../text/say.ts';
import { csvField, csvText, terminal } from './escape.ts';

/** A list of declarations: what was asked for, and which columns are wanted. */
export interface Listing {
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
  readonly shown: (uri: string) => string;
}

/** For people at a terminal: as wide as it is, long texts in several lines. */
export function listingTable({ rows, columns, shown }: Listing, width: number): string {
  if (rows.length === 0) return say`Nothing answers this.\n`;
  const cells = rows.map((row) => [...row.cells.map((cell) => terminal(cell.join('; '))), terminal(`${shown(row.uri)}:${row.line + 1}`)]);
  const head = [...columns, 'where'];
  const table = new Table({ head, style: { head: [], border: [] }, wordWrap: true, colWidths: widths([head, ...cells], width) });
  table.push(...cells);
  return `${table.toString()}\n${counted(rows.length, 'row')}\n`;
}

/** The widths that columns need, each with a space on either side; where that is too much, the widest gives way first. */
function widths(rows: readonly (readonly string[])[], most: number): number[] {
  const wanted = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)) + 2);
  const room = Math.max(most - wanted.length - 1, wanted.length * NARROWEST);
  for (let over = wanted.reduce((sum, n) => sum + n, 0) - room; over > 0; over--) {
    const widest = wanted.indexOf(Math.max(...wanted));
    wanted[widest] = (wanted[widest] as number) - 1;
  }
  return wanted;
}
const NARROWEST = 8;

/** For spreadsheets. */
export function listingCsv({ rows, columns, shown }: Listing): string {
  const lines = rows.map((row) => [...row.cells.map((cell) => cell.join('; ')), shown(row.uri), String(row.line + 1)]);
  return [[...columns, 'file', 'line'], ...lines].map((line) => `${line.map((cell) => csvField(csvText(cell))).join(',')}\r\n`).join('');
}

/** For other tools: every value of a statement by itself; lines from 1, as people count them. */
export function listingJson({ rows, columns, shown }: Listing): string {
  const list = rows.map(({ kind, plan, id, title, uri, line, cells }) => ({
    kind,
    plan,
    id,
    title,
    file: shown(uri),
    line: line + 1,
    values: Object.fromEntries(columns.map((column, i) => [column, cells[i]])),
  }));
  return `${JSON.stringify({ version: 1, rows: list }, null, 2)}\n`;
}
