import type { Day, Period } from '../../language/dates.ts';
import type { Declaration } from '../../model/declaration.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { dueBy, type Task } from '../accountability/_tasks.ts';

/** The last day of a plan, where it has one. */
export function planEnd(plan: Scope): Day | undefined {
  const head = plan.plan;
  const to = head?.one('extended to')?.value?.to ?? head?.one('period')?.value?.to;
  return to === undefined ? undefined : daysOf(to, plan).end;
}

/** The period that a task says itself. */
export const periodOf = (task: Task): Period | undefined => (task.is('measure') ? (task as Declaration<'measure'>).one('period')?.value : undefined);

/** The day until which a task runs: its own last one, else that of the plan; none where it goes on without end. */
export function endOf(task: Task, plan: Scope): Day | undefined {
  const due = dueBy(task, plan);
  if (due !== undefined) return due;
  return periodOf(task) === undefined ? planEnd(plan) : undefined;
}

/** A day as people write it: the last one of a year is the year. */
export const until = (day: Day): string => (day.endsWith('-12-31') ? day.slice(0, 4) : day);

/** `in 2026`, `on 2026-06-30`. */
export const when = (day: Day): string => (until(day).length === 4 ? say`in ${until(day)}` : say`on ${day}`);

/** Nobody plans longer; a mistyped year must not make a rule count centuries. */
const MOST_YEARS = 60;

/** The years of a period that has both ends; a financial year goes by the one in which it begins. */
export function yearsOf(period: Period | undefined, plan: Scope): readonly string[] {
  if (period?.from === undefined || period.to === undefined) return [];
  const first = Number(daysOf(period.from, plan).start.slice(0, 4));
  const last = Number((period.to.financial === true ? daysOf(period.to, plan).start : period.to.end).slice(0, 4));
  return Array.from({ length: Math.max(0, Math.min(last - first + 1, MOST_YEARS)) }, (_, i) => String(first + i));
}
