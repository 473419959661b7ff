import { filled, type Table, type TableKind } from '../../views/table.ts';
import { actions, dates, findings, funding, gaps, indicators, people, raciMatrix, targets, values } from '../../views/tables.ts';
import type { Dossier } from './format.ts';

/** The sheets of a workbook, in the order in which they are opened. */
export const workbookOf = (dossier: Dossier): readonly Table[] => [
  forReaders(filled(actions, dossier)),
  raciMatrix(dossier),
  ...([indicators, values, targets, funding, dates, gaps, people, findings] as readonly TableKind[]).map((kind) => forReaders(filled(kind, dossier))),
];

/** Names and marks are for programs, and a column that nothing stands in is for nobody. */
function forReaders(table: Table): Table {
  const holds = (key: string) => table.rows.length === 0 || table.rows.some(({ cells }) => cells[key] !== undefined && cells[key] !== '');
  return { ...table, columns: table.columns.filter(({ key }) => !/(?:^|_)id$|^key$/.test(key) && holds(key)) };
}
