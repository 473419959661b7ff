import { Called, listed, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/level-mismatch',
  severity: 'warning',
  summary: 'A duty of one level is answered for by another.',
  why: 'A mandate says which level must act. Where an office of another level answers for it, either the duty has moved without anybody deciding so, or the wrong office is named.',
  grounding: [{ cite: osce('on misaligned levels'), finding: 'Levels of government worked past each other where it was unclear whose task something was.' }],
  good: [
    `responsibility settling "Settling" { fulfils settle; lead office }
actor office "Office" { type department; level local }
partner guides "Refugee guides" { type volunteer-group }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; force must }`,
  ],
  bad: [
    `responsibility settling "Settling" {
  fulfils settle
  lead agency
       ^^^^^^ Actor "Agency" is national, but the duty "Settle refugees" is given to: local.
}
actor agency "Agency" { type agency; level national }
partner guides "Refugee guides" { type volunteer-group }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; force must }`,
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      for (const mandate of plan.findAll(task.refs('fulfils'))) {
        if (mandate.kind !== 'mandate') continue;
        const levels = (mandate.all('to') as readonly { value: unknown }[])
          .flatMap((fact) => (fact.value as readonly unknown[] | undefined) ?? [])
          .filter((to): to is string => typeof to === 'string');
        if (levels.length === 0) continue;
        for (const fact of [...task.all('accountable'), ...task.all('lead')]) {
          for (const ref of fact.refs) {
            const holder = plan.find(ref);
            const level = holder?.is('actor') ? (holder.one('level')?.value as string | undefined) : undefined;
            if (holder === undefined || level === undefined || levels.includes(level)) continue;
            report({
              at: { ref, in: fact },
              about: task,
              message: `${Called(holder)} is ${level}, but the duty "${mandate.title}" is given to: ${listed(levels)}.`,
              instead: 'Name who answers at that level.',
              related: [{ at: mandate, message: 'This is the duty.' }],
            });
          }
        }
      }
    }
  },
});
