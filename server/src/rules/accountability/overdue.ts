import { Called, rule } from '../rule.ts';
import { busengdal } from '../sources.ts';
import { dueBy, openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/overdue',
  severity: 'warning',
  summary: 'A task is past its deadline and not completed.',
  why: 'A date that has passed without a word is how plans begin to die. Either the task is done and the plan should say so, or it is late and somebody should say why.',
  grounding: [{ cite: busengdal('engagement fades'), finding: 'Attention faded after adoption, and nobody noticed what was no longer done.' }],
  gathered: 'are past their deadline and not completed',
  good: [
    `# today: 2026-03-01
measure cafe "Job café" { lead office; deadline by 2025-12-31; status completed }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
    `# today: 2026-03-01
measure cafe "Job café" { lead office; deadline by 2027; status ongoing }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  bad: [
    `# today: 2026-03-01
measure cafe "Job café" {
  lead office
  deadline by 2025-12-31
  ^^^^^^^^^^^^^^^^^^^^^^ Measure "Job café" was due by 2025-12-31 and is not completed.
}
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  check(plan, report, { today }) {
    if (plan.planKind === 'strategy') return;
    const status = plan.plan?.one('status')?.value;
    if (status === 'closed' || status === 'superseded') return;
    for (const task of openTasks(plan)) {
      const due = dueBy(task, plan);
      if (due === undefined || due >= today || task.all('deadline').some((fact) => fact.value?.kind === 'ongoing')) continue;
      const at = task.all('deadline').at(-1) ?? (task.is('measure') ? task.one('period' as never) : undefined) ?? task;
      report({
        at,
        about: task,
        message: `${Called(task)} was due by ${due} and is not completed.`,
        instead: 'Write "status completed", or move the date and say why with "status delayed because".',
      });
    }
  },
});
