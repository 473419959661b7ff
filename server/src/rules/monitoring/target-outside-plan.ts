import type { Milestone } from '../../language/forms.ts';
import { aimOf } from '../../model/aims.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import type { Target } from './_figures.ts';

export default rule({
  id: 'monitoring/target-outside-plan',
  severity: 'warning',
  summary: 'A target falls due before the plan begins or after it ends, with nothing to reach while it runs.',
  why: 'Nobody who carries out the plan will be asked about a target that falls due when the plan is over, and one that fell due before it began belongs to the plan before. A long view is good; it needs a milestone within the years for which somebody answers.',
  grounding: [
    {
      cite: 'IATI Standard 2.03, validator rules on results',
      finding: 'The standard does not check whether a target date lies within the activity, so results and activities drift apart unseen.',
    },
  ],
  good: [
    'target jobs "More in work" { at least 60% by 2028 }',
    'target jobs "More in work" { at least 70% by 2035; milestone at least 60% by 2028 }',
    'goal equal "Equal chances" { horizon long }\ntarget jobs "More in work" { serves equal; at least 70% by 2035 }',
    'plan example "Example" { level local; period 2022 to 2025; extended to 2027 because "Until the new council has decided" }\ntarget jobs "More in work" { at least 60% by 2027 }',
  ],
  bad: [
    'target jobs "More in work" {\n  at least 70% by 2032\n  ^^^^^^^^^^^^^^^^^^^^ Target "More in work" falls due in 2032, after the plan ends (2028).\n}',
    'target jobs "More in work" {\n  at least 70% by 2024\n  ^^^^^^^^^^^^^^^^^^^^ Target "More in work" falls due in 2024, before the plan begins (2025).\n}',
  ],
  check(plan, report) {
    const period = plan.plan?.one('period');
    const from = period?.value?.from;
    const to = plan.plan?.one('extended to')?.value?.to ?? period?.value?.to;
    for (const target of plan.of('target')) {
      const aim = aimOf(target);
      if (aim?.deadline?.kind !== 'date' || period === undefined) continue;
      const due = aim.deadline.date;
      const { end } = daysOf(due, plan);
      const late = to !== undefined && end > daysOf(to, plan).end;
      const early = from !== undefined && end < daysOf(from, plan).start;
      if (!late && !early) continue;
      if (late && (hasMilestoneBy(target, daysOf(to, plan).end, plan) || isLong(target, plan))) continue;
      report({
        at: aim.fact,
        about: target,
        message: late
          ? say`${Called(target)} falls due in ${due.text}, after the plan ends (${to.text}).`
          : say`${Called(target)} falls due in ${due.text}, before the plan begins (${from?.text}).`,
        instead: late ? say`Add a "milestone" within the plan, or set the date within it.` : say`Set a date within the plan.`,
        related: [{ at: period, message: say`The period of the plan.` }],
      });
    }
  },
});

const hasMilestoneBy = (target: Target, day: string, plan: Scope): boolean =>
  target.all('milestone').some((fact) => {
    const deadline = (fact.value as Milestone | undefined)?.deadline;
    return deadline?.kind === 'date' && daysOf(deadline.date, plan).end <= day;
  });

/** A goal with a long horizon says itself that it lies beyond the plan. */
const isLong = (target: Target, plan: Scope): boolean =>
  plan.findAll(target.refs('serves')).some((goal) => goal.is('goal') && goal.one('horizon')?.value === 'long');
