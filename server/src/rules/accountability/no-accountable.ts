import { say } from '../../text/say.ts';
import { addStatement, someone } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { osce, penninx } from '../sources.ts';
import { openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/no-accountable',
  severity: 'error',
  absence: true,
  summary: 'A responsibility or measure has nobody who answers for it.',
  why: 'A duty that belongs to everybody is done by nobody. Naming the one office that answers for it tells the council whom to ask, and tells that office that it will be asked.',
  grounding: [
    {
      cite: penninx('Introduction'),
      finding: 'When tasks are handed down, the first questions are who answers politically for the outcome and who pays for it.',
    },
    { cite: osce('3.2'), finding: 'Where many take part in governing, it becomes blurred who has to deal with what.' },
    { cite: 'RACI convention of project management', finding: 'Each task has exactly one who is accountable for it: not none, and not two.' },
  ],
  gathered: 'have nobody accountable',
  good: [
    'measure cafe "Language café" { lead library }\nactor library "Library" { type department }',
    'measure old "Old course" { status cancelled because "No demand" }',
    'measure done "First course" { responsible library; status completed }\nactor library "Library" { type department }',
  ],
  bad: [
    'measure cafe "Language café" {\n        ^^^^ Measure "Language café" has nobody accountable.\n  responsible library\n}\nactor library "Library" { type department }',
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      if (task.has('accountable', 'lead')) continue;
      const promised = task.one('accountable') ?? task.one('lead');
      report({
        at: task,
        message: say`${Called(task)} has nobody accountable.`,
        instead: say`Name the one role that answers for it with "accountable", or with "lead" if it also does the work.`,
        ...(promised === undefined ? { fix: addStatement(task, `accountable ${someone(plan, task, 'name-who-answers')}`) } : { tbd: promised.tbd }),
      });
    }
  },
});
