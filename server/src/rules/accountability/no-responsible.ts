import { say } from '../../text/say.ts';
import { addStatement, someone } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { busengdal } from '../sources.ts';
import { openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/no-responsible',
  severity: 'error',
  absence: true,
  summary: 'Somebody answers for it, but nobody does it.',
  why: 'An office that answers for a duty without anybody to carry it out is the first sign of a duty on paper. Often the one who answers also does the work: then "lead" says both.',
  grounding: [
    { cite: 'RACI convention of project management', finding: 'Each task has at least one who does the work; without one it is a wish.' },
    { cite: busengdal('Discussion'), finding: 'Working together on an introduction programme depends on all understanding whose part is whose.' },
  ],
  gathered: 'have nobody who carries them out',
  good: [
    `measure cafe "Job café" { lead office }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
    `measure cafe "Job café" { accountable town; responsible office }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
    `measure old "Old course" { accountable town; status completed }
actor town "Town" { type municipality }`,
  ],
  bad: [
    `measure cafe "Job café" { accountable town }
        ^^^^ Measure "Job café" has nobody who carries it out.
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      if (!task.has('accountable') || task.has('lead', 'responsible')) continue;
      const promised = task.one('responsible') ?? task.one('lead');
      report({
        at: task,
        message: say`${Called(task)} has nobody who carries it out.`,
        instead: say`Name them with "responsible", or write "lead" instead of "accountable" if it is the same one.`,
        ...(promised === undefined
          ? { fix: addStatement(task, `responsible ${task.refs('accountable')[0]?.name ?? someone(plan, task, 'name-who-does-it')}`) }
          : { tbd: promised.tbd }),
      });
    }
  },
});
