import type { Declaration } from '../model/declaration.ts';
import type { Task } from '../model/tasks.ts';
import { answering, doing, isOnePerson, isVolunteer, openTasks } from '../rules/accountability/_tasks.ts';
import { type FindGap, type Gap, gapsOf, type Mention, mention, type Seen } from './view.ts';

/** What somebody is to a task: the letters of a RACI matrix, and S for who supervises. */
export type Letter = 'A' | 'R' | 'C' | 'I' | 'S';
export const LETTERS: Readonly<Record<Letter, string>> = { A: 'accountable', R: 'responsible', C: 'consulted', I: 'informed', S: 'supervises' };

export interface Holder {
  readonly who: Mention;
  readonly volunteer: boolean;
  /** It is one person, on whom everything may hang. */
  readonly person: boolean;
  readonly deputy?: string;
}

export interface TaskRow {
  readonly task: Mention;
  /** For each holder of the matrix, in order, what it is to the task. */
  readonly letters: readonly (readonly Letter[])[];
  readonly deputy?: string;
  readonly gap?: Gap;
}

/** The matrix of a sector; what belongs to no sector has one of its own. */
export interface Matrix {
  readonly sector?: Mention;
  readonly lead: readonly Mention[];
  readonly holders: readonly Holder[];
  readonly tasks: readonly TaskRow[];
}

/** How much one role holder answers for and carries out. */
export interface Load {
  readonly holder: Holder;
  readonly answers: number;
  readonly does: number;
  /** The share of all open tasks that it answers for. */
  readonly share: number;
  readonly gap?: Gap;
}

export interface Responsibilities {
  readonly matrices: readonly Matrix[];
  readonly loads: readonly Load[];
  readonly openTasks: number;
}

export function responsibilities(seen: Seen): Responsibilities {
  const { scope: plan } = seen;
  const find = gapsOf(seen);
  const bySector = new Map<Declaration<'sector'> | undefined, Task[]>(plan.of('sector').map((sector) => [sector, []]));
  for (const task of plan.of('responsibility', 'measure') as readonly Task[]) {
    const sector = plan.sectorOf(task);
    if (bySector.get(sector)?.push(task) === undefined) bySector.set(sector, [task]);
  }
  const matrices = [...bySector].filter(([, tasks]) => tasks.length > 0).map(([sector, tasks]) => matrixOf(sector, tasks, seen, find));
  return { matrices, loads: loadsOf(seen, find), openTasks: openTasks(plan).length };
}

/** Everybody with a part in a task, and which. */
export function rolesOf(task: Task, seen: Seen): ReadonlyMap<Declaration, readonly Letter[]> {
  const roles = new Map<Declaration, Letter[]>();
  const add = (letter: Letter, some: readonly Declaration[]) => {
    for (const one of some) {
      const letters = roles.get(one);
      if (letters === undefined) roles.set(one, [letter]);
      else if (!letters.includes(letter)) letters.push(letter);
    }
  };
  const named = (...words: readonly string[]) => seen.scope.findAll(task.refs(...(words as never[])));
  add('A', answering(task, seen.scope));
  add('R', [...doing(task, seen.scope), ...named('with')]);
  add('C', named('consulted'));
  add('I', named('informed'));
  add('S', named('supervised by'));
  return roles;
}

function matrixOf(sector: Declaration<'sector'> | undefined, tasks: readonly Task[], seen: Seen, find: FindGap): Matrix {
  const lead = sector === undefined ? [] : seen.scope.findAll(sector.refs('lead'));
  const roles = tasks.map((task) => rolesOf(task, seen));
  const holders = [...new Set([...lead, ...roles.flatMap((of) => [...of.keys()])])];
  return {
    ...(sector && { sector: mention(sector, seen) }),
    lead: lead.map((one) => mention(one, seen)),
    holders: holders.map((one) => holderOf(one, seen)),
    tasks: tasks.map((task, i) => {
      const gap = find(task, 'accountability/no-accountable', 'accountability/several-accountable', 'accountability/no-responsible');
      const volunteers = gap ?? find(task, 'accountability/statutory-task-on-volunteers', 'accountability/volunteers-only');
      const deputy = deputyOf(task, seen);
      return {
        task: mention(task, seen),
        letters: holders.map((one) => roles[i]?.get(one) ?? []),
        ...(deputy !== undefined && { deputy }),
        ...(volunteers && { gap: volunteers }),
      };
    }),
  };
}

export function holderOf(one: Declaration, seen: Seen): Holder {
  const deputy = deputyOf(one, seen);
  return {
    who: mention(one, seen),
    volunteer: isVolunteer(one),
    person: one.is('actor', 'partner') && isOnePerson(one),
    ...(deputy !== undefined && { deputy }),
  };
}

/** Who stands in, by title or in the plan's own words. */
function deputyOf(one: Declaration, seen: Seen): string | undefined {
  const fact = one.facts.find(({ word }) => word === 'deputy');
  if (fact === undefined) return undefined;
  return seen.scope.findAll(fact.refs)[0]?.title ?? (typeof fact.value === 'string' ? fact.value : undefined);
}

function loadsOf(seen: Seen, find: FindGap): readonly Load[] {
  const tasks = openTasks(seen.scope);
  const counts = new Map<Declaration, { answers: number; does: number }>();
  const of = (holder: Declaration) => {
    let count = counts.get(holder);
    if (count === undefined) counts.set(holder, (count = { answers: 0, does: 0 }));
    return count;
  };
  for (const task of tasks) {
    for (const holder of answering(task, seen.scope)) of(holder).answers++;
    for (const holder of doing(task, seen.scope)) of(holder).does++;
  }
  const loads = [...counts].map(([holder, { answers, does }]): Load => {
    const gap = find(holder, 'accountability/concentration', 'accountability/single-person');
    return { holder: holderOf(holder, seen), answers, does, share: answers / tasks.length, ...(gap && { gap }) };
  });
  return loads.sort((a, b) => b.answers - a.answers || b.does - a.does);
}
