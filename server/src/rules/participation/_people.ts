import type { Day, Period } from '../../language/dates.ts';
import { isRef } from '../../language/forms.ts';
import type { Declaration } from '../../model/declaration.ts';
import { perScope } from '../../model/memo.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import { groupsNamed, groupsOf, isReceiving, tasksOf } from '../../model/tasks.ts';
import { isCivilSociety } from '../accountability/_tasks.ts';

export type Body = Declaration<'body'>;
export type Consultation = Declaration<'consultation'>;

/** Who sits in a body, or was heard in a consultation. */
export const seated = (forum: Body | Consultation, plan: Scope): readonly Declaration[] =>
  plan.findAll(forum.kind === 'body' ? (forum as Body).refs('members', 'chair', 'seats') : (forum as Consultation).refs('with'));

/** Those whom a body only names in words: offices, mostly. */
export function seatedInWords(body: Body): readonly string[] {
  const seats = [...body.all('members').flatMap((fact) => fact.value ?? []), body.one('chair')?.value, ...body.all('seats').map((fact) => fact.value?.of)];
  return seats.filter((seat) => seat !== undefined).flatMap((seat) => (isRef(seat) ? [] : [seat]));
}

const ANSWERING = ['accountable', 'lead', 'responsible', 'supervised by', 'hands over to'] as const;

const taking = perScope((_: Scope, plan: Scope): ReadonlySet<Declaration> => {
  const found = new Set<Declaration>();
  const add = (one: Declaration, ...words: readonly string[]) => {
    for (const holder of plan.findAll(one.refs(...words))) found.add(holder);
  };
  // A group that is made to answer for itself, or that money is paid to, has not been asked anything.
  const addOffices = (one: Declaration, ...words: readonly string[]) => {
    for (const holder of plan.findAll(one.refs(...words))) if (holder.kind !== 'group') found.add(holder);
  };
  for (const task of tasksOf(plan)) {
    addOffices(task, ...ANSWERING);
    add(task, 'consulted');
    // Who takes part in what is made for them are its participants; with others they make it.
    const participants = new Set<Declaration>(groupsOf(task, plan));
    for (const holder of plan.findAll((task as Declaration).refs('with', 'supported by'))) if (!participants.has(holder)) found.add(holder);
  }
  for (const sector of plan.of('sector')) addOffices(sector, 'lead');
  if (plan.head !== undefined) add(plan.head, 'adopted', 'coordinator', 'review', 'evaluated');
  for (const forum of plan.of('body', 'consultation')) for (const one of seated(forum as Body, plan)) found.add(one);
  for (const holder of plan.of('actor', 'partner')) {
    add(holder, 'works with');
    if (holder.has('works with') || holder.childrenOf('agreement').length > 0) found.add(holder);
  }
  for (const agreement of plan.of('agreement')) addOffices(agreement, 'parties');
  for (const fund of plan.of('fund')) addOffices(fund, 'to');
  for (const mandate of plan.of('mandate')) addOffices(mandate, 'to', 'with');
  // Whoever sits in a body that takes part does so too; what is added here is looked at in its turn.
  for (const one of found) if (one.is('body')) for (const member of seated(one, plan)) found.add(member);
  return found;
});

/** Everybody who has a part in the plan: who does something, is asked, sits somewhere or has an agreement. To be told is no part. */
export const takingPart = (plan: Scope): ReadonlySet<Declaration> => taking(plan, plan);

/** Whether somebody speaks for newcomers: they themselves, what they have founded, and those who represent them. */
export function isOfNewcomers(holder: Declaration, plan: Scope): boolean {
  if (holder.kind === 'group') return !isReceiving(holder as Declaration<'group'>);
  if (holder.kind === 'body' && (holder as Body).one('kind')?.value === 'migrant-council') return true;
  if (holder.is('actor', 'partner') && holder.one('type')?.value === 'migrant-organisation') return true;
  if (!holder.is('actor', 'partner', 'body')) return false;
  return groupsNamed(holder.refs('represents'), plan).some((group) => !isReceiving(group));
}

/** Whether somebody is of civil society: an organisation, people who speak for themselves, or a council of either. */
export function isOfCivilSociety(holder: Declaration): boolean {
  if (holder.kind === 'group') return true;
  if (holder.kind === 'body') return ['migrant-council', 'stakeholder-council'].includes((holder as Body).one('kind')?.value ?? '');
  return isCivilSociety(holder) || (holder.is('actor', 'partner') && holder.one('type')?.value === 'individuals');
}

/** The bodies of a plan that still sit. */
export const sittingBodies = (plan: Scope, today: Day): readonly Body[] =>
  plan.of('body').filter((body) => {
    const to = (body.one('term')?.value as Period | undefined)?.to;
    return to === undefined || daysOf(to, plan).end >= today;
  });

/** What some are called, for a list: `Migrant council, Housing trust`. */
export const titles = (some: Iterable<Declaration>): readonly string[] => [...some].map((one) => one.title);
