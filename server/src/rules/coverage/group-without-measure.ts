import { owedGroups, reachedGroups } from '../../model/reach.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { doesSomething, isOver, owesMeasures, placeOf } from './_plan.ts';

export default rule({
  id: 'coverage/group-without-measure',
  severity: 'warning',
  absence: true,
  silencedAt: ['coverage/legal-status-gap'],
  summary: 'The plan names a group and does nothing for it.',
  why: 'Whoever is named in a plan is known to be there. When no measure is for them, they depend on services that were made for others, and the plan gives the impression that they are seen to.',
  grounding: [
    { cite: wholeComm('4.2'), finding: 'Where the need seemed less urgent, newcomers were housed and nothing more was done with them in view.' },
    { cite: wholeComm('5.2'), finding: 'Law and policy look at some groups and leave out others who need the same support.' },
    { cite: nordic('introduction'), finding: 'Men who come alone lack contact most, and older immigrants grow in number; both are easily overlooked.' },
  ],
  gathered: 'have neither a measure nor a responsibility',
  good: [
    'group elderly "Older refugees"\nmeasure visits "Visits at home" { for elderly }',
    '# A measure without groups of its own is for those of its sector.\ngroup elderly "Older refugees"\nsector health "Health" {\n  groups elderly\n  measure visits "Visits at home"\n}',
    '# What is done for a group is done for the groups it includes.\ngroup refugees "Refugees" { includes elderly }\ngroup elderly "Older refugees"\nmeasure cafe "Language café" { for refugees }',
    '# A standing duty counts.\ngroup refugees "Refugees"\nresponsibility settle "Settle refugees" { for refugees }',
    '# A group to compare with is promised nothing.\ngroup natives "Born in the country"\ngroup refugees "Refugees"\nmeasure cafe "Language café" { for refugees }\nindicator jobs "In work" { compared with natives }',
    '# The receiving society is judged by a rule of its own.\ngroup residents "Residents" { kind receiving-society }\nmeasure cafe "Language café"',
  ],
  bad: [
    'group elderly "Older refugees"\n      ^^^^^^^ Nothing in the plan is for group "Older refugees".\nmeasure cafe "Language café"',
    'plan town "Town" { level local; period 2025 to 2028; under state }\nsector health "Health" {\n  groups elderly\n         ^^^^^^^ Nothing in the plan is for group "Older refugees".\n  measure cafe "Language café" { for young }\n}\ngroup young "Young refugees"\n--- state/plan.iplan\nplan state "State" { kind strategy; level national; period 2025 to 2030 }\ngroup elderly "Older refugees"',
  ],
  check(plan, report) {
    if (isOver(plan) || (!owesMeasures(plan) && !doesSomething(plan))) return;
    const reached = reachedGroups(plan);
    for (const [group, place] of owedGroups(plan)) {
      if (reached.has(group)) continue;
      report({
        at: placeOf(place),
        about: group,
        message: say`Nothing in the plan is for group "${group.title}".`,
        instead: say`Name it with "for" in a measure or responsibility, or add one.`,
        ...('ref' in place && { related: [{ at: group, message: say`The group is declared here.` }] }),
      });
    }
  },
});
