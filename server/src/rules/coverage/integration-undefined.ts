import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { rule } from '../rule.ts';
import { nordic, penninx, wholeComm } from '../sources.ts';
import { hasTakenShape, isWhole } from './_plan.ts';

export default rule({
  id: 'coverage/integration-undefined',
  severity: 'information',
  absence: true,
  summary: 'The plan does not say what it means by integration.',
  why: 'One office means a job, another the language, a third that nobody stands out any more. As long as the plan leaves the word open, all of them agree with it, and each does something else.',
  grounding: [
    { cite: wholeComm('4.2'), finding: 'Those who work together do not mean the same by integration, and least of all by integration that has succeeded.' },
    { cite: penninx('1'), finding: 'Many definitions hide in themselves what they would like to see, so it should be said.' },
    {
      cite: nordic('on coordination and partnership'),
      finding: 'Municipalities and associations may come into conflict over what integration and segregation are.',
    },
  ],
  good: [
    'plan town "Town" { level local; period 2025 to 2028; vision "Who lives here takes part in work, school and town life" }\nmeasure cafe "Café"\nmeasure course "Course"\nmeasure homes "Homes"',
    '# A goal that is explained says it too.\ngoal part "Taking part" { about "Work, school, associations and a say, for newcomers as for everybody" }\nmeasure cafe "Café"\nmeasure course "Course"\nmeasure homes "Homes"',
    '# A plan that has hardly begun is left in peace.\nmeasure cafe "Café"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Plan "Town" does not say what it means by integration.\ngoal part "Better integration"\nmeasure cafe "Café"\nmeasure course "Course"\nmeasure homes "Homes"',
  ],
  check(plan, report) {
    const head = plan.plan;
    if (head === undefined || !isWhole(plan) || !hasTakenShape(plan)) return;
    if (head.has('vision', 'about', 'principle') || plan.of('goal').some((goal) => goal.has('about'))) return;
    report({
      at: head,
      message: say`Plan "${plan.title}" does not say what it means by integration.`,
      instead: say`Say in a sentence or two how life looks when it has succeeded, with "vision", or explain the goals with "about".`,
      fix: addStatement(head, `vision "${say`TODO: what integration means here`}"`),
    });
  },
});
