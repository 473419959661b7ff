import type { Declaration } from '../../model/declaration.ts';
import { addStatement, Called, rule } from '../rule.ts';
import { busengdal, wholeComm } from '../sources.ts';
import { answering, openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/single-person',
  severity: 'warning',
  summary: 'One person carries it, and nobody stands in.',
  why: 'What one person carries is lost with that person: knowledge, contacts and goodwill leave together. A deputy costs little and is the cheapest insurance a plan can have.',
  grounding: [
    { cite: busengdal('vulnerable practice'), finding: 'The work depended on single committed persons, and stopped when they left.' },
    { cite: wholeComm('on continuity'), finding: 'Changes of staff broke relations that had taken years to build.' },
  ],
  good: [
    `measure cafe "Job café" { lead adviser }
actor adviser "Adviser" { type post; staff 0.5 fte; deputy "Head of office" }`,
    `measure cafe "Job café" { lead office }
actor office "Office" { type department; staff 6 fte }`,
  ],
  bad: [
    `measure cafe "Job café" { lead adviser }
actor adviser "Adviser" { type post; staff 0.5 fte }
      ^^^^^^^ Actor "Adviser" is one person who answers for 1 task, and nobody stands in.`,
  ],
  check(plan, report) {
    const tasksOf = new Map<Declaration, number>();
    const count = (holders: readonly Declaration[]) => {
      for (const holder of new Set(holders)) tasksOf.set(holder, (tasksOf.get(holder) ?? 0) + 1);
    };
    for (const task of openTasks(plan)) if (!task.has('deputy')) count(answering(task, plan));
    for (const holder of plan.of('actor', 'partner')) {
      const tasks = tasksOf.get(holder) ?? 0;
      const staff = holder.one('staff')?.value?.number;
      const single = staff === undefined ? holder.one('type')?.value === 'post' : staff <= 1;
      if (tasks === 0 || !single || holder.has('deputy')) continue;
      report({
        at: holder,
        message: `${Called(holder)} is one person who answers for ${tasks} task${tasks === 1 ? '' : 's'}, and nobody stands in.`,
        instead: 'Name who stands in with "deputy".',
        fix: addStatement(holder, 'deputy "…"'),
      });
    }
  },
});
