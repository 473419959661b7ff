import { told } from '../../text/say.ts';
import { TABLES } from '../../views/tables.ts';
import type { Cell, Grid, Source } from '../read/source.ts';

/** A line of one of the tables that reports are made of, by the keys of its columns. */
export type Record_ = ReadonlyMap<string, Cell>;
export type Records = ReadonlyMap<string, readonly Record_[]>;

/** The chapters that a document of Word has one of these tables in; below the headings of a sector stand the others. */
const CHAPTERS: readonly (readonly [title: string, table: string])[] = [
  ['Who the plan is for', 'groups'],
  ['Goals', 'goals'],
  ['Measures', 'actions'],
  ['Targets', 'targets'],
  ['Responsibilities', 'raci'],
  ['Indicators', 'indicators'],
  ['Money', 'funding'],
  ['What is due when', 'dates'],
  ['Accepted gaps', 'gaps'],
  ['Who is who', 'people'],
];

/** Whether a chapter is one of those that are not about a sector. */
export const isChapter = (text: string): boolean => CHAPTERS.some(([title]) => text === title || text === told(title));

/** The tables of a report that this tool has written, in whatever format; `undefined` where the source is anything else. */
export function recordsOf(source: Source): Records | undefined {
  const grids = source.blocks.filter((block): block is Grid => block.kind === 'grid');
  const found = new Map<string, Record_[]>();
  let known = 0;
  let chapter = '';
  for (const block of source.blocks) {
    if (block.kind === 'heading' && block.level === 1) chapter = block.text;
    if (block.kind !== 'grid') continue;
    const table = tableOf(block);
    const keys = table === undefined ? undefined : keysOf(block, table);
    if (table === undefined || keys === undefined) continue;
    known++;
    const inSector =
      source.format === 'DOCX' && ['goals', 'actions', 'targets'].includes(table) && !CHAPTERS.some(([title]) => chapter === told(title) || chapter === title);
    const lines = matrixOf(block, table, keys);
    if (lines !== undefined) found.set('roles', [...lines]);
    const rows = block.rows.slice(1).map((row) => {
      const cells = row.flatMap((cell, c): [string, Cell][] => (cell === undefined || keys[c] === undefined ? [] : [[keys[c], cell]]));
      return new Map(inSector ? [...cells, ['sector', { text: chapter, at: block.rows[0]?.[0]?.at ?? { part: chapter } }] as const] : cells);
    });
    found.set(table, [...(found.get(table) ?? []), ...rows]);
  }
  const isSigned = source.format === 'DOCX' && source.blocks.some((block) => block.kind === 'paragraph' && /\biplan \d+\.\d+\.\d+/.test(block.text));
  const least = isSigned ? 0 : source.format === 'IATI' || source.format === 'JSON' ? 1 : 2;
  return known >= least && known >= grids.length * 0.7 ? found : undefined;
}

/** The parts that people have in tasks, a line each, of a matrix with a column for everybody. */
function matrixOf({ rows }: Grid, table: string, keys: readonly (string | undefined)[]): readonly Record_[] | undefined {
  const [head = [], ...lines] = rows;
  if (table !== 'raci' || keys.includes('accountable') || keys.every((key) => key !== undefined)) return undefined;
  return lines.flatMap((row) =>
    row.flatMap((cell, c) => {
      const holder = head[c];
      if (cell === undefined || holder === undefined || keys[c] !== undefined) return [];
      const task = ['id', 'title'].flatMap((key): [string, Cell][] => {
        const named = row[keys.indexOf(key)];
        return keys.includes(key) && named !== undefined ? [[key, named]] : [];
      });
      return [...new Set(cell.text.toUpperCase().match(/[ARSCIO]/g))].map(
        (role): Record_ => new Map([...task, ['role', { ...cell, text: role }], ['holder', holder], ['letters', cell]]),
      );
    }),
  );
}

/** Which table it is: a sheet or file is named after it, a table of a document by the chapter that it stands in. */
function tableOf({ name }: Grid): string | undefined {
  const table = TABLES.find(({ id, title }) => name === id || name === title || name === told(title));
  return table?.id ?? CHAPTERS.find(([title]) => name === title || name === told(title))?.[1];
}

/** The keys of its columns, where its headings are those of the table. */
function keysOf({ rows }: Grid, id: string): readonly (string | undefined)[] | undefined {
  const columns = Object.entries(TABLES.find((table) => table.id === id)?.columns ?? {});
  const keys = (rows[0] ?? []).map((cell) => columns.find(([key, { title }]) => cell?.text === key || cell?.text === title || cell?.text === told(title))?.[0]);
  return keys.filter((key) => key !== undefined).length >= Math.min(2, keys.length) ? keys : undefined;
}
