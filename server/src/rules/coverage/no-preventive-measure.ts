import { rule } from '../rule.ts';
import { nordic } from '../sources.ts';
import { spoken, work } from './_layers.ts';

export default rule({
  id: 'coverage/no-preventive-measure',
  severity: 'warning',
  thorough: true,
  absence: true,
  summary: 'Nothing prevents what the plan repairs.',
  why: 'What begins early costs less and hurts less: health checks, help in the first weeks, contact before conflict. A plan in which everything begins after the problem pays for it later.',
  grounding: [{ cite: nordic('on prevention'), finding: 'Preventive work was the first to be left out and the last to be paid.' }],
  good: [
    `measure m1 "Preventive health talks" { lead office }
measure m2 "M2" { lead office }
measure m3 "M3" { lead office }
actor office "Office" { type department }`,
  ],
  bad: [
    `plan a "A" { level local; period 2025 to 2028 }
     ^ Nothing in plan "A" is meant to prevent.
measure m1 "Course" { lead office }
measure m2 "Work" { lead office }
measure m3 "Homes" { lead office }
actor office "Office" { type department }`,
  ],
  check(plan, report) {
    if (plan.plan === undefined || work(plan).length < 3) return;
    if (!/prevent|early|screening|outreach|before /.test(spoken(plan)))
      report({ at: plan.plan, message: `Nothing in plan "${plan.title}" is meant to prevent.`, instead: 'Name what is done before problems grow.' });
  },
});
