import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { PROMISE } from './_gap.ts';

export default rule({
  id: 'waivers/waiver-without-reason',
  severity: 'error',
  absence: true,
  summary: 'A gap is accepted without a reason.',
  why: 'A reason is what lets the next reader judge whether it still holds. Without one a waiver is a way to make a finding disappear.',
  grounding: [PROMISE],
  good: [
    `waive names/unused-declaration on elderly until 2026-12-31 approved by board because "Survey runs"
group elderly "Elderly" { priority high }
body board "Board" { kind steering }`,
  ],
  bad: [
    `waive names/unused-declaration on elderly until 2026-12-31 approved by board
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The waiver of names/unused-declaration gives no reason.
group elderly "Elderly" { priority high }
body board "Board" { kind steering }`,
  ],
  checkAny(scope, report) {
    for (const waiver of scope.waivers)
      if ((waiver.because ?? '').trim() === '')
        report({ at: waiver, message: say`The waiver of ${waiver.rule} gives no reason.`, instead: say`Write "because" and why the gap is accepted for now.` });
  },
});
