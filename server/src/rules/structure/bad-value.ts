import { rule } from '../rule.ts';
import { doubtfulIn } from './_numbers.ts';
import { ofProblem, READABLE } from './_parser.ts';

export default rule({
  id: 'structure/bad-value',
  severity: 'error',
  summary: 'A value does not fit its statement.',
  why: 'A date that is not in the calendar, a word outside the list, a number where a name belongs: the statement stands there but says nothing, and every rule and table that needs it goes without.',
  grounding: READABLE,
  good: ['measure cafe "Job café" {\n  period 2025-03 to 2027\n  status ongoing\n  deadline within 10 weeks of assignment\n}'],
  bad: [
    'measure cafe "Job café" {\n  status ongoin\n         ^^^^^^ "ongoin" does not fit in "status".\n}',
    'measure cafe "Job café" {\n  deadline 2027-02-30\n           ^^^^^^^^^^ "2027-02-30" is no date of the calendar.\n}',
    'measure cafe "Job café" {\n  status\n  ^^^^^^ "status" is not finished: one of planned, ongoing, delayed, completed or cancelled is missing.\n}',
    'fund grant "Grant" {\n  amount 5000 KRO\n              ^^^ "KRO" does not fit in "amount".\n}',
  ],
  ofProblem(problem) {
    // Of "1.200.000" it is said elsewhere what is meant.
    const isSaid = problem.statement !== undefined && doubtfulIn(problem.statement.chunk).some(({ token }) => token.start === problem.span.start);
    return isSaid ? undefined : ofProblem(problem);
  },
});
