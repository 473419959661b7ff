import type { Period } from '../../language/dates.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { Called, called, rule } from '../rule.ts';

const ROLES = ['lead', 'accountable', 'responsible', 'supervised by', 'supported by', 'with', 'owner', 'coordinator', 'collected by'];

export default rule({
  id: 'names/ended-actor',
  severity: 'warning',
  summary: 'A role is held by somebody who no longer exists, or not yet.',
  why: 'Offices are merged, agencies dissolved. A duty that stays with an office that has ended is a duty that nobody has, and it is rarely noticed because the name still looks familiar.',
  grounding: [
    {
      cite: 'Whole-COMM country report on the Netherlands 2022',
      finding: 'Duties were left behind when the organisations that had held them were reformed or ended.',
    },
  ],
  good: [
    'measure cafe "Job café" { lead office; period 2025 to 2026 }\nactor office "Office" { type department; active until 2027 }',
    'measure cafe "Job café" { lead office; status completed }\nactor office "Office" { type department; active until 2024 }',
  ],
  bad: [
    'measure cafe "Job café" {\n  lead office\n       ^^^^^^ Actor "Office" has ended (2024), but measure "Job café" still names it.\n}\nactor office "Office" {\n  type department\n  active until 2024\n}',
  ],
  check(plan, report, { today }) {
    for (const declaration of plan.declarations) {
      if (isOver(declaration, plan, today)) continue;
      for (const fact of declaration.facts) {
        if (!ROLES.includes(fact.word)) continue;
        for (const ref of fact.refs) {
          const holder = plan.find(ref);
          const active = holder?.is('actor', 'partner') ? (holder.one('active')?.value as Period | undefined) : undefined;
          if (holder === undefined || active?.to === undefined || active.to.end >= today) continue;
          const next = [plan, ...plan.ancestors]
            .flatMap((scope) => scope.of('actor', 'partner'))
            .find((d) => d.refs('succeeds').some((r) => plan.find(r) === holder));
          report({
            at: { ref, in: fact },
            about: declaration,
            message: say`${Called(holder)} has ended (${active.to.text}), but ${called(declaration)} still names it.`,
            instead: next === undefined ? say`Name whoever has taken over.` : say`Its duties went to ${called(next)}: name "${next.id}".`,
            related: [{ at: holder, message: say`Here ${called(holder)} is declared.` }],
          });
        }
      }
    }
  },
});

/** What is completed, cancelled or past owes nothing to those who come after. */
function isOver(declaration: Declaration, plan: Scope, today: string): boolean {
  const status = (declaration.facts.find((fact) => fact.word === 'status')?.value as { word?: string } | undefined)?.word;
  if (status === 'completed' || status === 'cancelled') return true;
  const own = declaration.is('measure') ? (declaration.one('period')?.value as Period | undefined) : undefined;
  const end = (own ?? (plan.plan?.one('period')?.value as Period | undefined))?.to?.end;
  return end !== undefined && end < today;
}
