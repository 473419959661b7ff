import type { CompletionItem, Position } from 'vscode-languageserver';
import type { Diagnosis } from '../lint.ts';
import { type Cell, type Table, tableOf } from '../model/csv.ts';
import { readersOf } from '../model/data.ts';
import type { Declaration, Fact } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import { tableProblems } from '../model/tables.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Settings } from '../rules/run.ts';
import { lineStarts, offsetAt, rangeOf } from '../text/lines.ts';
import { nearest } from '../text/nearest.ts';
import { say } from '../text/say.ts';
import { holds, type Range, type Span } from '../text/span.ts';
import { ICONS } from './icons.ts';

// The data files that plans name, as an editor shows them: what cannot be used, where it stands; what may be written in a cell.

const RULE = 'monitoring/data-file';
const COLUMNS = ['indicator', 'date', 'value', 'group', 'note'];

export const isTable = (uri: string): boolean => /\.csv$/i.test(uri);

/** The plans whose indicators read a data file. */
const plansReading = (uri: string, workspace: Workspace): readonly Scope[] => workspace.scopes.list.filter((scope) => readersOf(uri, scope).size > 0);

/** What cannot be used of a data file, at its cells; nothing of a file that no plan names. */
export function tableDiagnoses(workspace: Workspace, uri: string, settings: (uri: string) => Settings): readonly Diagnosis[] {
  const text = workspace.data?.get(uri);
  if (text === undefined) return [];
  const table = tableOf(text);
  const starts = lineStarts(text);
  const found = new Map<string, Diagnosis>();
  for (const plan of plansReading(uri, workspace)) {
    const { rules, today } = settings(plan.files[0]?.uri ?? uri);
    const severity = rules.get(RULE)?.severity ?? 'off';
    if (severity === 'off') continue;
    for (const { row, column, message } of tableProblems(uri, plan, today)) {
      const cell = cellOf(table, row, column);
      const meant = column === 'indicator' && cell !== undefined ? nearest(cell.value, readersOf(uri, plan).keys()) : undefined;
      const sentence = column === undefined ? say`Row ${row} ${message}.` : say`Column "${column}": ${message}.`;
      // Without its columns nothing of a file is used.
      const rest = row === 1 ? undefined : say`The other rows are used.`;
      const instead = meant === undefined ? rest : say`Did you mean "${meant}"? The other rows are used.`;
      found.set(`${row} ${sentence}`, {
        rule: RULE,
        severity,
        message: sentence,
        ...(instead && { instead }),
        uri,
        range: rangeOf(starts, spanOf(table, text, row, cell)),
        related: [],
      });
    }
  }
  return [...found.values()];
}

const rowOf = (table: Table, row: number) => table.rows.find((one) => one.row === row);
const cellOf = (table: Table, row: number, column: string | undefined): Cell | undefined =>
  column === undefined ? undefined : rowOf(table, row)?.cells[table.columns.indexOf(column)];

/** The cell, or its row where there is no such cell or nothing stands in it. */
function spanOf(table: Table, text: string, row: number, cell: Cell | undefined): Span {
  if (cell !== undefined && cell.span.end > cell.span.start) return cell.span;
  const cells = rowOf(table, row)?.cells ?? [];
  const [first, last] = [cells[0], cells.at(-1)];
  if (first !== undefined && last !== undefined) return { start: first.span.start, end: last.span.end };
  // A quotation mark that is never closed leaves no cells: then the line after the last row is meant.
  const rest = /[^\r\n]+/.exec(text.slice(table.rows.at(-1)?.cells.at(-1)?.span.end ?? 0));
  const start = rest === null ? text.length : text.length - rest.input.length + rest.index;
  return { start, end: start + (rest?.[0].length ?? 0) };
}

/** The cell at a place, its column, and the indicator that its row is about. */
export interface CellSpot {
  readonly column: string;
  readonly row: number;
  readonly cell: Cell;
  readonly range: Range;
  readonly plans: readonly Scope[];
  readonly table: Table;
  readonly indicator: { readonly declaration: Declaration<'indicator'>; readonly scope: Scope } | undefined;
}

export function cellSpot(workspace: Workspace, uri: string, position: Position): CellSpot | undefined {
  const text = isTable(uri) ? workspace.data?.get(uri) : undefined;
  const plans = text === undefined ? [] : plansReading(uri, workspace);
  if (text === undefined || plans.length === 0) return undefined;
  const table = tableOf(text);
  const starts = lineStarts(text);
  const offset = offsetAt(text, starts, position);
  const row = table.rows.findLast(({ cells }) => cells[0] !== undefined && cells[0].span.start <= offset);
  const at = row?.cells.findIndex(({ span }) => holds(span, offset)) ?? -1;
  // A line that nothing is written in yet is no row: its first cell is being begun.
  const begun = row === undefined || at < 0 ? { value: '', span: { start: offset, end: offset } } : (row.cells[at] as Cell);
  if (
    at < 0 &&
    text
      .slice(
        starts.findLast((start) => start <= offset),
        offset,
      )
      .trim() !== ''
  )
    return undefined;
  const named = at < 0 ? undefined : row?.cells[table.columns.indexOf('indicator')]?.value;
  const reading = plans.flatMap((scope) => {
    const declaration = named === undefined ? undefined : readersOf(uri, scope).get(named);
    return declaration === undefined ? [] : [{ declaration, scope }];
  })[0];
  return {
    column: table.columns[Math.max(0, at)] ?? '',
    row: at < 0 || row === undefined ? table.rows.length + 1 : row.row,
    cell: begun,
    range: rangeOf(starts, begun.span),
    plans,
    table,
    indicator: reading,
  };
}

/** What the cell at a place may say: indicators that read the file, the parts of the one in the row, the names of columns. */
export function cellOffers(workspace: Workspace, uri: string, position: Position): CompletionItem[] {
  const spot = cellSpot(workspace, uri, position);
  if (spot === undefined) return [];
  const { range } = spot;
  const item = (label: string, rank: number, more: Partial<CompletionItem>): CompletionItem => ({
    label,
    sortText: `${rank}${label}`,
    textEdit: { range, newText: label },
    ...more,
  });
  if (spot.row === 1) {
    const missing = COLUMNS.filter((column) => !spot.table.columns.includes(column) || column === spot.cell.value.toLowerCase());
    return missing.map((column) => item(column, COLUMNS.indexOf(column), { kind: ICONS.indicator.completion }));
  }
  if (spot.column === 'indicator')
    return spot.plans.flatMap((plan) =>
      [...readersOf(uri, plan).values()].map(({ id, title }) => item(id, 0, { kind: ICONS.indicator.completion, detail: title, filterText: `${id} ${title}` })),
    );
  if (spot.column !== 'group') return [];
  const groups = spot.plans.flatMap((plan) => [plan, ...plan.ancestors].flatMap((scope) => scope.of('group')));
  return [
    ...[...partsOf(spot)].map((part) => item(part, 0, { kind: ICONS.group.completion, detail: groups.find(({ id }) => id === part)?.title ?? '' })),
    ...groups
      .filter(({ id }) => !partsOf(spot).has(id))
      .map(({ id, title }) => item(id, 1, { kind: ICONS.group.completion, detail: title, filterText: `${id} ${title}` })),
  ];
}

/** The parts that are written of an indicator already: in the plan, and in other rows. */
function partsOf({ indicator, table, row }: CellSpot): ReadonlySet<string> {
  const [name, group] = [table.columns.indexOf('indicator'), table.columns.indexOf('group')];
  const facts: readonly Fact[] = indicator?.declaration.facts ?? [];
  const written = table.rows.slice(1).filter((one) => one.row !== row && (indicator === undefined || one.cells[name]?.value === indicator.declaration.id));
  return new Set([...facts.flatMap((fact) => fact.parts.map(({ category }) => category)), ...written.flatMap(({ cells }) => cells[group]?.value || [])]);
}

/** What the cell at a place names: its indicator, or a group that a plan declares. */
export function namedInCell(spot: CellSpot): { readonly declaration: Declaration; readonly scope: Scope } | undefined {
  if (spot.row === 1) return undefined;
  if (spot.column === 'indicator') return spot.indicator;
  if (spot.column !== 'group' || spot.cell.value === '') return undefined;
  return [spot.indicator?.scope, ...spot.plans].map((scope) => scope?.resolve(spot.cell.value)).find((found) => found?.declaration.is('group'));
}
