import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { PROMISE } from './_gap.ts';

export default rule({
  id: 'waivers/waiver-without-approval',
  severity: 'warning',
  absence: true,
  summary: 'A gap is accepted by nobody.',
  why: 'Accepting a gap is a decision, and decisions are taken by somebody. The name tells the reader whom to ask and the owner that it is theirs to end.',
  grounding: [PROMISE],
  good: [
    `waive names/unused-declaration on elderly until 2026-12-31 approved by board because "Survey runs"
group elderly "Elderly" { priority high }
body board "Board" { kind steering }`,
  ],
  bad: [
    `waive names/unused-declaration on elderly until 2026-12-31 because "Survey runs"
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nobody has approved the waiver of names/unused-declaration.
group elderly "Elderly" { priority high }
body board "Board" { kind steering }`,
  ],
  checkAny(scope, report) {
    for (const waiver of scope.waivers)
      if (waiver.by === undefined)
        report({
          at: waiver,
          message: say`Nobody has approved the waiver of ${waiver.rule}.`,
          instead: say`Write "approved by" and the body or office that accepts the gap.`,
        });
  },
});
