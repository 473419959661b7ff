import { say } from '../../text/say.ts';
import { Called, called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { doing, openTasks, takingPart } from './_tasks.ts';

export default rule({
  id: 'accountability/role-conflict',
  severity: 'warning',
  summary: 'Who supervises also does the work, or a part of it.',
  why: 'Nobody sees the own mistake as well as a stranger does. Where one office delivers and supervises, its report is its own school report.',
  grounding: [
    { cite: wholeComm('3.1'), finding: 'Provinces are supervisors and partners of the municipalities at once, and the two roles can be in conflict.' },
    { cite: wholeComm('4.3.C.1'), finding: 'A municipality gave the order and worked along, and the two sides argued over how it should be done.' },
  ],
  gathered: 'are supervised by those who take part in them',
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
    `measure cafe "Job café" {
  lead office
  with province
  supervised by province
                ^^^^^^^^ Actor "Province" takes part in measure "Job café" and supervises it too.
}
actor office "Office" { type department }
actor province "Province" { type region }`,
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      const doers = new Set(doing(task, plan));
      const partners = new Set(takingPart(task, plan));
      for (const fact of task.all('supervised by')) {
        for (const ref of fact.refs) {
          const holder = plan.find(ref);
          if (holder === undefined || !partners.has(holder)) continue;
          report({
            at: { ref, in: fact },
            about: task,
            message: doers.has(holder)
              ? say`${Called(holder)} carries out ${called(task)} and supervises it too.`
              : say`${Called(holder)} takes part in ${called(task)} and supervises it too.`,
            instead: say`Let somebody else supervise.`,
          });
        }
      }
    }
  },
});
