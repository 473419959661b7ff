import type { DateSpan } from '../../language/dates.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import type { Body, Consultation } from './_people.ts';

export type Forum = Body | Consultation;

/** The bodies and consultations of a plan. */
export const forumsOf = (plan: Scope): readonly Forum[] => plan.of('body', 'consultation') as readonly Declaration[] as readonly Forum[];

/** The statements on the stages in which a forum has a say. */
export const involvements = (forum: Forum) => (forum as Consultation).all('involved in');

/** The stages in which a forum has a say. */
export const stagesOf = (forum: Forum): readonly string[] => involvements(forum).flatMap((fact) => fact.value?.stages ?? []);

/** When a consultation took or takes place. */
export const periodOf = (forum: Forum) => (forum.kind === 'consultation' ? (forum as Consultation).one('period')?.value : undefined);

/** Since when a forum has been heard in what a statement says; nobody knows of a body that gives no date. */
export const since = (forum: Forum, involved?: ReturnType<typeof involvements>[number]): DateSpan | undefined => involved?.value?.from ?? periodOf(forum)?.from;
