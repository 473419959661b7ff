import { say } from '../../text/say.ts';
import { called, listed, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { doing, openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/overlapping-roles',
  severity: 'information',
  summary: 'A public office and an informal partner do the same, and nothing divides the work.',
  why: 'Informal helpers are quick and close; professionals know the law. Where both are said to do the same thing, people are sent back and forth, or helped twice with the simple part and never with the hard one.',
  grounding: [
    {
      cite: wholeComm('4.3.C.1'),
      finding: 'The main provider and volunteers got into tension over how people should be supported.',
    },
  ],
  gathered: 'are done by offices and informal partners alike',
  good: [
    `measure cafe "Café" { lead office; with guides }
actor office "Office" { type department }
partner guides "Guides" { type volunteer-group; role informal }`,
  ],
  bad: [
    `measure cafe "Café" {
  accountable office
  responsible office, guides
  ^^^^^^^^^^^^^^^^^^^^^^^^^^ In measure "Café" Office and Guides (informal) do the same work.
}
actor office "Office" { type department }
partner guides "Guides" { type volunteer-group; role informal }`,
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      const at = task.one('responsible');
      const doers = doing(task, plan);
      const informal = doers.filter((doer) => doer.is('partner') && doer.one('role')?.value === 'informal');
      const formal = doers.filter((doer) => !informal.includes(doer) && doer.kind !== 'group');
      if (at === undefined || informal.length === 0 || formal.length === 0) continue;
      report({
        at,
        about: task,
        message: say`In ${called(task)} ${listed(formal.map((d) => d.title))} and ${listed(informal.map((d) => d.title))} (informal) do the same work.`,
        instead: say`Keep the office as "responsible" and let the others take part with "with" or "supported by".`,
      });
    }
  },
});
