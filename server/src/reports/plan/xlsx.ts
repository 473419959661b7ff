import { type CellStyle, writeXlsx } from 'hucre/xlsx';
import type { Day } from '../../language/dates.ts';
import type { Cell, Column, Table } from '../../views/table.ts';
import { undated } from '../archive.ts';
import { plain } from '../escape.ts';

/** The most that a cell of a sheet holds. */
const LONGEST = 32_767;
const ENDS = { narrow: 8, wide: 28 };
/** The height of a line, and the most that a row may have, in points. */
const LINE = 13.5;
const TALLEST = 409;

/** The plan as a workbook: a sheet a table, heads that stay, filters, days and numbers that can be reckoned with. */
export async function xlsx(title: string, tables: readonly Table[], today: Day): Promise<Uint8Array> {
  const moment = new Date(`${today}T00:00:00Z`);
  const book = await writeXlsx({
    sheets: tables.map(sheet),
    properties: { title: plain(title), creator: 'iplan', created: moment, modified: moment },
    defaultFont: { name: 'Calibri', size: 10 },
  });
  return undated(book, today);
}

const HEAD: CellStyle = {
  font: { name: 'Calibri', size: 10, bold: true, color: { rgb: 'FFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: '1F4E79' } },
  alignment: { vertical: 'top', wrapText: true },
  numFmt: '@',
};

/** A text stays one when somebody opens its cell and leaves it again. */
const STYLES: Readonly<Record<Column['type'], CellStyle>> = {
  text: { alignment: { vertical: 'top', wrapText: true }, numFmt: '@' },
  number: { alignment: { vertical: 'top' }, numFmt: '#,##0.##' },
  date: { alignment: { vertical: 'top', horizontal: 'left' }, numFmt: 'yyyy-mm-dd' },
};

function sheet(table: Table) {
  const { columns, rows } = table;
  const last = columnName(columns.length - 1);
  const seen = columns.filter(({ hidden }) => hidden !== true).length;
  const lines = [columns.map((column) => plain(column.title)), ...rows.map((row) => columns.map(({ key, type }) => cellOf(row.cells[key], type)))];
  const widths = columns.map((column) =>
    widthOf(
      column,
      rows.map((row) => row.cells[column.key]),
    ),
  );
  return {
    name: table.title,
    rows: lines,
    rowDefs: new Map(lines.map((line, i) => [i, { height: heightOf(line.slice(0, seen), widths) }] as const)),
    columns: columns.map(({ type, hidden }, i) => ({ width: widths[i] as number, style: STYLES[type], ...(hidden === true && { hidden }) })),
    cells: new Map(columns.map((column, i) => [`0,${i}`, { value: plain(column.title), style: HEAD }] as const)),
    freezePane: { rows: 1, columns: table.id === 'raci' ? 2 : 0 },
    autoFilter: { range: `A1:${last}${lines.length}` },
    pageSetup: { paperSize: 'a4' as const, orientation: 'landscape' as const, fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: '$1:$1' },
  };
}

function cellOf(cell: Cell, type: Column['type']): string | number | Date | null {
  if (cell === undefined || cell === '') return null;
  if (type === 'date') return new Date(`${cell}T00:00:00Z`);
  if (typeof cell === 'number') return cell;
  const shown = plain(cell);
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1).toWellFormed()}…` : shown;
}

/** Wide enough for its words, within reason. */
function widthOf(column: Column, cells: readonly Cell[]): number {
  if (column.type === 'date') return 12;
  const longest = Math.max(column.title.length, ...cells.map((cell) => (cell === undefined ? 0 : String(cell).length)));
  return Math.min(ENDS.wide, Math.max(ENDS.narrow, longest + 2));
}

/** As high as its longest text needs: not every program measures that itself. */
function heightOf(line: readonly unknown[], widths: readonly number[]): number {
  const lines = line.map((cell, i) => (typeof cell === 'string' ? Math.ceil((cell.length + 1) / (widths[i] as number)) : 1));
  return Math.min(TALLEST, LINE * Math.max(1, ...lines));
}

/** `A`, `Z`, `AA`: the column as a spreadsheet names it. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
