import type { DateSpan, Period } from '../../language/dates.ts';
import { addMonths } from '../../language/dates.ts';
import { type Deadline, monthsOf } from '../../language/times.ts';
import type { Declaration, Fact } from '../../model/declaration.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';

/** A date by which a plan says that something is done, and where. */
export interface Due {
  readonly deadline: Deadline;
  readonly said: string;
  readonly at: Fact;
}

/** A deadline as it was written, without the word that leads it. */
export const spokenDeadline = (fact: Fact): string => fact.node.values.map((token) => token.image).join(' ');

/** When something is due by its own words: its deadlines; else the end of its period; a plan, when it is evaluated. */
export function duesOf(one: Declaration): readonly Due[] {
  const facts = (word: string) => one.facts.filter((fact) => fact.word === word && fact.value !== undefined);
  const stated = facts('deadline').map((at) => ({ deadline: at.value as Deadline, said: spokenDeadline(at), at }));
  if (stated.length > 0) return stated;
  const dated = (at: Fact, date: DateSpan | undefined): readonly Due[] =>
    date === undefined ? [] : [{ deadline: { kind: 'date', date }, said: date.text, at }];
  if (one.kind === 'plan') return facts('evaluated').flatMap((at) => dated(at, (at.value as { on?: DateSpan }).on));
  return one.kind === 'measure' ? facts('period').flatMap((at) => dated(at, (at.value as Period).to)) : [];
}

/** Whether one deadline falls later than another; `undefined` where the two cannot be compared. */
export function isLater(own: Deadline, demanded: Deadline, plan: Scope): boolean | undefined {
  const [a, b] = [dayOf(own, plan), dayOf(demanded, plan)];
  if (a !== undefined && b !== undefined) return a > b;
  if (own.kind !== 'event' || demanded.kind !== 'event') return undefined;
  if (own.event !== undefined && demanded.event !== undefined && own.event !== demanded.event) return undefined;
  if ((own.relation === 'before') !== (demanded.relation === 'before')) return undefined;
  const longer = monthsOf(own.duration) - monthsOf(demanded.duration);
  return Math.abs(longer) < 0.1 ? false : own.relation === 'before' ? longer < 0 : longer > 0;
}

/** The day of a deadline: its date, or what is counted from the end of the plan. */
function dayOf(deadline: Deadline, plan: Scope): string | undefined {
  if (deadline.kind === 'date') return daysOf(deadline.date, plan).end;
  if (deadline.kind !== 'event' || deadline.event !== 'end') return undefined;
  const end = plan.plan?.one('extended to')?.value?.to ?? plan.plan?.one('period')?.value?.to;
  if (end === undefined) return undefined;
  const months = monthsOf(deadline.duration);
  return addMonths(daysOf(end, plan).end, deadline.relation === 'before' ? -months : months);
}
