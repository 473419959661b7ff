import { fieldsOfTask } from '../../model/coverage.ts';
import { groupsOf, isReceiving, measuresOf, tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { nordic, penninx, wholeComm } from '../sources.ts';
import { hasTakenShape, isWhole } from './_plan.ts';

export default rule({
  id: 'coverage/no-receiving-society-measure',
  severity: 'warning',
  absence: true,
  summary: 'Nothing is asked of the society that receives.',
  why: 'Integration is a way with two sides. Where everything is asked of newcomers, neighbours, employers and services stay as they are, and doors stay closed to people who did all that the plan wanted.',
  grounding: [
    { cite: penninx('1.1'), finding: 'Of the two sides the receiving society and its institutions decide far more about the outcome.' },
    {
      cite: nordic('introduction'),
      finding: 'Countries have not built the bridges that bring refugees and residents together, and few national strategies call on citizens at all.',
    },
    { cite: wholeComm('4.2'), finding: 'Residents have to be a concern of the policy as well, for their support to come about and to last.' },
  ],
  good: [
    'group residents "Residents" { kind receiving-society }\ngroup new "Newcomers"\nmeasure cafe "Language café" { for new, residents }\nmeasure course "Course" { for new }\nmeasure homes "Tenancy course" { for new }',
    '# Work against discrimination is work on the society that receives.\nmeasure cafe "Language café"\nmeasure course "Course"\nsector fair "Fair chances" {\n  field anti-discrimination\n  measure training "Training of staff"\n}',
    '# A plan that has hardly begun is left in peace.\nmeasure cafe "Language café"',
    '# A project is about one thing.\nplan jobs "Jobs" { kind project; level local; period 2025 }\nmeasure a "Job café"\nmeasure b "Trial work"\nmeasure c "Courses"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ No measure of plan "Town" is for the society that receives.\ngroup new "Newcomers"\nmeasure cafe "Language café" { for new }\nmeasure course "Course" { for new }\nmeasure homes "Tenancy course" { for new }',
  ],
  check(plan, report) {
    if (plan.head === undefined || !isWhole(plan) || !hasTakenShape(plan) || measuresOf(plan).length === 0) return;
    const both = tasksOf(plan).some((task) => fieldsOfTask(task, plan).includes('anti-discrimination') || groupsOf(task, plan).some(isReceiving));
    if (both) return;
    report({
      at: plan.head,
      message: say`No measure of plan "${plan.title}" is for the society that receives.`,
      instead: say`Declare a group of "kind receiving-society", and say what is done with it: meeting places, employers, services.`,
      related: plan
        .of('group')
        .filter(isReceiving)
        .map((group) => ({ at: group, message: say`Group "${group.title}" is of the receiving society.` })),
    });
  },
});
