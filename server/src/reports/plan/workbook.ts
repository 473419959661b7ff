import { filled, type Table, type TableKind } from '../../views/table.ts';
import { actions, dates, findings, funding, gaps, indicators, people, raciMatrix, targets, values } from '../../views/tables.ts';
import type { Dossier } from './format.ts';

/** The sheets of a workbook, in the order in which they are opened. */
export const workbookOf = (dossier: Dossier): readonly Table[] => [
  filled(actions, dossier),
  raciMatrix(dossier),
  ...([indicators, values, targets, funding, dates, gaps, people, findings] as readonly TableKind[]).map((kind) => filled(kind, dossier)),
];
