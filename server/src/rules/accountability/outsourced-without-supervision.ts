import { addStatement, Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/outsourced-without-supervision',
  severity: 'error',
  absence: true,
  summary: 'A task is given out of the house, and nobody watches over it.',
  why: 'What is bought is not done by itself. Without somebody who looks at what is delivered, the buyer learns of failure from the newspapers, and those who needed the service not at all.',
  grounding: [
    { cite: wholeComm('on the market for courses'), finding: 'After courses were left to the market, nobody was in a position to supervise their quality.' },
  ],
  gathered: 'are outsourced without supervision',
  good: [
    `responsibility course "Course" { accountable office; responsible school; delivery outsourced; supervised by town }
actor school "School" { type service-provider }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  bad: [
    `responsibility course "Course" {
  accountable office; responsible school
  delivery outsourced
  ^^^^^^^^^^^^^^^^^^^ Responsibility "Course" is outsourced, and nobody supervises it.
}
actor school "School" { type service-provider }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      const delivery = task.one('delivery');
      if (delivery?.value !== 'outsourced' || task.has('supervised by')) continue;
      const watched = plan
        .findAll(task.refs('lead', 'responsible'))
        .some((holder) => holder.childrenOf('agreement').some((agreement) => agreement.has('supervised by')));
      if (watched) continue;
      report({
        at: delivery,
        about: task,
        message: `${Called(task)} is outsourced, and nobody supervises it.`,
        instead: 'Say who looks at what is delivered with "supervised by".',
        fix: addStatement(task, 'supervised by '),
      });
    }
  },
});
