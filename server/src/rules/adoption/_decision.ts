import type { DateSpan, Day } from '../../language/dates.ts';
import type { Fact } from '../../model/declaration.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';

/** Whether a plan is still being made. */
export const isBeingMade = (plan: Scope): boolean => ['draft', 'consultation'].includes(plan.plan?.one('status')?.value ?? '');

/** Whether the time of a plan has come; where it is not known, it counts as come. */
export function hasBegun(plan: Scope, today: Day): boolean {
  const from = plan.plan?.one('period')?.value?.from;
  return from === undefined || daysOf(from, plan).start <= today;
}

/** The last day of a plan, as it was extended. */
export function endOf(plan: Scope): { readonly date: DateSpan; readonly day: Day; readonly at: Fact } | undefined {
  const extended = plan.plan?.one('extended to');
  const period = plan.plan?.one('period');
  const date = extended?.value?.to ?? period?.value?.to;
  const at = extended?.value === undefined ? period : extended;
  return date === undefined || at === undefined ? undefined : { date, at, day: daysOf(date, plan).end };
}

/** Whether a plan of the workspace is named by the statements with a word. */
export const plansNamed = (plan: Scope, word: 'succeeded by' | 'supersedes' | 'implements' | 'under'): readonly Scope[] =>
  (plan.plan?.refs(word) ?? []).flatMap((ref) => plan.named(ref.name) ?? []).filter((other) => other.kind === 'plan' && other !== plan);

/** The plans that replaced a plan: those it names, and those that say so of themselves. */
export const successorsOf = (plan: Scope): readonly Scope[] => [...new Set([...plansNamed(plan, 'succeeded by'), ...plan.successors])];

/** Whether a plan belongs to one municipality, county or region: what carries it stands in their other plans. */
export const isOfOnePlace = (plan: Scope): boolean => plan.levels.length === 0 || plan.levels.some((level) => level === 'local' || level === 'regional');
