import type { Quantity } from '../../language/amounts.ts';
import { baselinesOf, newestOf, valuesOf } from '../../model/observations.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { dated, directionOf, figure, isOver, standsAt, targetsByIndicator } from './_figures.ts';

export default rule({
  id: 'monitoring/alarm-crossed',
  severity: 'error',
  summary: 'The newest value of an indicator has reached the value that must raise alarm.',
  why: 'An alarm is a promise made in quiet times: if it comes to this, we do something. It is worth nothing if the value is passed and only a table shows it.',
  grounding: [
    {
      cite: 'iplan language reference, indicators',
      finding: 'The plan itself has said at which value somebody must act.',
    },
  ],
  good: [
    'indicator waiting "Waiting time" { unit days; direction decrease; alarm 60; value 45 on 2025 }',
    'indicator employment "Employment rate" { unit percent; direction increase; alarm 40%; value 48% on 2025 }',
    '# It was passed and is no more.\nindicator waiting "Waiting time" { unit days; direction decrease; alarm 60; value 70 on 2024; value 45 on 2025 }',
  ],
  bad: [
    'indicator waiting "Waiting time" {\n  unit days\n  direction decrease\n  alarm 60\n  value 75 on 2025\n  ^^^^^^^^^^^^^^^^ Indicator "Waiting time" has reached its alarm of 60 days: 75 days on 2025.\n}',
    'indicator employment "Employment rate" {\n  unit percent\n  baseline 48% on 2023\n  alarm 40%\n  value 39% on 2025\n  ^^^^^^^^^^^^^^^^^ Indicator "Employment rate" has reached its alarm of 40%: 39% on 2025.\n}',
  ],
  check(plan, report, { today }) {
    if (isOver(plan)) return;
    const measured = targetsByIndicator(plan);
    for (const indicator of plan.of('indicator')) {
      const alarm = indicator.one('alarm');
      const limit = (alarm?.value as Quantity | undefined)?.number;
      const newest = newestOf(
        valuesOf(indicator, plan).filter((o) => o.value !== undefined),
        today,
      );
      if (alarm === undefined || limit === undefined || newest?.value === undefined) continue;
      const direction = directionOf(indicator, measured.get(indicator));
      const base = baselinesOf(indicator, plan)[0]?.value?.number;
      // Where no direction is said, the alarm lies on the other side of where things were at the start.
      const above = direction === 'down' || (direction !== 'up' && base !== undefined && base < limit);
      const below = direction === 'up' || (direction !== 'down' && base !== undefined && base > limit);
      const { number } = newest.value;
      if (!(above && number >= limit) && !(below && number <= limit)) continue;
      report({
        at: standsAt(newest, indicator),
        about: indicator,
        message: say`${Called(indicator)} has reached its alarm of ${figure(limit, indicator)}: ${dated(newest, newest.value, indicator)}.`,
        instead: say`Bring it before the body that reviews the plan, and write what is done about it as a measure.`,
        related: [{ at: alarm, message: say`The alarm.` }],
      });
    }
  },
});
