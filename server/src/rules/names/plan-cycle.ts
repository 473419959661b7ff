import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'names/plan-cycle',
  severity: 'error',
  summary: 'Plans stand under each other in a ring.',
  why: 'Levels of government form a ladder. A plan that stands under itself, directly or by way of others, has no top: nobody can tell whose duties come down to whom.',
  grounding: [{ cite: 'iplan language reference, files and plans', finding: 'A name is looked up along the chain of "under", which must come to an end.' }],
  good: ['plan a "A" { level local; period 2025; under b }\n--- b/plan.iplan\nplan b "B" { level national; period 2025 }'],
  bad: [
    'plan a "A" {\n  level local; period 2025\n  under b\n        ^ Plan "A" stands under itself.\n}\n--- b/plan.iplan\nplan b "B" {\n  level national; period 2025\n  under a\n        ^ Plan "B" stands under itself.\n}',
  ],
  check(plan, report) {
    if (plan.ring.length === 0 || plan.plan === undefined) return;
    const above = new Set([plan.id, ...plan.ancestors.map((scope) => scope.id)]);
    for (const fact of plan.plan.all('under')) {
      const ref = fact.refs.find((r) => above.has(r.name));
      if (ref === undefined) continue;
      report({
        at: { ref, in: fact },
        about: plan.plan,
        message: say`Plan "${plan.title}" stands under itself.`,
        instead: say`Take away the "under" that leads back.`,
      });
      return;
    }
  },
});
