import { aimOf } from '../../model/aims.ts';
import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { directionOf, isCounted, targetsByIndicator, yardsticks } from './_figures.ts';
import { isUnused } from './_unused.ts';

export default rule({
  id: 'monitoring/no-direction',
  severity: 'information',
  absence: true,
  silencedAt: ['monitoring/indicator-without-baseline'],
  summary: 'An indicator does not say whether it is better when it rises or falls.',
  why: 'More reports of discrimination may mean more discrimination or more trust in the office that takes them. Who writes the figure into the plan knows what was meant; whoever reads the chart in three years does not.',
  grounding: [
    {
      cite: 'IATI Standard 2.03, element result/indicator',
      finding: 'Every indicator says whether it improves by rising; a rise is what is assumed where nothing is said, also where that is wrong.',
    },
  ],
  gathered: 'have no direction',
  good: [
    'indicator reports "Reports of discrimination" { unit reports; value 40 on 2024; direction increase }',
    '# A target shows it.\ntarget waiting "Shorter waits" { measured by days; at most 20 by 2028 }\nindicator days "Waiting time" { unit days; value 30 on 2024 }',
    'indicator arrivals "Arrivals" { unit persons; value 90 on 2024; used for "Planning of places" }',
  ],
  bad: [
    'indicator reports "Reports of discrimination" {\n          ^^^^^^^ Indicator "Reports of discrimination" does not say which way is better.\n  unit reports\n  baseline 40 on 2024\n  value 42 on 2025\n}',
  ],
  check(plan, report) {
    const measured = targetsByIndicator(plan);
    const others = yardsticks(plan);
    for (const indicator of plan.of('indicator')) {
      if (
        !isCounted(indicator) ||
        others.has(indicator) ||
        isUnused(indicator) ||
        indicator.has('used for') ||
        directionOf(indicator, measured.get(indicator)) !== undefined ||
        measured.get(indicator)?.some((target) => aimOf(target) !== undefined)
      )
        continue;
      const tbd = indicator.one('direction')?.tbd;
      report({
        at: indicator,
        message: say`${Called(indicator)} does not say which way is better.`,
        instead: say`Write "direction increase", "direction decrease" or "direction hold".`,
        ...(tbd ? { tbd } : { fix: ['increase', 'decrease', 'hold'].map((way) => addStatement(indicator, `direction ${way}`)) }),
      });
    }
  },
});
