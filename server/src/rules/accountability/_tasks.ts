import type { Period } from '../../language/dates.ts';
import type { Deadline } from '../../language/times.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';

/** What somebody has to do: a standing duty or a measure. */
export type Task = Declaration<'responsibility' | 'measure'>;

/** The tasks of a plan that still bind somebody: what is completed or cancelled owes nothing more. */
export const openTasks = (plan: Scope): readonly Task[] => plan.of('responsibility', 'measure').filter((task) => !isDone(task));

export const isDone = (task: Declaration): boolean => {
  const status = (task.one('status')?.value as { word?: string } | undefined)?.word;
  return status === 'completed' || status === 'cancelled';
};

/** Who answers for a task. */
export const answering = (task: Task, plan: Scope): readonly Declaration[] => plan.findAll(task.refs('accountable', 'lead'));

/** Who carries a task out. */
export const doing = (task: Task, plan: Scope): readonly Declaration[] => plan.findAll(task.refs('lead', 'responsible'));

/** Everybody who takes part in doing a task. */
export const takingPart = (task: Task, plan: Scope): readonly Declaration[] => {
  const measure = task.is('measure') ? (task as Declaration<'measure'>).refs('with') : [];
  return [...doing(task, plan), ...plan.findAll(measure)];
};

/** Whether somebody works without pay: a group of volunteers, or an organisation that has only volunteers for it. */
export const isVolunteer = (holder: Declaration): boolean =>
  holder.is('actor', 'partner') &&
  (holder.one('capacity')?.value === 'volunteer' || (holder.one('type')?.value === 'volunteer-group' && holder.one('capacity')?.value === undefined));

/** Whether the law or a level above demands a task. */
export const isStatutory = (task: Task, plan: Scope): boolean =>
  plan.findAll(task.refs('fulfils')).some((mandate) => mandate.is('mandate') && (mandate.one('force')?.value ?? 'must') === 'must');

/** The last day on which a task is due, where one is said: its deadlines, its steps, the end of its own period. */
export function dueBy(task: Task): string | undefined {
  const days: string[] = [];
  const add = (deadline: Deadline | undefined) => {
    if (deadline?.kind === 'date') days.push(deadline.date.end);
  };
  for (const fact of task.all('deadline')) add(fact.value as Deadline | undefined);
  const end = task.is('measure') ? ((task as Declaration<'measure'>).one('period')?.value as Period | undefined)?.to?.end : undefined;
  if (end !== undefined) days.push(end);
  return days.sort().at(-1);
}

const CIVIL = new Set(['ngo', 'migrant-organisation', 'volunteer-group', 'religious-community', 'sports-club', 'cultural-association']);

/** Whether an organisation is one of civil society. */
export const isCivilSociety = (holder: Declaration): boolean =>
  holder.is('actor', 'partner') && CIVIL.has((holder.one('type')?.value as string | undefined) ?? '');
