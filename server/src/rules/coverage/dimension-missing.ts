import { listed, rule } from '../rule.ts';
import { penninx } from '../sources.ts';

export default rule({
  id: 'coverage/dimension-missing',
  severity: 'information',
  absence: true,
  summary: 'One of the three dimensions of integration is missing.',
  why: "Integration has a legal and political, a social and economic, and a cultural side. A plan that says its sectors' dimensions and leaves one out has half decided that it does not matter.",
  grounding: [
    {
      cite: penninx('on the three dimensions'),
      finding: 'Becoming an accepted part of society has a legal-political, a socio-economic and a cultural-religious dimension.',
    },
  ],
  good: [
    `sector a "A1" { dimension legal-political }
sector b "B1" { dimension socio-economic }
sector c "C1" { dimension cultural }`,
    `sector a "A1" { field work }`,
  ],
  bad: [
    `plan a "A" { level local; period 2025 to 2028 }
     ^ No sector of plan "A" belongs to the dimension cultural.
sector b "B1" { dimension socio-economic }
sector c "C1" { dimension legal-political }`,
  ],
  check(plan, report) {
    const named = new Set(
      plan
        .of('sector')
        .map((sector) => sector.one('dimension')?.value)
        .filter((d) => d !== undefined),
    );
    if (plan.plan === undefined || named.size === 0 || named.size === 3) return;
    const missing = (['legal-political', 'socio-economic', 'cultural'] as const).filter((dimension) => !named.has(dimension));
    report({
      at: plan.plan,
      message: `No sector of plan "${plan.title}" belongs to the dimension ${listed(missing).replace(' and ', ' or ')}.`,
      instead: 'Declare what the plan does there, or say with "excludes" why it does not.',
    });
  },
});
