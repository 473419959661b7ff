import type { Kind } from '../../language/vocabulary.ts';

// What the tables of a report say of each thing in cells that people change, and the marks by which a change is seen.

/** A table that says something of declarations, those of a row by their id. */
export interface Carried {
  readonly table: string;
  /** The column with the id. */
  readonly id: string;
  /** Where the rows of a table are of several sorts: those that say this in the column `line`. */
  readonly line?: string;
  /** The kinds that have a row here whatever they say: one without its row was taken out. */
  readonly home: readonly Kind[];
  /** Columns that belong together, by a name: what the first row says. */
  readonly one: Readonly<Record<string, readonly string[]>>;
  /** The same of everything that all rows say together. */
  readonly many?: Readonly<Record<string, readonly string[]>>;
}

/** Columns that each stand alone. */
const alone = <K extends string>(...keys: readonly K[]) => Object.fromEntries(keys.map((key) => [key, [key]])) as unknown as Record<K, readonly [K]>;

export const CARRIED: readonly Carried[] = [
  {
    table: 'actions',
    id: 'id',
    home: ['measure', 'responsibility'],
    one: {
      ...alone('title', 'sector', 'number', 'lead', 'responsible', 'partners', 'groups', 'by_when', 'starts', 'due', 'serves', 'output', 'budget'),
      amount: ['amount', 'currency', 'per'],
      status: ['status', 'reason'],
    },
  },
  { table: 'roles', id: 'id', home: [], one: {}, many: { roles: ['role', 'holder'] } },
  {
    table: 'people',
    id: 'id',
    home: ['actor', 'partner', 'body'],
    one: alone('title', 'type', 'level', 'part_of', 'capacity', 'staff', 'contact', 'deputy', 'members', 'meets'),
  },
  { table: 'groups', id: 'id', home: ['group'], one: alone('title', 'kind', 'status', 'size', 'priority', 'definition') },
  { table: 'sectors', id: 'id', home: ['sector'], one: alone('title', 'number', 'field', 'dimension', 'lead', 'groups') },
  { table: 'goals', id: 'id', home: ['goal'], one: alone('title', 'sector', 'number', 'called', 'horizon', 'part_of', 'owner') },
  {
    table: 'targets',
    id: 'id',
    home: ['target'],
    one: alone('title', 'sector', 'number', 'indicator', 'groups', 'owner', 'serves'),
    many: { figures: ['what', 'form', 'written', 'written_unit', 'part', 'by'], asked: ['asked'] },
  },
  {
    table: 'indicators',
    id: 'id',
    home: ['indicator'],
    one: {
      ...alone('title', 'sector', 'number', 'definition', 'unit', 'direction', 'source', 'frequency', 'owner', 'broken_down_by', 'concept', 'target'),
      baseline: ['baseline', 'baseline_on'],
      value: ['value', 'value_on'],
    },
  },
  { table: 'values', id: 'indicator_id', home: [], one: {}, many: { values: ['what', 'from', 'to', 'after', 'part', 'value', 'estimate'] } },
  {
    table: 'funding',
    id: 'fund_id',
    line: 'fund',
    home: ['fund'],
    one: { title: ['fund'], ...alone('from', 'to', 'for', 'secured', 'continues', 'shares', 'conditions') },
    many: { amounts: ['bound', 'amount', 'currency', 'per', 'year', 'starts', 'ends'] },
  },
  { table: 'funding', id: 'task_id', line: 'budget', home: [], one: {}, many: { budgets: ['fund', 'bound', 'amount', 'currency', 'per', 'year', 'words'] } },
];

/** A row of a table, whoever has read it: what stands in a column. */
export type Reader<R> = (row: R, column: string) => string | number | undefined;

/** The rows of a table that are about declarations, by their ids. */
export const rowsOf = <R>({ id, line }: Carried, rows: readonly R[], read: Reader<R>): Map<string, R[]> =>
  Map.groupBy(
    rows.filter((row) => line === undefined || read(row, 'line') === line),
    (row) => String(read(row, id) ?? ''),
  );

/** A mark for each group of columns, of a declaration whose rows these are: `actions.lead`. Rows may change places. */
export function marksOf<R>(carried: Carried, rows: readonly R[], read: Reader<R>): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  const add = (group: string, of: readonly R[], columns: readonly string[]) => {
    const lines = of.map((row) => columns.map((column) => bare(read(row, column))).join('\u0001'));
    if (lines.some((line) => /[^\u0001]/.test(line))) marks.set(`${carried.table}.${group}`, digest(lines.sort().join('\u0002')));
  };
  for (const [group, columns] of Object.entries(carried.one)) add(group, rows.slice(0, 1), columns);
  for (const [group, columns] of Object.entries(carried.many ?? {})) add(group, rows, columns);
  return marks;
}

/** What every format keeps of a cell: nothing that is not seen, and no mark that says that it is a text. */
const bare = (cell: string | number | undefined): string =>
  cell === undefined
    ? ''
    : String(cell)
        .replace(/\\u\{[0-9a-f]+\}|[\s\p{C}]/giu, '')
        .replace(/^'+/, '')
        .slice(0, 10_000);

/** FNV-1a: it need not keep secrets. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(36);
}
