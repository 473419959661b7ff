// Makes files of tables as people would have made them: in Excel, in Word, as CSV in old encodings, in Markdown.
import { AlignmentType, Document, HeadingLevel, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import { writeXlsx } from 'hucre/xlsx';

/**
 * A table as text: a line a row, `|` between the cells, `⏎` for a line break in a cell. `^` goes on with the cell above, `<` with the cell
 * to the left. `#12;0%` is a number with its format, `@2027-12-31;mmm yyyy` a day.
 */
export const cells = (text: string): string[][] =>
  text
    .replace(/^\n|\n\s*$/g, '')
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim().replaceAll('⏎', '\n')));

/** What a cell says, without the marks of its builder. */
const plain = (cell: string): string => (cell === '^' || cell === '<' ? '' : cell.replace(/^[#@]([^;]*);.*$/s, '$1').replace(/^[#@](?=\d)/, ''));

export function csvOf(text: string, separator: string, encode: (text: string) => Uint8Array = (one) => new TextEncoder().encode(one)): Uint8Array {
  const field = (cell: string) => (cell.includes(separator) || /["\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return encode(
    cells(text)
      .map((row) => `${row.map((cell) => field(plain(cell))).join(separator)}\r\n`)
      .join(''),
  );
}

/** The encoding of Windows for western Europe. */
export const latin = (text: string): Uint8Array =>
  Uint8Array.from([...text].map((c) => ({ '–': 0x96, '€': 0x80, '’': 0x92 })[c] ?? (c.codePointAt(0) as number)));
/** That of old Macs, for the letters used here. */
export const mac = (text: string): Uint8Array => {
  const letters = new Map([...new TextDecoder('macintosh').decode(Uint8Array.from({ length: 128 }, (_, i) => i + 128))].map((c, i) => [c, i + 128]));
  return Uint8Array.from([...text].map((c) => letters.get(c) ?? (c.codePointAt(0) as number)));
};
export const wide = (text: string): Uint8Array => new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]));

export function xlsxOf(sheets: Readonly<Record<string, string>>): Promise<Uint8Array> {
  return writeXlsx({
    sheets: Object.entries(sheets).map(([name, text]) => {
      const grid = cells(text);
      const styled = new Map<string, { value: number | Date; style: { numFmt: string } }>();
      const rows = grid.map((row, r) =>
        row.map((cell, c) => {
          const [, kind, value = '', format = ''] = /^([#@])([^;]*);?(.*)$/s.exec(cell) ?? [];
          if (kind === undefined || !/^\d/.test(value)) return plain(cell) === '' ? null : plain(cell);
          const held = kind === '#' ? Number(value) : new Date(`${value}T00:00:00Z`);
          styled.set(`${r},${c}`, { value: held, style: { numFmt: format || (kind === '#' ? 'General' : 'yyyy-mm-dd') } });
          return held;
        }),
      );
      return { name, rows, cells: styled, merges: mergesOf(grid) };
    }),
  } as Parameters<typeof writeXlsx>[0]);
}

function mergesOf(grid: readonly (readonly string[])[]) {
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  for (const [r, row] of grid.entries())
    for (const [c, cell] of row.entries()) {
      if (cell === '^' || cell === '<') continue;
      let [endRow, endCol] = [r, c];
      while (grid[r]?.[endCol + 1] === '<') endCol++;
      while (grid[endRow + 1]?.[c] === '^') endRow++;
      if (endRow > r || endCol > c) merges.push({ startRow: r, startCol: c, endRow, endCol });
    }
  return merges;
}

/** A part of a document of Word: `# heading`, `- item`, `  - item below`, a paragraph, or a table in an array of its own. */
export type Part = string | readonly [table: string];

export async function docxOf(parts: readonly Part[]): Promise<Uint8Array> {
  const document = new Document({
    numbering: {
      config: [{ reference: 'list', levels: [0, 1].map((level) => ({ level, format: LevelFormat.BULLET, text: '•', alignment: AlignmentType.LEFT })) }],
    },
    sections: [{ children: parts.flatMap((part): (Paragraph | Table)[] => (typeof part === 'string' ? part.split('\n').map(paragraph) : [table(part[0])])) }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}

const LEVELS = [HeadingLevel.TITLE, HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3];

function paragraph(line: string): Paragraph {
  const heading = /^(#*)!? (.*)$/.exec(line);
  if (line.startsWith('! ')) return new Paragraph({ heading: HeadingLevel.TITLE, text: line.slice(2) });
  if (heading !== null && (heading[1] as string) !== '')
    return new Paragraph({ heading: LEVELS[(heading[1] as string).length] as (typeof LEVELS)[number], text: heading[2] as string });
  const item = /^( *)- (.*)$/.exec(line);
  return item === null
    ? new Paragraph(line)
    : new Paragraph({ text: item[2] as string, numbering: { reference: 'list', level: (item[1] as string).length / 2 } });
}

function table(text: string): Table {
  const grid = cells(text);
  return new Table({
    rows: grid.map(
      (row, r) =>
        new TableRow({
          children: row.flatMap((cell, c) => {
            if (cell === '<') return [];
            let span = 1;
            while (row[c + span] === '<') span++;
            const merge = cell === '^' ? VerticalMergeType.CONTINUE : grid[r + 1]?.[c] === '^' ? VerticalMergeType.RESTART : undefined;
            const children: Paragraph[] = (cell === '^' ? '' : plain(cell)).split('\n').map((line) => new Paragraph(line));
            return [new TableCell({ children, ...(span > 1 && { columnSpan: span }), ...(merge !== undefined && { verticalMerge: merge }) })];
          }),
        }),
    ),
  });
}
