import { say } from '../../text/say.ts';
import { doesSomething, isOver } from '../coverage/_plan.ts';
import { addStatement } from '../mend.ts';
import { rule } from '../rule.ts';
import { busengdal } from '../sources.ts';
import { isOfOnePlace } from './_decision.ts';

export default rule({
  id: 'adoption/not-in-financial-plan',
  severity: 'warning',
  absence: true,
  silencedBy: ['adoption/not-anchored'],
  summary: 'The plan is not anchored in the one that allocates money.',
  why: 'Long plans say what is wanted; the financial plan says every year what is paid. What is not in it has to be asked for anew each autumn, against everything that is.',
  grounding: [
    {
      cite: busengdal('Results › Legitimating actions'),
      finding: 'The plans that count most are those which are made anew every year and decide where the money goes.',
    },
  ],
  good: [
    'plan town "Town" { level local; period 2025 to 2028; anchored in financial "Financial plan 2025–2028" }\nmeasure cafe "Language café"',
    '# A strategy owes no money for measures.\nplan town "Town" { kind strategy; level local; period 2025 to 2028; anchored in master "Master plan" }\nmeasure cafe "Language café"',
    '# A plan that is anchored nowhere is told of as such.\nplan town "Town" { level local; period 2025 to 2028 }\nmeasure cafe "Language café"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028; anchored in master "Master plan" }\n     ^^^^ Plan "Town" is not anchored in the financial plan.\nmeasure cafe "Language café"',
  ],
  check(plan, report) {
    const { plan: head } = plan;
    if (head === undefined || isOver(plan) || ['project', 'strategy'].includes(plan.planKind) || !isOfOnePlace(plan) || !doesSomething(plan)) return;
    if (head.all('anchored in').some((fact) => fact.value?.kind === 'financial')) return;
    report({
      at: head,
      message: say`Plan "${plan.title}" is not anchored in the financial plan.`,
      instead: say`Have it taken up where money is allocated every year, and say so: anchored in financial "…".`,
      fix: addStatement(head, `anchored in financial "${say`TODO: the plan that allocates money`}"`),
    });
  },
});
