import { COLUMNS, type Column, HEADINGS } from './headings.ts';
import { folded, LANGUAGES } from './languages.ts';

/** The statements and declarations that say what a column of a table says. */
const SAID: Readonly<Partial<Record<Column, readonly string[]>>> = {
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
  output: ['produces'],
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

let known: ReadonlyMap<string, ReadonlySet<string>> | undefined;

function words(): NonNullable<typeof known> {
  if (known !== undefined) return known;
  const made = new Map<string, Set<string>>();
  for (const column of COLUMNS)
    for (const phrase of LANGUAGES.flatMap((language) => HEADINGS[column][language].split('|'))) {
      if (phrase.includes(' ')) continue;
      const said = made.get(folded(phrase)) ?? new Set();
      for (const word of SAID[column] ?? []) said.add(word);
      made.set(folded(phrase), said);
    }
  return (known = made);
}

/** What the heads of statements are called in the eight languages, as headings of tables have them: `frist` is `deadline` or `period`. */
export const statementsCalled = (word: string): readonly string[] => [...(words().get(folded(word)) ?? [])];
