import type { Declaration } from '../../model/declaration.ts';
import { listed, rule } from '../rule.ts';
import { osce } from '../sources.ts';

export default rule({
  id: 'coverage/framework-item-uncovered',
  severity: 'warning',
  absence: true,
  summary: 'The plan uses a framework and says nothing to one of its items.',
  why: 'Signing a charter is easy. What it is worth shows item by item: what does the plan do about this one, or why does it not?',
  grounding: [{ cite: osce('on principles'), finding: 'Principles are adopted and then not carried into what is done.' }],
  good: [
    `plan a "A" { level local; period 2025; uses f }
sector s "S" { covers f.one }
--- f.iplan
framework f "F" {
  item one "One"
}`,
  ],
  bad: [
    `plan a "A" {
  level local; period 2025
  uses f
       ^ Nothing in plan "A" covers "Two" of the framework "F".
}
sector s "S" { covers f.one }
--- f.iplan
framework f "F" {
  item one "One"
  item two "Two"
}`,
  ],
  check(plan, report) {
    const covered = new Set(plan.declarations.flatMap((d) => plan.findAll((d as Declaration<'sector'>).refs('covers'))));
    for (const fact of plan.plan?.all('uses') ?? []) {
      for (const ref of fact.refs) {
        const framework = plan.named(ref.name);
        if (framework?.kind !== 'framework') continue;
        const leaves = framework.of('item').filter((item) => item.childrenOf('item').length === 0);
        const open = leaves.filter((item) => !covered.has(item) && !(item.parent !== undefined && covered.has(item.parent)));
        if (open.length === 0) continue;
        const what =
          open.length === leaves.length
            ? `any item of the framework "${framework.title}"`
            : `${listed(open.map((item) => `"${item.title}"`))} of the framework "${framework.title}"`;
        report({
          at: { ref, in: fact },
          about: plan.head as Declaration,
          message: `Nothing in plan "${plan.title}" covers ${what}.`,
          instead: 'Write "covers" where the plan answers it.',
        });
      }
    }
  },
});
