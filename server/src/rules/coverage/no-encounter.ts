import { fieldsOfTask } from '../../model/coverage.ts';
import { groupsOf, isReceiving, measuresOf, tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { hasTakenShape, isWhole, owesMeasures } from './_plan.ts';

/** Where what is open to everybody is a place to meet. */
const SOCIAL: ReadonlySet<string> = new Set(['participation', 'culture', 'social-support']);

export default rule({
  id: 'coverage/no-encounter',
  severity: 'information',
  absence: true,
  silencedBy: ['coverage/no-receiving-society-measure'],
  summary: 'Nothing in the plan brings newcomers and residents together.',
  why: 'Language, work and a home can all be had without knowing a single neighbour. People meet where something is done together: in a club, over a meal, with a mentor. It does not come by itself, not even in a small place.',
  grounding: [
    { cite: nordic('on smaller municipalities and everyday integration'), finding: 'That a place is small does not make people meet.' },
    { cite: nordic('conclusions'), finding: 'Members of minorities often have no friends outside of their own.' },
    { cite: wholeComm('4.2.1.2'), finding: 'Somebody who had done everything that is asked was lonely all the same.' },
    { cite: wholeComm('4.3.A'), finding: 'There were too few places where people can meet at all.' },
  ],
  good: [
    'group new "Newcomers"\ngroup residents "Residents" { kind receiving-society }\nmeasure mentors "Mentors" { for new, residents }\nmeasure course "Course" { for new }\nmeasure homes "Homes" { for new }',
    '# What is open to everybody is a place to meet, in the fields where people meet.\ngroup new "Newcomers"\nsector leisure "Leisure" {\n  field culture\n  measure club "Open choir"\n}\nmeasure course "Course" { for new }\nmeasure homes "Homes" { for new }',
    '# A plan that has hardly begun is left in peace.\nmeasure course "Course"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ No measure of plan "Town" brings newcomers and residents together.\ngroup new "Newcomers"\ngroup residents "Residents" { kind receiving-society }\nmeasure meeting "Information evening" { for residents }\nmeasure course "Course" { for new }\nmeasure homes "Homes" { for new }',
  ],
  check(plan, report) {
    if (plan.head === undefined || !isWhole(plan) || !owesMeasures(plan) || !hasTakenShape(plan) || measuresOf(plan).length === 0) return;
    const together = tasksOf(plan).some((task) => {
      const groups = groupsOf(task, plan);
      if (groups.length === 0) return fieldsOfTask(task, plan).some((field) => SOCIAL.has(field));
      return groups.some(isReceiving) && groups.some((group) => !isReceiving(group));
    });
    if (together) return;
    report({
      at: plan.head,
      message: say`No measure of plan "${plan.title}" brings newcomers and residents together.`,
      instead: say`Plan something that both do together, and name both with "for": a choir, mentors, a shared meal, a place that is open.`,
    });
  },
});
