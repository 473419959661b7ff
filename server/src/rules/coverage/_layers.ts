import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';

/** The measures and duties of a plan, and whether it has such a layer at all. */
export const work = (plan: Scope): readonly Declaration<'measure' | 'responsibility'>[] => plan.of('measure', 'responsibility');

/** Whether somebody stands behind a task by name. */
export const hasHolder = (task: Declaration<'measure' | 'responsibility'>): boolean => task.has('lead', 'accountable', 'responsible');

/** The fields that the sectors of a plan cover. */
export const fieldsOf = (plan: Scope): ReadonlySet<string> =>
  new Set(plan.of('sector').flatMap((sector) => sector.all('field').flatMap((fact) => fact.value ?? [])));

/** A group with the groups that include it and those it includes: a measure for one of them reaches it. */
export function reached(plan: Scope): ReadonlySet<Declaration> {
  const found = new Set<Declaration>();
  const add = (group: Declaration | undefined) => {
    if (group === undefined || found.has(group)) return;
    found.add(group);
    for (const inner of plan.findAll(group.refs())) if (inner.kind === 'group') add(inner);
  };
  for (const task of work(plan)) for (const group of plan.findAll(task.refs('for'))) add(group);
  return found;
}

/** Whether a sector takes part in judging measures: it is of the plan's own making, not left out on purpose. */
export const judged = (plan: Scope): readonly Declaration<'sector'>[] => plan.of('sector');

/** The groups that a plan owes something: its own, and those of the levels above that its sectors, targets and mandates name. */
export function owed(plan: Scope): ReadonlyMap<Declaration, Declaration | undefined> {
  const groups = new Map<Declaration, Declaration | undefined>();
  for (const group of plan.of('group')) groups.set(group, group);
  for (const user of plan.of('sector', 'target')) {
    for (const group of plan.findAll(user.is('sector') ? user.refs('groups' as never) : user.refs('for' as never)))
      if (group.kind === 'group' && !groups.has(group)) groups.set(group, user);
  }
  return groups;
}

/** What a plan says in words: titles, ids and texts of its measures, groups, targets and indicators. */
export function spoken(plan: Scope): string {
  return plan
    .of('measure', 'responsibility', 'group', 'indicator', 'target', 'goal', 'sector')
    .map((d) => `${d.id} ${d.title} ${String(d.facts.find((fact) => fact.word === 'about')?.value ?? '')}`)
    .join('\n')
    .toLowerCase();
}
