import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { isInformal } from '../partners/_partners.ts';
import { Called, called, listed, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { agreementsOf, openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/accountable-without-authority',
  severity: 'warning',
  summary: 'Who answers for it cannot make it happen.',
  why: 'An office that answers for what others do needs a lever: an agreement, a law, a decision it can take. Without one it can only ask, and it will be blamed all the same.',
  grounding: [
    { cite: wholeComm('4.1.2'), finding: 'Those on the spot saw that the arrangement did not work, and had few means to supervise it or to enforce anything.' },
    { cite: wholeComm('3.2.3'), finding: 'Governments could step in only to a small degree.' },
  ],
  gathered: 'are answered for by somebody who has no hold on those who do them',
  good: [
    `measure homes "Homes" { accountable town; responsible trust; authority "Allocates one home in ten" }
partner trust "Housing trust" { type housing-provider }
actor town "Town" { type municipality }`,
    `measure homes "Homes" { accountable town; responsible trust }
partner trust "Housing trust" {
  type housing-provider
  agreement "Performance agreement" { kind performance; period 2025 to 2028 }
}
actor town "Town" { type municipality }`,
    `measure homes "Homes" { accountable town; responsible trust; fulfils house }
partner trust "Housing trust" { type housing-provider }
actor town "Town" { type municipality }
actor state "State" { type government }
mandate house "House refugees" { from state; to local, trust; force must }`,
    `# Neighbours who help are under nobody's orders.
measure walks "Walks" { accountable town; responsible walkers }
partner walkers "Walking neighbours" { type volunteer-group; role informal }
actor town "Town" { type municipality }`,
  ],
  bad: [
    `measure homes "Homes" { accountable town; responsible trust }
        ^^^^^ Actor "Town" answers for measure "Homes" but has no hold on Housing trust.
partner trust "Housing trust" { type housing-provider }
actor town "Town" { type municipality }`,
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      const [answers] = plan.findAll(task.refs('accountable'));
      if (answers?.kind !== 'actor' || task.has('authority', 'basis', 'supervised by')) continue;
      const doers = plan.findAll(task.refs('responsible'));
      const bound = new Set<Declaration>(
        plan.findAll(task.refs('fulfils')).flatMap((mandate) => (mandate.is('mandate') ? plan.findAll(mandate.refs('to', 'with')) : [])),
      );
      const loose = doers.filter((doer) => doer.kind === 'partner' && !isInformal(doer) && !bound.has(doer) && agreementsOf(doer, plan).length === 0);
      // Who has a hold on one of those who do it can act through that one.
      if (loose.length === 0 || loose.length < doers.length) continue;
      report({
        at: task,
        message: say`${Called(answers)} answers for ${called(task)} but has no hold on ${listed(loose.map((doer) => doer.title))}.`,
        instead: say`Say what it can decide or enforce with "authority", or declare the agreement that binds them.`,
        related: loose.slice(0, 3).map((doer) => ({ at: doer, message: say`No agreement with ${doer.title} stands here.` })),
      });
    }
  },
});
