import type { Column } from '../words/headings.ts';
import { folded, type Language } from '../words/languages.ts';
import { LEVELS, SORTS } from '../words/names.ts';
import { type Cell, type Grid, isLegible } from './read/source.ts';
import type { Mapped } from './recognise.ts';
import { whenOf } from './values/dates.ts';
import { amountOf } from './values/money.ts';
import { measuredOf } from './values/quantities.ts';
import { isShort } from './values/reading.ts';
import { frequencyOf, statusOf } from './values/words.ts';

export type Look = 'when' | 'status' | 'money' | 'frequency' | 'figure' | 'level' | 'number' | 'holder';

/** What a cell looks like when nobody says what it is. */
export function looksLike(text: string, language: Language): Look | undefined {
  const plain = text.trim();
  if (/^[A-Z]{0,3}[.-]?\d{1,2}(?:\.\d{1,2}){0,3}\.?[a-z]?$/.test(plain) && !/^\d{2}\.\d{2}$/.test(plain)) return 'number';
  if (levelOf(plain) !== undefined) return 'level';
  if (!isShort(plain)) return undefined;
  if (statusOf(plain) !== undefined) return 'status';
  if (whenOf(plain, language) !== undefined) return 'when';
  if (/[€£$]|\bkr\b|\b[A-Z]{3}\b|euro/i.test(plain) && amountOf(plain, { language }) !== undefined) return 'money';
  if (frequencyOf(plain) !== undefined) return 'frequency';
  if (measuredOf(plain, language) !== undefined) return 'figure';
  return plain.length < 60 && SORTS.some(([, words]) => words.test(plain)) ? 'holder' : undefined;
}

/** `Outcome 1.2: …`, `Tiltak 3`: the level of a logframe that a text begins with, the number behind it, and the rest. */
export function levelOf(text: string): { readonly level: (typeof LEVELS)[number][0]; readonly number: string; readonly rest: string } | undefined {
  if (!isLegible(text)) return undefined;
  const match = /^([\p{L} ]{3,30}?)\s?(\d+(?:\.\d+)*\.?[a-z]?)?\s?(?:[:.–—-]\s?(.*))?$/su.exec(text.trim());
  if (match === null || (match[2] === undefined && match[3] !== undefined && !text.includes(':'))) return undefined;
  const found = LEVELS.find(([, words]) => words.test(folded(match[1] as string)));
  return found === undefined ? undefined : { level: found[0], number: (match[2] ?? '').replace(/\.$/, ''), rest: (match[3] ?? '').trimStart() };
}

/** The letters of a matrix, or a cross. */
const PARTS = /^(?:[ARSCIO](?:[\s,/+]*[ARSCIO]){0,5}|[xX✓✔●•])$/;

export const isPart = (text: string): boolean => PARTS.test(text);

const MEANS: Partial<Record<Look, Column>> = { when: 'when', status: 'status', money: 'budget', frequency: 'frequency', level: 'level' };

/** A word, and more behind it. */
const isPhrase = (text: string): boolean => /\p{L}{3}/u.test(text) && /\s/.test(text.slice(text.search(/\p{L}{3}/u)));

/** Gives the columns that no heading explains the meaning that their cells have, as far as that is clear; what is left is a remark. */
export function byContent(columns: readonly Mapped[], body: Grid['rows'], language: Language): readonly Mapped[] {
  const found = [...columns];
  const has = (column: Column) => found.some((one) => one.column === column);
  const cellsIn = (c: number): readonly Cell[] => [...new Set(body.slice(0, 300).flatMap((row) => row[c] ?? []))];
  for (const [c, one] of columns.entries()) {
    if (one.column !== undefined) continue;
    const cells = cellsIn(c);
    if (cells.length === 0) continue;
    if (one.heading !== '' && one.heading.length <= 200 && cells.every(({ text }) => PARTS.test(text))) {
      found[c] = { ...one, how: 'content', part: true };
      continue;
    }
    if (cells.length < 2) continue;
    const looks = cells.map(({ text }) => looksLike(text, language));
    const share = (look: Look) => looks.filter((seen) => seen === look).length / cells.length;
    const clear = (Object.keys(MEANS) as Look[]).find((look) => share(look) >= 0.7);
    const column = clear === undefined ? undefined : MEANS[clear];
    const unique = new Set(cells.map(({ text }) => text)).size === cells.length;
    if (column !== undefined && !has(column)) found[c] = { ...one, column, how: 'content' };
    else if (c < 2 && unique && share('number') >= 0.9 && !has('number')) found[c] = { ...one, column: 'number', how: 'content' };
    else if (share('holder') >= 0.6 && !has(has('lead') ? 'partners' : 'lead'))
      found[c] = { ...one, column: has('lead') ? 'partners' : 'lead', how: 'content' };
  }
  if (!has('title') && !has('indicator') && !has('goal')) {
    const texts = found.map((one, c) => {
      const cells = one.column === undefined ? cellsIn(c) : [];
      const words = cells.filter(({ text, number }) => number === undefined && isPhrase(text));
      const unique = new Set(words.map(({ text }) => text)).size;
      return words.length >= Math.max(2, cells.length * 0.7) && unique >= words.length * 0.8
        ? words.reduce((sum, { text }) => sum + Math.min(120, text.length), 0) / words.length
        : 0;
    });
    const most = Math.max(0, ...texts);
    const known = found.filter((one) => one.column !== undefined).length;
    if (most > 12 && known >= 2) found[texts.indexOf(most)] = { ...(found[texts.indexOf(most)] as Mapped), column: 'title', how: 'content' };
  }
  return found;
}
