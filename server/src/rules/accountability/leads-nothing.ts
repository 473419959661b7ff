import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { Called, called, rule } from '../rule.ts';
import { busengdal } from '../sources.ts';
import { isOver, wholeOf } from './_tasks.ts';

export default rule({
  id: 'accountability/leads-nothing',
  severity: 'information',
  summary: 'The lead of a sector takes part in nothing there.',
  why: 'An office that leads a sector and has no part in any of its tasks leads in name. Either its tasks are missing, or another office is the true lead.',
  grounding: [
    { cite: busengdal('Results › Higher strategic level'), finding: 'Departments whose services mattered often did not have integration on their agenda.' },
    { cite: busengdal('Discussion'), finding: "Working together depends on understanding each other's roles." },
  ],
  gathered: 'are led by somebody who takes part in none of their tasks',
  good: [
    `sector work "Work" {
  lead office
  measure cafe "Job café" { lead office }
}
actor office "Office" { type department }`,
    `sector work "Work" {
  lead town
  measure cafe "Job café" { lead office }
}
actor office "Office" { type department; part of town }
actor town "Town" { type municipality }`,
    `sector work "Work" {
  lead board
  measure cafe "Job café" { lead office }
}
body board "Board" { kind steering; members office }
actor office "Office" { type department }`,
  ],
  bad: [
    `sector work "Work" {
  lead town
       ^^^^ Actor "Town" leads sector "Work" but takes part in none of its tasks.
  measure cafe "Job café" { lead office }
}
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    for (const sector of plan.of('sector')) {
      const tasks = sector.childrenOf('responsibility', 'measure');
      if (tasks.length === 0) continue;
      const busy = new Set<Declaration>(tasks.flatMap((task) => plan.findAll(task.refs())));
      const wholes = new Set([...busy].map((holder) => wholeOf(holder, plan)));
      for (const fact of sector.all('lead')) {
        for (const ref of fact.refs) {
          const holder = plan.find(ref);
          // An office takes part where its organisation does or its own parts do, and a body where its members do.
          if (holder === undefined || busy.has(holder) || wholes.has(holder)) continue;
          const whole = wholeOf(holder, plan);
          if (whole !== undefined && busy.has(whole)) continue;
          if (holder.is('body') && plan.findAll(holder.refs('members', 'chair')).some((member) => busy.has(member))) continue;
          report({
            at: { ref, in: fact },
            about: sector,
            message: say`${Called(holder)} leads ${called(sector)} but takes part in none of its tasks.`,
            instead: say`Name its part in the tasks, or name the office that leads.`,
          });
        }
      }
    }
  },
});
