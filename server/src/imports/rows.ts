import { say } from '../text/say.ts';
import type { Column } from '../words/headings.ts';
import { folded } from '../words/languages.ts';
import { TOTALS } from '../words/names.ts';
import { levelOf } from './content.ts';
import type { Ledger } from './ledger.ts';
import type { Cell } from './read/source.ts';
import type { Layout } from './recognise.ts';

/** A line of a table that says something: what stands in which column, each cell once. */
export interface Row {
  readonly cells: readonly { readonly cell: Cell; readonly c: number }[];
  /** It goes on with what the row above began. */
  readonly goesOn: boolean;
}

/** A row that stands over those below it. */
export interface Section {
  readonly section: Cell;
  readonly guessed: boolean;
}
export interface Footnote {
  readonly footnote: Cell;
}

/** The rows of a table in the order of its lines; headings, their repetitions and totals are no rows, and the ledger is told so. */
export function rowsOf(layout: Layout, ledger: Ledger): readonly (Row | Section | Footnote)[] {
  const { grid, header, columns } = layout;
  const first = header.length === 0 ? 0 : (header.at(-1) as number) + 1;
  for (const r of header)
    for (const cell of distinct(grid.rows[r] ?? [])) {
      const column = columns.find((one) => one.cells.includes(cell.cell));
      ledger.leave(
        cell.cell,
        column?.part === true
          ? say`A heading that names somebody.`
          : column?.column === undefined
            ? say`A heading that is not known; what stands below it is kept as remarks.`
            : say`A heading that only says what stands below it.`,
      );
    }
  const heads = new Set(header.map((r) => signature(grid.rows[r] ?? [])));
  const at = keyColumns(layout);
  const body = grid.rows.slice(first).map(distinct);
  const lone = body.filter((cells) => cells.length === 1).length;
  const found: (Row | Section | Footnote)[] = [];
  let before = false;
  for (const [i, row] of grid.rows.slice(first).entries()) {
    const cells = body[i] as Row['cells'];
    const [head] = cells;
    if (head === undefined) continue;
    if (heads.has(signature(row))) leaveAll(cells, ledger, say`The headings again.`);
    else if (isTotal(cells)) leaveAll(cells, ledger, say`A row of totals, which follow from the rows above.`);
    else if (cells.length === 1 && columns.length >= 3 && isFootnote(head.cell, i, body)) found.push({ footnote: head.cell });
    else if (cells.length === 1 && columns.length >= 3 && isSection(head, row, at, lone, body, i, layout)) {
      found.push({ section: head.cell, guessed: row.filter((cell) => cell === head.cell).length < 2 && levelOf(head.cell.text) === undefined });
      before = false;
    } else {
      const keyed = cells.some(({ c }) => at.includes(c));
      found.push({ cells, goesOn: before && !keyed });
      before = true;
    }
  }
  return found;
}

/** The cells of a row, each once, where it first stands. */
function distinct(row: readonly (Cell | undefined)[]): Row['cells'] {
  const seen = new Set<Cell>();
  return row.flatMap((cell, c) => {
    if (cell === undefined || seen.has(cell)) return [];
    seen.add(cell);
    return [{ cell, c }];
  });
}

const signature = (row: readonly (Cell | undefined)[]): string => row.map((cell) => folded(cell?.text ?? '')).join('\u0000');

const leaveAll = (cells: Row['cells'], ledger: Ledger, reason: string): void => {
  for (const { cell } of cells) ledger.leave(cell, reason);
};

/** The columns that begin something new: the title, else the indicator, else the goal. */
export function keyColumns({ columns }: Layout): readonly number[] {
  for (const column of ['title', 'indicator', 'goal'] as readonly Column[]) {
    const found = columns.flatMap((one, c) => (one.column === column ? [c] : []));
    if (found.length > 0) return column === 'goal' ? found.slice(-1) : found;
  }
  return [];
}

/** Only figures stand behind a word such as total. */
const isTotal = (cells: Row['cells']): boolean =>
  TOTALS.test((cells[0] as { cell: Cell }).cell.text.trim()) &&
  (cells[0] as { cell: Cell }).cell.text.length < 60 &&
  cells.slice(1).every(({ cell }) => /\d/.test(cell.text));

const NOTE = /^(?:\*+|\d\)|note|notes?:|merknad|kilde|source|quelle|källa|lähde|bron|anm|hinweis|nb[:.]|obs[:.]|updated|oppdatert|stand:)/i;

/** A remark below the last row. */
const isFootnote = (cell: Cell, i: number, body: readonly Row['cells'][]): boolean =>
  body.slice(i + 1).every((cells) => cells.length <= 1) && i > 0 && (NOTE.test(cell.text.trim()) || cell.text.length > 100);

/** A line that stands alone: merged over the columns, or a title where every other row says more and more rows follow. */
function isSection(
  head: Row['cells'][number],
  row: readonly (Cell | undefined)[],
  at: readonly number[],
  lone: number,
  body: readonly Row['cells'][],
  i: number,
  layout: Layout,
): boolean {
  if (head.cell.text.length > 200) return false;
  // In a logframe a line that stands alone is an activity, an output or a goal itself.
  if (at.includes(head.c) && (layout.subject === 'logframe' || levelOf(head.cell.text)?.level === 'activity')) return false;
  const below = body.slice(i + 1).find((cells) => cells.length > 0);
  if (below === undefined) return false;
  if (row.filter((cell) => cell === head.cell).length > 1) return true;
  const full = body.filter((cells) => cells.length >= 3).length;
  if (below.length < 2 && levelOf(head.cell.text) === undefined) return false;
  return !at.includes(head.c) || (head.c <= 1 && full > lone && below.length >= 3);
}
