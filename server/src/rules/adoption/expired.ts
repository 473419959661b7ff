import { say } from '../../text/say.ts';
import { isOver } from '../coverage/_plan.ts';
import { addStatement } from '../mend.ts';
import { rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { endOf, successorsOf } from './_decision.ts';

export default rule({
  id: 'adoption/expired',
  severity: 'error',
  summary: 'The period of the plan is over, and it is neither closed nor extended.',
  why: 'A plan that has run out and still lies there leaves everybody to guess: some go on, some have stopped, and nobody may decide. To close it, to extend it or to replace it is a decision of an evening, and saves a year.',
  grounding: [
    { cite: wholeComm('4.1.2'), finding: 'A programme with an end was absorbed by another before it, and is said to guide the work still.' },
    { cite: nordic('conclusions'), finding: 'Good work ends where nobody has decided that it goes on.' },
  ],
  good: [
    '# today: 2026-06-30\nplan town "Town" { level local; period 2023 to 2026 }',
    '# today: 2026-06-30\nplan town "Town" { level local; period 2021 to 2024; status extended; extended to 2026 because "The next plan waits for the census" }',
    '# today: 2026-06-30\nplan town "Town" { level local; period 2021 to 2024; status closed }',
    '# today: 2026-06-30\nplan town "Town" { level local; period from 2021 }',
  ],
  bad: [
    '# today: 2026-06-30\nplan town "Town" {\n  level local\n  period 2021 to 2024\n  ^^^^^^^^^^^^^^^^^^^ Plan "Town" ended in 2024, and is neither closed nor extended.\n}',
    '# today: 2026-06-30\nplan town "Town" {\n  level local\n  period 2021 to 2024\n  extended to 2025\n  ^^^^^^^^^^^^^^^^ Plan "Town" ended in 2025, and is neither closed nor extended.\n}',
    '# today: 2026-06-30\nplan town "Town" {\n  level local\n  period 2021 to 2024\n  ^^^^^^^^^^^^^^^^^^^ Plan "Town" ended in 2024, and its status does not say that another has replaced it.\n  succeeded by next\n}\n--- next/plan.iplan\nplan next "Next" { level local; period 2025 to 2028 }',
  ],
  check(plan, report, { today }) {
    const { plan: head } = plan;
    const end = endOf(plan);
    if (head === undefined || end === undefined || isOver(plan) || end.day >= today) return;
    const replaced = successorsOf(plan).length > 0 || head.has('succeeded by');
    const status = head.one('status');
    report({
      at: end.at,
      about: head,
      message: replaced
        ? say`Plan "${plan.title}" ended in ${end.date.text}, and its status does not say that another has replaced it.`
        : say`Plan "${plan.title}" ended in ${end.date.text}, and is neither closed nor extended.`,
      instead: replaced
        ? say`Write: status superseded.`
        : say`Write "status closed", or extend it: extended to … because …; or name what follows it with "succeeded by".`,
      ...(replaced && status === undefined && { fix: addStatement(head, 'status superseded') }),
    });
  },
});
