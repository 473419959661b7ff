import { filled, type Subject, type Table, type TableKind } from './table.ts';
import { actions } from './tables/actions.ts';
import { dates } from './tables/dates.ts';
import { funding } from './tables/funding.ts';
import { findings, gaps } from './tables/gaps.ts';
import { people, raci, roles } from './tables/people.ts';
import { indicators, targets, values } from './tables/results.ts';
import { goals, groups, sectors } from './tables/sectors.ts';
import { statements } from './tables/statements.ts';

export { raciMatrix } from './tables/people.ts';
export { actions, dates, findings, funding, gaps, goals, groups, indicators, people, raci, roles, sectors, statements, targets, values };

/** Everything a plan says, as tables. Data formats hold them all; documents choose. */
export const TABLES = [
  sectors,
  actions,
  raci,
  roles,
  people,
  groups,
  goals,
  targets,
  indicators,
  values,
  funding,
  gaps,
  dates,
  findings,
  statements,
] as readonly TableKind[];

export const tablesOf = (subject: Subject): readonly Table[] => TABLES.map((kind) => filled(kind, subject));
