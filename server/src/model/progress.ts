import { addDays, addMonths, type Day, daysInMonth } from '../language/dates.ts';
import type { Form, Lagged, Milestone } from '../language/forms.ts';
import { type Duration, monthsOf } from '../language/times.ts';
import { type Aim, aimed, aimOf, DOWN, satisfies, UP } from './aims.ts';
import type { Declaration } from './declaration.ts';
import { measuring } from './measuring.ts';
import { perScope } from './memo.ts';
import { baselinesOf, daysOf, newestOf, type Observed, sameAge, valueAt, valuesOf } from './observations.ts';
import type { Scope } from './scope.ts';

/** `open`: not met yet, and there is no line to judge it by (counted from an event, without deadline, without baseline). */
export type State = 'on-track' | 'off-track' | 'late-data' | 'met' | 'missed' | 'no-data' | 'open';

export interface Progress {
  readonly state: State;
  readonly indicator?: Declaration<'indicator'>;
  readonly baseline?: Observed;
  readonly newest?: Observed;
  /** What the line asks for at the date of the newest value. */
  readonly expected?: number;
  /** The value to be reached, as the indicator counts it. */
  readonly aim?: number;
  /** How much of the way from baseline to aim is done, 0 to 1. */
  readonly share?: number;
  /** The group or category whose values are meant, where the target is for one that the indicator splits by. */
  readonly part?: string;
}

/** How a target stands, by the indicators it is measured by. Where it has several, the one with the newest value speaks. */
export function progressOf(target: Declaration<'target'>, scope: Scope, today: Day): Progress {
  const days = byDay(target, scope);
  const known = days.get(today) ?? judge(target, scope, today);
  days.set(today, known);
  return known;
}

const byDay = perScope((_: Declaration<'target'>): Map<Day, Progress> => new Map());

function judge(target: Declaration<'target'>, scope: Scope, today: Day): Progress {
  let best: Progress = { state: 'no-data' };
  for (const indicator of measuring(target, scope)) {
    const progress = progressBy(target, indicator, scope, today);
    if (best.indicator === undefined || (progress.newest?.end ?? '') > (best.newest?.end ?? '')) best = progress;
  }
  return best;
}

/** How a target stands by one of its indicators. */
export function progressBy(target: Declaration<'target'>, indicator: Declaration<'indicator'>, scope: Scope, today: Day): Progress {
  const aim = aimOf(target);
  if (aim === undefined) return { state: 'no-data', indicator };
  const part = partOf(target, indicator, scope);
  const { baseline, values } = seriesFor(aim, indicator, scope, part);
  const base = baseline && valueAt(baseline, part)?.number;
  const goal = aimed(aim.form, aim.value, base);
  const deadline = aim.deadline?.kind === 'date' ? daysOf(aim.deadline.date, scope) : undefined;
  const newest = newestOf(values, today);
  const known = {
    indicator,
    ...(baseline && { baseline }),
    ...(goal !== undefined && { aim: goal }),
    ...(part !== undefined && { part }),
  };
  if (newest === undefined || goal === undefined) return { state: 'no-data', ...known };

  const judged = deadline !== undefined && deadline.end < today ? (judgedAt(values, deadline, today) ?? newest) : newest;
  const value = valueAt(judged, part)?.number as number;
  const share = base === undefined || base === goal ? undefined : Math.min(1, Math.max(0, (value - base) / (goal - base)));
  const told = { ...known, newest: judged, ...(share !== undefined && { share }) };
  const reached = satisfies(aim.form, value, goal);
  if (deadline !== undefined && deadline.end < today && judged.end >= deadline.start) return { state: reached ? 'met' : 'missed', ...told };
  if (isLate(judged, indicator, today, deadline?.end)) return { state: 'late-data', ...told };
  // What was so from the start is not reached but held: it may still be lost before the deadline.
  const held = base !== undefined && satisfies(aim.form, base, goal);
  if (reached && !(held && deadline !== undefined && deadline.end >= today)) return { state: 'met', ...told };
  if (deadline === undefined || baseline === undefined || base === undefined || judged.end <= baseline.end || baseline.end >= deadline.end) {
    return { state: reached ? 'on-track' : 'open', ...told };
  }
  const expected = lineAt(judged.end, pointsOf(target, scope, { day: baseline.end, value: base }, { day: deadline.end, value: goal }));
  return { state: beyond(aim.form, value, expected, base, goal) ? 'on-track' : 'off-track', expected, ...told };
}

/** The one group that a target is for, where the indicator is split by it: then the values of that part are meant. */
function partOf(target: Declaration<'target'>, indicator: Declaration<'indicator'>, scope: Scope): string | undefined {
  const groups = target.refs('for').map((ref) => ref.name);
  if (groups.length !== 1) return undefined;
  const [group] = groups as [string];
  return valuesOf(indicator, scope).some((value) => value.parts.has(group)) ? group : undefined;
}

/** Baseline and values that may be compared: of a cohort indicator only those of like durations. */
function seriesFor(
  aim: Aim,
  indicator: Declaration<'indicator'>,
  scope: Scope,
  part: string | undefined,
): { baseline: Observed | undefined; values: readonly Observed[] } {
  const baselines = baselinesOf(indicator, scope).filter((base) => valueAt(base, part) !== undefined);
  const values = valuesOf(indicator, scope).filter((value) => valueAt(value, part) !== undefined);
  const age = ageFor(aim, [...baselines, ...values]);
  return {
    baseline: baselines.find((base) => sameAge(base.at, age)),
    values: values.filter((value) => sameAge(value.at, age)),
  };
}

/** `at least 60% 2 years after arrival` is about values at 2 years; otherwise the longest duration that is measured speaks. */
function ageFor(aim: Aim, observed: readonly Observed[]): Duration | undefined {
  const asked = aim.deadline?.kind === 'event' && aim.deadline.relation !== 'before' ? aim.deadline.duration : undefined;
  if (asked !== undefined && observed.some(({ at }) => at !== undefined)) return asked;
  return observed.reduce<Duration | undefined>(
    (longest, { at }) => (at !== undefined && (longest === undefined || monthsOf(at) > monthsOf(longest)) ? at : longest),
    undefined,
  );
}

/** After the deadline: the last value within its span, else the first one after it. */
function judgedAt(values: readonly Observed[], deadline: { start: Day; end: Day }, today: Day): Observed | undefined {
  const past = values.filter((value) => value.start <= today && value.end >= deadline.start);
  return past.findLast((value) => value.end <= deadline.end) ?? past[0];
}

/** When the next value should be known: a frequency after the newest, and the lag of the data. */
export function nextDue(newest: Observed, indicator: Declaration<'indicator'>): Day | undefined {
  const frequency = indicator.one('frequency')?.value as Lagged | undefined;
  if (frequency?.every === undefined || newest.on === undefined) return undefined;
  return later(later(newest.end, frequency.every), frequency.lag === undefined ? 0 : monthsOf(frequency.lag));
}

/** Months later, counted in days where they are no whole months. The last of a month leads to the last of another: 30 June and 31 December are half a year apart. */
function later(day: Day, months: number): Day {
  if (!Number.isInteger(months)) return addDays(day, Math.round(months * 30.4375));
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  if (date < daysInMonth(year, month)) return addMonths(day, months);
  return addMonths(`${day.slice(0, 8)}31`, months);
}

/** Late: the next value should be known and is not; where no frequency says so, the deadline's own value a year after it. */
function isLate(newest: Observed, indicator: Declaration<'indicator'>, today: Day, deadline: Day | undefined): boolean {
  const due = nextDue(newest, indicator) ?? (deadline === undefined ? undefined : addMonths(deadline, 12));
  return due !== undefined && due < today;
}

export interface Point {
  readonly day: Day;
  readonly value: number;
}

/** The line that a target is judged by, from its baseline over its milestones to its deadline; none where a part of it is not known. */
export function lineOf(target: Declaration<'target'>, { baseline, aim, part }: Progress, scope: Scope): readonly Point[] {
  const deadline = aimOf(target)?.deadline;
  const from = baseline && valueAt(baseline, part)?.number;
  if (baseline === undefined || from === undefined || aim === undefined || deadline?.kind !== 'date') return [];
  const { end } = daysOf(deadline.date, scope);
  return baseline.end >= end ? [] : pointsOf(target, scope, { day: baseline.end, value: from }, { day: end, value: aim });
}

/** The line from baseline to aim, bent by the milestones that have a date between. */
function pointsOf(target: Declaration<'target'>, scope: Scope, from: Point, to: Point): readonly Point[] {
  const bends = target.all('milestone').flatMap((fact): Point[] => {
    const { form, value, deadline } = (fact.value ?? {}) as Partial<Milestone>;
    if (form === undefined || value === undefined || deadline?.kind !== 'date') return [];
    const day = daysOf(deadline.date, scope).end;
    const at = aimed(form, value, from.value);
    return at === undefined || day <= from.day || day >= to.day ? [] : [{ day, value: at }];
  });
  return [from, ...bends.sort((a, b) => (a.day < b.day ? -1 : 1)), to];
}

function lineAt(day: Day, points: readonly Point[]): number {
  const next = points.findIndex((point) => point.day >= day);
  const [a, b] = [points[Math.max(0, next - 1)] as Point, points[next < 0 ? points.length - 1 : next] as Point];
  if (a.day === b.day) return b.value;
  return a.value + ((b.value - a.value) * (monthAt(day) - monthAt(a.day))) / (monthAt(b.day) - monthAt(a.day));
}

/** A day as months, so that four years have four equal parts: a leap day must not put a plan behind its line. */
function monthAt(day: Day): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return year * 12 + month + date / daysInMonth(year, month);
}

/** At or beyond the line, the way the target looks; one that asks for an exact value looks from the baseline. */
function beyond(form: Form, value: number, expected: number, base: number, goal: number): boolean {
  const slack = Math.max(Math.abs(value), Math.abs(expected)) * 1e-9;
  if (UP.has(form) || (!DOWN.has(form) && goal > base)) return value >= expected - slack;
  return value <= expected + slack;
}
