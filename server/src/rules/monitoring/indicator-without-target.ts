import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { isCounted, targetsByIndicator, yardsticks } from './_figures.ts';
import { isUnused } from './_unused.ts';

export default rule({
  id: 'monitoring/indicator-without-target',
  severity: 'warning',
  absence: true,
  summary: 'An indicator is measured, but no target says where it should go.',
  why: 'A figure without a target is interesting and binds nobody. Where the plan measures something because it wants to change it, it should say how far and by when; where it only wants to watch it, it should say what the figure is used for.',
  grounding: [
    {
      cite: osce('3.3'),
      finding: 'Indices made elsewhere hold few indicators of what local policy does; what a plan measures should follow from its own aims.',
    },
  ],
  gathered: 'are aimed at by no target',
  good: [
    'target jobs "More in work" { measured by employment; at least 60% by 2028 }\nindicator employment "Employment rate" { unit percent; value 48% on 2024 }',
    '# What is watched, compared with or an alarm needs no target.\ntarget jobs "More in work" { measured by employment; at least 60% by 2028 }\nindicator employment "Employment rate" { unit percent; compared with everybody }\nindicator everybody "Employment of all residents" { unit percent; value 79% on 2024 }\nindicator arrivals "Arrivals" { unit persons; value 90 on 2024; used for "Planning of places" }\nindicator waiting "Waiting time" { unit days; value 30 on 2024; alarm 60 }',
    '# A plan without any target has one problem, not one for each indicator.\nindicator employment "Employment rate" { unit percent; value 48% on 2024 }',
  ],
  bad: [
    'target jobs "More in work" { measured by employment; at least 60% by 2028 }\nindicator employment "Employment rate" { unit percent }\nindicator wages "Median wage" { unit percent; value 71% on 2024 }\n          ^^^^^ Indicator "Median wage" is aimed at by no target.',
  ],
  check(plan, report) {
    if (plan.of('target').length === 0) return;
    const measured = targetsByIndicator(plan);
    const others = yardsticks(plan);
    for (const indicator of plan.of('indicator')) {
      if (measured.has(indicator) || others.has(indicator) || !isCounted(indicator) || indicator.has('alarm', 'used for') || isUnused(indicator)) continue;
      // A sector without any target is told of as such.
      const sector = plan.sectorOf(indicator);
      if (sector !== undefined && sector.childrenOf('target').length === 0) continue;
      report({
        at: indicator,
        message: say`${Called(indicator)} is aimed at by no target.`,
        instead: say`Say where it should go with a target that is "measured by" it, or what it is watched for with "used for".`,
      });
    }
  },
});
