import { type DateSpan, date } from './dates.ts';
import { type Cursor, type Expectation, either, led, literal, map, opt, type Shape, seq } from './shape.ts';
import { text, word } from './words.ts';

export type TimeUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface Duration {
  readonly count: number;
  readonly unit: TimeUnit;
}

/** When something is due: a date, a span counted from an event, or a duty without end. */
export type Deadline =
  | { readonly kind: 'date'; readonly date: DateSpan }
  | { readonly kind: 'event'; readonly duration: Duration; readonly relation: 'within' | 'after' | 'before'; readonly event?: string }
  | { readonly kind: 'ongoing' };

/** How often: every so many months (`0.25` is about a week), or one of the words that give no interval. */
export interface Frequency {
  readonly every?: number;
  readonly word?: 'ongoing' | 'once' | 'regularly';
  readonly text: string;
}

export const EVENTS = ['arrival', 'assignment', 'decision', 'settlement', 'start', 'end', 'election'] as const;
const MONTHS: Record<TimeUnit, number> = { day: 12 / 365.25, week: 84 / 365.25, month: 1, quarter: 3, year: 12 };

/** A duration in months; days and weeks by the mean length of a month. */
export const monthsOf = (duration: Duration): number => duration.count * MONTHS[duration.unit];

function unitOf(written: string | undefined): TimeUnit | undefined {
  const singular = written?.replace(/s$/, '');
  return singular !== undefined && Object.hasOwn(MONTHS, singular) ? (singular as TimeUnit) : undefined;
}

/** A duration of a number and a unit that stand in two words. */
export function durationOf(count: string | undefined, unit: string | undefined): Duration | undefined {
  const found = unitOf(unit);
  return count !== undefined && /^\d+(\.\d+)?$/.test(count) && found !== undefined ? { count: Number(count), unit: found } : undefined;
}

export const isDuration = (value: object): value is Duration => 'count' in value && 'unit' in value && Object.hasOwn(MONTHS, value.unit as string);

const A_DURATION: Expectation = { says: 'a duration such as 10 weeks or 18 months', sample: '10 weeks' };

export const duration: Shape<Duration> = {
  notation: 'duration',
  read(cursor: Cursor) {
    const next = cursor.tokens[cursor.at + 1];
    const found = durationOf(cursor.word, next?.kind === 'word' ? next.image : undefined);
    if (found === undefined) return cursor.want(A_DURATION);
    cursor.at += 2;
    return found;
  },
};

export const event: Shape<string> = either<string>(word(...EVENTS), text);

const spanFromEvent = (relation: 'after' | 'before') =>
  map(seq({ duration, event: led(relation, event) }), ({ duration: d, event: e }): Deadline => ({ kind: 'event', duration: d, relation, event: e }));

/** `by 2027-06-30`, `2027`, `within 10 weeks of assignment`, `3 years after arrival`, `6 months before end`, `ongoing`. */
export const deadline: Shape<Deadline> = either<Deadline>(
  map(either<DateSpan>(led('by', date), led('until', date), led('on', date), date), (d): Deadline => ({ kind: 'date', date: d })),
  map(
    seq({ duration: led('within', duration), event: opt(either<string>(led('of', event), led('after', event))) }),
    (d): Deadline => ({
      kind: 'event',
      relation: 'within',
      duration: d.duration,
      ...(d.event === undefined ? {} : { event: d.event }),
    }),
  ),
  spanFromEvent('after'),
  spanFromEvent('before'),
  map(literal('ongoing'), (): Deadline => ({ kind: 'ongoing' })),
);

const SIMPLE: ReadonlyMap<string, number> = new Map([
  ['daily', 12 / 365.25],
  ['weekly', 84 / 365.25],
  ['monthly', 1],
  ['bimonthly', 2],
  ['quarterly', 3],
  ['half-yearly', 6],
  ['yearly', 12],
  ['annually', 12],
]);
const VAGUE: ReadonlySet<string> = new Set(['ongoing', 'once', 'regularly']);
const TIMES: ReadonlyMap<string, number> = new Map([
  ['once', 1],
  ['twice', 2],
]);
const A_FREQUENCY: Expectation = {
  says: 'a frequency such as monthly, yearly, twice a year or every 6 months',
  words: [...SIMPLE.keys(), 'twice a year', 'every 6 months', 'ongoing', 'once', 'regularly'].map((w) => ({ word: w })),
};

/** `monthly`, `twice a year`, `4 times a year`, `every 6 months`, `every year`, `at least yearly`, `ongoing`, `once`, `regularly`. */
export const frequency: Shape<Frequency> = {
  notation: 'frequency',
  read(cursor) {
    const start = cursor.at;
    const written = () =>
      cursor.tokens
        .slice(start, cursor.at)
        .map((t) => t.image)
        .join(' ');
    if (cursor.word === 'at' && cursor.tokens[cursor.at + 1]?.image === 'least') cursor.at += 2;
    const every = everyAt(cursor);
    if (every !== undefined) return { every, text: written() };
    const vague = cursor.word;
    if (vague !== undefined && VAGUE.has(vague)) {
      cursor.at++;
      return { word: vague as 'once', text: written() };
    }
    cursor.at = start;
    return cursor.want(A_FREQUENCY);
  },
};

function everyAt(cursor: Cursor): number | undefined {
  const { tokens, at } = cursor;
  const first = tokens[at]?.image;
  const second = tokens[at + 1]?.image;
  const third = tokens[at + 2]?.image;
  const fourth = tokens[at + 3]?.image;
  const take = (count: number, months: number) => {
    cursor.at += count;
    return months;
  };
  if (first === undefined) return undefined;
  if (first === 'every') {
    const count = second !== undefined && /^\d+$/.test(second) ? Number(second) : undefined;
    const unit = unitOf(count === undefined ? second : third);
    return unit === undefined ? undefined : take(count === undefined ? 2 : 3, (count ?? 1) * MONTHS[unit]);
  }
  const unit = unitOf(third);
  if (second === 'a' && TIMES.has(first) && unit !== undefined) return take(3, MONTHS[unit] / (TIMES.get(first) as number));
  const last = unitOf(fourth);
  if (second === 'times' && (third === 'a' || third === 'per') && /^\d+$/.test(first) && last !== undefined)
    return take(4, MONTHS[last] / Math.max(1, Number(first)));
  return SIMPLE.has(first) ? take(1, SIMPLE.get(first) as number) : undefined;
}
