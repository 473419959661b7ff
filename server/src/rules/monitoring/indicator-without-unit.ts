import { aimOf } from '../../model/aims.ts';
import { baselinesOf, valuesOf } from '../../model/observations.ts';
import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { isCounted, targetsByIndicator } from './_figures.ts';

export default rule({
  id: 'monitoring/indicator-without-unit',
  severity: 'error',
  absence: true,
  summary: 'An indicator does not say what it counts.',
  why: '"From 48 to 60" may be persons, percent or places in a queue. Without a unit a target cannot be compared with its indicator, and two people who read the same number may both be wrong.',
  grounding: [
    {
      cite: 'IATI Standard 2.03, element result/indicator',
      finding: 'Every indicator carries a measure that says whether it is a number, a percentage or a description.',
    },
  ],
  gathered: 'have no unit',
  good: ['indicator employment "Employment rate" { unit percent }', 'indicator trust "What residents say of each other" { qualitative yes }'],
  bad: ['indicator employment "Employment rate" {\n          ^^^^^^^^^^ Indicator "Employment rate" has no unit.\n  baseline 48% on 2023\n}'],
  check(plan, report) {
    const measured = targetsByIndicator(plan);
    for (const indicator of plan.of('indicator')) {
      if (!isCounted(indicator) || indicator.has('unit')) continue;
      const tbd = indicator.one('unit')?.tbd;
      const values = [...baselinesOf(indicator, plan), ...valuesOf(indicator, plan)].map((observed) => observed.value?.unit);
      // What its values or its targets are written in is most likely what it counts.
      const unit =
        values.find((u) => u !== undefined) ??
        measured
          .get(indicator)
          ?.map((target) => aimOf(target)?.value.unit)
          .find((u) => u !== undefined && u !== 'points');
      report({
        at: indicator,
        message: say`${Called(indicator)} has no unit.`,
        instead: say`Say what it counts: ${unit === undefined ? 'unit percent, unit persons, unit days …' : `unit ${unit}`}`,
        ...(tbd ? { tbd } : { fix: addStatement(indicator, `unit ${unit ?? 'percent'}`) }),
      });
    }
  },
});
