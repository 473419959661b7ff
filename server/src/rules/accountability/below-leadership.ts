import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { wholeOf } from './_tasks.ts';

const LEADING = new Set(['government', 'parliament', 'ministry', 'region', 'municipality', 'council']);

export default rule({
  id: 'accountability/below-leadership',
  severity: 'warning',
  thorough: true,
  summary: 'Who coordinates the plan has no seat where decisions are taken.',
  why: 'A coordinator deep inside one department cannot move the others. The plan needs a line to those who lead: a steering body, or an office at the top.',
  grounding: [
    { cite: osce('2.1'), finding: 'Early policies stood below the top of the city and were the task of a few departments or units only.' },
    { cite: osce('4'), finding: 'Where it works there is usually a coordinating body with means of its own and a strong mandate.' },
  ],
  good: [
    `plan a "A" { level local; period 2025; coordinator office }
actor office "Office" { type department }
body board "Board" { kind steering; members office }`,
    `plan a "A" { level local; period 2025; coordinator office }
actor office "Office" { type department; part of town }
actor town "Town" { type municipality }`,
    `plan a "A" { level local; period 2025; coordinator jointly office, school under board }
actor office "Office" { type department }
actor school "School" { type school }
body board "Board" { kind steering }`,
  ],
  bad: [
    `plan a "A" {
  level local; period 2025
  coordinator office
              ^^^^^^ Actor "Office" coordinates the plan, but nothing ties it to those who lead.
}
actor office "Office" { type department }`,
    `plan a "A" {
  level local; period 2025
  coordinator office
              ^^^^^^ Actor "Office" coordinates the plan, but nothing ties it to those who lead.
}
actor office "Office" { type department; part of health }
actor health "Health department" { type department; part of town }
actor town "Town" { type municipality }`,
  ],
  check(plan, report, { today }) {
    const head = plan.plan;
    if (head === undefined) return;
    const seated = new Set(
      plan
        .of('body')
        .filter((body) => ['steering', 'political'].includes(body.one('kind')?.value ?? ''))
        .flatMap((body) => plan.findAll(body.refs('members', 'chair'))),
    );
    for (const fact of head.all('coordinator')) {
      // Who answers jointly under a body has its ear.
      if (fact.value?.under !== undefined || (fact.value?.until !== undefined && fact.value.until.end < today)) continue;
      for (const ref of fact.refs) {
        const holder = plan.find(ref);
        if (holder?.kind !== 'actor' || seated.has(holder)) continue;
        const whole = wholeOf(holder, plan);
        const near = [holder, ...(whole === undefined ? [] : [whole])];
        if (near.some((one) => LEADING.has(one.one('type')?.value as string)) || (whole !== undefined && seated.has(whole))) continue;
        report({
          at: { ref, in: fact },
          about: head,
          message: say`${Called(holder)} coordinates the plan, but nothing ties it to those who lead.`,
          instead: say`Give it a seat in a steering body, or place it directly under those who lead, with "part of".`,
        });
      }
    }
  },
});
