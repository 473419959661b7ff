import { say } from '../../text/say.ts';
import { addStatement, someone } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { agreementsOf, doing, openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/outsourced-without-supervision',
  severity: 'error',
  absence: true,
  summary: 'A task is given out of the house, and nobody watches over it.',
  why: 'What is bought is not done by itself. Without somebody who looks at what is delivered, the buyer learns of failure from the newspapers, and those who needed the service not at all.',
  grounding: [{ cite: wholeComm('3.1'), finding: 'Courses were left to a market outside public supervision, and their quality was poor.' }],
  gathered: 'are outsourced without supervision',
  good: [
    `responsibility course "Course" { accountable office; responsible school; delivery outsourced; supervised by town }
actor school "School" { type service-provider }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
    `responsibility course "Course" { accountable town; responsible school; delivery outsourced }
partner school "School" {
  type service-provider
  agreement "Contract 2025" { kind contract; supervised by town }
}
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
      // A contract can say who watches over it; the one who delivers does not count.
      const watched = doing(task, plan).some((holder) =>
        agreementsOf(holder, plan).some((agreement) => plan.findAll(agreement.refs('supervised by')).some((watcher) => watcher !== holder)),
      );
      if (watched) continue;
      const promised = task.all('supervised by').find((fact) => fact.tbd !== undefined);
      report({
        at: delivery,
        about: task,
        message: say`${Called(task)} is outsourced, and nobody supervises it.`,
        instead: say`Say who looks at what is delivered with "supervised by".`,
        ...(promised === undefined
          ? { fix: addStatement(task, `supervised by ${someone(plan, task, 'name-who-supervises', doing(task, plan))}`) }
          : { tbd: promised.tbd }),
      });
    }
  },
});
