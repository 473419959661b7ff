// What people write in the cells of a plan's table, in the words of the language. `undefined` where it is not clear what is meant.

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `by 31.12.2027`, `end of 2027`, `Q4 2027`, `March 2027`, `2025–2027`, `ongoing`. */
export function whenOf(text: string): string | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(?:by|until|before|due)\s+(?:the\s+)?/, '')
    .replace(/^(?:the\s+)?end\s+(?:of\s+)?/, '')
    .replace(/\.$/, '');
  if (/^(?:ongoing|continuous(?:ly)?|permanent(?:ly)?|always)$/.test(plain)) return 'deadline ongoing';
  const span = /^(?:from\s+)?(\d{4})\s*(?:-|–|—|to|until)\s*(\d{4})$/.exec(plain);
  if (span !== null) return `period ${span[1]} to ${span[2]}`;
  const date = dateOf(plain);
  return date === undefined ? undefined : `deadline by ${date}`;
}

function dateOf(plain: string): string | undefined {
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?|-q[1-4])?$/.test(plain)) return plain.toUpperCase();
  const quarter = /^(?:q([1-4])[\s/]*(\d{4})|(\d{4})[\s/]*q([1-4]))$/.exec(plain);
  if (quarter !== null) return `${quarter[2] ?? quarter[3]}-Q${quarter[1] ?? quarter[4]}`;
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(plain);
  if (dotted !== null) return day(dotted[3], dotted[2], dotted[1]);
  // With slashes the day and the month change places from country to country; beyond 12 it is clear.
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  if (slashed !== null) {
    const [a, b] = [Number(slashed[1]), Number(slashed[2])];
    return a > 12 || a === b ? day(slashed[3], slashed[2], slashed[1]) : b > 12 ? day(slashed[3], slashed[1], slashed[2]) : undefined;
  }
  const named = /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+)?([a-z]{3,9})\.?\s+(?:(\d{1,2})(?:st|nd|rd|th)?,?\s+)?(\d{4})$/.exec(plain);
  const month = named === null ? -1 : MONTHS.indexOf((named[2] as string).slice(0, 3));
  if (named === null || month < 0) return undefined;
  const of = named[1] ?? named[3];
  return of === undefined ? `${named[4]}-${String(month + 1).padStart(2, '0')}` : day(named[4], String(month + 1), of);
}

const day = (y: string | undefined, m: string | undefined, d: string | undefined): string => `${y}-${m?.padStart(2, '0')}-${d?.padStart(2, '0')}`;

const STATUSES: readonly (readonly [string, RegExp])[] = [
  ['planned', /^(?:planned|not (?:yet )?started|to do|todo|new|open)$/],
  ['ongoing', /^(?:ongoing|on-?going|in progress|started|under way|underway|running|active)$/],
  ['delayed', /^(?:delayed|late|behind(?: schedule)?)$/],
  ['completed', /^(?:completed?|done|finished|implemented|achieved)$/],
  ['cancelled', /^(?:cancell?ed|stopped|dropped)$/],
];

export function statusOf(text: string): string | undefined {
  const found = STATUSES.find(([, pattern]) => pattern.test(text.trim().toLowerCase()));
  return found === undefined ? undefined : `status ${found[0]}`;
}

const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', '₺': 'TRY', '₴': 'UAH', zł: 'PLN', Kč: 'CZK' };

/** `150 000 NOK`, `€ 20,000 per year`, `1.5 million EUR`. */
export function amountOf(text: string): string | undefined {
  const match =
    /^(?:([A-Z]{3}|€|£|₺|₴)\s*)?(\d[\d\s.,'’]*?)\s*(thousand|million|billion|mill\.?)?\s*(?:([A-Z]{3}|€|£|₺|₴|zł|Kč))?(?:\s*(?:per|\/|a)\s*(year|month|person|household))?$/u.exec(
      text.trim().replace(/\u00a0/g, ' '),
    );
  if (match === null) return undefined;
  const [, before, digits, scale, behind, per] = match;
  const number = numberOf(digits as string);
  const sign = before ?? behind;
  if (number === undefined) return undefined;
  const words = [number, scale?.startsWith('mill') ? 'million' : scale, sign === undefined ? undefined : (SIGNS[sign] ?? sign), per && `per ${per}`];
  return `budget ${words.filter((word) => word !== undefined).join(' ')}`;
}

/** A comma or point before three digits groups them; before one or two it is the decimal mark. */
function numberOf(digits: string): string | undefined {
  const plain = digits.replace(/[\s'’]/g, '');
  if (/^\d+$/.test(plain)) return plain;
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(plain)) return plain.replace(/[.,]/g, '');
  const decimal = /^(\d{1,3}(?:[.,]\d{3})*|\d+)[.,](\d{1,2})$/.exec(plain);
  return decimal === null ? undefined : `${(decimal[1] as string).replace(/[.,]/g, '')}.${decimal[2]}`;
}
