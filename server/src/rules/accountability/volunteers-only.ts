import { Called, listed, rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { isStatutory, isVolunteer, openTasks, takingPart } from './_tasks.ts';

export default rule({
  id: 'accountability/volunteers-only',
  severity: 'warning',
  summary: 'Only volunteers carry it.',
  why: 'What rests on volunteers alone ends when they tire, move or are needed elsewhere, and nobody is there to recruit the next. A paid hand, even a small one, keeps it going.',
  grounding: [
    { cite: nordic('on volunteers'), finding: 'Work that rests on volunteers alone is fragile; it needs paid co-ordination to last.' },
    { cite: wholeComm('on volunteers'), finding: 'Volunteers grew fewer and older while the tasks left to them grew.' },
  ],
  gathered: 'rest on volunteers alone',
  good: [
    `measure cafe "Language café" { accountable town; responsible guides; with office }
actor office "Office" { type department }
actor town "Town" { type municipality }
partner guides "Refugee guides" { type volunteer-group }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; force must }`,
  ],
  bad: [
    `measure cafe "Language café" { accountable town; responsible guides }
        ^^^^ Measure "Language café" rests on volunteers alone: Refugee guides.
actor office "Office" { type department }
actor town "Town" { type municipality }
partner guides "Refugee guides" { type volunteer-group }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; force must }`,
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      const holders = [...new Set(takingPart(task, plan))];
      if (holders.length === 0 || isStatutory(task, plan) || !holders.every(isVolunteer)) continue;
      report({
        at: task,
        message: `${Called(task)} rests on volunteers alone: ${listed(holders.map((holder) => holder.title))}.`,
        instead: 'Name a paid office that takes part, with "with" or "responsible".',
      });
    }
  },
});
