import { owedGroups } from '../../model/reach.ts';
import { say } from '../../text/say.ts';
import { listed, rule } from '../rule.ts';
import { osce, penninx } from '../sources.ts';
import { hasTakenShape, isWhole } from './_plan.ts';

export default rule({
  id: 'coverage/population-unknown',
  severity: 'information',
  absence: true,
  summary: 'The plan does not say how many people it is for.',
  why: 'Two hundred people or two thousand ask for different plans. Where no figure stands, impressions take its place: the group that is talked about seems large, and the one that keeps quiet is not planned for.',
  grounding: [
    { cite: osce('1 and 4'), finding: 'Policies have to rest on who all the migrants of a place are, and not on those in the debate.' },
    { cite: penninx('1.2'), finding: 'What is believed of immigrants is often stronger than the facts.' },
  ],
  good: [
    'group new "Newcomers" { size 320 persons on 2024-12-31 }\ngroup young "Young newcomers"\nmeasure cafe "Café" { for new }\nmeasure club "Club" { for young }\nmeasure homes "Homes" { for new }',
    '# Where nobody is named, that is the finding.\nmeasure cafe "Café"\nmeasure club "Club"\nmeasure homes "Homes"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Plan "Town" does not say how many people it is for: no size of "Newcomers" and "Young newcomers" is given.\ngroup new "Newcomers"\ngroup young "Young newcomers"\nmeasure cafe "Café" { for new }\nmeasure club "Club" { for young }\nmeasure homes "Homes" { for new }',
  ],
  check(plan, report) {
    if (plan.head === undefined || !isWhole(plan) || !hasTakenShape(plan)) return;
    const groups = [...owedGroups(plan).keys()];
    if (groups.length === 0 || groups.some((group) => group.has('size'))) return;
    report({
      at: plan.head,
      message: say`Plan "${plan.title}" does not say how many people it is for: no size of ${listed(groups.map((group) => `"${group.title}"`))} is given.`,
      instead: say`Write it with its date: size 320 persons on 2024-12-31. An estimate is better than nothing.`,
    });
  },
});
