import { aimOf, DOWN, satisfies, UP } from '../../model/aims.ts';
import { measuring } from '../../model/measuring.ts';
import { progressBy } from '../../model/progress.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { dated, figure } from './_figures.ts';

export default rule({
  id: 'monitoring/target-contradicts-baseline',
  severity: 'warning',
  summary: 'A target was met before the plan began, or goes the way its indicator calls worse.',
  why: 'A target that is met on its first day asks nothing of anybody, and one that points the wrong way would count a loss as a success. Mostly a number, a form or a direction was mistyped; sometimes the baseline was updated and the target was not.',
  grounding: [
    {
      cite: 'IATI Standard 2.03, element result/indicator, and published logframes',
      finding:
        'Published logframes hold baselines that are already better than their target; whether an indicator improves by rising has to be said for anybody to notice.',
    },
  ],
  good: [
    'target jobs "More in work" { measured by employment; at least 60% by 2028 }\nindicator employment "Employment rate" { unit percent; direction increase; baseline 48% on 2024 }',
    '# What is already good may be meant to stay so.\ntarget debts "Few rent arrears" { measured by arrears; at most 5% by 2028 }\nindicator arrears "Rent arrears" { unit percent; direction hold; baseline 4% on 2024 }',
  ],
  bad: [
    'target jobs "More in work" {\n  measured by employment\n  at least 60% by 2028\n  ^^^^^^^^^^^^^^^^^^^^ Target "More in work" was met from the start: the baseline of "Employment rate" is 64% on 2024.\n}\nindicator employment "Employment rate" { unit percent; direction increase; baseline 64% on 2024 }',
    'target waiting "Shorter waits" {\n  measured by days\n  increase by 5 by 2028\n  ^^^^^^^^^^^^^^^^^^^^^ Target "Shorter waits" goes the wrong way: "Waiting time" is better when it falls.\n}\nindicator days "Waiting time" { unit days; direction decrease; baseline 30 on 2024 }',
  ],
  check(plan, report, { today }) {
    for (const target of plan.of('target')) {
      const aim = aimOf(target);
      if (aim === undefined) continue;
      for (const indicator of measuring(target, plan)) {
        const direction = indicator.one('direction')?.value as 'increase' | 'decrease' | 'hold' | undefined;
        if ((direction === 'decrease' && UP.has(aim.form)) || (direction === 'increase' && DOWN.has(aim.form))) {
          report({
            at: aim.fact,
            about: target,
            message:
              direction === 'increase'
                ? say`${Called(target)} goes the wrong way: "${indicator.title}" is better when it rises.`
                : say`${Called(target)} goes the wrong way: "${indicator.title}" is better when it falls.`,
            instead: say`Turn "${aim.form}" around, or mend the "direction" of the indicator.`,
            related: [{ at: indicator.one('direction') ?? indicator, message: say`The direction of "${indicator.title}".` }],
          });
          continue;
        }
        const { baseline, aim: goal, part } = progressBy(target, indicator, plan, today);
        const value = baseline && (part === undefined ? baseline.value : baseline.parts.get(part));
        if (direction === 'hold' || baseline === undefined || value === undefined || goal === undefined || !satisfies(aim.form, value.number, goal)) continue;
        report({
          at: aim.fact,
          about: target,
          message: say`${Called(target)} was met from the start: the baseline of "${indicator.title}" is ${dated(baseline, value, indicator)}.`,
          instead: say`Ask for more than ${figure(value.number, indicator)}, or write "direction hold" where it is meant to stay as it is.`,
          related: [{ at: baseline.fact ?? indicator, message: say`The baseline of "${indicator.title}".` }],
        });
      }
    }
  },
});
