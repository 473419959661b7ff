import { say } from '../../text/say.ts';
import { addStatement, someone } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { yardsticks } from './_figures.ts';

export default rule({
  id: 'monitoring/indicator-without-owner',
  severity: 'error',
  absence: true,
  summary: 'Nobody answers for an indicator.',
  why: 'A figure that nobody has to deliver is delivered as long as the person who liked it stays. The owner need not collect the data; it is the one whom the council asks when the figure is late, and who says what it means.',
  grounding: [
    {
      cite: osce('3.4.5'),
      finding: 'Many monitors existed side by side on the different levels, only loosely tied together, and nobody in particular answered for what they said.',
    },
  ],
  gathered: 'have no owner',
  good: [
    'indicator employment "Employment rate" { unit percent; owner statistics }\nactor statistics "Statistics office" { type department }',
    '# A figure that others are compared with is somebody else\'s.\nindicator employment "Employment of refugees" { owner statistics; compared with everybody }\nindicator everybody "Employment of all residents" { unit percent }\nactor statistics "Statistics office" { type department }',
  ],
  bad: ['indicator employment "Employment rate" {\n          ^^^^^^^^^^ Indicator "Employment rate" has no owner.\n  unit percent\n}'],
  check(plan, report) {
    const others = yardsticks(plan);
    for (const indicator of plan.of('indicator')) {
      if (indicator.has('owner') || others.has(indicator)) continue;
      const tbd = indicator.one('owner')?.tbd;
      report({
        at: indicator,
        message: say`${Called(indicator)} has no owner.`,
        instead: say`Name who answers for the figure with "owner".`,
        ...(tbd ? { tbd } : { fix: addStatement(indicator, `owner ${someone(plan, indicator, 'name-an-owner')}`) }),
      });
    }
  },
});
