import { type Cursor, type Expectation, either, led, map, opt, type Shape, seq } from './shape.ts';

/** A calendar day, `YYYY-MM-DD`: text order is time order. */
export type Day = string;

/** A date as written and the days it spans; a partial date is its whole span. `2026/27` is a financial year. */
export interface DateSpan {
  readonly text: string;
  readonly start: Day;
  readonly end: Day;
  readonly financial?: true;
}

export interface Period {
  readonly from?: DateSpan;
  readonly to?: DateSpan;
}

const pad = (n: number, width = 2) => String(n).padStart(width, '0');

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

const day = (y: number, m: number, d: number): Day => `${pad(y, 4)}-${pad(m)}-${pad(d)}`;

/** Days later (or earlier, if negative). */
export function addDays(from: Day, days: number): Day {
  const date = new Date(`${from}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Months later; the last days of a long month become the last day of a short one. */
export function addMonths(from: Day, months: number): Day {
  const [y, m, d] = [Number(from.slice(0, 4)), Number(from.slice(5, 7)), Number(from.slice(8, 10))];
  const index = y * 12 + (m - 1) + Math.round(months);
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  return day(year, month, Math.min(d, daysInMonth(year, month)));
}

/** Days from one day to another. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from);

/** The days since the first of 1970. */
const numberOf = (one: Day): number => Date.UTC(Number(one.slice(0, 4)), Number(one.slice(5, 7)) - 1, Number(one.slice(8, 10))) / 86_400_000;

/** The year that begins on a given `MM-DD`, as a span of days; used for `2026/27` where a plan says `year starts 04-01`. */
export function financialYear(year: number, starts: string): { start: Day; end: Day } {
  const start = `${pad(year, 4)}-${starts}`;
  return { start, end: addDays(addMonths(start, 12), -1) };
}

/** What was read before: plans name the same dates again and again, and a date is the same value wherever it stands. */
const read = new Map<string, DateSpan | undefined>();
const MOST_READ = 5000;

/** Reads a date as the language writes it; `undefined` when it is none or names a day that does not exist. */
export function parseDate(text: string): DateSpan | undefined {
  // Nothing longer is one.
  if (text.length > '2027-12-31'.length) return undefined;
  let date = read.get(text);
  if (date === undefined && !read.has(text)) {
    if (read.size >= MOST_READ) read.clear();
    read.set(text, (date = dateOf(text)));
  }
  return date;
}

function dateOf(text: string): DateSpan | undefined {
  const match = /^(\d{4})(?:-(?:(\d{2})(?:-(\d{2}))?|[Qq]([1-4]))|\/(\d{2}|\d{4}))?$/.exec(text);
  if (match === null) return undefined;
  const year = Number(match[1]);
  if (year < 1800 || year > 2200) return undefined;
  if (match[5] !== undefined) {
    const next = Number(match[5]) % 100;
    if (next !== (year + 1) % 100) return undefined;
    return { text, start: day(year, 1, 1), end: day(year + 1, 12, 31), financial: true };
  }
  if (match[4] !== undefined) {
    const last = Number(match[4]) * 3;
    return { text, start: day(year, last - 2, 1), end: day(year, last, daysInMonth(year, last)) };
  }
  if (match[2] === undefined) return { text, start: day(year, 1, 1), end: day(year, 12, 31) };
  const month = Number(match[2]);
  if (month < 1 || month > 12) return undefined;
  if (match[3] === undefined) return { text, start: day(year, month, 1), end: day(year, month, daysInMonth(year, month)) };
  const date = Number(match[3]);
  if (date < 1 || date > daysInMonth(year, month)) return undefined;
  return { text, start: day(year, month, date), end: day(year, month, date) };
}

const A_DATE: Expectation = { says: 'a date such as 2027, 2027-06, 2027-Q4 or 2027-12-31', sample: '2027-12-31' };

export const date: Shape<DateSpan> = {
  notation: 'date',
  read(cursor: Cursor) {
    const found = cursor.word === undefined ? undefined : parseDate(cursor.word);
    if (found === undefined) return cursor.want(A_DATE);
    cursor.at++;
    return found;
  },
};

/** `2025 to 2028`, `from 2025-03`, `until 2027`, `from 2025 to 2026`, `2026`. */
export const period: Shape<Period> = either<Period>(
  map(seq({ from: led('from', date), to: opt(either(led('to', date), led('until', date))) }), (p) => p),
  map(led('until', date), (to) => ({ to })),
  map(seq({ from: date, to: opt(led('to', date)) }), ({ from, to }) => ({ from, to: to ?? from })),
);
period satisfies { notation: string };

/** `04-01`: the day on which a financial year begins. */
export const monthDay: Shape<string> = {
  notation: 'month-day',
  read(cursor) {
    const word = cursor.word;
    const match = word === undefined ? null : /^(\d{2})-(\d{2})$/.exec(word);
    if (match === null || Number(match[1]) < 1 || Number(match[1]) > 12 || Number(match[2]) < 1 || Number(match[2]) > daysInMonth(2023, Number(match[1])))
      return cursor.want({ says: 'a month and day such as 04-01', sample: '04-01' });
    cursor.at++;
    return word as string;
  },
};

/** The day that it is where the machine stands. */
export const dayOf = (now: Date): Day => new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
