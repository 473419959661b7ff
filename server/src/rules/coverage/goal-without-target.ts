import type { Declaration } from '../../model/declaration.ts';
import { called, rule } from '../rule.ts';
import { osce } from '../sources.ts';

export default rule({
  id: 'coverage/goal-without-target',
  severity: 'warning',
  absence: true,
  summary: 'A goal has no target.',
  why: 'A goal says where to go; a target says how one will know. Without one everybody can claim to be on the way.',
  grounding: [{ cite: osce('on monitoring'), finding: 'Goals without targets cannot be followed up.' }],
  gathered: 'have no target',
  good: [
    `goal all "Work for all"
target jobs "Jobs" { serves all; at least 50% by 2028 }`,
    `goal all "Work for all"
goal part "First step" { part of all }
target jobs "Jobs" { serves part; at least 50% by 2028 }`,
  ],
  bad: [
    `goal all "Work for all"
     ^^^ No target serves goal "Work for all".
goal other "Homes"
target kept "Kept" { serves other; at least 90% by 2028 }`,
  ],
  check(plan, report) {
    const targets = plan.of('target');
    if (targets.length === 0) return;
    const served = new Set(targets.flatMap((target) => plan.findAll(target.refs('serves'))));
    const above = (goal: Declaration) => plan.of('goal').some((other) => served.has(other) && plan.findAll(other.refs('part of')).includes(goal));
    for (const goal of plan.of('goal'))
      if (!served.has(goal) && !above(goal))
        report({
          at: goal,
          message: `No target serves ${called(goal)}.`,
          instead: 'Write "serves" in the target that shows whether it is reached, or declare one.',
        });
  },
});
