import type { Language } from '../../words/languages.ts';

/** A number as the language of plans writes it, and whether it could also mean another. */
export interface Figure {
  readonly written: string;
  readonly doubtful: boolean;
}

const SPACES = /[\s\u00a0\u202f\u2009'’]/g;

/**
 * Reads digits with the marks that people put between them: `1 200 000`, `1.200.000`, `1,200,000`, `71,5`. A single mark before three
 * digits groups them in one country and begins the decimals in another: the language of the table decides, and what is doubtful is said.
 */
export function figureOf(text: string, language: Language): Figure | undefined {
  const plain = text
    .trim()
    .replace(/^\+/, '')
    .replace(/[−–](?=\d)/, '-');
  const bare = plain.replace(SPACES, '');
  if (/^-?\d+$/.test(bare)) return spaced(plain) ? { written: trimmed(bare), doubtful: false } : undefined;
  if (/^-?\d{1,3}(?:[.,]\d{3}){2,}$/.test(bare) && new Set(bare.match(/[.,]/g)).size === 1)
    return { written: trimmed(bare.replace(/[.,]/g, '')), doubtful: false };
  const both = /^(-?\d{1,3}(?:([.,])\d{3})+)([.,])(\d+)$/.exec(bare);
  if (both !== null && both[2] !== both[3]) return { written: trimmed(`${(both[1] as string).replace(/[.,]/g, '')}.${both[4]}`), doubtful: false };
  const one = /^(-?\d+)([.,])(\d+)$/.exec(bare);
  if (one === null || !spaced(plain)) return undefined;
  const [, whole, mark, rest] = one as unknown as [string, string, string, string];
  if (rest.length === 3 && /^-?[1-9]\d{0,2}$/.test(whole)) {
    const groups = (mark === ',') === (language === 'en');
    return { written: groups ? trimmed(whole + rest) : trimmed(`${whole}.${rest}`), doubtful: true };
  }
  return { written: trimmed(`${whole}.${rest}`), doubtful: false };
}

/** Spaces group digits by three; other spaces stand between two numbers. */
const spaced = (text: string): boolean =>
  !/[\s\u00a0\u202f\u2009'’]/.test(text.trim()) || /^-?\d{1,3}(?:[\s\u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?$/.test(text.trim());

/** Without noughts that say nothing. */
function trimmed(number: string): string {
  const plain = number.replace(/^(-?)0+(?=\d)/, '$1');
  return plain.includes('.') ? plain.replace(/0+$/, '').replace(/\.$/, '') : plain;
}

/** Digits and the marks between them, as part of a larger pattern. */
export const DIGITS = String.raw`\d{1,3}(?:[\s\u00a0\u202f\u2009'’]\d{3})+(?:[.,]\d+)?|\d[\d.,]*\d|\d`;
