import { type CellStyle, writeXlsx } from 'hucre/xlsx';
import type { Day } from '../../language/dates.ts';
import type { Cell, Column, Table } from '../../views/table.ts';
import { undated } from '../archive.ts';
import { plain } from '../escape.ts';

/** The most that a cell of a sheet holds. */
const LONGEST = 32_767;
/**
 * Letters in a line: the least of a column, the most where a table is wide and where it has room, what a page on its side shows well, and
 * how many may stand on one before they are too small to read.
 */
const LETTERS = { narrow: 8, wide: 28, roomy: 60, page: 150, smallest: 260 };
/** A width is counted in noughts; so many letters stand in the place of one. */
const SLIM = 1.1;
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
  number: { alignment: { vertical: 'top' }, numFmt: 'General' },
  date: { alignment: { vertical: 'top', horizontal: 'left' }, numFmt: 'yyyy-mm-dd' },
};

/** Thousands stand apart from five digits on; a point where nothing follows it would stand there too, so whole numbers have none. */
const long = (number: number): CellStyle => ({ ...STYLES.number, numFmt: Number.isInteger(number) ? '#,##0' : '#,##0.00' });

function sheet(table: Table) {
  const { columns, rows } = table;
  const last = columnName(columns.length - 1);
  const seen = columns.filter(({ hidden }) => hidden !== true).length;
  const lines = [columns.map((column) => plain(column.title)), ...rows.map((row) => columns.map(({ key, type }) => cellOf(row.cells[key], type)))];
  const widths = widthsOf(table);
  const total = widths.reduce((all, width, i) => (columns[i]?.hidden === true ? all : all + width), 0);
  return {
    name: table.title,
    rows: lines,
    rowDefs: new Map(lines.map((line, i) => [i, { height: heightOf(line.slice(0, seen), widths) }] as const)),
    columns: columns.map(({ type, hidden }, i) => ({ width: widths[i] as number, style: STYLES[type], ...(hidden === true && { hidden }) })),
    cells: new Map<`${number},${number}`, { readonly value: string | number; readonly style: CellStyle }>([
      ...columns.map((column, i) => [`0,${i}`, { value: plain(column.title), style: HEAD }] as const),
      ...lines.flatMap((line, l) =>
        line.flatMap((value, i) => (typeof value === 'number' && Math.abs(value) >= 10_000 ? [[`${l},${i}`, { value, style: long(value) }] as const] : [])),
      ),
    ]),
    freezePane: { rows: 1, columns: table.id === 'raci' ? 2 : 0 },
    autoFilter: { range: `A1:${last}${lines.length}` },
    pageSetup: {
      paperSize: 'a4' as const,
      orientation: 'landscape' as const,
      fitToPage: true,
      fitToWidth: Math.ceil(total / LETTERS.smallest),
      fitToHeight: 0,
      printTitlesRow: '$1:$1',
      ...(table.id === 'raci' && { printTitlesColumn: '$A:$B' }),
      showGridLines: true,
    },
    // The name of the sheet, the page and how many there are.
    headerFooter: { oddFooter: '&L&A&R&P / &N' },
  };
}

function cellOf(cell: Cell, type: Column['type']): string | number | Date | null {
  if (cell === undefined || cell === '') return null;
  if (type === 'date') return new Date(`${cell}T00:00:00Z`);
  if (typeof cell === 'number') return cell;
  const shown = plain(cell);
  return shown.length > LONGEST ? `${shown.slice(0, LONGEST - 1).toWellFormed()}…` : shown;
}

/** Wide enough for their words, within reason: the longest texts get less where the whole would not fit on a page. */
function widthsOf({ columns, rows }: Table): readonly number[] {
  const wanted = columns.map(({ key, title, type }) =>
    type === 'date' ? 12 : 2 + Math.max(title.length, ...rows.map(({ cells }) => String(cells[key] ?? '').length)),
  );
  const within = (most: number) => wanted.map((width) => Math.min(most, Math.max(LETTERS.narrow, width)));
  const sum = (widths: readonly number[]) => widths.reduce((all, width, i) => (columns[i]?.hidden === true ? all : all + width), 0);
  let most = LETTERS.roomy;
  while (most > LETTERS.wide && sum(within(most)) > LETTERS.page) most--;
  return within(most);
}

/** As high as its longest text needs: not every program measures that itself. */
function heightOf(line: readonly unknown[], widths: readonly number[]): number {
  const lines = line.map((cell, i) => (typeof cell === 'string' ? linesIn(cell, Math.floor((widths[i] as number) * SLIM)) : 1));
  return Math.min(TALLEST, LINE * Math.max(1, ...lines));
}

/** How many lines a text takes, word by word; a word that is longer than a line goes on in the next. */
function linesIn(text: string, width: number): number {
  let [lines, used] = [1, 0];
  for (const word of text.split(' ')) {
    if (used > 0 && used + 1 + word.length > width) [lines, used] = [lines + 1, 0];
    else if (used > 0) used += 1;
    const over = Math.max(0, Math.ceil(word.length / width) - 1);
    lines += over;
    used += word.length - over * width;
  }
  return lines;
}

/** `A`, `Z`, `AA`: the column as a spreadsheet names it. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
