import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { isCivilSociety, isOver } from '../accountability/_tasks.ts';
import { wordsOf } from '../coverage/_words.ts';
import { rule } from '../rule.ts';
import { osce } from '../sources.ts';

/** Words that tell of small sums for small undertakings, in languages in which plans are often written; they only keep the rule silent. */
const SMALL = /(?<!\p{L})(?:small|micro|mini|low[- ]threshold|små|mindre|lav terskel|klein|niedrigschwellig|laagdrempelig|petit|pequeñ|piccol)/iu;
/** What small money is paid per. */
const UNDERTAKINGS = new Set(['project', 'activity', 'initiative', 'event', 'application', 'group']);

export default rule({
  id: 'funding/no-small-grants',
  severity: 'information',
  thorough: true,
  absence: true,
  summary: 'There is money for organisations, but none that a small one could ask for.',
  why: 'A programme that begins at a large sum asks for a book-keeper, own money and a year of waiting. Migrant organisations and groups of neighbours have none of these. A pot for small sums with a form of one page reaches people whom the programme means and misses.',
  grounding: [{ cite: osce('4'), finding: 'Programmes have to be open to all who are meant, and should have a part for small projects.' }],
  good: [
    'fund grants "Grants" { to cross; amount 400000 NOK per year }\nfund small "Small grants" { to walkers; amount at most 10000 NOK per project }\npartner cross "Red Cross" { type ngo }\npartner walkers "Walking neighbours" { type volunteer-group }',
    '# Money that goes to offices is no programme.\nfund grants "Grants" { to office }\nactor office "Office" { type department }',
  ],
  bad: [
    'fund grants "Grants" { to cross; amount 400000 NOK per year }\n     ^^^^^^ Fund "Grants" is for organisations, and nothing in plan "Example" is for small projects.\npartner cross "Red Cross" { type ngo }\n--- plan.iplan\nplan example "Example" { level local; period 2025 to 2028 }',
  ],
  check(plan, report) {
    const programmes = plan.of('fund').filter((fund) => plan.findAll(fund.refs('to')).some(isCivilSociety));
    const [first] = programmes;
    if (first === undefined || isOver(plan) || plan.of('fund').some(isForSmall)) return;
    report({
      at: first,
      message: say`Fund "${first.title}" is for organisations, and nothing in plan "${plan.title}" is for small projects.`,
      instead: say`Set a part aside for small sums: a fund with "amount at most … per project" and a short form.`,
    });
  },
});

function isForSmall(fund: Declaration<'fund'>): boolean {
  const conditions = fund.all('condition').map((fact) => fact.value?.text ?? '');
  if (SMALL.test([wordsOf(fund), ...conditions].join('\n'))) return true;
  const per = [
    ...fund.all('per').flatMap((fact) => (fact.value ?? []) as readonly string[]),
    ...fund.all('amount').flatMap((fact) => fact.value?.amount.per ?? []),
  ];
  return per.some((one) => UNDERTAKINGS.has(one));
}
