import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { busengdal, osce } from '../sources.ts';
import { openTasks, type Task } from './_tasks.ts';

export default rule({
  id: 'accountability/works-alone',
  severity: 'information',
  absence: true,
  summary: 'Nothing in the plan is done by two offices together.',
  why: 'Somebody without a home fails the course, and somebody without the language fails the interview. A plan in which every office does its own part by itself is several plans in one cover.',
  grounding: [
    {
      cite: busengdal('Results › Shared understandings'),
      finding: 'The few who are responsible cannot deliver unless other departments and levels take part.',
    },
    { cite: busengdal('Aim and outline'), finding: 'Established silos open only through relations between actors.' },
    { cite: osce('4'), finding: 'Thinking within the walls of a department is what local government can overcome.' },
  ],
  good: [
    'actor a "Housing office" { type department }\nactor b "School office" { type department }\nsector homes "Homes" { field housing; measure one "Tenancy course" { lead a; with b }; measure two "Homes" { lead a } }\nsector school "School" { field education; measure three "Classes" { lead b } }',
    '# One sector is one office.\nactor a "Housing office" { type department }\nsector homes "Homes" { field housing; measure one "Tenancy course" { lead a }; measure two "Homes" { lead a }; measure three "Repairs" { lead a } }',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 }\n     ^^^^ No task of plan "Town" is shared by two offices.\nactor a "Housing office" { type department }\nactor b "School office" { type department }\nsector homes "Homes" { field housing; measure one "Tenancy course" { lead a }; measure two "Homes" { lead a } }\nsector school "School" { field education; measure three "Classes" { lead b } }',
  ],
  check(plan, report) {
    const tasks = openTasks(plan).filter((task) => sharing(task, plan) > 0);
    const sectors = new Set(tasks.map((task) => plan.sectorOf(task)).filter((sector) => sector !== undefined));
    if (plan.plan === undefined || tasks.length < 3 || sectors.size < 2 || tasks.some((task) => sharing(task, plan) > 1)) return;
    report({
      at: plan.plan,
      message: say`No task of plan "${plan.title}" is shared by two offices.`,
      instead: say`Where a task needs another office, say so: "with", "supported by", "consulted", "hands over to".`,
    });
  },
});

/** How many have a part in a task, whatever part. */
function sharing(task: Task, plan: Scope): number {
  const others = task.is('measure') ? task.refs('with' as never) : [];
  const named = task.refs('lead', 'accountable', 'responsible', 'consulted', 'supported by', 'hands over to');
  return new Set(plan.findAll([...named, ...others]).filter((one) => one.kind !== 'group')).size;
}
