import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { nordic } from '../sources.ts';

export default rule({
  id: 'monitoring/indicator-without-frequency',
  severity: 'warning',
  absence: true,
  summary: 'An indicator does not say how often it is measured, or only "regularly".',
  why: 'Only when it is agreed how often a figure comes can anybody see that it has not come. "Regularly" is kept by one measurement in ten years. The lag belongs to it: data that arrive a year late cannot steer a plan of two.',
  grounding: [
    {
      cite: nordic('chapter on Finland'),
      finding: 'An assessment of the programme came late and was merged into preparing the next one.',
    },
  ],
  gathered: 'have no frequency',
  good: [
    'indicator employment "Employment rate" { unit percent; frequency yearly lag 6 months }',
    'indicator study "Tenants who feel safe" { unit percent; frequency once }',
  ],
  bad: [
    'indicator employment "Employment rate" {\n          ^^^^^^^^^^ Indicator "Employment rate" has no frequency.\n  unit percent\n}',
    'indicator employment "Employment rate" {\n  frequency regularly\n  ^^^^^^^^^^^^^^^^^^^ Indicator "Employment rate" is measured "regularly", which is no interval.\n}',
  ],
  check(plan, report) {
    for (const indicator of plan.of('indicator')) {
      const frequency = indicator.one('frequency');
      if (frequency?.value?.word === 'regularly') {
        report({
          at: frequency,
          about: indicator,
          message: say`${Called(indicator)} is measured "regularly", which is no interval.`,
          instead: say`Say how often: yearly, every 6 months …`,
        });
      } else if (!indicator.has('frequency')) {
        const tbd = frequency?.tbd;
        report({
          at: indicator,
          message: say`${Called(indicator)} has no frequency.`,
          instead: say`Say how often it is measured and how late its data come: frequency yearly lag 6 months.`,
          ...(tbd ? { tbd } : { fix: addStatement(indicator, 'frequency yearly') }),
        });
      }
    }
  },
});
