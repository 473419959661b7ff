import type { Day } from '../../language/dates.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { hasBegun, isBeingMade } from '../adoption/_decision.ts';
import { isOver } from '../coverage/_plan.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { type Body, type Consultation, sittingBodies } from './_people.ts';
import { involvements, since } from './_stages.ts';

export default rule({
  id: 'participation/no-feedback',
  severity: 'information',
  absence: true,
  summary: 'People were heard, and nothing says what became of it.',
  why: 'Those who were asked want to know what it was good for. An honest "no, because" keeps them; silence does not, and the next hearing has empty chairs.',
  grounding: [{ cite: osce('4'), finding: 'Those involved withdraw where they cannot see when and for what their input was used.' }],
  gathered: 'do not say what became of what was said',
  good: [
    'consultation hearing "Hearing" { period 2024-03; input used "Evening courses were added (measure 3.2)" }',
    'consultation hearing "Hearing" { period 2024-03; received 40; accepted 25; rejected 15 }',
    '# It lies ahead.\n# today: 2026-01-15\nconsultation hearing "Hearing" { period 2026-03 }',
    'body council "Migrant council" { kind migrant-council; advises "On the plan"; input used "Its comments stand beside each measure" }',
    '# A body that decides needs nobody to tell it.\nbody group "Steering group" { kind steering; advises "On the budget"; decides "Changes of the plan" }',
    '# On what a council is heard is asked for first, by another rule.\nbody council "Migrant council" { kind migrant-council }',
    '# The plan is still being made.\nplan town "Town" { level local; period 2027 to 2030; status draft }\nbody council "Migrant council" { kind migrant-council; advises "On the plan" }',
  ],
  bad: [
    'consultation hearing "Hearing" { period from 2024-03 }\n             ^^^^^^^ Consultation "Hearing" does not say what became of what was said.',
    'consultation hearing "Hearing" { period 2024-03 }\n             ^^^^^^^ Consultation "Hearing" does not say what became of what was said.',
    'consultation hearing "Hearing" {\n  period 2024-03\n  received 40\n  ^^^^^^^^^^^ Consultation "Hearing" received 40 proposals and answered 25 of them.\n  accepted 20\n  rejected 5\n}',
    'body council "Migrant council" { kind migrant-council; advises "On the plan" }\n     ^^^^^^^ Body "Migrant council" does not say what became of its advice.',
  ],
  check(plan, report, { today }) {
    if (isOver(plan)) return;
    for (const one of plan.of('consultation')) {
      if (liesAhead(one, plan, today)) continue;
      const [received, accepted, rejected] = (['received', 'accepted', 'rejected'] as const).map((word) => one.one(word)?.value);
      const at = one.one('received');
      if (at !== undefined && received !== undefined && accepted !== undefined && rejected !== undefined && accepted + rejected < received)
        report({
          at,
          about: one,
          message: say`${Called(one)} received ${received} proposals and answered ${accepted + rejected} of them.`,
          instead: say`Say of the others too whether they were "accepted" or "rejected".`,
        });
      else if (!one.has('input used', 'accepted')) silent(one, say`what was said`);
    }
    // Before the plan has been made, no advice can have been taken up.
    if (isBeingMade(plan) || !hasBegun(plan, today)) return;
    for (const body of sittingBodies(plan, today)) if (body.has('advises') && !body.has('decides', 'input used')) silent(body, say`its advice`);

    function silent(one: Body | Consultation, what: string) {
      const tbd = (one as Body).one('input used')?.tbd;
      report({
        at: one,
        message: say`${Called(one)} does not say what became of ${what}.`,
        instead: say`Say with "input used" what was taken up, and why the rest was not.`,
        ...(tbd ? { tbd } : { fix: addStatement(one, `input used "${say`TODO: what became of it`}"`) }),
      });
    }
  },
});

/** Whether a consultation is still to come, or not over yet. */
function liesAhead(one: Consultation, plan: Scope, today: Day): boolean {
  const date = one.one('period')?.value?.to ?? since(one, involvements(one)[0]);
  return date !== undefined && daysOf(date, plan).end >= today;
}
