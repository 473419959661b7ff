import type { Deadline } from '../../language/times.ts';
import type { Declaration } from '../../model/declaration.ts';
import { distinct } from '../../model/distinct.ts';
import { perScope } from '../../model/memo.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import type { Task } from '../../model/tasks.ts';

export type { Task } from '../../model/tasks.ts';

/** Whether a plan has had its time: what it asked for is history, or is asked for by the plan that replaced it. */
export const isOver = (plan: Scope): boolean => ['closed', 'superseded'].includes(plan.plan?.one('status')?.value ?? '');

export const isDone = (task: Declaration<'responsibility'> | Declaration<'measure'> | Task): boolean =>
  ['completed', 'cancelled'].includes((task as Task).one('status')?.value?.word ?? '');

const open = perScope((_: Scope, plan: Scope): readonly Task[] => (isOver(plan) ? [] : plan.of('responsibility', 'measure').filter((task) => !isDone(task))));

/** The tasks of a plan that still bind somebody: what is completed or cancelled owes nothing more, nor does a plan that is over. */
export const openTasks = (plan: Scope): readonly Task[] => open(plan, plan);

/** The measures among them. */
export const openMeasures = (plan: Scope): readonly Declaration<'measure'>[] =>
  openTasks(plan).filter((task) => task.is('measure')) as readonly Declaration<'measure'>[];

/** Who answers for a task; the body under which several answer jointly is not one of them. */
export const answering = (task: Task, plan: Scope): readonly Declaration[] => {
  const named = task.all('accountable').flatMap((fact) => fact.value?.names ?? []);
  return distinct(plan.findAll([...named, ...task.refs('lead')]));
};

/** Who carries a task out. */
export const doing = (task: Task, plan: Scope): readonly Declaration[] => distinct(plan.findAll(task.refs('lead', 'responsible')));

/** Everybody who takes part in doing a task. */
export const takingPart = (task: Task, plan: Scope): readonly Declaration[] => {
  const others = task.is('measure') ? (task as Declaration<'measure'>).refs('with') : [];
  return distinct([...doing(task, plan), ...plan.findAll(others)]);
};

/** Whether somebody works without pay: a group of volunteers, or an organisation that has only volunteers for it. */
export const isVolunteer = (holder: Declaration): boolean => {
  if (!holder.is('actor', 'partner')) return false;
  const capacity = holder.one('capacity')?.value;
  return capacity === 'volunteer' || (holder.one('type')?.value === 'volunteer-group' && capacity === undefined);
};

/** Whether the law or a level above demands a task. */
export const isStatutory = (task: Task, plan: Scope): boolean =>
  plan.findAll(task.refs('fulfils')).some((mandate) => mandate.is('mandate') && (mandate.one('force')?.value ?? 'must') === 'must');

/** The last day on which a task is due, where one is said: its deadlines, or the end of its own period. */
export function dueBy(task: Task, plan: Scope): string | undefined {
  const deadlines = (task.all('deadline') as readonly { value: Deadline | undefined }[]).map((fact) => fact.value);
  if (deadlines.some((deadline) => deadline?.kind === 'ongoing')) return undefined;
  const dates = deadlines.flatMap((deadline) => (deadline?.kind === 'date' ? [deadline.date] : []));
  const end = task.is('measure') ? (task as Declaration<'measure'>).one('period')?.value?.to : undefined;
  return [...dates, ...(end === undefined ? [] : [end])]
    .map((date) => daysOf(date, plan).end)
    .sort()
    .at(-1);
}

const CIVIL = new Set(['ngo', 'migrant-organisation', 'volunteer-group', 'religious-community', 'sports-club', 'cultural-association']);

/** Whether an organisation is one of civil society. */
export const isCivilSociety = (holder: Declaration): boolean =>
  holder.is('actor', 'partner') && CIVIL.has((holder.one('type')?.value as string | undefined) ?? '');

const signed = perScope((_: Scope, plan: Scope): ReadonlyMap<Declaration, readonly Declaration<'agreement'>[]> => {
  const found = new Map<Declaration, Declaration<'agreement'>[]>();
  for (const scope of [plan, ...plan.ancestors])
    for (const agreement of scope.of('agreement')) {
      const parties = scope.findAll(agreement.refs('parties'));
      for (const party of agreement.parent?.is('partner') ? [agreement.parent, ...parties] : parties)
        if (found.get(party)?.push(agreement) === undefined) found.set(party, [agreement]);
    }
  return found;
});

/** The agreements that bind somebody, of this plan or of one above it. */
export const agreementsOf = (holder: Declaration, plan: Scope): readonly Declaration<'agreement'>[] => signed(plan, plan).get(holder) ?? [];

/** The organisation that somebody is a part of. */
export const wholeOf = (holder: Declaration, plan: Scope): Declaration | undefined =>
  holder.is('actor', 'partner') ? plan.findAll(holder.refs('part of'))[0] : undefined;

/** A post is one person unless it says how many hold it; anything else is where it says so. */
export function isOnePerson(holder: Declaration<'actor' | 'partner'>): boolean {
  if ((holder.one('count')?.value ?? 1) > 1 || holder.has('each of')) return false;
  const staff = holder.one('staff')?.value?.number;
  return staff === undefined ? holder.one('type')?.value === 'post' : staff <= 1;
}
