import type { Day } from '../language/dates.ts';
import type { Diagnosis } from '../lint.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import { told } from '../text/say.ts';

/** What is looked at: a plan among the others, on a day, with what was found in it. */
export interface Subject {
  readonly scope: Scope;
  readonly workspace: Workspace;
  readonly today: Day;
  /** The findings of the plan's files, the waived among them. */
  readonly problems: readonly Diagnosis[];
  /** An address as people know it. */
  readonly shown: (uri: string) => string;
}

/** What a column holds. A date is a day, `2027-12-31`. */
export interface Column {
  readonly title: string;
  readonly type: 'text' | 'number' | 'date';
  readonly about: string;
  /** For programs: workbooks hold it where nobody sees it. */
  readonly hidden?: true | undefined;
}

export type Cell = string | number | undefined;
export type Cells<K extends string> = Readonly<Partial<Record<K, Cell>>>;

/** One line of a table, and the declaration it is about. */
export interface Row<K extends string = string> {
  readonly cells: Cells<K>;
  readonly of?: Declaration | undefined;
}

/** A table as it is for every plan: its columns are known before a plan is. */
export interface TableKind<K extends string = string> {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly columns: Readonly<Record<K, Column>>;
  rows(subject: Subject): readonly Row<K>[];
}

/** Gives a table its rows' names for columns, so that a cell without a column is a mistake. */
export const tableKind = <K extends string>(kind: TableKind<K>): TableKind<K> => kind;

export const text = (title: string, about: string): Column => ({ title, about, type: 'text' });
export const number = (title: string, about: string): Column => ({ title, about, type: 'number' });
export const day = (title: string, about: string): Column => ({ title, about, type: 'date' });

/** A table of one plan: what renderers draw. */
export interface Table {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly columns: readonly (Column & { readonly key: string })[];
  readonly rows: readonly Row[];
}

/** A table filled in for a plan; with some of its columns only, where they are given. */
export function filled<K extends string>(kind: TableKind<K>, subject: Subject, only: readonly K[] = Object.keys(kind.columns) as K[]): Table {
  const columns = only.map((key) => {
    const { title, type, about } = kind.columns[key];
    return { key, title: told(title), type, about: told(about) };
  });
  return { id: kind.id, title: told(kind.title), about: told(kind.about), columns, rows: rowsIn(kind, subject) };
}

const known = new WeakMap<Subject, Map<TableKind, readonly Row[]>>();

/** The rows of a table, filled in once for each subject. */
export function rowsIn<K extends string>(kind: TableKind<K>, subject: Subject): readonly Row<K>[] {
  const tables = known.get(subject) ?? new Map<TableKind, readonly Row[]>();
  known.set(subject, tables);
  const rows = tables.get(kind as unknown as TableKind) ?? (kind.rows(subject) as readonly Row[]);
  tables.set(kind as unknown as TableKind, rows);
  return rows as unknown as readonly Row<K>[];
}
