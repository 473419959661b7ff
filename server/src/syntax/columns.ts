import { parseNumber } from '../language/amounts.ts';
import type { Token } from '../language/token.ts';
import type { Statement } from './tree.ts';

/** Statements that stand under each other like the lines of a table. */
const IN_COLUMNS: ReadonlySet<string> = new Set(['value', 'milestone']);
/** Words with which another column begins. */
const LEADS: ReadonlySet<string> = new Set(['on', 'at', 'by', 'until', 'within', 'after', 'before', 'of']);

/** One field of such a line. Fields with the same key stand under each other. */
export interface Cell {
  readonly key: string;
  readonly text: string;
  /** The length of the number that the field begins with: numbers stand flush right. */
  readonly number?: number;
}

export const inColumns = (statement: Statement): boolean => IN_COLUMNS.has(statement.word) && statement.values.every((token) => !token.image.includes('\n'));

const isNumber = (token: Token): boolean => token.kind === 'word' && (parseNumber(token.image) !== undefined || /^(?:tbd|\?\?|X+%)$/.test(token.image));

/** The line of a statement as fields: its words, its number, and what each of `on`, `at`, `by` … leads in. */
export function cellsOf(statement: Statement): Cell[] {
  const cells: { key: string; text: string; number?: number }[] = [{ key: 'head', text: statement.word }];
  for (const token of statement.values) {
    const cell = cells[cells.length - 1] as { text: string };
    if (cells.length === 1 && isNumber(token)) cells.push({ key: 'number', text: token.image, number: token.image.length });
    else if (cells.length > 1 && LEADS.has(token.image)) cells.push({ key: token.image, text: token.image });
    else cell.text += token.kind === 'comma' ? ',' : ` ${token.image}`;
  }
  return cells;
}

/** The lines with their fields under each other, as far as they are alike. */
export function aligned(rows: readonly (readonly Cell[])[]): readonly string[] {
  const lines = rows.map((row) => row[0]?.text ?? '');
  let alike = true;
  for (let column = 1; rows.some((row) => row.length > column); column++) {
    const there = rows.flatMap((row, i) => (row[column] === undefined ? [] : [i]));
    const cell = (i: number) => (rows[i] as readonly Cell[])[column] as Cell;
    alike &&= there.every((i) => cell(i).key === cell(there[0] as number).key);
    const width = alike ? Math.max(...there.map((i) => (lines[i] as string).length)) : 0;
    const number = alike ? Math.max(...there.map((i) => cell(i).number ?? 0)) : 0;
    for (const i of there) lines[i] = `${(lines[i] as string).padEnd(width)} ${' '.repeat(Math.max(0, number - (cell(i).number ?? number)))}${cell(i).text}`;
  }
  return lines;
}
