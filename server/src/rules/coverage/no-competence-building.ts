import { tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { busengdal, nordic, osce } from '../sources.ts';
import { hasTakenShape, isWhole, owesMeasures } from './_plan.ts';
import { STAFF_LEARNS, wordsOf } from './_words.ts';

export default rule({
  id: 'coverage/no-competence-building',
  severity: 'information',
  thorough: true,
  absence: true,
  summary: 'Those who carry out the plan learn nothing new for it.',
  why: 'A plan asks planners, teachers, nurses and landlords for what they were never taught. Who knows little of the people in front of him falls back on what he always did, and the good will of the first year wears off.',
  grounding: [
    { cite: busengdal('Results › Distribution of sector responsibility'), finding: 'Planners know little of integration and depend on those who do.' },
    { cite: busengdal('Discussion'), finding: 'It is hard to keep the engagement of staff alive.' },
    { cite: nordic('conclusions'), finding: 'Municipalities need to learn how to work with partnership contracts.' },
    { cite: osce('2.3'), finding: 'Cities are challenged to adapt their own services to new residents.' },
  ],
  good: [
    'measure a "Training of staff in plain language"\nmeasure b "Café"\nmeasure c "Homes"',
    '# A plan that has hardly begun is left in peace.\nmeasure cafe "Café"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Nothing in plan "Town" is for what its own staff and partners have to learn.\nmeasure a "Language course"\nmeasure b "Café"\nmeasure c "Homes"',
  ],
  check(plan, report) {
    if (plan.head === undefined || !isWhole(plan) || !owesMeasures(plan) || !hasTakenShape(plan)) return;
    if (tasksOf(plan).some((task) => STAFF_LEARNS.test(wordsOf(task)))) return;
    report({
      at: plan.head,
      message: say`Nothing in plan "${plan.title}" is for what its own staff and partners have to learn.`,
      instead: say`Plan a training, an exchange with a town that is ahead, or time with the refugee office for those who plan.`,
    });
  },
});
