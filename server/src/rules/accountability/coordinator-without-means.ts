import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { osce, wholeComm } from '../sources.ts';
import { answering, isOver, openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/coordinator-without-means',
  severity: 'information',
  absence: true,
  summary: 'Who coordinates the plan has neither time for it nor anything to decide.',
  why: 'To coordinate takes hours, and now and then a decision. A coordinator who has neither can invite people to meetings, and is thanked for it.',
  grounding: [
    { cite: wholeComm('3.1'), finding: 'Provinces have an important role in coordinating, and next to no power to enforce anything.' },
    { cite: osce('4'), finding: 'Where it works there is usually a coordinating body with means of its own and a strong mandate.' },
  ],
  good: [
    'plan a "A" { level local; period 2025; coordinator office }\nactor office "Office" { type department; staff 0.5 fte }',
    '# A seat where decisions are taken is something to decide.\nplan a "A" { level local; period 2025; coordinator office }\nactor office "Office" { type department }\nbody board "Board" { kind steering; chair office; decides "What the fund pays for" }',
    '# So is a task with authority of its own.\nplan a "A" { level local; period 2025; coordinator office }\nactor office "Office" { type department }\nresponsibility steer "Steer the plan" { lead office; authority "May call on every department for a report" }',
    'plan a "A" { level local; period 2025; coordinator board }\nbody board "Board" { kind steering; basis "Council case 12/25" }',
  ],
  bad: [
    'plan a "A" {\n  level local; period 2025\n  coordinator office\n              ^^^^^^ Actor "Office" coordinates the plan; neither its time for it nor anything it may decide is written.\n}\nactor office "Office" { type department }',
  ],
  check(plan, report, { today }) {
    const head = plan.plan;
    if (head === undefined || isOver(plan)) return;
    for (const fact of head.all('coordinator')) {
      if (fact.value?.until !== undefined && fact.value.until.end < today) continue;
      const all = plan.findAll(fact.refs);
      if (all.some((holder) => hasMeans(holder, plan))) continue;
      const [ref] = fact.refs;
      const [holder] = all;
      if (ref === undefined || holder === undefined) continue;
      report({
        at: { ref, in: fact },
        about: head,
        message: say`${Called(holder)} coordinates the plan; neither its time for it nor anything it may decide is written.`,
        instead: say`Say how many people it has with "staff", what it may decide with "authority" in a task, or seat it in a body that "decides".`,
      });
    }
  },
});

function hasMeans(holder: Declaration, plan: Scope): boolean {
  if (holder.kind === 'body') return holder.has('decides', 'basis');
  if (holder.has('staff')) return true;
  if (plan.of('body').some((body) => body.has('decides') && plan.findAll(body.refs('members', 'chair')).includes(holder))) return true;
  return openTasks(plan).some((task) => task.has('authority', 'budget') && answering(task, plan).includes(holder));
}
