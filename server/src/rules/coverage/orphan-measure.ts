import { addStatement, Called, rule } from '../rule.ts';
import { busengdal } from '../sources.ts';

export default rule({
  id: 'coverage/orphan-measure',
  severity: 'warning',
  absence: true,
  summary: 'A measure serves nothing.',
  why: 'A measure that serves no target and no goal may be good, but nobody can say for what. It is the first to be cut, and the last to be missed.',
  grounding: [{ cite: busengdal('fragmentation'), finding: 'Single measures without an overall plan did not add up.' }],
  gathered: 'serve no target and no goal',
  good: [
    `measure cafe "Café" { serves jobs }
target jobs "Jobs" { at least 50% by 2028 }`,
    `measure cafe "Café" { lead office }
actor office "Office" { type department }`,
  ],
  bad: [
    `measure cafe "Café" { status planned }
        ^^^^ Measure "Café" serves no target and no goal.
target jobs "Jobs" { at least 50% by 2028 }`,
  ],
  check(plan, report) {
    // Where there is nothing to serve, that is the finding, and it stands elsewhere.
    const above =
      plan.of('target', 'goal').length > 0 ||
      plan.ancestors.some((scope) => scope.of('target', 'goal').length > 0 && plan.of('measure').some((m) => m.has('serves')));
    if (!above) return;
    for (const measure of plan.of('measure'))
      if (!measure.has('serves') && measure.one('status')?.value?.word !== 'cancelled')
        report({
          at: measure,
          message: `${Called(measure)} serves no target and no goal.`,
          instead: 'Say with "serves" what it is to reach.',
          fix: addStatement(measure, 'serves '),
        });
  },
});
