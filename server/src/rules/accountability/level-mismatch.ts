import { say } from '../../text/say.ts';
import { Called, listed, rule } from '../rule.ts';
import { osce, wholeComm } from '../sources.ts';
import { openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/level-mismatch',
  severity: 'warning',
  summary: 'A duty of one level is answered for by another.',
  why: 'A mandate says which level must act. Where an office of another level answers for it, either the duty has moved without anybody deciding so, or the wrong office is named.',
  grounding: [
    { cite: wholeComm('3.1'), finding: 'Law moved the task of integration from the state to the municipalities, back, and down again.' },
    { cite: osce('2.3'), finding: 'What a city can do is bounded by the powers that law gives to its level, and by its money.' },
  ],
  gathered: 'are answered for at another level than the duty is given to',
  good: [
    `responsibility settling "Settling" { fulfils settle; lead office }
actor office "Office" { type department; level local }
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; force must }`,
    `responsibility settling "Settling" { fulfils settle; delivery pooled; lead county }
actor county "County" { type region; level regional }
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
actor state "State" { type government }
mandate settle "Settle refugees" { from state; to local; force must }`,
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      // What several do together is often done one level up, on purpose.
      if (task.one('delivery')?.value === 'pooled') continue;
      for (const mandate of plan.findAll(task.refs('fulfils'))) {
        if (mandate.kind !== 'mandate') continue;
        const addressed = new Set(plan.findAll(mandate.refs('to', 'with')));
        const levels = (mandate.all('to') as readonly { value: unknown }[])
          .flatMap((fact) => (fact.value as readonly unknown[] | undefined) ?? [])
          .filter((to): to is string => typeof to === 'string');
        if (levels.length === 0) continue;
        for (const fact of [...task.all('accountable'), ...task.all('lead')]) {
          for (const ref of fact.refs) {
            const holder = plan.find(ref);
            const level = holder?.is('actor') ? (holder.one('level')?.value as string | undefined) : undefined;
            if (holder === undefined || level === undefined || levels.includes(level) || addressed.has(holder)) continue;
            report({
              at: { ref, in: fact },
              about: task,
              message: say`${Called(holder)} is ${level}, but the duty "${mandate.title}" is given to: ${listed(levels)}.`,
              instead: say`Name who answers at that level.`,
              related: [{ at: mandate, message: say`This is the duty.` }],
            });
          }
        }
      }
    }
  },
});
