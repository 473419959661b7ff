import { addStatement, Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { isDone } from './_tasks.ts';

export default rule({
  id: 'accountability/no-deadline',
  severity: 'warning',
  absence: true,
  summary: 'A measure has no end in sight.',
  why: 'What is due at no time is late at no time. Without a date nobody can say whether a measure is on its way, and it moves quietly from one plan into the next.',
  grounding: [{ cite: osce('on monitoring'), finding: 'Local policies often lack the timetable against which they could be followed.' }],
  gathered: 'have no deadline',
  good: [
    `measure cafe "Job café" { lead office; deadline by 2027 }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
    `measure cafe "Job café" { lead office; period 2025 to 2026 }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
    `measure cafe "Job café" { lead office; frequency monthly }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  bad: [
    `measure cafe "Job café" { lead office }
        ^^^^ Measure "Job café" has no deadline.
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  check(plan, report) {
    if (plan.planKind === 'strategy') return;
    for (const measure of plan.of('measure')) {
      if (
        isDone(measure) ||
        measure.has('deadline', 'frequency') ||
        measure.all('step').some((step) => step.value?.by !== undefined || step.value?.date !== undefined)
      )
        continue;
      if (measure.one('period')?.value?.to !== undefined) continue;
      const tbd = measure.all('deadline')[0]?.tbd ?? measure.one('period')?.tbd;
      report({
        at: measure,
        message: `${Called(measure)} has no deadline.`,
        instead: 'Write "deadline" or "period"; for what never ends: deadline ongoing.',
        ...(tbd && { tbd }),
        fix: addStatement(measure, 'deadline by '),
      });
    }
  },
});
