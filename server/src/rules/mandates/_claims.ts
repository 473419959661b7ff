import type { DateSpan, Period } from '../../language/dates.ts';
import { counted } from '../../language/nouns.ts';
import type { Ref } from '../../language/shape.ts';
import { type Deadline, type Duration, monthsOf } from '../../language/times.ts';
import type { Declaration, Fact } from '../../model/declaration.ts';
import { perScope } from '../../model/memo.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { isDone, type Task } from '../accountability/_tasks.ts';

/** What says that it answers a demand of the law: a task that fulfils a mandate, or whatever covers an item of a framework. */
export interface Claim {
  readonly by: Declaration;
  readonly demand: Declaration<'mandate' | 'item'>;
  /** The scope in which the demand is made. */
  readonly from: Scope;
  readonly ref: Ref;
  readonly fact: Fact;
}

const claims = perScope((_: Scope, plan: Scope): readonly Claim[] =>
  plan.declarations.flatMap((by) =>
    by.facts
      .filter((fact) => fact.word === 'fulfils' || fact.word === 'covers')
      .flatMap((fact) =>
        fact.refs.flatMap((ref) => {
          const found = plan.resolve(ref.name);
          const demand = found?.declaration;
          return found !== undefined && demand?.is('mandate', 'item') ? [{ by, demand, from: found.scope, ref, fact } as Claim] : [];
        }),
      ),
  ),
);

/** Every claim of a plan, in the order written. */
export const claimsOf = (plan: Scope): readonly Claim[] => claims(plan, plan);

/** Those that still bind: what was completed or cancelled is judged no more. */
export const openClaims = (plan: Scope): readonly Claim[] => claimsOf(plan).filter(({ by }) => !by.is('responsibility', 'measure') || !isDone(by));

/** Whether something was given up. What is completed was done, and counts. */
export const isCancelled = (one: Declaration): boolean => one.is('responsibility', 'measure') && (one as Task).one('status')?.value?.word === 'cancelled';

/** Something a plan says of how long it takes. */
export interface Length {
  readonly months: number;
  readonly said: string;
  readonly at: Fact;
}

const MONTH = 365.25 / 12;
const DAY = 86_400_000;

/** The months from the first day to the last, both included. */
function monthsIn(from: DateSpan, to: DateSpan, plan: Scope): number {
  const days = (Date.parse(daysOf(to, plan).end) - Date.parse(daysOf(from, plan).start)) / DAY + 1;
  return days / MONTH;
}

function ofPeriod(fact: Fact | undefined, plan: Scope, to?: Fact<{ to: DateSpan }>): readonly Length[] {
  const period = fact?.value as Period | undefined;
  const end = to?.value?.to ?? period?.to;
  if (fact === undefined || period?.from === undefined || end === undefined) return [];
  return [{ months: monthsIn(period.from, end, plan), said: say`${period.from.text} to ${end.text}`, at: to ?? fact }];
}

export const isDuration = (value: unknown): value is Duration => typeof value === 'object' && value !== null && 'count' in value && 'unit' in value;
const written = ({ count, unit }: Duration): string => counted(count, unit);

const ofDuration = (facts: readonly Fact[], value: (fact: Fact) => unknown): readonly Length[] =>
  facts.flatMap((fact) => {
    const duration = value(fact);
    return isDuration(duration) ? [{ months: monthsOf(duration), said: written(duration), at: fact }] : [];
  });

/** How long something takes by its own words: its period, its term, or the time within which it is to be done. */
export function lengthsOf(one: Declaration, plan: Scope): readonly Length[] {
  const facts = (word: string) => one.facts.filter((fact) => fact.word === word);
  const within = facts('deadline').filter(
    (fact) => (fact.value as Deadline | undefined)?.kind === 'event' && (fact.value as { relation: string }).relation !== 'before',
  );
  return [
    ...ofPeriod(facts('period')[0], plan, facts('extended to')[0] as Fact<{ to: DateSpan }> | undefined),
    ...ofPeriod(facts('term')[0], plan),
    ...ofDuration(facts('term'), (fact) => fact.value),
    ...ofDuration(facts('lasts'), (fact) => (isDuration(fact.value) ? fact.value : (fact.value as { duration?: Duration } | undefined)?.duration)),
    ...ofDuration(within, (fact) => (fact.value as { duration: Duration }).duration),
  ];
}
