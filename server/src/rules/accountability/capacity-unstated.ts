import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { answering, openTasks, wholeOf } from './_tasks.ts';

export default rule({
  id: 'accountability/capacity-unstated',
  severity: 'information',
  thorough: true,
  absence: true,
  summary: 'An office answers for much, and nothing says how many people it has for it.',
  why: 'Ten tasks for half a post is a plan to fail. The number of people is the first thing that a council can compare with what it asks for, and it stands nowhere else.',
  grounding: [{ cite: wholeComm('4.2.2'), finding: 'Small municipalities have few staff for integration, and less expertise.' }],
  gathered: 'answer for much without saying how many people they have for it',
  options: { tasks: { default: 3, doc: 'From how many tasks on the number of people is asked for.' } },
  good: [
    'actor office "Office" { type department; staff 2.5 fte }\nmeasure a "A" { lead office }\nmeasure b "B" { lead office }\nmeasure c "C" { lead office }',
    'actor office "Office" { type department }\nmeasure a "A" { lead office }',
    '# The staff of the whole will do.\nactor town "Town" { type municipality; staff 12 fte }\nactor office "Office" { type department; part of town }\nmeasure a "A" { lead office }\nmeasure b "B" { lead office }\nmeasure c "C" { lead office }',
  ],
  bad: [
    'actor office "Office" { type department }\n      ^^^^^^ Actor "Office" answers for 3 tasks, and nothing says how many people it has for them.\nmeasure a "A" { lead office }\nmeasure b "B" { lead office }\nmeasure c "C" { lead office }',
  ],
  check(plan, report, { options }) {
    const carried = new Map<Declaration, number>();
    for (const task of openTasks(plan)) for (const holder of answering(task, plan)) carried.set(holder, (carried.get(holder) ?? 0) + 1);
    for (const [holder, tasks] of carried) {
      if (tasks < Number(options.tasks) || holder.kind !== 'actor' || plan.names.get(holder.id) !== holder) continue;
      // A class of offices has no one number.
      if (holder.has('staff', 'each of') || wholeOf(holder, plan)?.has('staff' as never)) continue;
      report({
        at: holder,
        message: say`${Called(holder)} answers for ${tasks} tasks, and nothing says how many people it has for them.`,
        instead: say`Say it with "staff": staff 2.5 fte.`,
      });
    }
  },
});
