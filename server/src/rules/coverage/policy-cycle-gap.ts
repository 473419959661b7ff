import { STAGES } from '../../language/forms.ts';
import type { Declaration } from '../../model/declaration.ts';
import { listed, rule } from '../rule.ts';
import { osce } from '../sources.ts';

export default rule({
  id: 'coverage/policy-cycle-gap',
  severity: 'warning',
  absence: true,
  summary: "A stage of the plan's life has nobody in it.",
  why: 'A plan is designed, adopted, carried out, followed and evaluated. A stage in which no body and no evaluation stands is a stage in which only the administration speaks with itself.',
  grounding: [
    { cite: osce('on the policy cycle'), finding: 'Participation covers only part of the cycle: people are asked at the beginning and never again.' },
  ],
  good: [`body b "Council" { kind migrant-council; involved in design, adoption, implementation, monitoring, evaluation }`],
  bad: [
    `plan a "A" { level local; period 2025 to 2028 }
     ^ In the life of plan "A" nobody is involved in adoption, implementation, monitoring and evaluation.
body b "Council" { kind migrant-council; involved in design }`,
  ],
  check(plan, report) {
    const heard = [...plan.of('body'), ...plan.of('consultation')];
    if (plan.plan === undefined || !heard.some((body) => body.has('involved in'))) return;
    const stages = new Set<string>(heard.flatMap((body) => (body as Declaration<'body'>).all('involved in').flatMap((fact) => fact.value?.stages ?? [])));
    if (plan.plan.has('adopted')) stages.add('adoption');
    if (plan.plan.has('review')) stages.add('monitoring');
    if (plan.plan.has('evaluated') || plan.of('measure').some((measure) => measure.has('evaluated'))) stages.add('evaluation');
    const missing = STAGES.filter((stage) => !stages.has(stage));
    if (missing.length > 0)
      report({
        at: plan.plan,
        message: `In the life of plan "${plan.title}" nobody is involved in ${listed(missing)}.`,
        instead: 'Say with "involved in" which body or consultation is.',
      });
  },
});
