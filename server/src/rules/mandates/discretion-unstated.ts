import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { rule } from '../rule.ts';
import { penninx } from '../sources.ts';
import { forceOf, givenDown, partial, spoken } from './_duties.ts';

export default rule({
  id: 'mandates/discretion-unstated',
  severity: 'information',
  absence: true,
  summary: 'A duty is given to a lower level without a word on what that level may decide.',
  why: 'What the law leaves open, one municipality takes for freedom and the next for a ban. Three things can be left to the lower level: the content, the means, and how the result is judged. To say which is a matter of one line.',
  grounding: [
    {
      cite: penninx('2.2'),
      finding: 'To decentralise the content and to decentralise instruments and budgets are two different things, and they can come apart.',
    },
  ],
  gathered: 'do not say what the lower level may decide',
  good: [
    `plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; funding "Grant"; discretion instruments }`,
    `# Without money either, the duty is told of as one that cannot be carried.
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local }`,
  ],
  bad: [
    `plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; funding "Grant" }
        ^^^^^^ The duty "Settle refugees" does not say what municipalities may decide.`,
  ],
  check(plan, report, { today }) {
    for (const { mandate, levels } of givenDown(plan, today)) {
      if (forceOf(mandate) !== 'must' || mandate.has('discretion') || partial(mandate) !== undefined) continue;
      const promised = mandate.one('discretion');
      report({
        at: mandate,
        message: say`The duty "${mandate.title}" does not say what ${spoken(levels)} may decide.`,
        instead: say`Write "discretion" with what is left to them: content, instruments, evaluation.`,
        ...(promised === undefined ? { fix: addStatement(mandate, 'discretion instruments') } : { tbd: promised.tbd }),
      });
    }
  },
});
