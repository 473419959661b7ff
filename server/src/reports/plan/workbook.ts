import { told } from '../../text/say.ts';
import { filled, type Table, type TableKind, text } from '../../views/table.ts';
import { actions, dates, findings, funding, gaps, indicators, people, raciMatrix, statements, targets, values } from '../../views/tables.ts';
import type { Dossier } from './format.ts';

/** The sheets of a workbook, in the order in which they are opened. */
export const workbookOf = (dossier: Dossier): readonly Table[] => [
  forReaders(filled(actions, dossier)),
  withIds(raciMatrix(dossier)),
  ...([indicators, values, targets, funding, dates, gaps, people, findings, statements] as readonly TableKind[]).map((kind) =>
    forReaders(filled(kind, dossier)),
  ),
];

/** A column that nothing stands in is for nobody; names and marks are for programs, and stand behind the others, hidden. */
function forReaders(table: Table): Table {
  const holds = (key: string) => table.rows.length === 0 || table.rows.some(({ cells }) => cells[key] !== undefined && cells[key] !== '');
  const isForPrograms = (key: string) => /(?:^|_)id$|^(?:key|marks|plan)$/.test(key);
  const columns = table.columns.filter(({ key }) => holds(key));
  return {
    ...table,
    columns: [
      ...columns.filter(({ key }) => !isForPrograms(key)),
      ...columns.filter(({ key }) => isForPrograms(key)).map((column) => ({ ...column, hidden: true as const })),
    ],
  };
}

/** A table with the ids of what its rows are about. */
const withIds = (table: Table): Table => ({
  ...table,
  columns: [...table.columns, { key: 'id', ...text(told('Id'), ''), hidden: true }],
  rows: table.rows.map((row) => ({ ...row, cells: { ...row.cells, id: row.of?.id } })),
});
