import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';

export default rule({
  id: 'monitoring/goal-without-indicator',
  severity: 'warning',
  absence: true,
  silencedBy: ['coverage/goal-without-target'],
  summary: 'Nothing measures whether a goal comes nearer.',
  why: 'A goal may be too large for a target, but not for a sign: something that would look different if the goal came nearer. Without one the goal is repeated from plan to plan, and nobody learns whether the way leads there.',
  grounding: [
    {
      cite: osce('3.3'),
      finding: 'Local integration policies are hardly monitored in a systematic way, so what they achieve stays unknown.',
    },
  ],
  gathered: 'have no indicator',
  good: [
    'goal work "Everybody finds work"\nindicator employment "Employment rate" { unit percent; serves work }',
    'goal work "Everybody finds work"\ntarget jobs "More in work" { serves work; measured by employment; at least 60% by 2028 }\nindicator employment "Employment rate" { unit percent }',
    '# A goal is measured by the goals below it.\ngoal equal "Equal chances"\ngoal work "Everybody finds work" { part of equal }\nindicator employment "Employment rate" { unit percent; serves work }',
    '# Where nothing at all is measured, the goals are not to blame.\ngoal work "Everybody finds work"',
    '# A target that is measured by nothing is told of as such.\ngoal work "Everybody finds work"\ntarget jobs "More in work" { serves work; at least 60% by 2028 }',
  ],
  bad: [
    'plan monitor "Monitor" { kind monitor; level national; period 2024 to 2026 }\ngoal work "Everybody finds work"\n     ^^^^ Goal "Everybody finds work" has no indicator.\nindicator wages "Median wage" { unit EUR; value 2300 on 2024 }',
  ],
  check(plan, report) {
    // Where nothing at all is measured or aimed at, that is told of the sectors, not of every goal.
    if (plan.of('indicator').length + plan.of('target').length === 0) return;
    const shown = new Set<Declaration>();
    for (const scope of [plan, ...plan.below]) {
      for (const one of scope.of('target', 'indicator')) for (const goal of scope.findAll(one.refs('serves'))) shown.add(goal);
    }
    // What shows a goal shows the goals that it is part of.
    for (const goal of plan.of('goal')) {
      if (!shown.has(goal)) continue;
      const seen = new Set<Declaration>([goal]);
      for (let above = parentOf(goal); above !== undefined && !seen.has(above); above = parentOf(above)) {
        seen.add(above);
        shown.add(above);
      }
    }
    for (const goal of plan.of('goal'))
      if (!shown.has(goal))
        report({
          at: goal,
          message: say`${Called(goal)} has no indicator.`,
          instead: say`Add an indicator or a target that "serves" it.`,
        });

    function parentOf(goal: Declaration): Declaration | undefined {
      return goal.is('goal') ? plan.findAll(goal.refs('part of'))[0] : undefined;
    }
  },
});
