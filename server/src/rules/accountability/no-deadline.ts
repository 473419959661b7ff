import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { openMeasures } from './_tasks.ts';

export default rule({
  id: 'accountability/no-deadline',
  severity: 'warning',
  absence: true,
  silencedBy: ['adoption/expired'],
  summary: 'A measure has no end in sight.',
  why: 'What is due at no time is late at no time. Without a date nobody can say whether a measure is on its way, and it moves quietly from one plan into the next.',
  grounding: [{ cite: osce('1 and 4'), finding: 'Cooperation lasts where it is clear when things happen and what is to come of them.' }],
  gathered: 'have no deadline',
  good: [
    `measure cafe "Job café" { lead office; deadline by 2027 }
actor office "Office" { type department }`,
    `measure cafe "Job café" { lead office; period 2025 to 2026 }
actor office "Office" { type department }`,
    `measure cafe "Job café" { lead office; frequency monthly }
actor office "Office" { type department }`,
    `measure cafe "Job café" { lead office; step "Find a room" by 2026-10 }
actor office "Office" { type department }`,
    `measure cafe "Job café" { lead office; status completed }
actor office "Office" { type department }`,
  ],
  bad: [
    `measure cafe "Job café" { lead office }
        ^^^^ Measure "Job café" has no deadline.
actor office "Office" { type department }`,
  ],
  check(plan, report) {
    if (plan.planKind === 'strategy') return;
    for (const measure of openMeasures(plan)) {
      if (
        measure.has('deadline', 'frequency') ||
        measure.all('step').some((step) => step.value?.by !== undefined || step.value?.date !== undefined) ||
        measure.one('period')?.value?.to !== undefined
      )
        continue;
      const promised = [...measure.all('deadline'), ...measure.all('period')].find((fact) => fact.tbd !== undefined);
      report({
        at: measure,
        message: say`${Called(measure)} has no deadline.`,
        instead: say`Write "deadline" or "period"; for what never ends: deadline ongoing.`,
        ...(promised === undefined
          ? { fix: addStatement(measure, `deadline ${plan.plan?.one('period')?.value?.to?.text ?? 'ongoing'}`) }
          : { tbd: promised.tbd }),
      });
    }
  },
});
