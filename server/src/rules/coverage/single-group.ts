import type { Declaration } from '../../model/declaration.ts';
import { owedGroups } from '../../model/reach.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { osce, penninx, wholeComm } from '../sources.ts';
import { hasTakenShape, isOfOneField, isWhole } from './_plan.ts';

export default rule({
  id: 'coverage/single-group',
  severity: 'information',
  thorough: true,
  summary: 'The plan knows one group of newcomers, and no other.',
  why: 'Most places have people who fled, came to work, came to study or followed their family. A plan for the one group that everybody talks about may be right; it should be a decision, and the others should know where to turn.',
  grounding: [
    { cite: osce('4'), finding: 'Policy should mirror all migrants who are there, and not narrow down to those at the centre of the debate.' },
    { cite: wholeComm('5.2'), finding: 'Labour migrants and others in the same need are in no policy, because they are thought to leave again.' },
    { cite: penninx('2.3'), finding: 'Cities that list some groups for support, and not others, treat people unequally unless they have evidence for it.' },
  ],
  good: [
    'group refugees "Refugees"\ngroup workers "Labour migrants"\nmeasure cafe "Café" { for refugees, workers }\nmeasure club "Club"\nmeasure homes "Homes"',
    '# A group that is made of others is more than one.\ngroup all "Newcomers" { includes refugees, workers }\ngroup refugees "Refugees"\ngroup workers "Labour migrants"\nmeasure cafe "Café" { for all }\nmeasure club "Club"\nmeasure homes "Homes"',
    '# What is left out on purpose is said.\nplan town "Town" { level local; period 2025; excludes "Labour migrants" because "The county has a programme for them" }\ngroup refugees "Refugees"\nmeasure cafe "Café" { for refugees }\nmeasure club "Club"\nmeasure homes "Homes"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Plan "Town" is for "Refugees", and knows no other newcomers.\ngroup refugees "Refugees" { status refugee }\nmeasure cafe "Café" { for refugees }\nmeasure club "Club"\nmeasure homes "Homes"',
  ],
  check(plan, report) {
    if (plan.head === undefined || !isWhole(plan) || isOfOneField(plan) || !hasTakenShape(plan) || plan.plan?.has('excludes')) return;
    const [only, ...others] = owedGroups(plan).keys() as Iterable<Declaration<'group'>>;
    if (only === undefined || others.length > 0 || only.has('includes')) return;
    report({
      at: plan.head,
      message: say`Plan "${plan.title}" is for "${only.title}", and knows no other newcomers.`,
      instead: say`Declare the other groups that live in the place, or say with "excludes" whom the plan leaves to others, and why.`,
      related: [{ at: only, message: say`The only group.` }],
    });
  },
});
