import { fieldsOf, itemTable } from '../../model/coverage.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { excludes, hasTakenShape, isWhole } from './_plan.ts';
import { DISCRIMINATION, wordsOf } from './_words.ts';

export default rule({
  id: 'coverage/no-anti-discrimination',
  severity: 'warning',
  absence: true,
  summary: 'Nothing is done against discrimination.',
  why: 'People can do all that a plan asks and still not get the flat or the interview. Without anything against discrimination the plan treats closed doors as a lack of effort.',
  grounding: [{ cite: wholeComm('4.1'), finding: 'Discrimination was reported, and only one of the places looked at tied integration to acting against it.' }],
  good: [
    'sector rights "Equal chances" { field anti-discrimination }\nmeasure a "Course"\nmeasure b "Job café"\nmeasure c "Homes"',
    'measure a "Training against discrimination"\nmeasure b "Job café"\nmeasure c "Homes"',
    '# What is left out on purpose is said.\nplan town "Town" { level local; period 2025 to 2028; excludes "Discrimination" because "The state has an ombudsman for it" }\nmeasure a "Course"\nmeasure b "Job café"\nmeasure c "Homes"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Nothing in plan "Town" is done against discrimination.\nmeasure a "Course"\nmeasure b "Job café"\nmeasure c "Homes"',
  ],
  check(plan, report) {
    if (plan.head === undefined || !isWhole(plan) || !hasTakenShape(plan) || excludes(plan, DISCRIMINATION)) return;
    if (plan.of('sector').some((sector) => fieldsOf(sector).includes('anti-discrimination'))) return;
    const spoken = [...plan.of('responsibility', 'measure', 'goal', 'target', 'indicator', 'sector'), ...itemTable(plan).keys()];
    if (spoken.some((one) => DISCRIMINATION.test(wordsOf(one)))) return;
    report({
      at: plan.head,
      message: say`Nothing in plan "${plan.title}" is done against discrimination.`,
      instead: say`Add a sector with "field anti-discrimination", or a measure in one of the others.`,
    });
  },
});
