import { addMonths } from '../../language/dates.ts';
import { daysOf } from '../../model/observations.ts';
import { say } from '../../text/say.ts';
import { isOver } from '../coverage/_plan.ts';
import { rule } from '../rule.ts';
import { busengdal, wholeComm } from '../sources.ts';
import { endOf, plansNamed } from './_decision.ts';

export default rule({
  id: 'adoption/adopted-after-start',
  severity: 'information',
  summary: 'The plan was adopted after it had begun.',
  why: 'Until a plan is adopted nobody has to act on it, and what is done can be stopped by whoever did not want it. The months before are counted as time of the plan all the same, and its targets come too early by as much.',
  grounding: [
    { cite: busengdal('Results › Legitimating actions'), finding: 'Work that stands in no plan of the municipality ends when somebody wants it to.' },
    { cite: wholeComm('4.1.2'), finding: 'A municipality that waited for new rules stood in a vacuum meanwhile.' },
  ],
  options: { months: { default: 3, doc: 'So many months after the start are not worth a word.' } },
  good: [
    'plan town "Town" { level local; period 2025 to 2028; adopted 2024-12-10 }',
    '# In the first months of its first year.\nplan town "Town" { level local; period 2025 to 2028; adopted 2025-02-20 }',
    '# As exactly as the dates are given, it may have been in time.\nplan town "Town" { level local; period 2025 to 2028; adopted 2025 }',
    'plan town "Town" { level local; period 2017 to 2020; adopted 2018-03-01; status closed }',
    '# What is adopted later is a revision.\nplan town "Town" { level local; period 2025 to 2028; adopted 2024-12-10; adopted 2026-06-18 as "First revision" }',
    '# The plan before held until then.\nplan town "Town" { level local; period 2025 to 2028; adopted 2025-06-18; supersedes old }\n--- old/plan.iplan\nplan old "Old" { level local; period 2021 to 2024; status superseded; extended to 2025-06; succeeded by town }',
  ],
  bad: [
    'plan town "Town" {\n  level local\n  period 2025 to 2028\n  adopted 2025-06-18\n  ^^^^^^^^^^^^^^^^^^ Plan "Town" was adopted (2025-06-18) after it had begun (2025).\n}',
  ],
  check(plan, report, { options }) {
    const { plan: head } = plan;
    const from = head?.one('period')?.value?.from;
    if (head === undefined || from === undefined || isOver(plan)) return;
    const dated = head.all('adopted').flatMap((at) => (at.value === undefined ? [] : [{ at, on: at.value.on, day: daysOf(at.value.on, plan).start }]));
    const first = dated.sort((a, b) => (a.day < b.day ? -1 : 1))[0];
    if (first === undefined || first.day <= addMonths(daysOf(from, plan).start, Number(options.months))) return;
    if (plansNamed(plan, 'supersedes').some((before) => (endOf(before)?.day ?? '') >= addMonths(first.day, -1))) return;
    report({
      at: first.at,
      about: head,
      message: say`Plan "${plan.title}" was adopted (${first.on.text}) after it had begun (${from.text}).`,
      instead: say`Begin the period with the decision, or extend the plan before until then: extended to … because ….`,
    });
  },
});
