import { say } from '../../text/say.ts';
import { isOver } from '../coverage/_plan.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { osce, wholeComm } from '../sources.ts';
import { sittingBodies } from './_people.ts';

export default rule({
  id: 'participation/body-without-meetings',
  severity: 'warning',
  absence: true,
  summary: 'A body does not say how often it meets.',
  why: 'A body that meets when there is a reason meets when it is too late. A fixed interval lets people prepare, and lets them ask why a meeting was left out.',
  grounding: [
    { cite: osce('3.2'), finding: 'All should know when they meet next, and it should be soon enough for what is at stake.' },
    { cite: wholeComm('4.1.3'), finding: 'Before somebody brought them together, those who worked in one field did not know what the others did.' },
  ],
  gathered: 'do not say how often they meet',
  good: [
    'body forum "Forum" { kind coordination; meets quarterly }',
    'body forum "Forum" { kind coordination; meets at least twice a year }',
    '# Its time is over.\nbody task-force "Task force 2015" { kind coordination; term 2015 to 2017 }',
  ],
  bad: [
    'body forum "Forum" { kind coordination }\n     ^^^^^ Body "Forum" does not say how often it meets.',
    'body forum "Forum" {\n  kind coordination\n  meets regularly\n  ^^^^^^^^^^^^^^^ Body "Forum" meets "regularly", which is no interval.\n}',
  ],
  check(plan, report, { today }) {
    if (isOver(plan)) return;
    for (const body of sittingBodies(plan, today)) {
      const meets = body.one('meets');
      const word = meets?.value?.word;
      const instead = say`Say how often: meets monthly, meets quarterly, meets twice a year …`;
      if (meets?.value?.every !== undefined) continue;
      if (meets !== undefined && word !== undefined)
        report({ at: meets, about: body, message: say`${Called(body)} meets "${word}", which is no interval.`, instead });
      else
        report({
          at: body,
          message: say`${Called(body)} does not say how often it meets.`,
          instead,
          ...(meets?.tbd ? { tbd: meets.tbd } : { fix: addStatement(body, 'meets quarterly') }),
        });
    }
  },
});
