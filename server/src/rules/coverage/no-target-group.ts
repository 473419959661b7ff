import { owedGroups } from '../../model/reach.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { penninx, wholeComm } from '../sources.ts';
import { hasTakenShape, isWhole } from './_plan.ts';

export default rule({
  id: 'coverage/no-target-group',
  severity: 'warning',
  absence: true,
  summary: 'The plan names nobody it is for.',
  why: 'A plan for everybody can be right, but who is named nowhere is counted nowhere. Newcomers then vanish among "vulnerable residents", and nobody notices that a service does not reach them.',
  grounding: [
    { cite: wholeComm('4.1.3'), finding: 'An agenda for vulnerable groups did not speak of migrants or refugees at all.' },
    { cite: penninx('1.2'), finding: 'Where there is no explicit policy, what concerns immigrants is avoided.' },
  ],
  good: [
    'group new "Newcomers"\nmeasure cafe "Café" { for new }\nmeasure club "Club"\nmeasure homes "Homes"',
    '# The groups of the plan above will do.\n--- state/plan.iplan\nplan state "State" { level national; period 2025 }\ngroup refugees "Refugees"\n--- town/plan.iplan\nplan town "Town" { level local; period 2025; under state }\nmeasure cafe "Café" { for refugees }\nmeasure club "Club"\nmeasure homes "Homes"',
    '# A plan that has hardly begun is left in peace.\nmeasure cafe "Café"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Plan "Town" names no group of newcomers that it is for.\nmeasure cafe "Café"\nmeasure club "Club"\nmeasure homes "Homes"',
  ],
  check(plan, report) {
    if (plan.head === undefined || !isWhole(plan) || !hasTakenShape(plan) || owedGroups(plan).size > 0) return;
    report({
      at: plan.head,
      message: say`Plan "${plan.title}" names no group of newcomers that it is for.`,
      instead: say`Declare the groups you think of, and say with "for" which measure is for whom.`,
    });
  },
});
