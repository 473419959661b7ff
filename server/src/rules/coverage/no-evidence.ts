import { measuresOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { penninx, wholeComm } from '../sources.ts';
import { isOver } from './_plan.ts';

export default rule({
  id: 'coverage/no-evidence',
  severity: 'information',
  thorough: true,
  absence: true,
  summary: 'No measure says why it is thought to work.',
  why: 'A sentence is enough: it worked in the next town, those concerned asked for it, an evaluation says so. Whoever must write it thinks about it once; whoever reads it later knows what to look at when it does not work.',
  grounding: [
    { cite: wholeComm('4.3.D'), finding: 'For reasons of politics some evidence did not find its way into the policy.' },
    { cite: penninx('2.1'), finding: 'National models follow what is thought right more than what is practical and feasible.' },
    { cite: penninx('2.3'), finding: 'Support for some groups only is fair where there are convincing empirical arguments for it.' },
  ],
  good: [
    'measure cafe "Café" { evidence "Twelve people a week came to the trial in 2024" }\nmeasure course "Course"\nmeasure homes "Homes"',
    '# A plan that has hardly begun is left in peace.\nmeasure cafe "Café"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ None of the 3 measures of plan "Town" says why it is thought to work.\nmeasure cafe "Café"\nmeasure course "Course"\nmeasure homes "Homes"',
  ],
  check(plan, report) {
    const measures = measuresOf(plan);
    if (plan.head === undefined || isOver(plan) || measures.length < 3 || measures.some((measure) => measure.has('evidence'))) return;
    report({
      at: plan.head,
      message: say`None of the ${measures.length} measures of plan "${plan.title}" says why it is thought to work.`,
      instead: say`Write with "evidence" what speaks for it: an evaluation, a trial, what those concerned have said.`,
    });
  },
});
