import { valueAt } from '../../model/observations.ts';
import { progressOf } from '../../model/progress.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { dated, figure, isOver, standsAt } from './_figures.ts';

export default rule({
  id: 'monitoring/off-track',
  severity: 'warning',
  summary: 'The newest value lies behind the line from the baseline to the target.',
  why: 'Halfway through its time a target should be about halfway reached, unless milestones say otherwise. Seen early, a lag is a reason to change what is done; seen at the end, it is only a result.',
  grounding: [
    {
      cite: 'iplan language reference, what a plan means',
      finding: 'A target is on track when its newest value is at or beyond the straight line from baseline to target, bent by its milestones.',
    },
  ],
  gathered: 'are off track',
  good: [
    '# today: 2026-06-30\ntarget jobs "More in work" { measured by employment; at least 60% by 2028 }\nindicator employment "Employment rate" { unit percent; baseline 48% on 2024; value 51% on 2025 }',
    '# today: 2026-06-30\n# A milestone bends the line: little at first is meant to be so.\ntarget jobs "More in work" { measured by employment; at least 60% by 2028; milestone at least 49% by 2025 }\nindicator employment "Employment rate" { unit percent; baseline 48% on 2024; value 49% on 2025 }',
    '# today: 2026-06-30\n# Counted from an event there is no line.\ntarget jobs "In work" { measured by employment; at least 60% 3 years after arrival }\nindicator employment "Employment rate" { unit percent; baseline 48% on 2024; value 49% on 2025 }',
  ],
  bad: [
    '# today: 2026-06-30\ntarget jobs "More in work" {\n       ^^^^ Target "More in work" is off track: 49% on 2025, where the line from 48% on 2024 to 60% asks for 51%.\n  measured by employment\n  at least 60% by 2028\n}\nindicator employment "Employment rate" { unit percent; baseline 48% on 2024; value 49% on 2025 }',
    '# today: 2026-06-30\ntarget jobs "More in work" {\n       ^^^^ Target "More in work" is off track: 49% on 2025, where the line from 48% on 2024 to 60% asks for 51%.\n  measured by employment\n  at least 60% by 2028\n}\nindicator employment "Employment rate" { unit percent; baseline 48% on 2024; data "data.csv" }\n--- data.csv\nindicator,date,value\nemployment,2025,49%',
  ],
  check(plan, report, { today }) {
    if (isOver(plan)) return;
    for (const target of plan.of('target')) {
      const { state, indicator, baseline, newest, expected, aim, part } = progressOf(target, plan, today);
      if (state !== 'off-track' || indicator === undefined || baseline === undefined || newest === undefined || expected === undefined || aim === undefined)
        continue;
      report({
        at: target,
        message: say`${Called(target)} is off track: ${dated(newest, valueAt(newest, part), indicator)}, where the line from ${dated(baseline, valueAt(baseline, part), indicator)} to ${figure(aim, indicator)} asks for ${figure(expected, indicator)}.`,
        instead: say`Look at the measures that serve it; if the way was never meant to be straight, say so with a "milestone".`,
        related: [{ at: standsAt(newest, indicator), message: say`The newest value of "${indicator.title}".` }],
      });
    }
  },
});
