import { fieldsOf } from '../../model/coverage.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { Use } from '../../model/reach.ts';
import type { Scope } from '../../model/scope.ts';
import { tasksOf } from '../../model/tasks.ts';
import { isOver } from '../monitoring/_figures.ts';
import type { At } from '../rule.ts';

export { isOver };

/**
 * Whether the plan speaks for integration as a whole: a project is about one thing, and what a region is competent for differs from
 * country to country, so neither owes every subject.
 */
export const isWhole = (plan: Scope): boolean =>
  plan.planKind !== 'project' && !isOver(plan) && (plan.levels.length === 0 || plan.levels.some((level) => level !== 'regional'));

/** Whether a plan above the municipalities is about one field, as the directions for health care are. */
export const isOfOneField = (plan: Scope): boolean =>
  plan.levels.length > 0 && !plan.levels.includes('local') && new Set(plan.of('sector').flatMap((sector) => fieldsOf(sector))).size < 2;

/** A strategy says where to go; what is done for it may be left to others. */
export const owesMeasures = (plan: Scope): boolean => plan.planKind !== 'strategy';

/** Whether the plan has anything that could address somebody. */
export const doesSomething = (plan: Scope): boolean => tasksOf(plan).length > 0;

/** Whether there is enough of the plan to miss a subject in it: one that was begun a minute ago is left in peace. */
export const hasTakenShape = (plan: Scope): boolean => tasksOf(plan).length >= 3;

/** Whether the plan says that it leaves something out on purpose. */
export const excludes = (plan: Scope, words: RegExp): boolean =>
  plan.plan?.all('excludes').some((fact) => fact.value !== undefined && words.test(fact.value.text)) ?? false;

/** A finding about something inherited stands at the plan's first use of it. */
export const placeOf = (place: Declaration | Use): At => ('ref' in place ? { ref: place.ref, in: place.in } : place);
