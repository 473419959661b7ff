import type { Quantity } from '../../language/amounts.ts';
import { aimOf, DOWN, UP } from '../../model/aims.ts';
import type { Fact } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { rounded } from './_figures.ts';

export default rule({
  id: 'monitoring/target-weakened-without-reason',
  severity: 'warning',
  summary: 'A target was made easier and nobody says why.',
  why: 'Targets are lowered for good reasons (more people came, the money did not) and for bad ones. Written down, the reason can be judged; left out, the plan only looks as if it had been met.',
  grounding: [
    {
      cite: wholeComm('3.1'),
      finding:
        'The number of refugees that municipalities are to house is set anew every half year, so that a target says something only together with when and why it was changed.',
    },
  ],
  good: [
    'target jobs "More in work" { at least 55% by 2028; revised 2026-03-01 from 60% because "Twice as many arrivals as foreseen" }',
    '# Made harder, it needs no excuse.\ntarget jobs "More in work" { at least 65% by 2028; revised 2026-03-01 from 60% }',
  ],
  bad: [
    'target jobs "More in work" {\n  at least 55% by 2028\n  revised 2026-03-01 from 60%\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^ Target "More in work" was eased from 60% to 55% without a reason.\n}',
    'target waiting "Short waits" {\n  at most 30 days by 2028\n  revised 2026-03-01 from 20 days\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Target "Short waits" was eased from 20 days to 30 days without a reason.\n}',
  ],
  check(plan, report) {
    for (const target of plan.of('target')) {
      const aim = aimOf(target);
      if (aim === undefined) continue;
      const revisions = (target.all('revised') as readonly Fact<{ on: { start: string }; from: Quantity; because?: string }>[])
        .flatMap((fact) => (fact.value === undefined ? [] : [{ fact, ...fact.value }]))
        .sort((a, b) => (a.on.start < b.on.start ? -1 : 1));
      for (const [i, { fact, from, because }] of revisions.entries()) {
        // Each earlier value was replaced by the one that the next revision replaced, the last by what the target says now.
        const to = revisions[i + 1]?.from ?? aim.value;
        const eased = UP.has(aim.form) || aim.form === 'decrease by' ? to.number < from.number : DOWN.has(aim.form) && to.number > from.number;
        if (!eased || because !== undefined || (from.unit !== undefined && to.unit !== undefined && from.unit !== to.unit)) continue;
        report({
          at: fact,
          about: target,
          message: say`${Called(target)} was eased from ${written(from)} to ${written(to)} without a reason.`,
          instead: say`Add the reason: because "…".`,
          fix: {
            title: say`Add a reason`,
            node: fact.node,
            edits: [{ span: { start: fact.node.span.end, end: fact.node.span.end }, text: ' because "TODO"' }],
          },
        });
      }
    }
  },
});

const written = ({ number, unit }: Quantity): string =>
  unit === 'percent' ? `${rounded(number)}%` : unit === undefined ? rounded(number) : `${rounded(number)} ${unit}`;
