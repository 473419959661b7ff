import { FIELDS, STAGES } from '../language/forms.ts';
import type { Declaration } from './declaration.ts';
import { distinct } from './distinct.ts';
import { itemsMeasured, measuring } from './measuring.ts';
import { perScope } from './memo.ts';
import type { Scope } from './scope.ts';
import { groupsOf, measuresOf, phasesOf, type Task, tasksOf } from './tasks.ts';

type Sector = Declaration<'sector'>;
export type Field = (typeof FIELDS)[number];
export type Stage = (typeof STAGES)[number];

/** What addresses a sector: what stands in it, and what stands at the top and reaches it through goals and targets. */
export interface SectorRow {
  readonly sector: Sector;
  readonly responsibilities: readonly Declaration<'responsibility'>[];
  readonly measures: readonly Declaration<'measure'>[];
  readonly goals: readonly Declaration<'goal'>[];
  readonly targets: readonly Declaration<'target'>[];
  readonly indicators: readonly Declaration<'indicator'>[];
}

/** One column of one row: which tasks stand where the two meet. */
export type Table<R, C> = ReadonlyMap<R, ReadonlyMap<C, readonly Task[]>>;

/** What stands at the top belongs to no sector; what stands in another sector stays there. */
const atTop = <D extends Declaration>(some: readonly D[], scope: Scope): readonly D[] => some.filter((one) => scope.sectorOf(one) === undefined);

/** Declarations by the ones that a statement of theirs leads to. */
function byNamed<D extends Declaration>(some: readonly D[], word: string, scope: Scope): ReadonlyMap<Declaration, readonly D[]> {
  const found = new Map<Declaration, D[]>();
  for (const one of some)
    for (const named of scope.findAll(one.refs(word as never))) {
      const list = found.get(named);
      if (list === undefined) found.set(named, [one]);
      else list.push(one);
    }
  return found;
}

/** A goal that concerns more sectors than this is one of the whole plan, and says nothing of a single one. */
const MOST_SECTORS = 50;

const sectors = perScope((_: Scope, scope: Scope): ReadonlyMap<Sector, SectorRow> => {
  const goalsBySector = byNamed(
    atTop(scope.of('goal'), scope).filter((goal) => goal.refs('sectors').length <= MOST_SECTORS),
    'sectors',
    scope,
  );
  const topTargets = byNamed(atTop(scope.of('target'), scope), 'serves', scope);
  const topMeasures = byNamed(atTop(measuresOf(scope), scope), 'serves', scope);
  const topIndicators = byNamed(atTop(scope.of('indicator'), scope), 'serves', scope);
  const rows = new Map<Sector, SectorRow>();
  const live = new Set<Declaration>(tasksOf(scope));
  for (const sector of scope.of('sector')) {
    const own = sector.childrenOf('measure').filter((measure) => live.has(measure));
    const goals = distinct([...sector.childrenOf('goal'), ...((goalsBySector.get(sector) ?? []) as readonly Declaration<'goal'>[])]);
    const served = own.flatMap((measure) => scope.findAll(measure.refs('serves')));
    const aimedAt = distinct([...sector.childrenOf('target'), ...goals.flatMap((goal) => topTargets.get(goal) ?? [])]);
    // A target at the top that a measure of the sector serves is one of the sector's; who else serves it is not.
    const targets = distinct([...aimedAt, ...atTop(served.filter((aim) => aim.is('target')) as readonly Declaration<'target'>[], scope)]);
    const aims = [...goals, ...aimedAt];
    const measuredBy = aimedAt.flatMap((target) => measuring(target, scope));
    rows.set(sector, {
      sector,
      responsibilities: sector.childrenOf('responsibility').filter((one) => live.has(one)),
      measures: distinct([...own, ...aims.flatMap((aim) => topMeasures.get(aim) ?? [])]),
      goals,
      targets,
      indicators: distinct([...sector.childrenOf('indicator'), ...measuredBy, ...goals.flatMap((goal) => topIndicators.get(goal) ?? [])]),
    });
  }
  return rows;
});

/** Sector × responsibility, measure, goal, target, indicator, in the order of the sectors. */
export const sectorTable = (scope: Scope): ReadonlyMap<Sector, SectorRow> => sectors(scope, scope);

/** The tasks of a sector. */
export const tasksIn = (row: SectorRow): readonly Task[] => [...row.responsibilities, ...row.measures] as readonly Declaration[] as readonly Task[];

/** Whether anything addresses a sector at all. */
export const isEmpty = (row: SectorRow): boolean =>
  row.responsibilities.length + row.measures.length + row.goals.length + row.targets.length + row.indicators.length === 0;

function tableOf<R, C>(tasks: readonly Task[], rows: (task: Task) => readonly R[], columns: (task: Task) => readonly C[]): Table<R, C> {
  const table = new Map<R, Map<C, Task[]>>();
  for (const task of tasks)
    for (const row of rows(task)) {
      let cells = table.get(row);
      if (cells === undefined) table.set(row, (cells = new Map()));
      for (const column of columns(task)) {
        const cell = cells.get(column);
        if (cell === undefined) cells.set(column, [task]);
        else cell.push(task);
      }
    }
  return table;
}

const sectorGroups = perScope((_: Scope, scope: Scope) =>
  tableOf(
    tasksOf(scope),
    (task) => [scope.sectorOf(task)].filter((sector) => sector !== undefined),
    (task) => groupsOf(task, scope),
  ),
);
const groupPhases = perScope((_: Scope, scope: Scope) =>
  tableOf(
    tasksOf(scope),
    (task) => groupsOf(task, scope),
    (task) => phasesOf(task, scope),
  ),
);

/** Sector × group: the tasks of the sector that are for the group. */
export const sectorGroupTable = (scope: Scope): Table<Sector, Declaration<'group'>> => sectorGroups(scope, scope);

/** Group × phase: the tasks for the group in the phase. */
export const groupPhaseTable = (scope: Scope): Table<Declaration<'group'>, Declaration<'phase'>> => groupPhases(scope, scope);

const items = perScope((_: Scope, scope: Scope): ReadonlyMap<Declaration, readonly Declaration[]> => {
  const covered = new Map<Declaration, readonly Declaration[]>(byNamed(scope.declarations, 'covers', scope));
  for (const [item, by] of itemsMeasured(scope)) covered.set(item, distinct([...(covered.get(item) ?? []), by]));
  return covered;
});

/** Framework item × what covers it, for the items that something covers. */
export const itemTable = (scope: Scope): ReadonlyMap<Declaration, readonly Declaration[]> => items(scope, scope);

const stages = perScope((_: Scope, scope: Scope): ReadonlyMap<Stage, readonly Declaration[]> => {
  const table = new Map<Stage, Declaration[]>(STAGES.map((stage) => [stage, []]));
  for (const one of scope.of('body', 'consultation'))
    for (const fact of one.all('involved in')) for (const stage of fact.value?.stages ?? []) table.get(stage)?.push(one);
  return table;
});

/** Stage of the policy cycle × the bodies and consultations that are involved in it. */
export const stageTable = (scope: Scope): ReadonlyMap<Stage, readonly Declaration[]> => stages(scope, scope);

/** The fields of a sector; one that states none is taken at its name, where its name is that of a field. */
export function fieldsOf(sector: Sector): readonly Field[] {
  const stated = sector.all('field').flatMap((fact) => (fact.value ?? []) as readonly Field[]);
  if (stated.length > 0 || sector.all('field').length > 0) return stated;
  const title = sector.title.toLowerCase();
  return FIELDS.filter((field) => field !== 'other' && (sector.id === field || title === field.replace('-', ' ')));
}

/** The fields of the sector a task stands in. */
export const fieldsOfTask = (task: Task, scope: Scope): readonly Field[] => {
  const sector = scope.sectorOf(task);
  return sector === undefined ? [] : fieldsOf(sector);
};
