import { measuresOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { called, rule } from '../rule.ts';
import { busengdal, penninx } from '../sources.ts';
import { servedIn } from './_aims.ts';
import { isOver } from './_plan.ts';

export default rule({
  id: 'coverage/target-without-measure',
  severity: 'warning',
  absence: true,
  summary: 'A target is set, and nothing is done to reach it.',
  why: 'A target without a measure is a hope with a number. Either something that is already done serves it and should say so, or somebody has to decide what.',
  grounding: [
    { cite: penninx('1.2'), finding: 'Instruments belong to a policy as much as the outcome that is wanted and its date.' },
    { cite: busengdal('Introduction'), finding: 'Where aims and efforts are not tied to each other by a plan, the work falls apart.' },
  ],
  gathered: 'are served by no measure',
  good: [
    'measure cafe "Job café" { serves jobs }\ntarget jobs "In work" { at least 50% by 2028 }',
    '# What serves the goal of a target serves the target.\nmeasure cafe "Job café" { serves all }\ngoal all "Work for all"\ntarget jobs "In work" { serves all; at least 50% by 2028 }',
    '# Where no measure says what it serves, that is told of the measures.\nmeasure cafe "Job café"\ntarget jobs "In work" { at least 50% by 2028 }',
    '# A sector without any measure is told of as such.\nmeasure cafe "Job café" { serves jobs }\ntarget jobs "In work" { at least 50% by 2028 }\nsector housing "Housing" {\n  target kept "Tenancies kept" { at least 90% by 2028 }\n}',
  ],
  bad: [
    'measure cafe "Job café" { serves jobs }\ntarget jobs "In work" { at least 50% by 2028 }\ntarget wages "Wages" { at least 90% by 2028 }\n       ^^^^^ No measure serves target "Wages".',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    const { byMeasure } = servedIn(plan);
    if (byMeasure.size === 0) return;
    const speaking = new Set(measuresOf(plan).flatMap((measure) => (measure.has('serves') ? [plan.sectorOf(measure)] : [])));
    for (const target of plan.of('target')) {
      if (byMeasure.has(target) || plan.findAll(target.refs('serves')).some((goal) => byMeasure.has(goal))) continue;
      // In a sector without measures, or where none says what it serves, that is the finding.
      const sector = plan.sectorOf(target);
      if (sector !== undefined && !speaking.has(sector)) continue;
      report({ at: target, message: say`No measure serves ${called(target)}.`, instead: say`Write "serves" in the measure that is to reach it, or add one.` });
    }
  },
});
