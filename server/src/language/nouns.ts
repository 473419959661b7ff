import { say, told } from '../text/say.ts';
import { KINDS, type Kind } from './vocabulary.ts';

// Words for things that are counted or named by their kind. Languages count and decline in ways of their own, so each form is a text
// by itself: "measure", "a measure", "measures", "{0} measures".

const OTHERS = [
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'file',
  'finding',
  'error',
  'warning',
  'hint',
  'note',
  'accepted gap',
  'task',
  'duty',
  'seat',
  'member',
  'place',
  'entry',
  'row',
  'rule',
  'mend',
] as const;
const SEVERAL: Readonly<Record<string, string>> = { responsibility: 'responsibilities', body: 'bodies', waive: 'waivers', duty: 'duties', entry: 'entries' };

export type Noun = Kind | (typeof OTHERS)[number];

const several = (noun: Noun): string => SEVERAL[noun] ?? `${noun}s`;
const article = (noun: Noun): string => `${/^[aeiou]/.test(noun) ? 'an' : 'a'} ${noun}`;

/** `measure`; of a kind, as people call it. */
export const noun = (one: Noun): string => told(one);

/** `measures`. */
export const plural = (one: Noun): string => told(several(one));

/** `a measure`, `an indicator`. */
export const withArticle = (one: Noun): string => told(article(one));

/** `1 measure`, `2 measures`. */
export const counted = (count: number, one: Noun): string => told(`{0} ${count === 1 ? one : several(one)}`).replace('{0}', String(count));

/** `no measures`. */
export const none = (one: Noun): string => told(`no ${several(one)}`);

/** The first letter large: how a word begins a line or a sentence. */
export const capital = (word: string): string => {
  const first = word.codePointAt(0) ?? 0;
  // To ask Unicode takes long, and most sentences begin in plain letters.
  if (first < 128) return word.charAt(0).toUpperCase() + word.slice(1);
  return word.replace(/^\p{L}/u, (c) => c.toLocaleUpperCase());
};

/** `a, b and c`; long lists are cut: `a, b, c and 4 more`. */
export function listed(items: readonly string[], most = 5): string {
  if (items.length > most) return say`${items.slice(0, most - 1).join(', ')} and ${items.length - most + 1} more`;
  return items.length < 2 ? (items[0] ?? '') : say`${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** `a, b or c`. */
export const either = (items: readonly string[]): string => (items.length < 2 ? (items[0] ?? '') : say`${items.slice(0, -1).join(', ')} or ${items.at(-1)}`);

/** Every text that the forms of the nouns need, for those who translate them. */
export const NOUN_TEXTS: readonly string[] = [...KINDS, ...OTHERS].flatMap((one) => [
  one,
  several(one),
  article(one),
  `no ${several(one)}`,
  `{0} ${one}`,
  `{0} ${several(one)}`,
]);
