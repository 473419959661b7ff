import { say } from '../../text/say.ts';
import { Called, listed, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { doing, isStatutory, isVolunteer, openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/statutory-task-on-volunteers',
  severity: 'error',
  summary: 'A duty of the law is carried out by volunteers alone.',
  why: 'Volunteers give time and warmth; they owe neither. A duty that the law puts on a public body cannot wait for who happens to be free, and those it is owed to have nobody to complain to.',
  grounding: [
    {
      cite: wholeComm('4.3.C.1'),
      finding: 'In a small municipality volunteers did what is a task of the municipality and what a professional would be expected to do.',
    },
  ],
  gathered: 'are duties of the law that only volunteers carry out',
  good: [
    `responsibility settling "Settling" { fulfils settle; accountable office; responsible office, guides }
actor office "Office" { type department }
actor town "Town" { type municipality }
partner guides "Refugee guides" { type volunteer-group }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; force must }`,
  ],
  bad: [
    `responsibility settling "Settling" { fulfils settle; accountable office; responsible guides }
               ^^^^^^^^ Responsibility "Settling" is a duty of the law, and only volunteers carry it out: Refugee guides.
actor office "Office" { type department }
actor town "Town" { type municipality }
partner guides "Refugee guides" { type volunteer-group }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; force must }`,
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      const holders = doing(task, plan);
      if (holders.length === 0 || !isStatutory(task, plan) || !holders.every(isVolunteer)) continue;
      report({
        at: task,
        message: say`${Called(task)} is a duty of the law, and only volunteers carry it out: ${listed(holders.map((holder) => holder.title))}.`,
        instead: say`Make a paid office responsible and let the volunteers support it.`,
        related: plan.findAll(task.refs('fulfils')).map((mandate) => ({ at: mandate, message: say`This is the duty.` })),
      });
    }
  },
});
