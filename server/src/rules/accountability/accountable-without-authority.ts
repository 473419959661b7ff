import { Called, called, listed, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/accountable-without-authority',
  severity: 'warning',
  summary: 'Who answers for it cannot make it happen.',
  why: 'An office that answers for what others do needs a lever: an agreement, a law, a decision it can take. Without one it can only ask, and it will be blamed all the same.',
  grounding: [
    { cite: wholeComm('on housing associations'), finding: 'Municipalities had to house refugees in homes that belonged to others whom they could not bind.' },
  ],
  good: [
    `measure homes "Homes" { accountable town; responsible trust; authority "Allocates one home in ten" }
partner trust "Housing trust" { type housing-provider }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
    `measure homes "Homes" { accountable town; responsible trust }
partner trust "Housing trust" {
  type housing-provider
  agreement "Performance agreement" { kind performance; period 2025 to 2028 }
}
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  bad: [
    `measure homes "Homes" { accountable town; responsible trust }
        ^^^^^ Actor "Town" answers for measure "Homes" but has no hold on Housing trust.
partner trust "Housing trust" { type housing-provider }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  check(plan, report) {
    const bound = new Set(plan.of('agreement').flatMap((agreement) => plan.findAll(agreement.refs('parties'))));
    for (const task of openTasks(plan)) {
      const [answers] = plan.findAll(task.refs('accountable'));
      const doers = plan.findAll(task.refs('responsible'));
      if (answers?.kind !== 'actor' || doers.length === 0 || task.has('authority', 'basis', 'supervised by')) continue;
      const loose = doers.filter((doer) => doer.kind === 'partner' && doer.childrenOf('agreement').length === 0 && !bound.has(doer));
      if (loose.length < doers.length) continue;
      report({
        at: task,
        message: `${Called(answers)} answers for ${called(task)} but has no hold on ${listed(loose.map((doer) => doer.title))}.`,
        instead: 'Say what it can decide or enforce with "authority", or declare the agreement that binds them.',
        related: loose.slice(0, 3).map((doer) => ({ at: doer, message: `No agreement with ${doer.title} stands here.` })),
      });
    }
  },
});
