import { Called, called, rule } from '../rule.ts';
import { busengdal } from '../sources.ts';

export default rule({
  id: 'accountability/leads-nothing',
  severity: 'information',
  summary: 'The lead of a sector takes part in nothing there.',
  why: 'An office that leads a sector and has no part in any of its tasks leads in name. Either its tasks are missing, or another office is the true lead.',
  grounding: [{ cite: busengdal('roles not understood'), finding: 'Departments were named without their part being understood, by themselves or by others.' }],
  good: [
    `sector work "Work" {
  lead office
  measure cafe "Job café" { lead office }
}
actor office "Office" { type department }
actor town "Town" { type municipality }`,
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
    for (const sector of plan.of('sector')) {
      const tasks = sector.childrenOf('responsibility', 'measure');
      if (tasks.length === 0) continue;
      const busy = new Set(tasks.flatMap((task) => plan.findAll(task.refs())));
      for (const fact of sector.all('lead')) {
        for (const ref of fact.refs) {
          const holder = plan.find(ref);
          if (holder === undefined || busy.has(holder) || [...busy].some((d) => d.is('actor') && plan.findAll(d.refs('part of')).includes(holder))) continue;
          report({
            at: { ref, in: fact },
            about: sector,
            message: `${Called(holder)} leads ${called(sector)} but takes part in none of its tasks.`,
            instead: 'Name its part in the tasks, or name the office that leads.',
          });
        }
      }
    }
  },
});
