import type { Declaration } from '../../model/declaration.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';

export default rule({
  id: 'accountability/below-leadership',
  severity: 'warning',
  thorough: true,
  summary: 'Who coordinates the plan has no seat where decisions are taken.',
  why: 'A coordinator deep inside one department cannot move the others. The plan needs a line to those who lead: a steering body, or an office at the top.',
  grounding: [
    { cite: osce('on anchoring'), finding: 'Integration that was anchored below the leadership of the administration could not move other departments.' },
  ],
  good: [
    `plan a "A" { level local; period 2025; coordinator office }
actor office "Office" { type department }
body board "Board" { kind steering; members office }`,
    `plan a "A" { level local; period 2025; coordinator office }
actor office "Office" { type department; part of town }
actor town "Town" { type municipality }`,
  ],
  bad: [
    `plan a "A" {
  level local; period 2025
  coordinator office
              ^^^^^^ Actor "Office" coordinates the plan, but nothing ties it to those who lead.
}
actor office "Office" { type department }`,
  ],
  check(plan, report) {
    for (const fact of plan.plan?.all('coordinator') ?? []) {
      for (const ref of fact.refs) {
        const holder = plan.find(ref);
        if (
          holder?.kind !== 'actor' ||
          holder.one('part of') !== undefined ||
          ['government', 'ministry', 'municipality', 'region', 'council'].includes(holder.one('type')?.value as string)
        )
          continue;
        const sits = plan
          .of('body')
          .some(
            (body) => ['steering', 'political'].includes(body.one('kind')?.value as string) && plan.findAll(body.refs('members', 'chair')).includes(holder),
          );
        if (sits) continue;
        report({
          at: { ref, in: fact },
          about: plan.head as Declaration,
          message: `${Called(holder)} coordinates the plan, but nothing ties it to those who lead.`,
          instead: 'Say what it is "part of", or give it a seat in a steering body.',
        });
      }
    }
  },
});
