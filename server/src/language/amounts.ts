import { NONE, withOneMore } from '../text/lists.ts';
import { CURRENCIES } from './currencies.ts';
import type { Cursor, Expectation, Shape } from './shape.ts';
import { openWord } from './words.ts';

export type Estimate = 'about' | 'provisional' | 'derived';

/** A number with what it counts. `percent` holds for `55%`, `2/3` and `5 percent`; `points` for a difference in percent. */
export interface Quantity {
  readonly number: number;
  readonly unit?: string;
  readonly estimate?: Estimate;
}

/** Money: amount in its currency (the plan's where none is written), per what (`person`, `year`), and how firm. */
export interface Money {
  readonly number: number;
  readonly currency?: string;
  readonly per: readonly string[];
  readonly bound?: 'at most' | 'at least' | 'about';
  readonly estimate?: Estimate;
}

/** Words that end a unit: what follows them belongs to the statement. */
const RESERVED = new Set(
  'on by within after before at until from because to as per refreshed every in of with lag or jointly under about provisional derived for tbd valid'.split(
    ' ',
  ),
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
]);
const ESTIMATES: ReadonlySet<string> = new Set(['about', 'provisional', 'derived']);

/** Reads `320`, `6.5`, `400_000`, `2/3`, `55%`. */
export function parseNumber(word: string): Quantity | undefined {
  const match = /^(-?\d[\d_]*(?:\.\d+)?)(?:\/(\d+))?(%?)$/.exec(word);
  if (match === null) return undefined;
  const first = Number((match[1] as string).replaceAll('_', ''));
  if (match[2] !== undefined) {
    const divisor = Number(match[2]);
    if (divisor === 0 || match[3] !== '' || first > divisor) return undefined;
    return { number: (first / divisor) * 100, unit: 'percent' };
  }
  if (!Number.isFinite(first)) return undefined;
  return match[3] === '%' ? { number: first, unit: 'percent' } : { number: first };
}

const A_QUANTITY: Expectation = { says: 'a number such as 320, 55% or 6.5 fte', sample: '55%' };

/** A number, its scale word, an open unit of up to three words with `per …`, and the word for an estimate. */
export const quantity: Shape<Quantity> = {
  notation: 'quantity',
  read(cursor) {
    const start = cursor.at;
    const leading = cursor.word === 'about' ? ('about' as const) : undefined;
    if (leading !== undefined) cursor.at++;
    const read = cursor.word === undefined ? undefined : parseNumber(cursor.word);
    if (read === undefined) {
      cursor.at = start;
      return cursor.want(A_QUANTITY);
    }
    cursor.at++;
    const scaled = scale(cursor, read.number);
    // `5% points` is how many write `5 points`.
    const points = read.unit === 'percent' && cursor.word === 'points';
    if (points) cursor.at++;
    const unit = points ? 'points' : (read.unit ?? unitAt(cursor));
    const estimate = leading ?? estimateAt(cursor);
    return { number: scaled, ...(unit === undefined ? {} : { unit }), ...(estimate === undefined ? {} : { estimate }) };
  },
};

function scale(cursor: Cursor, number: number): number {
  const factor = cursor.word === undefined ? undefined : SCALES.get(cursor.word);
  if (factor === undefined) return number;
  cursor.at++;
  return number * factor;
}

function unitAt(cursor: Cursor): string | undefined {
  const words: string[] = [];
  while (words.length < 3 && cursor.word !== undefined && /^\p{L}/u.test(cursor.word) && !RESERVED.has(cursor.word)) {
    words.push(cursor.word);
    cursor.at++;
  }
  while (cursor.word === 'per' && cursor.tokens[cursor.at + 1]?.kind === 'word') {
    words.push('per', (cursor.tokens[cursor.at + 1] as { image: string }).image);
    cursor.at += 2;
  }
  return words.length === 0 ? undefined : words.join(' ');
}

function estimateAt(cursor: Cursor): Estimate | undefined {
  if (cursor.word === undefined || !ESTIMATES.has(cursor.word)) return undefined;
  return cursor.tokens[cursor.at++]?.image as Estimate;
}

const AN_AMOUNT: Expectation = { says: 'an amount such as 400000 NOK per year', sample: '400000 NOK per year' };

/** `[at most | at least | about] 132 million CHF per person per year [provisional]`. */
export const money: Shape<Money> = {
  notation: 'money',
  read(cursor) {
    const start = cursor.at;
    const bound = boundAt(cursor);
    const read = cursor.word === undefined ? undefined : parseNumber(cursor.word);
    if (read === undefined || read.unit !== undefined) {
      cursor.at = start;
      return cursor.want(AN_AMOUNT);
    }
    cursor.at++;
    const number = scale(cursor, read.number);
    const written = cursor.word;
    let currency: string | undefined;
    if (written !== undefined && /^[A-Z]{3}$/.test(written)) {
      if (!CURRENCIES.has(written)) {
        cursor.want({ says: 'a currency code such as NOK or EUR' });
        cursor.at = start;
        return undefined;
      }
      currency = written;
      cursor.at++;
    }
    let per: string[] | undefined;
    while (cursor.word === 'per' && cursor.tokens[cursor.at + 1]?.kind === 'word') {
      per = withOneMore(per, (cursor.tokens[cursor.at + 1] as { image: string }).image);
      cursor.at += 2;
    }
    const estimate = estimateAt(cursor);
    return {
      number,
      per: per ?? NONE,
      ...(currency === undefined ? {} : { currency }),
      ...(bound === undefined ? {} : { bound }),
      ...(estimate === undefined ? {} : { estimate }),
    };
  },
};

function boundAt(cursor: Cursor): Money['bound'] {
  if (cursor.word === 'about') {
    cursor.at++;
    return 'about';
  }
  const next = cursor.tokens[cursor.at + 1]?.image;
  if (cursor.word !== 'at' || (next !== 'most' && next !== 'least')) return undefined;
  cursor.at += 2;
  return next === 'most' ? 'at most' : 'at least';
}

/** A plain number. */
export const number: Shape<number> = {
  notation: 'number',
  read(cursor) {
    const read = cursor.word === undefined ? undefined : parseNumber(cursor.word);
    if (read === undefined || read.unit !== undefined) return cursor.want({ says: 'a number' });
    cursor.at++;
    return read.number;
  },
};

/** A percentage: `60%` or `2/3`. */
export const percent: Shape<number> = {
  notation: 'percent',
  read(cursor) {
    const read = cursor.word === undefined ? undefined : parseNumber(cursor.word);
    if (read?.unit !== 'percent') return cursor.want({ says: 'a percentage such as 60%', sample: '60%' });
    cursor.at++;
    return read.number;
  },
};

const A_UNIT = openWord(
  'a unit such as percent or persons',
  'percent',
  'persons',
  'households',
  'points',
  'index',
  'days',
  'weeks',
  'months',
  'hours',
  'deaths',
);

/** A unit of one word or several: `percent`, `deaths per 1000`. */
export const unit: Shape<string> = {
  notation: 'unit',
  read(cursor) {
    if (A_UNIT.read(cursor) === undefined) return undefined;
    while (cursor.token?.kind === 'word') cursor.at++;
    return cursor.tokens.map((t) => t.image).join(' ');
  },
};
