import { zipSync } from 'fflate';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { say } from '../../text/say.ts';
import { rounded } from '../../views/figures.ts';
import { shownDay } from '../values/dates.ts';
import { currencyIn } from '../values/money.ts';
import { type Block, type Cell, LIMITS, Refused, type Source, tidy } from './source.ts';
import { unpack } from './unpack.ts';

/** Macros, pictures, links to other files and their like are never even unpacked. */
const WANTED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|docProps\/core\.xml|xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|sharedStrings\.xml|worksheets\/[^/]+\.xml|worksheets\/_rels\/[^/]+\.rels|comments\d*\.xml|theme\/theme1\.xml))$/;

/** Excel takes no longer format of numbers. */
const LONGEST_FORMAT = 255;

/** A workbook: a grid a sheet, with the remarks that hang on its cells. Formulas count as what they last came to. */
export async function xlsx(bytes: Uint8Array, name: string): Promise<Source> {
  const parts = unpack(bytes, (part) => WANTED.test(part));
  if (!parts.has('xl/workbook.xml')) throw new Refused(say`is no workbook of Excel`);
  for (const [part, content] of parts)
    if (part.endsWith('.xml') && declaresType(content)) throw new Refused(say`declares a document type of its own, which no workbook has, and was not read`);
  const book = await readXlsx(zipSync(Object.fromEntries(parts), { level: 0 }), { readStyles: true }).catch(() => {
    throw new Refused(say`is damaged: it cannot be read as a workbook. Open it in Excel and save it again`);
  });
  const sheets = book.sheets.filter(({ rows }) => rows.length > 0);
  if (sheets.reduce((sum, { rows }) => sum + rows.reduce((all, row) => all + row.length, 0), 0) > LIMITS.cells)
    throw new Refused(say`holds more than ${LIMITS.cells} cells and was not read`);
  return { name, format: 'XLSX', title: book.properties?.title, blocks: sheets.flatMap(blocksOf) };
}

const declaresType = (content: Uint8Array): boolean => /<!DOCTYPE/i.test(new TextDecoder().decode(content.subarray(0, 2_000)));

function blocksOf(sheet: Sheet): readonly Block[] {
  const notes: Block[] = [];
  const rows = sheet.rows.map((row, r) =>
    row.map((value, c): Cell | undefined => {
      const full = sheet.cells?.get(`${r},${c}`);
      const at = { part: sheet.name, row: r + 1, column: c + 1 };
      if (full?.comment !== undefined && tidy(full.comment.text) !== '') notes.push({ kind: 'paragraph', text: tidy(full.comment.text), at });
      return cellOf(value, full?.style?.numFmt?.slice(0, LONGEST_FORMAT), at);
    }),
  );
  for (const { startRow, startCol, endRow, endCol } of (sheet.merges ?? []).slice(0, 20_000)) {
    const cell = rows[startRow]?.[startCol];
    if (cell === undefined) continue;
    for (let r = startRow; r <= Math.min(endRow, rows.length - 1); r++) {
      const row = rows[r] as (Cell | undefined)[];
      for (let c = startCol; c <= Math.min(endCol, startCol + 200); c++) row[c] ??= cell;
    }
  }
  return [{ kind: 'grid', name: sheet.name, rows }, ...notes];
}

function cellOf(value: unknown, format: string | undefined, at: Cell['at']): Cell | undefined {
  if (value === null || value === undefined) return undefined;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : { text: shownDay(value, format), at };
  if (typeof value !== 'number') {
    const text = tidy(String(value));
    return text === '' ? undefined : { text, at };
  }
  const percent = /%/.test((format ?? '').replace(/"[^"]*"/g, ''));
  const number = { value: rounded(percent ? value * 100 : value), percent, currency: format === undefined ? undefined : currencyIn(unquoted(format), 'en') };
  return { text: `${number.value}${percent ? '%' : ''}`, at, number };
}

/** `[$kr-414]`, `"kr"`: the sign in a format of numbers. */
const unquoted = (format: string): string => format.replace(/\[\$([^\]-]*)[^\]]*\]/g, ' $1 ').replace(/"([^"]*)"/g, ' $1 ');
