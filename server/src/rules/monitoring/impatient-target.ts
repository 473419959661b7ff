import { addMonths } from '../../language/dates.ts';
import { aimOf } from '../../model/aims.ts';
import type { Declaration } from '../../model/declaration.ts';
import { daysOf } from '../../model/observations.ts';
import { say } from '../../text/say.ts';
import { Called, called, rule } from '../rule.ts';
import { penninx } from '../sources.ts';

export default rule({
  id: 'monitoring/impatient-target',
  severity: 'information',
  summary: 'A target for a long-term goal falls due within one election period.',
  why: 'Learning a language, rising in a trade and trusting the neighbours take years, and often a generation. A goal that the plan itself calls long-term and that is to be reached before the next election mostly ends with a disappointment that was foreseeable, and with the plan being blamed for it.',
  grounding: [{ cite: penninx('1.2'), finding: 'Politics wishes for quick solutions to processes that are long-term by nature.' }],
  options: { years: { default: 4, doc: 'The years between two elections.' } },
  good: [
    'goal equal "Equal chances" { horizon long }\ntarget jobs "As many in work as others" { serves equal; at least 75% by 2035 }',
    'goal start "A good start" { horizon short }\ntarget course "Course begun" { serves start; at least 90% by 2026 }',
    '# A first step on a long way.\ngoal equal "Equal chances" { horizon long }\ntarget jobs "More in work" { serves equal; at least 55% by 2027 }\ntarget more "As many in work as others" { serves equal; at least 75% by 2035 }',
  ],
  bad: [
    'goal equal "Equal chances" { horizon long }\ntarget jobs "As many in work as others" {\n  serves equal\n  at least 75% by 2027\n  ^^^^^^^^^^^^^^^^^^^^ Target "As many in work as others" falls due in 2027, within 4 years, although goal "Equal chances" is a long-term one.\n}',
  ],
  check(plan, report, { options }) {
    const from = plan.plan?.one('period')?.value?.from;
    if (from === undefined) return;
    const years = Number(options.years);
    const soon = addMonths(daysOf(from, plan).start, years * 12);
    const patient = new Set<Declaration>();
    const hasty: { target: Declaration<'target'>; goals: readonly Declaration[] }[] = [];
    for (const target of plan.of('target')) {
      const deadline = aimOf(target)?.deadline;
      const goals = plan.findAll(target.refs('serves')).filter((goal) => goal.is('goal') && goal.one('horizon')?.value === 'long');
      if (deadline?.kind !== 'date') continue;
      // The last day of a plan of four years is no haste; only what comes before it.
      if (addMonths(daysOf(deadline.date, plan).end, 1) < soon) hasty.push({ target, goals });
      else for (const goal of goals) patient.add(goal);
    }
    for (const { target, goals } of hasty) {
      const goal = goals.find((g) => !patient.has(g));
      const aim = aimOf(target);
      if (goal === undefined || aim?.deadline?.kind !== 'date') continue;
      report({
        at: aim.fact,
        about: target,
        message: say`${Called(target)} falls due in ${aim.deadline.date.text}, within ${years} years, although ${called(goal)} is a long-term one.`,
        instead: say`Make it a "milestone" of a target that lies further ahead, or call the goal a shorter one.`,
        related: [{ at: goal, message: say`The long-term goal.` }],
      });
    }
  },
});
