import { Called, called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { doing, openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/role-conflict',
  severity: 'warning',
  summary: 'Who supervises also does the work.',
  why: 'Nobody sees the own mistake as well as a stranger does. Where one office delivers and supervises, its report is its own school report.',
  grounding: [{ cite: wholeComm('on double roles'), finding: 'Bodies that both delivered and judged the same service were in conflict with themselves.' }],
  good: [
    `measure cafe "Job café" { lead office; supervised by town }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  bad: [
    `measure cafe "Job café" {
  lead office
  supervised by office
                ^^^^^^ Actor "Office" carries out measure "Job café" and supervises it too.
}
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      const doers = new Set(doing(task, plan));
      for (const fact of task.all('supervised by')) {
        for (const ref of fact.refs) {
          const holder = plan.find(ref);
          if (holder === undefined || !doers.has(holder)) continue;
          report({
            at: { ref, in: fact },
            about: task,
            message: `${Called(holder)} carries out ${called(task)} and supervises it too.`,
            instead: 'Let somebody else supervise.',
          });
        }
      }
    }
  },
});
