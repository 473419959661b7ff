import { baselinesOf, valuesOf } from '../../model/observations.ts';
import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { nordic, penninx } from '../sources.ts';
import { isCounted, targetsByIndicator, yardsticks } from './_figures.ts';
import { countsPeople } from './_people.ts';

export default rule({
  id: 'monitoring/no-disaggregation',
  severity: 'warning',
  absence: true,
  silencedAt: ['monitoring/indicator-without-source'],
  summary: 'A figure about people is not broken down by anything.',
  why: 'An average hides whom a service does not reach. A course that works for men and not for women, or for the young and not for the old, looks like one that works half well; broken down, the same figure says what to do.',
  grounding: [
    {
      cite: penninx('1.3'),
      finding: 'General services may work out unequally for immigrants without anybody intending it, which only a figure split by background shows.',
    },
    {
      cite: nordic('introduction'),
      finding: 'How young women take part in what is arranged for refugees was not known and was missed.',
    },
  ],
  gathered: 'are broken down by nothing',
  good: [
    'indicator employment "Employment rate" { unit percent; broken down by gender, age }',
    'indicator employment "Employment rate" { unit percent; value 48% on 2024 { women 40%; men 55% } }',
    '# What does not count people has nobody to break it down by.\nindicator waiting "Waiting time" { unit days }\nindicator trust "What residents say of each other" { qualitative yes }',
    '# One that follows a single group is broken down already.\ngroup young-women "Young women" { age 16 to 25 }\ntarget active "Active in clubs" { for young-women; measured by membership; at least 30% by 2028 }\nindicator membership "Members of a club" { unit percent }',
  ],
  bad: [
    'indicator employment "Employment rate" {\n          ^^^^^^^^^^ Indicator "Employment rate" is broken down by nothing.\n  unit percent\n  source register\n}',
  ],
  check(plan, report) {
    const measured = targetsByIndicator(plan);
    const others = yardsticks(plan);
    for (const indicator of plan.of('indicator')) {
      if (!isCounted(indicator) || !countsPeople(indicator) || others.has(indicator) || indicator.has('broken down by')) continue;
      if ([...baselinesOf(indicator, plan), ...valuesOf(indicator, plan)].some((observed) => observed.parts.size > 0)) continue;
      const targets = measured.get(indicator) ?? [];
      if (targets.length > 0 && targets.every((target) => target.refs('for').length > 0)) continue;
      const tbd = indicator.one('broken down by')?.tbd;
      report({
        at: indicator,
        message: say`${Called(indicator)} is broken down by nothing.`,
        instead: say`Say how it is split with "broken down by": gender, age, origin …`,
        ...(tbd ? { tbd } : { fix: addStatement(indicator, 'broken down by gender, age') }),
      });
    }
  },
});
