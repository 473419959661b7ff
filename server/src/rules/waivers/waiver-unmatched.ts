import type { Waiver } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { nearest } from '../../text/nearest.ts';
import { say } from '../../text/say.ts';
import { removal, replace } from '../mend.ts';
import { type Context, isOfText, type Report, rule } from '../rule.ts';
import { RULES } from '../rules.ts';
import { PROMISE } from './_gap.ts';

export default rule({
  id: 'waivers/waiver-unmatched',
  severity: 'warning',
  summary: 'A waiver accepts something that is not there.',
  why: 'A waiver that matches nothing is either a gap that was closed, and then it should go, or a rule or name that is misspelt, and then the gap is still open. How a text is written, and waivers themselves, cannot be waived.',
  grounding: [PROMISE],
  good: [
    `waive names/unused-declaration on elderly until 2026-12-31 approved by board because "Survey runs"
group elderly "Elderly" { priority high }
body board "Board" { kind steering }`,
    `waive accountability/no-deadline on work until 2026-12-31 approved by board because "Dates follow the budget"
sector work "Work" {
  measure cafe "Job café" { lead office }
}
actor office "Office" { type department }
body board "Board" { kind steering }`,
  ],
  bad: [
    `waive names/unused-declaration on elderly until 2026-12-31 approved by board because "Survey runs"
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The waiver of names/unused-declaration matches no finding.
measure m "M" { for elderly }
group elderly "Elderly" { priority high }
body board "Board" { kind steering }`,
    `waive names/unused-declarations on elderly until 2026-12-31 approved by board because "Survey runs"
      ^^^^^^^^^^^^^^^^^^^^^^^^^ There is no rule "names/unused-declarations".
group elderly "Elderly" { priority high }
body board "Board" { kind steering }`,
    `waive structure/missing-title on elderly until 2026-12-31 approved by board because "Survey runs"
      ^^^^^^^^^^^^^^^^^^^^^^^ Findings of structure/missing-title cannot be waived.
group elderly { priority high }
body board "Board" { kind steering }`,
  ],
  checkAny(scope, report, context) {
    for (const waiver of scope.waivers) {
      // An ended waiver is reported as such.
      if (waiver.until !== undefined && waiver.until.end < context.today) continue;
      const finding = judge(waiver, scope, context);
      if (finding !== undefined) report(finding);
    }
  },
});

function judge(waiver: Waiver, scope: Scope, { judged, matchedWaivers }: Context): Report | undefined {
  const { node } = waiver;
  const token = node.values[0];
  const at = token === undefined ? waiver : { node, span: token };
  const meant = RULES.find((one) => one.id === waiver.rule);
  if (meant === undefined) {
    const close = nearest(
      waiver.rule,
      RULES.map((one) => one.id),
    );
    return {
      at,
      message: say`There is no rule "${waiver.rule}".`,
      instead: close === undefined ? say`The name of a rule stands at the end of its finding.` : say`Did you mean "${close}"?`,
      ...(close !== undefined && token !== undefined && { fix: replace(node, token, close) }),
    };
  }
  const ofText = isOfText(meant);
  if (ofText || meant.id.startsWith('waivers/'))
    return {
      at,
      message: say`Findings of ${meant.id} cannot be waived.`,
      instead: ofText ? say`Mend the text, or set the rule in iplan.config.json.` : say`Mend the waiver that it speaks of.`,
      fix: removal(waiver.node, say`Remove the waiver`),
    };
  // Of a rule that is off, or that does not fit the kind of the plan, nobody knows whether the gap is still there.
  if (!judged.has(meant.id) || matchedWaivers.has(waiver)) return undefined;
  // A name that leads nowhere is reported by the rule about names.
  if (waiver.on.length > 0 && waiver.on.every((ref) => scope.find(ref) === undefined)) return undefined;
  return {
    at: waiver,
    message: say`The waiver of ${waiver.rule} matches no finding.`,
    instead: say`Remove it if the gap is closed; else check the name after "on".`,
    fix: removal(waiver.node, say`Remove the waiver`),
  };
}
