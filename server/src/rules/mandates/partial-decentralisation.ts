import { say, told } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { penninx } from '../sources.ts';
import { forceOf, givenDown, partial, spoken } from './_duties.ts';

export const WRONG = {
  nothing: 'brings neither money nor a say in how it is done',
  'content only': 'lets them decide what is to be done without both the means and the money for it',
} as const;

export default rule({
  id: 'mandates/partial-decentralisation',
  severity: 'error',
  absence: true,
  summary: 'A duty is moved down a level, and what is needed to carry it stays above.',
  why: 'Whoever answers for a result must be able to bring it about. A duty that comes without money and without a free hand makes the lower level answer for what it cannot change. And a say over the content is worth little without the instruments and the money to act on it.',
  grounding: [
    { cite: penninx('2.2'), finding: 'Responsibility that moves down without the powers and the room to act invites failure.' },
    {
      cite: penninx('2.2'),
      finding: 'A say over content needs instruments and money; instruments and money can be moved down while the content stays where it was.',
    },
  ],
  gathered: 'go to a lower level without what is needed to carry them',
  good: [
    `plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; funding 20000 EUR per person; discretion instruments, content }`,
    `# Money and means without the content: a form that works. A free hand without money is a duty that nobody pays for, told of by a
# rule of its own. And what is asked for without force moves no responsibility.
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate work "Help into work" { from state; to local; funding "Block grant"; discretion instruments }
mandate settle "Settle refugees" { from state; to local; discretion instruments }
mandate advise "Advise" { from state; to local; force should }`,
    `# A duty that stays at its level, or is laid on people.
plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
actor agency "Agency" { type agency; level national }
group newcomers "Newcomers"
mandate receive "Receive asylum seekers" { from state; to agency }
mandate learn "Learn the language" { from state; to newcomers }`,
  ],
  bad: [
    `plan land "Land" { level national; period 2020 to 2030 }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local }
        ^^^^^^ The duty "Settle refugees" for municipalities brings neither money nor a say in how it is done.`,
    `plan land "Land" { kind statute; level national; period from 2020 }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; discretion evaluation }
        ^^^^^^ The duty "Settle refugees" for municipalities brings neither money nor a say in how it is done.
mandate plans "Draw up a plan" { from state; to regional; discretion content; funding "Grant" }
        ^^^^^ The duty "Draw up a plan" for regions lets them decide what is to be done without both the means and the money for it.`,
  ],
  check(plan, report, { today }) {
    for (const duty of givenDown(plan, today)) {
      const { mandate, levels } = duty;
      const wrong = partial(mandate);
      if (forceOf(mandate) !== 'must' || wrong === undefined) continue;
      const tbd = [...mandate.all('funding'), ...mandate.all('discretion')].find((fact) => fact.tbd !== undefined)?.tbd;
      report({
        at: mandate,
        message: say`The duty "${mandate.title}" for ${spoken(levels)} ${told(WRONG[wrong])}.`,
        instead: say`Say with "funding" what money comes with it, and with "discretion" what they may decide: content, instruments, evaluation.`,
        ...(tbd === undefined ? {} : { tbd }),
      });
    }
  },
});
