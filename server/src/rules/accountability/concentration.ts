import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { busengdal, wholeComm } from '../sources.ts';
import { answering, openTasks } from './_tasks.ts';

/** Where these answer "as a whole", it stays open which of their offices does. */
const WHOLE = new Set(['government', 'region', 'municipality']);

/** Fewer tasks than these weigh on nobody. */
const FEW = 4;

export default rule({
  id: 'accountability/concentration',
  severity: 'warning',
  summary: 'One actor answers for more than half of everything.',
  why: 'A plan that rests on one office stands and falls with it: when its head leaves or its budget is cut, everything stops at once, and the other sectors never make the topic theirs. Where the municipality as a whole answers for everything, none of its offices does. A place that bundles the work under one roof on purpose can say so with a waiver.',
  grounding: [
    {
      cite: busengdal('Results › Distribution of sector responsibility'),
      finding: 'The task lay with a small number of actors in the municipality, and the other sectors did not have it on their agenda.',
    },
    { cite: wholeComm('4.3.C.1'), finding: 'One provider had come close to a monopoly, and smaller organisations found it hard to take part.' },
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
    `# Three tasks are no burden, whatever share of a small plan they are.
measure a "A" { lead office }
measure b "B" { lead office }
measure c "C" { lead office }
measure d "D" { lead town }
measure e "E" { lead town }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  bad: [
    `actor town "Town" { type municipality }
      ^^^^ Actor "Town" answers for 5 of 5 tasks of the plan, as a whole.
measure m0 "Measure 0" { accountable town; responsible office }
measure m1 "Measure 1" { accountable town; responsible office }
measure m2 "Measure 2" { accountable town; responsible school }
measure m3 "Measure 3" { accountable town; responsible school }
measure m4 "Measure 4" { accountable town; responsible school }
actor office "Office" { type department }
actor school "School" { type school }`,
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
    for (const task of tasks) for (const holder of answering(task, plan)) counts.set(holder, (counts.get(holder) ?? 0) + 1);
    for (const [holder, count] of counts) {
      // Of a class of actors each answers for its own, and of a group another rule speaks.
      if (count < FEW || count / tasks.length <= Number(options.share) || holder.kind === 'group' || holder.facts.some((fact) => fact.word === 'each of'))
        continue;
      const own = plan.names.get(holder.id) === holder;
      const whole = WHOLE.has(holder.one('type')?.value as string);
      report({
        at: own || plan.head === undefined ? holder : plan.head,
        about: own ? holder : (plan.head ?? holder),
        message: whole
          ? say`${Called(holder)} answers for ${count} of ${tasks.length} tasks of the plan, as a whole.`
          : say`${Called(holder)} answers for ${count} of ${tasks.length} tasks of the plan.`,
        instead: whole
          ? say`Name the office in it that answers for each, so that it is known whom to ask.`
          : say`Let the sectors that own the means answer for their part.`,
      });
    }
  },
});
