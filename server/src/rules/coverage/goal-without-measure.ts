import { say } from '../../text/say.ts';
import { called, rule } from '../rule.ts';
import { busengdal, penninx } from '../sources.ts';
import { servedIn } from './_aims.ts';
import { isOver } from './_plan.ts';

export default rule({
  id: 'coverage/goal-without-measure',
  severity: 'information',
  absence: true,
  summary: 'A goal has nothing that leads to it.',
  why: 'A goal that no measure serves is a sentence for the preface. It may still be a good one: then something that is already done can say so.',
  grounding: [
    { cite: penninx('1.2'), finding: 'Instruments belong to a policy as much as the outcome that is wanted.' },
    { cite: busengdal('Introduction'), finding: 'Without plans that tie them together, efforts stay single and occasional.' },
  ],
  gathered: 'have no measure that leads to them',
  good: [
    'goal all "Work for all"\nmeasure cafe "Job café" { serves all }',
    '# A target that no measure serves is told of as such.\ngoal all "Work for all"\ntarget jobs "In work" { serves all; at least 50% by 2028 }\ngoal homes "Homes"\nmeasure course "Tenancy course" { serves homes }',
    '# Where no measure says what it serves, that is told of the measures.\ngoal all "Work for all"\nmeasure cafe "Job café"',
  ],
  bad: ['goal all "Work for all"\n     ^^^ No measure leads to goal "Work for all".\ngoal homes "Homes"\nmeasure course "Tenancy course" { serves homes }'],
  check(plan, report) {
    if (isOver(plan)) return;
    const { byMeasure, byTarget, wholes } = servedIn(plan);
    if (byMeasure.size === 0) return;
    for (const goal of plan.of('goal'))
      if (!byMeasure.has(goal) && !wholes.has(goal) && !byTarget.has(goal))
        report({
          at: goal,
          message: say`No measure leads to ${called(goal)}.`,
          instead: say`Write "serves" in a measure, or in a target that a measure serves.`,
        });
  },
});
