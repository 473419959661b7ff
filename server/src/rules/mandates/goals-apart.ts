import { say } from '../../text/say.ts';
import { isOver } from '../accountability/_tasks.ts';
import { rule } from '../rule.ts';
import { nordic, osce, wholeComm } from '../sources.ts';

export default rule({
  id: 'mandates/goals-apart',
  severity: 'information',
  thorough: true,
  absence: true,
  summary: 'A plan has goals, the plan above has goals, and nothing ties them together.',
  why: 'Levels may want different things, and often should. Where nobody has laid the goals side by side, the state pays for one thing and the town works for another, and each thinks that the other does not deliver.',
  grounding: [
    { cite: osce('1'), finding: 'Integration may be addressed at each level at another speed, in other fields and with other objectives.' },
    { cite: wholeComm('4.1.1'), finding: 'Policies that were designed by the state may clash with local realities.' },
    {
      cite: nordic('introduction'),
      finding: 'Rural policy stands between integration and the revival of the countryside, and the levels give different reasons for it.',
    },
  ],
  good: [
    '--- state/plan.iplan\nplan state "State" { level national; period 2025 }\ngoal work "Everybody in work"\n--- town/plan.iplan\nplan town "Town" { level local; period 2025; under state }\ngoal jobs "Jobs for newcomers" { part of work }',
    '# What serves a goal from above is tied to it.\n--- state/plan.iplan\nplan state "State" { level national; period 2025 }\ngoal work "Everybody in work"\n--- town/plan.iplan\nplan town "Town" { level local; period 2025; under state }\ngoal jobs "Jobs for newcomers"\nmeasure cafe "Job café" { serves work }',
    '# What a law is for is not a goal to be shared out.\n--- act/plan.iplan\nplan act "Act" { kind statute; level national; period from 2025 }\ngoal order "Order"\n--- town/plan.iplan\nplan town "Town" { level local; period 2025; under act }\ngoal jobs "Jobs for newcomers"',
    '# Where the plan above has no goals there is nothing to tie to.\n--- state/plan.iplan\nplan state "State" { level national; period 2025 }\n--- town/plan.iplan\nplan town "Town" { level local; period 2025; under state }\ngoal jobs "Jobs for newcomers"',
  ],
  bad: [
    '--- state/plan.iplan\nplan state "State" { level national; period 2025 }\ngoal work "Everybody in work"\n--- town/plan.iplan\nplan town "Town" { level local; period 2025; under state }\n     ^^^^ No goal of plan "Town" is tied to a goal of plan "State".\ngoal jobs "Jobs for newcomers"',
  ],
  check(plan, report) {
    const above = plan.ancestors.filter((one) => one.planKind !== 'statute' && one.of('goal').length > 0);
    const [nearest] = above;
    if (plan.plan === undefined || nearest === undefined || isOver(plan) || plan.of('goal').length === 0) return;
    const theirs = new Set(above.flatMap((one) => one.of('goal', 'target')) as readonly unknown[]);
    const tied = [
      ...plan.of('goal').flatMap((goal) => goal.refs('part of')),
      ...plan.of('measure').flatMap((measure) => measure.refs('serves')),
      ...plan.of('target').flatMap((target) => target.refs('serves')),
      ...plan.of('indicator').flatMap((indicator) => indicator.refs('serves')),
    ];
    if (plan.findAll(tied).some((aim) => theirs.has(aim))) return;
    report({
      at: plan.plan,
      message: say`No goal of plan "${plan.title}" is tied to a goal of plan "${nearest.title}".`,
      instead: say`Say of a goal that it is "part of" one of those above, or of a measure that it "serves" one; if the two differ on purpose, accept it with a waiver.`,
      related: nearest
        .of('goal')
        .slice(0, 3)
        .map((goal) => ({ at: goal, message: say`A goal of plan "${nearest.title}".` })),
    });
  },
});
