import { counted } from '../../language/nouns.ts';
import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { Called, listed, rule } from '../rule.ts';
import { busengdal, nordic, wholeComm } from '../sources.ts';
import { answering, isOnePerson, isOver, openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/single-person',
  severity: 'warning',
  summary: 'One person carries it, and nobody stands in.',
  why: 'What one person carries is lost with that person: knowledge, contacts and goodwill leave together. A deputy costs little and is the cheapest insurance a plan can have.',
  grounding: [
    { cite: busengdal('Results › Shared understandings'), finding: 'The practice often rests on a few people, which makes it vulnerable.' },
    { cite: wholeComm('4.3.C.1'), finding: 'Some ways of working together hung on certain persons and did not last.' },
    { cite: nordic('on pop-up activism and mentorship'), finding: 'A place that was held up as an example depended heavily on its one coordinator.' },
  ],
  gathered: 'are one person each, and nobody stands in',
  good: [
    `measure cafe "Job café" { lead adviser }
actor adviser "Adviser" { type post; staff 0.5 fte; deputy "Head of office" }`,
    `measure cafe "Job café" { lead office }
actor office "Office" { type department; staff 6 fte }`,
    `measure cafe "Job café" { lead advisers }
actor advisers "Advisers in the districts" { type post; count 5 }`,
  ],
  bad: [
    `measure cafe "Job café" { lead adviser }
actor adviser "Adviser" { type post; staff 0.5 fte }
      ^^^^^^^ Actor "Adviser" is one person who answers for 1 task, and nobody stands in.`,
    `plan a "A" { level local; period 2025; coordinator adviser }
actor adviser "Adviser" { type post }
      ^^^^^^^ Actor "Adviser" is one person who coordinates the plan, and nobody stands in.`,
  ],
  check(plan, report, { today }) {
    if (isOver(plan)) return;
    const tasksOf = new Map<Declaration, number>();
    for (const task of openTasks(plan)) {
      if (task.has('deputy')) continue;
      for (const holder of answering(task, plan)) tasksOf.set(holder, (tasksOf.get(holder) ?? 0) + 1);
    }
    const now = plan.plan?.all('coordinator').filter((fact) => fact.value?.until === undefined || fact.value.until.end >= today) ?? [];
    const coordinators = new Set(plan.findAll(now.flatMap((fact) => fact.value?.names ?? [])));
    for (const holder of plan.of('actor', 'partner')) {
      const tasks = tasksOf.get(holder) ?? 0;
      if ((tasks === 0 && !coordinators.has(holder)) || !isOnePerson(holder) || holder.has('deputy')) continue;
      const does = [...(coordinators.has(holder) ? [say`coordinates the plan`] : []), ...(tasks === 0 ? [] : [say`answers for ${counted(tasks, 'task')}`])];
      const promised = holder.one('deputy');
      report({
        at: holder,
        // Where only one task hangs on it, somebody else will see to that one.
        lighter: tasks === 1 && !coordinators.has(holder),
        message: say`${Called(holder)} is one person who ${listed(does)}, and nobody stands in.`,
        instead: say`Name who stands in with "deputy".`,
        ...(promised === undefined ? { fix: addStatement(holder, `deputy "${say`TODO: who stands in`}"`) } : { tbd: promised.tbd }),
      });
    }
  },
});
