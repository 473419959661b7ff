import type { Declaration } from '../../model/declaration.ts';
import { Called, rule } from '../rule.ts';
import { busengdal, wholeComm } from '../sources.ts';
import { answering, openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/concentration',
  severity: 'warning',
  summary: 'One actor answers for more than half of everything.',
  why: 'A plan that rests on one office stands and falls with it: when its head leaves or its budget is cut, everything stops at once, and the other sectors never make the topic theirs.',
  grounding: [
    { cite: busengdal('few actors'), finding: 'Integration rested on a few people, and the rest of the administration did not see it as theirs.' },
    { cite: wholeComm('on the role of one main provider'), finding: 'Where one organisation did nearly everything, its loss or change of course left a gap.' },
  ],
  options: {
    share: { default: 0.5, doc: 'The share of all tasks above which it is too much.' },
    least: { default: 5, doc: 'How many tasks a plan must have to be judged.' },
  },
  good: [
    `measure m0 "Measure 0" { lead office }
measure m1 "Measure 1" { lead office }
measure m2 "Measure 2" { lead town }
measure m3 "Measure 3" { lead town }
measure m4 "Measure 4" { lead school }
measure m5 "Measure 5" { lead school }
actor office "Office" { type department }
actor town "Town" { type municipality }
actor school "School" { type school }`,
    `measure a "A" { lead office }
measure b "B" { lead office }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  bad: [
    `actor office "Office" { type department }
      ^^^^^^ Actor "Office" answers for 4 of 5 tasks of the plan.
measure m0 "Measure 0" { lead office }
measure m1 "Measure 1" { lead office }
measure m2 "Measure 2" { lead office }
measure m3 "Measure 3" { lead office }
measure other "Other" { lead town }
actor town "Town" { type municipality }`,
  ],
  check(plan, report, { options }) {
    const tasks = openTasks(plan);
    if (tasks.length < Number(options.least)) return;
    const counts = new Map<Declaration, number>();
    for (const task of tasks) for (const holder of new Set(answering(task, plan))) counts.set(holder, (counts.get(holder) ?? 0) + 1);
    for (const [holder, count] of counts) {
      // A class of actors is as one here only in name: each of them answers for its own.
      if (count / tasks.length <= Number(options.share) || holder.one('each of') !== undefined) continue;
      const own = plan.names.get(holder.id) === holder;
      report({
        at: own || plan.head === undefined ? holder : plan.head,
        about: own ? holder : (plan.head ?? holder),
        message: `${Called(holder)} answers for ${count} of ${tasks.length} tasks of the plan.`,
        instead: 'Let the sectors that own the means answer for their part.',
      });
    }
  },
});
