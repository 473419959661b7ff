import { type Cell, tableOf } from '../model/csv.ts';
import { dataOf, readersOf, wantedData } from '../model/data.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import { Called, called } from '../rules/rule.ts';
import { say } from '../text/say.ts';
import type { Caution, FileEdit, Refusal } from './edits.ts';

const inData = (): Caution => ({ label: say`In data files`, says: say`The file may be written by another program, which then has to use the new name.` });

/** A row of a data file that an indicator reads, with the cells that name something. */
interface NamingRow {
  readonly uri: string;
  readonly scope: Scope;
  readonly indicator: Declaration<'indicator'>;
  readonly named: Cell;
  readonly group: Cell | undefined;
}

/** The rows that every indicator of the workspace reads; a row that two plans read stands twice. */
function rowsRead(workspace: Workspace): readonly NamingRow[] {
  return [...wantedData(workspace)].flatMap((uri) => {
    const text = workspace.data?.get(uri);
    if (text === undefined) return [];
    const { columns, rows } = tableOf(text);
    const [atName, atGroup] = [columns.indexOf('indicator'), columns.indexOf('group')];
    return workspace.scopes.list.flatMap((scope) => {
      const readers = readersOf(uri, scope);
      if (readers.size === 0) return [];
      return rows.slice(1).flatMap(({ cells }): NamingRow[] => {
        const named = cells[atName];
        const indicator = named && readers.get(named.value);
        return named === undefined || indicator === undefined ? [] : [{ uri, scope, indicator, named, group: cells[atGroup] }];
      });
    });
  });
}

/** Data files name indicators, and groups in the rows of parts: the cells that have to change with a name. */
export function dataEdits(workspace: Workspace, declaration: Declaration, name: string): readonly FileEdit[] | Refusal {
  const rows = rowsRead(workspace);
  const isIndicator = declaration.is('indicator');
  if (isIndicator) {
    const refusal = takenRows(workspace, declaration as Declaration<'indicator'>, name, rows);
    if (refusal !== undefined) return refusal;
  }
  const { id, node } = declaration;
  // Groups are found as names of a plan are: in the plan itself, then above it.
  const sees = ({ scope }: NamingRow) => scope.resolve(id)?.declaration.node === node;
  const caught = isIndicator ? undefined : rows.find((row) => row.group?.value === name && sees(row));
  if (caught !== undefined)
    return { refused: say`${nameOf(caught.uri)} already has values of "${name}": they would be taken for those of ${called(declaration)}.` };
  const cells = rows.flatMap((row) => {
    const cell = isIndicator ? (row.indicator.node === node ? row.named : undefined) : row.group?.value === id && sees(row) ? row.group : undefined;
    return cell === undefined ? [] : [[`${row.uri} ${cell.span.start}`, { uri: row.uri, span: cell.span, text: name, caution: inData() }] as const];
  });
  // A cell that two plans read is changed once.
  return [...new Map<string, FileEdit>(cells).values()];
}

/** Why the rows of an indicator cannot be told apart from others under its new name. */
function takenRows(workspace: Workspace, indicator: Declaration<'indicator'>, name: string, rows: readonly NamingRow[]): Refusal | undefined {
  const uri = dataOf(indicator, workspace.scopes);
  const text = typeof uri === 'string' ? workspace.data?.get(uri) : undefined;
  if (typeof uri !== 'string' || text === undefined) return undefined;
  const { columns, rows: written } = tableOf(text);
  if (written.slice(1).some(({ cells }) => cells[columns.indexOf('indicator')]?.value === name))
    return { refused: say`${nameOf(uri)} already has rows of "${name}": they would be taken for values of this indicator.` };
  const other = rows.find((row) => row.uri === uri && row.indicator.id === indicator.id && row.indicator.node !== indicator.node);
  return (
    other && {
      refused: say`${Called(other.indicator)} of "${other.scope.title}" reads the same rows of ${nameOf(uri)}: give one of them a file of its own first.`,
    }
  );
}

const nameOf = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));
