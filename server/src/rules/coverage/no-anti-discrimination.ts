import { rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { fieldsOf, spoken, work } from './_layers.ts';

export default rule({
  id: 'coverage/no-anti-discrimination',
  severity: 'warning',
  absence: true,
  summary: 'Nothing is done against discrimination.',
  why: 'People can do all that a plan asks and still not get the flat or the interview. Without anything against discrimination the plan treats closed doors as a lack of effort.',
  grounding: [
    { cite: wholeComm('on discrimination'), finding: 'Discrimination in the search for homes and work was named as an obstacle and hardly met by policy.' },
  ],
  good: [
    `sector rights "Rights" { field anti-discrimination }`,
    `measure m1 "Training against discrimination" { lead office }
measure m2 "M2" { lead office }
measure m3 "M3" { lead office }
actor office "Office" { type department }`,
  ],
  bad: [
    `plan a "A" { level local; period 2025 to 2028 }
     ^ Nothing in plan "A" is done against discrimination.
measure m1 "Course" { lead office }
measure m2 "Work" { lead office }
measure m3 "Homes" { lead office }
actor office "Office" { type department }`,
  ],
  check(plan, report) {
    if (plan.plan === undefined || work(plan).length < 3 || plan.planKind === 'project') return;
    if (fieldsOf(plan).has('anti-discrimination') || /discriminat|racis|equal (?:treatment|rights|opportunit|access)|xenophob|prejudice/.test(spoken(plan)))
      return;
    report({
      at: plan.plan,
      message: `Nothing in plan "${plan.title}" is done against discrimination.`,
      instead: 'Declare a sector with the field anti-discrimination, or a measure in one of the others.',
    });
  },
});
