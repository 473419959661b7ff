import type { Declaration } from '../../model/declaration.ts';
import { called, rule } from '../rule.ts';
import { busengdal } from '../sources.ts';

export default rule({
  id: 'coverage/goal-without-measure',
  severity: 'information',
  absence: true,
  summary: 'A goal has nothing that leads to it.',
  why: 'A goal that no measure and no target serves is a sentence for the preface.',
  grounding: [{ cite: busengdal('fragmentation'), finding: 'What was aimed at and what was done had no tie.' }],
  gathered: 'have no measure that leads to them',
  good: [
    `goal all "Work for all"
measure cafe "Café" { serves all }`,
  ],
  bad: [
    `goal all "Work for all"
     ^^^ No measure leads to goal "Work for all".
goal homes "Homes"
measure m "M" { serves homes }`,
  ],
  check(plan, report) {
    const measures = plan.of('measure');
    if (measures.length === 0 || plan.of('goal').length === 0) return;
    const served = new Set<Declaration>();
    const mark = (found: readonly Declaration[]) => {
      for (const d of found) {
        if (served.has(d)) continue;
        served.add(d);
        mark(plan.findAll(d.kind === 'target' || d.kind === 'goal' ? d.refs() : []).filter((next) => next.kind === 'goal'));
      }
    };
    for (const measure of measures) mark(plan.findAll(measure.refs('serves')));
    for (const goal of plan.of('goal'))
      if (!served.has(goal))
        report({ at: goal, message: `No measure leads to ${called(goal)}.`, instead: 'Write "serves" in a measure, or in a target that a measure serves.' });
  },
});
