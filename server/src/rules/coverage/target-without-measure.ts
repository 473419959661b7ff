import { called, rule } from '../rule.ts';
import { busengdal } from '../sources.ts';

export default rule({
  id: 'coverage/target-without-measure',
  severity: 'warning',
  absence: true,
  summary: 'A target is set, and nothing is done to reach it.',
  why: 'A target without a measure is a hope with a number. Either something that is already done serves it and should say so, or somebody has to decide what.',
  grounding: [{ cite: busengdal('no overall plan'), finding: 'Aims and efforts were not tied to each other.' }],
  gathered: 'are served by no measure',
  good: [
    `measure cafe "Café" { serves jobs }
target jobs "Jobs" { at least 50% by 2028 }`,
    `measure cafe "Café" { serves work-for-all }
goal work-for-all "Work for all"
target jobs "Jobs" { serves work-for-all; at least 50% by 2028 }`,
  ],
  bad: [
    `measure cafe "Café" { status planned }
target jobs "Jobs" { at least 50% by 2028 }
       ^^^^ No measure serves target "Jobs".`,
  ],
  check(plan, report) {
    const measures = plan.of('measure');
    if (measures.length === 0) return;
    const served = new Set([plan, ...plan.below].flatMap((scope) => scope.of('measure').flatMap((measure) => scope.findAll(measure.refs('serves')))));
    for (const target of plan.of('target')) {
      if (served.has(target) || plan.findAll(target.refs('serves')).some((goal) => served.has(goal))) continue;
      report({ at: target, message: `No measure serves ${called(target)}.`, instead: 'Write "serves" in the measure that is to reach it.' });
    }
  },
});
