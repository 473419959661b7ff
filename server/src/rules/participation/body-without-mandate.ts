import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { isOver } from '../coverage/_plan.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { osce, wholeComm } from '../sources.ts';
import { sittingBodies } from './_people.ts';

export default rule({
  id: 'participation/body-without-mandate',
  severity: 'information',
  absence: true,
  summary: 'A body neither decides nor advises on anything.',
  why: 'A body without a mandate talks. Its members do not know whether they are to agree, to advise or to listen, and whoever has something to decide takes it elsewhere.',
  grounding: [
    { cite: osce('4'), finding: 'Where it works, somebody at the centre has both the means and the right to steer.' },
    { cite: wholeComm('3.1'), finding: 'Whoever coordinates without power to enforce can invite and persuade, and no more.' },
  ],
  gathered: 'neither decide nor advise on anything',
  good: [
    'body council "Migrant council" { kind migrant-council; advises "On every plan of the municipality that concerns newcomers" }',
    'body group "Steering group" { kind steering; decides "Changes of the plan within its budget" }',
    '# Its mandate is laid down elsewhere.\nbody council "Migrant council" { kind migrant-council; basis "By-laws of the municipality, chapter 4" }',
    '# What it is charged with in the plan is a mandate.\nplan town "Town" { level local; period 2025 to 2028; review yearly by group }\nbody group "Steering group" { kind steering }',
    'body council "Migrant council" { kind migrant-council }\nmeasure cafe "Language café" { consulted council }',
  ],
  bad: ['body council "Migrant council" { kind migrant-council }\n     ^^^^^^^ Body "Migrant council" neither decides nor advises on anything.'],
  check(plan, report, { today }) {
    if (isOver(plan)) return;
    const charged = chargedIn(plan);
    for (const body of sittingBodies(plan, today)) {
      if (body.has('decides', 'advises', 'basis') || charged.has(body)) continue;
      const tbd = body.one('advises')?.tbd ?? body.one('decides')?.tbd;
      report({
        at: body,
        message: say`${Called(body)} neither decides nor advises on anything.`,
        instead: say`Say what it decides with "decides", or on what it is heard with "advises".`,
        ...(tbd ? { tbd } : { fix: addStatement(body, `advises "${say`TODO: on what`}"`) }),
      });
    }
  },
});

/** Those whom the plan or one of its tasks charges with something, or asks. */
function chargedIn(plan: Scope): ReadonlySet<Declaration> {
  const ofPlan = plan.plan?.refs('adopted', 'coordinator', 'review', 'evaluated') ?? [];
  const ofTasks = tasksOf(plan).flatMap((task) => task.refs('accountable', 'lead', 'responsible', 'consulted', 'supervised by'));
  const ofFunds = plan.of('fund').flatMap((fund) => fund.refs('to'));
  return new Set(plan.findAll([...ofPlan, ...ofTasks, ...ofFunds]));
}
