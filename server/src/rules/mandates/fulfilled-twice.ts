import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { groupsOf, phasesOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { answering, openTasks, type Task } from '../accountability/_tasks.ts';
import { called, listed, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';

export default rule({
  id: 'mandates/fulfilled-twice',
  severity: 'warning',
  summary: 'Two offices both say that they fulfil the same duty for the same people.',
  why: 'Two who answer for one thing each wait for the other, or both do it and the family is visited twice. Where the work is divided by group, by phase or by step, the plan should say so; where it is not, one of them should lead.',
  grounding: [{ cite: wholeComm('4.3.C.1'), finding: 'Cooperation ran well in a municipality whose organisations had areas of work that hardly overlapped.' }],
  good: [
    `responsibility settling "Settling" { fulfils settle; lead office }
measure homes "Homes" { fulfils settle; lead office }
actor office "Office" { type department }
actor state "State" { type government; level national }
mandate settle "Settle refugees" { from state; to local }`,
    `# Divided by group, by phase, or one after the other.
responsibility for-families "Settling families" { fulfils settle; lead office; for families }
responsibility for-minors "Settling minors" { fulfils settle; lead care; for minors }
responsibility check "Checking homes" { fulfils settle; lead trust; requires for-families, for-minors }
actor office "Office" { type department }
actor care "Child care" { type department }
actor trust "Housing trust" { type housing-provider }
group families "Families"
group minors "Minors"
actor state "State" { type government; level national }
mandate settle "Settle refugees" { from state; to local }`,
  ],
  bad: [
    `responsibility settling "Settling" { fulfils settle; lead office }
responsibility homes "Finding homes" { fulfils settle; lead trust }
                                               ^^^^^^ "Settle refugees" is taken up twice: by responsibility "Settling" (Office) and responsibility "Finding homes" (Housing trust).
actor office "Office" { type department }
actor trust "Housing trust" { type housing-provider }
actor state "State" { type government; level national }
mandate settle "Settle refugees" { from state; to local }`,
  ],
  check(plan, report) {
    const before = new Map<Declaration, Task[]>();
    for (const task of openTasks(plan))
      for (const fact of task.all('fulfils'))
        for (const ref of fact.refs) {
          const mandate = plan.find(ref);
          if (mandate === undefined || mandate.kind !== 'mandate') continue;
          const earlier = before.get(mandate) ?? [];
          before.set(mandate, earlier);
          const other = earlier.find((one) => areRivals(one, task, plan));
          if (earlier.length < MOST) earlier.push(task);
          if (other === undefined) continue;
          const by = (one: Task) => `${called(one)} (${listed(answering(one, plan).map((holder) => holder.title))})`;
          report({
            at: { ref, in: fact },
            about: task,
            message: say`"${mandate.title}" is taken up twice: by ${by(other)} and ${by(task)}.`,
            instead: say`Say with "for" or "in" who does it for whom and when, or let one of them lead.`,
            related: [
              { at: other, message: say`This takes it up too.` },
              { at: mandate, message: say`This is the duty.` },
            ],
          });
        }
  },
});

/** Nobody divides a duty among more; the rest of a longer list is not worth the time it costs. */
const MOST = 50;

/** Two tasks for the same people at the same time, with different offices that answer, and no word on which comes first. */
function areRivals(a: Task, b: Task, plan: Scope): boolean {
  const [mine, theirs] = [answering(a, plan), answering(b, plan)];
  if (mine.length === 0 || theirs.length === 0 || mine.some((holder) => theirs.includes(holder))) return false;
  const linked = (one: Task, other: Task) => plan.findAll(one.refs('requires')).includes(other) || one.has('hands over to');
  if (linked(a, b) || linked(b, a)) return false;
  return shareSome(groupsOf(a, plan), groupsOf(b, plan)) && shareSome(phasesOf(a, plan), phasesOf(b, plan));
}

/** Who names none means all. */
const shareSome = (a: readonly Declaration[], b: readonly Declaration[]): boolean => a.length === 0 || b.length === 0 || a.some((one) => b.includes(one));
