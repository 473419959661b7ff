import { owedPhases, reachedPhases } from '../../model/reach.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { doesSomething, isOver, placeOf } from './_plan.ts';

export default rule({
  id: 'coverage/phase-without-measure',
  severity: 'warning',
  absence: true,
  summary: 'The plan names a phase of the way and does nothing in it.',
  why: 'The long wait before a decision and the time after the programme are the stretches in which people lose most: what they had begun to learn, whom they had come to know, their hope. A phase without a measure is a stretch that everybody crosses alone.',
  grounding: [
    { cite: wholeComm('4.1'), finding: 'Asylum procedures are very long, and little can begin while they last.' },
    { cite: wholeComm('3.2'), finding: 'After the programme many are not yet ready for life in the society, and their language is still weak.' },
  ],
  gathered: 'have neither a measure nor a responsibility',
  good: [
    'phase arrival "Arrival" { from arrival }\nmeasure cafe "Language café" { in arrival }',
    '# A measure without phases of its own belongs to those of its sector.\nphase arrival "Arrival" { from arrival }\nsector reception "Reception" {\n  phases arrival\n  measure cafe "Language café"\n}',
    '# What the plans below do in it counts.\nplan state "State" { level national; period 2025 to 2030 }\nphase arrival "Arrival" { from arrival }\nmeasure guide "Guidance for municipalities"\n--- town/plan.iplan\nplan town "Town" { level local; period 2025 to 2028; under state }\nmeasure cafe "Language café" { in arrival }',
  ],
  bad: [
    'phase waiting "Waiting for a decision" { from arrival }\n      ^^^^^^^ Nothing in the plan happens in phase "Waiting for a decision".\nmeasure cafe "Language café"',
  ],
  check(plan, report) {
    if (isOver(plan) || !doesSomething(plan)) return;
    const reached = reachedPhases(plan);
    for (const [phase, place] of owedPhases(plan)) {
      if (reached.has(phase)) continue;
      report({
        at: placeOf(place),
        about: phase,
        message: say`Nothing in the plan happens in phase "${phase.title}".`,
        instead: say`Name it with "in" in a measure or responsibility, or add one.`,
        ...('ref' in place && { related: [{ at: phase, message: say`The phase is declared here.` }] }),
      });
    }
  },
});
