import { say } from '../../text/say.ts';
import { Called, listed, rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { isStatutory, isVolunteer, openTasks, takingPart } from './_tasks.ts';

export default rule({
  id: 'accountability/volunteers-only',
  severity: 'warning',
  summary: 'Only volunteers carry it.',
  why: 'What rests on volunteers alone ends when they tire, move or are needed elsewhere, and nobody is there to recruit the next. A paid hand, even a small one, keeps it going.',
  grounding: [
    { cite: wholeComm('4.3.C.1'), finding: 'An offer that rests on volunteers alone can do only so much, and the pandemic showed how fragile it is.' },
    { cite: nordic('on Sweden'), finding: 'A municipality called for volunteers, and nobody answered.' },
    { cite: nordic('on Denmark'), finding: 'As policy grew stricter and fewer refugees came, fewer people wanted to volunteer.' },
  ],
  gathered: 'rest on volunteers alone',
  good: [
    `measure cafe "Language café" { accountable town; responsible guides; with office }
actor office "Office" { type department }
actor town "Town" { type municipality }
partner guides "Refugee guides" { type volunteer-group }`,
    `measure cafe "Language café" { accountable town; responsible guides; supported by office }
actor office "Office" { type department }
actor town "Town" { type municipality }
partner guides "Refugee guides" { type volunteer-group }`,
    `measure cafe "Language café" { accountable town; responsible centre }
actor town "Town" { type municipality }
partner centre "Volunteer centre" { type volunteer-group; capacity mixed }`,
  ],
  bad: [
    `measure cafe "Language café" { accountable town; responsible guides }
        ^^^^ Measure "Language café" rests on volunteers alone: Refugee guides.
actor office "Office" { type department }
actor town "Town" { type municipality }
partner guides "Refugee guides" { type volunteer-group }`,
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      const holders = takingPart(task, plan);
      if (holders.length === 0 || isStatutory(task, plan) || !holders.every(isVolunteer)) continue;
      if (plan.findAll(task.refs('supported by')).some((helper) => !isVolunteer(helper))) continue;
      report({
        at: task,
        message: say`${Called(task)} rests on volunteers alone: ${listed(holders.map((holder) => holder.title))}.`,
        instead: say`Name a paid office that does a part of it or stands behind it, with "with", "responsible" or "supported by".`,
      });
    }
  },
});
