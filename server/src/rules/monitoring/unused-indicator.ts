import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { targetsByIndicator } from './_figures.ts';
import { isUnused } from './_unused.ts';

export default rule({
  id: 'monitoring/unused-indicator',
  severity: 'information',
  summary: 'An indicator is referred to by nothing and has no values.',
  why: 'Every indicator costs somebody time, year after year. One that no target, goal or comparison uses and for which nothing has been measured is a leftover; it makes the list long and the figures that matter hard to find.',
  grounding: [
    {
      cite: 'DHIS2 documentation, metadata integrity checks',
      finding: 'An indicator that is used in no analysis is reported, so that it can be put to use or removed.',
    },
  ],
  gathered: 'are used by nothing',
  good: [
    'target jobs "More in work" { measured by employment; at least 60% by 2028 }\nindicator employment "Employment rate" { unit percent }',
    'indicator arrivals "Arrivals" { unit persons; value 90 on 2024 }',
    'goal work "Everybody finds work"\nindicator employment "Employment rate" { unit percent; serves work }',
    '# In a monitor the indicators are the plan.\nplan monitor "Integration monitor" { kind monitor; level national; period 2024 to 2026 }\nindicator employment "Employment rate" { unit percent }',
  ],
  bad: ['indicator wages "Median wage" {\n          ^^^^^ Indicator "Median wage" is used by nothing and has no values.\n  unit EUR\n}'],
  check(plan, report) {
    if (plan.planKind === 'monitor') return;
    const used = new Set<Declaration>(targetsByIndicator(plan).keys());
    for (const scope of [plan, ...plan.below])
      for (const indicator of scope.of('indicator')) for (const other of scope.findAll(indicator.refs('compared with'))) used.add(other);
    for (const indicator of plan.of('indicator')) {
      if (used.has(indicator) || !isUnused(indicator)) continue;
      report({
        at: indicator,
        message: say`${Called(indicator)} is used by nothing and has no values.`,
        instead: say`Name it in the "measured by" of a target, say which goal it "serves", or remove it.`,
      });
    }
  },
});
