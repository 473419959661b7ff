import type { Day } from '../../language/dates.ts';
import type { Waiver } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { type Fix, inHalfAYear, removal, replace } from '../mend.ts';
import { rule } from '../rule.ts';
import { PROMISE } from './_gap.ts';

export default rule({
  id: 'waivers/waiver-ended',
  severity: 'error',
  summary: 'An accepted gap has come to its end, or has none.',
  why: 'A gap is accepted for a time. When the time is over the gap is a gap again, and somebody has to decide: close it, or accept it anew with a new date.',
  grounding: [PROMISE],
  good: [
    `# today: 2026-03-01
waive names/unused-declaration on elderly until 2026-06-30 approved by board because "Survey runs"
group elderly "Elderly" { priority high }
body board "Board" { kind steering }`,
    `# today: 2026-06-30
waive names/unused-declaration on elderly until 2026-06 approved by board because "Survey runs"
group elderly "Elderly" { priority high }
body board "Board" { kind steering }`,
  ],
  bad: [
    `# today: 2026-08-01
waive names/unused-declaration on elderly until 2026-06-30 approved by board because "Survey runs"
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The waiver of names/unused-declaration has ended on 2026-06-30.
group elderly "Elderly" { priority high }
body board "Board" { kind steering }`,
    `waive names/unused-declaration on elderly approved by board because "Survey runs"
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The waiver of names/unused-declaration has no end.
group elderly "Elderly" { priority high }
body board "Board" { kind steering }`,
  ],
  checkAny(scope, report, { today }) {
    for (const waiver of scope.waivers) {
      if (waiver.until === undefined)
        report({ at: waiver, message: say`The waiver of ${waiver.rule} has no end.`, instead: say`Write "until" and the day on which it is looked at again.` });
      else if (waiver.until.end < today)
        report({
          at: waiver,
          message: say`The waiver of ${waiver.rule} has ended on ${waiver.until.text}.`,
          instead: say`Close the gap and remove the waiver, or have it approved again with a new date.`,
          fix: [...renewed(waiver, today), removal(waiver.node, say`Remove the waiver`)],
        });
    }
  },
});

/** The same waiver for half a year more. */
function renewed({ node }: Waiver, today: Day): readonly Fix[] {
  const at = node.values.findIndex((token) => token.kind === 'word' && token.image === 'until') + 1;
  const date = node.values[at];
  return at === 0 || date === undefined ? [] : [replace(node, date, inHalfAYear(today), say`Accept the gap until ${inHalfAYear(today)}`)];
}
