import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { osce, wholeComm } from '../sources.ts';
import { dueBy, openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/overdue',
  severity: 'warning',
  summary: 'A task is past its deadline and not completed.',
  why: 'A date that has passed without a word is how plans begin to die. Either the task is done and the plan should say so, or it is late and somebody should say why.',
  grounding: [
    { cite: wholeComm('4.1.5'), finding: 'How far plans for action were carried out differed from place to place.' },
    { cite: osce('1 and 4'), finding: 'Cooperation lasts where it is clear when things happen and what is to come of them.' },
  ],
  gathered: 'are past their deadline and not completed',
  good: [
    `# today: 2026-03-01
measure cafe "Job café" { lead office; deadline by 2025-12-31; status completed }
actor office "Office" { type department }`,
    `# today: 2026-03-01
measure cafe "Job café" { lead office; deadline by 2027; status ongoing }
actor office "Office" { type department }`,
  ],
  bad: [
    `# today: 2026-03-01
measure cafe "Job café" {
  lead office
  deadline by 2025-12-31
  ^^^^^^^^^^^^^^^^^^^^^^ Measure "Job café" was due by 2025-12-31 and is not completed.
}
actor office "Office" { type department }`,
  ],
  check(plan, report, { today }) {
    if (plan.planKind === 'strategy') return;
    for (const task of openTasks(plan)) {
      const due = dueBy(task, plan);
      if (due === undefined || due >= today) continue;
      const period = task.is('measure') ? (task as Declaration<'measure'>).one('period') : undefined;
      const at = task.all('deadline').findLast((fact) => fact.value?.kind === 'date') ?? period ?? task;
      report({
        at,
        about: task,
        message: say`${Called(task)} was due by ${due} and is not completed.`,
        instead: say`Write "status completed", or move the date and say why with "status delayed because".`,
      });
    }
  },
});
