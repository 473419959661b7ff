import type { Period } from '../../language/dates.ts';
import { daysOf } from '../../model/observations.ts';
import { countryOf } from '../../model/place.ts';
import { oneLine, said, titles } from '../../views/say.ts';
import type { Table } from '../../views/table.ts';
import { tablesOf } from '../../views/tables.ts';
import type { Dossier } from './format.ts';

/** It is raised when a field goes or changes its meaning. */
export const PLAN_VERSION = 1;

/** The plan as data; `schemas/plan.schema.json` describes it. Every text is the plan's own: whoever shows it must escape it. */
export function json(dossier: Dossier): string {
  const report = {
    version: PLAN_VERSION,
    tool: { name: 'iplan', version: dossier.version },
    asOf: dossier.today,
    plan: headOf(dossier),
    tables: Object.fromEntries(tablesOf(dossier).map((table) => [table.id, recordsOf(table)])),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** Rows as records; a cell that holds nothing is left out. */
const recordsOf = (table: Table) =>
  table.rows.map((row) =>
    Object.fromEntries(
      table.columns.flatMap(({ key }) => {
        const cell = row.cells[key];
        return cell === undefined || cell === '' ? [] : [[key, cell] as const];
      }),
    ),
  );

export function headOf({ scope, jurisdiction }: Dossier) {
  const plan = scope.plan;
  const period = plan?.one('period')?.value as Period | undefined;
  const territory = plan?.one('territory')?.value;
  const written = {
    status: plan?.one('status')?.value,
    territory: territory?.name,
    territoryCode: territory?.code,
    country: countryOf(scope, jurisdiction),
    currency: plan?.one('currency')?.value,
    language: plan?.one('language')?.value,
    from: period?.from && daysOf(period.from, scope).start,
    to: period?.to && daysOf(period.to, scope).end,
    coordinator: titles(plan?.refs('coordinator') ?? [], scope),
    review: said(plan?.one('review'), scope),
    vision: plan?.one('vision')?.value,
    about: plan?.one('about')?.value,
  };
  return {
    id: scope.id,
    title: oneLine(scope.title),
    kind: scope.planKind,
    level: scope.levels,
    ...Object.fromEntries(Object.entries(written).filter(([, value]) => value !== undefined && value !== '')),
  };
}
