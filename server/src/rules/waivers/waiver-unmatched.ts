import { nearest } from '../../text/nearest.ts';
import { rule } from '../rule.ts';
import { RULES } from '../rules.ts';

export default rule({
  id: 'waivers/waiver-unmatched',
  severity: 'warning',
  summary: 'A waiver accepts something that is not there.',
  why: 'A waiver that matches nothing is either a gap that was closed, and then it should go, or a rule or name that is misspelt, and then the gap is still open.',
  grounding: [{ cite: 'iplan language reference, waivers', finding: 'An accepted gap has an owner, a reason and an end, and is shown wherever the plan is.' }],
  good: [
    `waive names/unused-declaration on elderly until 2026-12-31 approved by board because "Survey runs"
group elderly "Elderly" { priority high }
body board "Board" { kind steering }`,
  ],
  bad: [
    `waive names/unused-declaration on elderly until 2026-12-31 approved by board because "Survey runs"
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The waiver of names/unused-declaration matches no finding.
measure m "M" { for elderly }
group elderly "Elderly" { priority high }
body board "Board" { kind steering }`,
    `waive names/unused-declarations on elderly until 2026-12-31 approved by board because "Survey runs"
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ There is no rule "names/unused-declarations".
group elderly "Elderly" { priority high }
body board "Board" { kind steering }`,
  ],
  checkAny(scope, report, { today, matchedWaivers }) {
    for (const waiver of scope.waivers) {
      if (waiver.until !== undefined && waiver.until.end < today) continue;
      const ids = ruleIds();
      if (!ids.includes(waiver.rule)) {
        const close = nearest(waiver.rule, ids);
        report({
          at: waiver,
          message: `There is no rule "${waiver.rule}".`,
          instead: close === undefined ? 'The name of a rule stands at the end of its finding.' : `Did you mean "${close}"?`,
        });
      } else if (!matchedWaivers.has(waiver))
        report({
          at: waiver,
          message: `The waiver of ${waiver.rule} matches no finding.`,
          instead: 'Remove it if the gap is closed; else check the name after "on".',
        });
    }
  },
});

// Asked when a plan is judged: this file is itself in the list.
const ruleIds = (): readonly string[] => RULES.map((r) => r.id);
