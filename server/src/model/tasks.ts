import type { Declaration } from './declaration.ts';
import { perScope } from './memo.ts';
import type { Scope } from './scope.ts';

/** What a plan does, once or all the time. */
export type Task = Declaration<'responsibility' | 'measure'>;

/** What was cancelled is done for nobody; what is completed was done. */
const isLive = (task: Task): boolean => task.one('status')?.value?.word !== 'cancelled';

const live = perScope((_: Scope, scope: Scope) => {
  const tasks: Task[] = [];
  const measures: Declaration<'measure'>[] = [];
  for (const task of scope.of('responsibility', 'measure')) {
    if (!isLive(task)) continue;
    tasks.push(task);
    if (task.is('measure')) measures.push(task as Declaration<'measure'>);
  }
  return { tasks, measures };
});

/** The responsibilities and measures of a scope that were not cancelled. */
export const tasksOf = (scope: Scope): readonly Task[] => live(scope, scope).tasks;

/** The measures among them. */
export const measuresOf = (scope: Scope): readonly Declaration<'measure'>[] => live(scope, scope).measures;

/** Nobody means more groups or phases by one word; the rest of a longer list is not worth the time it costs. */
const MOST = 100;

const groupsSaid = perScope((one: Declaration, scope: Scope): readonly Declaration<'group'>[] =>
  groupsNamed(one.refs(...(['for', 'groups'] as never[])).slice(0, MOST), scope),
);
const phasesSaid = perScope((one: Declaration, scope: Scope): readonly Declaration<'phase'>[] => {
  const refs = one.refs(...(['in', 'phases'] as never[])).slice(0, MOST);
  return scope.findAll(refs).filter((found) => found.is('phase')) as readonly Declaration<'phase'>[];
});

const groups = perScope((task: Task, scope: Scope): readonly Declaration<'group'>[] => {
  const own = groupsSaid(task, scope);
  if (own.length > 0) return own;
  const served = task.is('measure') ? scope.findAll(task.refs('serves').slice(0, MOST)) : [];
  const aimedAt = new Set(served.flatMap((aim) => (aim.is('target') ? groupsSaid(aim, scope) : [])));
  if (aimedAt.size > 0) return [...aimedAt].slice(0, MOST);
  const sector = scope.sectorOf(task);
  return sector === undefined ? [] : groupsSaid(sector, scope);
});

/** The groups that a task is for: those it names, else those of the targets it serves, else those of its sector. */
export const groupsOf = (task: Task, scope: Scope): readonly Declaration<'group'>[] => groups(task, scope);

/** The phases that a task belongs to: those it names, else those of its sector. */
export function phasesOf(task: Task, scope: Scope): readonly Declaration<'phase'>[] {
  const own = phasesSaid(task, scope);
  const sector = own.length > 0 ? undefined : scope.sectorOf(task);
  return sector === undefined ? own : phasesSaid(sector, scope);
}

/** The groups among what names lead to. */
export const groupsNamed = (refs: Parameters<Scope['findAll']>[0], scope: Scope): readonly Declaration<'group'>[] =>
  scope.findAll(refs).filter((found) => found.is('group')) as readonly Declaration<'group'>[];

/** Whether a group is of the society that receives newcomers. */
export const isReceiving = (group: Declaration<'group'>): boolean => group.one('kind')?.value === 'receiving-society';
