import { daysBetween } from '../../language/dates.ts';
import { daysOf } from '../../model/observations.ts';
import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { rule } from '../rule.ts';
import { busengdal, nordic } from '../sources.ts';
import { isOver } from './_figures.ts';

export default rule({
  id: 'monitoring/no-review',
  severity: 'warning',
  absence: true,
  silencedBy: ['adoption/expired'],
  summary: 'The plan is never reviewed, or only "regularly".',
  why: 'Within four years another group arrives, a fund ends, the person who pushed it leaves. A plan that is looked at on a fixed day can follow; one that is not is right about the year in which it was written.',
  grounding: [
    {
      cite: busengdal('Discussion'),
      finding: 'Capacity, political backing and mobilisation in the administration change over time and cannot be foreseen.',
    },
    {
      cite: nordic('chapter on Denmark'),
      finding: 'The people a programme was made for changed while it ran, and so did what they needed.',
    },
  ],
  good: [
    'plan example "Example" { level local; period 2025 to 2028; review yearly }',
    '# A plan of a year is followed by the next.\nplan example "Example" { level local; period 2026 }',
    'plan example "Example" { level local; period 2015 to 2018; status closed }',
    'plan monitor "Monitor" { kind monitor; level national; period 2024 to 2026 }',
  ],
  bad: [
    'plan example "Example" { level local; period 2025 to 2028 }\n     ^^^^^^^ Plan "Example" is never reviewed.',
    'plan example "Example" {\n  level local\n  period 2025 to 2028\n  review regularly\n  ^^^^^^^^^^^^^^^^ Plan "Example" is reviewed "regularly", which is no interval.\n}',
  ],
  check(plan, report) {
    const { plan: head } = plan;
    if (head === undefined || isOver(plan) || plan.planKind === 'monitor') return;
    const review = head.one('review');
    const word = review?.value?.frequency.word;
    if (review !== undefined && (word === 'regularly' || word === 'ongoing')) {
      report({
        at: review,
        about: head,
        message: say`Plan "${head.title}" is reviewed "${word}", which is no interval.`,
        instead: say`Say how often: review yearly, review every 6 months …`,
      });
      return;
    }
    const period = head.one('period')?.value;
    const short = period?.from !== undefined && period.to !== undefined && daysBetween(daysOf(period.from, plan).start, daysOf(period.to, plan).end) <= 366;
    if (head.has('review') || short) return;
    const tbd = review?.tbd;
    report({
      at: head,
      message: say`Plan "${head.title}" is never reviewed.`,
      instead: say`Say how often and by whom: review yearly by …`,
      ...(tbd ? { tbd } : { fix: addStatement(head, 'review yearly') }),
    });
  },
});
