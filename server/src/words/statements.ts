import { COLUMNS, type Column, HEADINGS } from './headings.ts';
import { folded, LANGUAGES, type Language } from './languages.ts';

/** The statements and declarations that say what a column of a table says. */
export const SAID: Readonly<Partial<Record<Column, readonly string[]>>> = {
  groups: ['for', 'group'],
  baseline: ['baseline'],
  milestone: ['milestone'],
  target: ['target'],
  value: ['value'],
  evidence: ['source'],
  frequency: ['frequency'],
  unit: ['unit'],
  owner: ['owner'],
  risk: ['risk'],
  indicator: ['indicator'],
  output: ['output'],
  funding: ['fund'],
  budget: ['budget', 'amount'],
  status: ['status'],
  starts: ['period'],
  when: ['deadline', 'period'],
  partners: ['partner'],
  responsible: ['responsible'],
  lead: ['lead', 'coordinator'],
  goal: ['goal', 'serves'],
  sector: ['sector', 'field'],
  number: ['number'],
  title: ['measure'],
  step: ['step'],
  about: ['about'],
};

const SHORT: Readonly<Record<string, Language>> = { nb: 'no' };
const isLanguage = (tag: string): tag is Language => (LANGUAGES as readonly string[]).includes(tag);

/** Each single word of a heading, and the statements that it stands for. */
function* pairs(languages: readonly Language[]): Generator<readonly [called: string, words: readonly string[]]> {
  for (const column of COLUMNS)
    for (const phrase of languages.flatMap((language) => HEADINGS[column][language].split('|')))
      if (!phrase.includes(' ')) yield [folded(phrase), SAID[column] ?? []];
}

const together = (some: Iterable<readonly [string, string]>): ReadonlyMap<string, readonly string[]> =>
  new Map([...Map.groupBy(some, ([key]) => key)].map(([key, all]) => [key, [...new Set(all.map(([, value]) => value))]]));

let byCalled: ReadonlyMap<string, readonly string[]> | undefined;

/** What the heads of statements are called in the eight languages, as headings of tables have them: `frist` is `deadline` or `period`. */
export function statementsCalled(word: string): readonly string[] {
  byCalled ??= together([...pairs(LANGUAGES)].flatMap(([called, words]) => words.map((one) => [called, one] as const)));
  return byCalled.get(folded(word)) ?? [];
}

const byWord = new Map<string, ReadonlyMap<string, readonly string[]>>();

/** What a head is called in the language of a tag (`nb`, `fi`); nothing in English, whose words it has. */
export function callings(word: string, tag: string): readonly string[] {
  const language = SHORT[tag] ?? tag;
  if (language === 'en' || !isLanguage(language)) return [];
  let words = byWord.get(language);
  if (words === undefined) {
    words = together([...pairs([language])].flatMap(([called, heads]) => heads.map((one) => [one, called] as const)));
    byWord.set(language, words);
  }
  return words.get(word) ?? [];
}
