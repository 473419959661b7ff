import { say } from '../../text/say.ts';
import { called, rule } from '../rule.ts';
import { osce, penninx } from '../sources.ts';
import { servedIn } from './_aims.ts';
import { isOver } from './_plan.ts';

export default rule({
  id: 'coverage/goal-without-target',
  severity: 'warning',
  absence: true,
  summary: 'A goal has no target.',
  why: 'A goal says where to go; a target says how one will know. Without one everybody can claim to be on the way.',
  grounding: [
    { cite: penninx('1.2'), finding: 'A policy says what outcome it wants and by when.' },
    { cite: osce('3.3'), finding: 'What local integration policies achieve is seldom followed in a systematic way.' },
  ],
  gathered: 'have no target',
  good: [
    'goal all "Work for all"\ntarget jobs "In work" { serves all; at least 50% by 2028 }',
    '# A goal is reached by way of its parts.\ngoal all "Work for all"\ngoal part "A first job" { part of all }\ntarget jobs "In work" { serves part; at least 50% by 2028 }',
    '# A plan without any target is told of as such.\ngoal all "Work for all"',
    '# What is described and not counted has no value to be reached.\ngoal trust "Neighbours trust each other"\nindicator said "What residents say" { qualitative yes; serves trust }\ntarget jobs "In work" { at least 50% by 2028 }',
  ],
  bad: [
    'goal all "Work for all"\n     ^^^ No target serves goal "Work for all".\ngoal homes "Homes"\ntarget kept "Tenancies kept" { serves homes; at least 90% by 2028 }',
  ],
  check(plan, report) {
    if (isOver(plan) || plan.of('target').length === 0) return;
    const { byTarget, wholes } = servedIn(plan);
    const described = new Set(plan.of('indicator').flatMap((one) => (one.one('qualitative')?.value === 'yes' ? plan.findAll(one.refs('serves')) : [])));
    for (const goal of plan.of('goal'))
      if (!byTarget.has(goal) && !wholes.has(goal) && !described.has(goal))
        report({
          at: goal,
          message: say`No target serves ${called(goal)}.`,
          instead: say`Write "serves" in the target that shows whether it is reached, or add one.`,
        });
  },
});
