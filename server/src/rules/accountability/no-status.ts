import { daysOf } from '../../model/observations.ts';
import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';

export default rule({
  id: 'accountability/no-status',
  severity: 'warning',
  absence: true,
  silencedAt: ['accountability/overdue'],
  summary: 'A measure of a running plan does not say how far it has come.',
  why: 'A plan without states cannot be followed: whoever reads it in its second year cannot tell what has begun, what is done and what was dropped.',
  grounding: [
    { cite: wholeComm('4.1.3'), finding: 'A plan was never carried out, because the municipality was reorganised into neighbourhoods in the meantime.' },
    { cite: wholeComm('4.1.5'), finding: 'How far plans for action were carried out differed from place to place.' },
  ],
  gathered: 'have begun and do not say how far they have come',
  good: [
    `# today: 2026-03-01
measure cafe "Job café" { lead office; status ongoing }
actor office "Office" { type department }`,
    `# today: 2026-03-01
measure cafe "Job café" { lead office; period from 2027 }
actor office "Office" { type department }`,
    `# today: 2026-03-01
measure cafe "Job café" { lead office; progress 2026-01 "Opened in two places" }
actor office "Office" { type department }`,
  ],
  bad: [
    `# today: 2026-03-01
measure cafe "Job café" { lead office }
        ^^^^ Measure "Job café" has begun and does not say how far it has come.
actor office "Office" { type department }`,
  ],
  check(plan, report, { today }) {
    const status = plan.plan?.one('status')?.value;
    // A plan that does not say where it stands is taken to be in force.
    if (plan.planKind === 'strategy' || (status !== undefined && !['adopted', 'amended', 'extended'].includes(status))) return;
    const begins = plan.plan?.one('period')?.value?.from;
    for (const measure of plan.of('measure')) {
      const from = measure.one('period')?.value?.from ?? begins;
      // What was done so far, or how far its steps are, says it too.
      if (measure.has('status', 'progress') || measure.all('step').some((step) => step.value?.status !== undefined)) continue;
      if (from === undefined || daysOf(from, plan).start > today) continue;
      const promised = measure.one('status');
      report({
        at: measure,
        message: say`${Called(measure)} has begun and does not say how far it has come.`,
        instead: say`Write "status planned", "ongoing", "delayed", "completed" or "cancelled".`,
        ...(promised === undefined ? { fix: addStatement(measure, 'status ongoing') } : { tbd: promised.tbd }),
      });
    }
  },
});
