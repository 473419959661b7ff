import { addStatement, Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';

export default rule({
  id: 'accountability/no-status',
  severity: 'warning',
  absence: true,
  summary: 'A measure of a running plan does not say how far it has come.',
  why: 'A plan without states cannot be followed: whoever reads it in its second year cannot tell what has begun, what is done and what was dropped.',
  grounding: [
    {
      cite: wholeComm('on local plans'),
      finding: 'Plans were written and then neither carried out nor followed, and nobody could say what had become of them.',
    },
  ],
  gathered: 'have begun and do not say how far they have come',
  good: [
    `# today: 2026-03-01
measure cafe "Job café" { lead office; status ongoing }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
    `# today: 2026-03-01
measure cafe "Job café" { lead office; period from 2027 }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  bad: [
    `# today: 2026-03-01
measure cafe "Job café" { lead office }
        ^^^^ Measure "Job café" has begun and does not say how far it has come.
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  check(plan, report, { today }) {
    const status = plan.plan?.one('status')?.value;
    // A plan that does not say where it stands is taken to be in force.
    if (plan.planKind === 'strategy' || (status !== undefined && !['adopted', 'amended', 'extended'].includes(status))) return;
    const begins = plan.plan?.one('period')?.value?.from?.start;
    for (const measure of plan.of('measure')) {
      const from = measure.one('period')?.value?.from?.start ?? begins;
      if (measure.one('status') !== undefined || from === undefined || from > today) continue;
      report({
        at: measure,
        message: `${Called(measure)} has begun and does not say how far it has come.`,
        instead: 'Write "status planned", "ongoing", "delayed", "completed" or "cancelled".',
        fix: addStatement(measure, 'status ongoing'),
      });
    }
  },
});
