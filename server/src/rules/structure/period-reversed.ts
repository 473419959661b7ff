import { type Period, parseDate } from '../../language/dates.ts';
import type { Fact } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import type { Fix } from '../mend.ts';
import { Called, rule } from '../rule.ts';

export default rule({
  id: 'structure/period-reversed',
  severity: 'error',
  summary: 'A period ends before it begins.',
  why: 'A reversed period covers no day: nothing is ever due in it, and no rule about funding or agreements that end too early can see it.',
  grounding: [
    {
      cite: 'IATI Standard 2.03, validator rules on dates and periods',
      finding: 'A start date must lie before its end date, and the dates of a period in order.',
    },
  ],
  good: ['measure cafe "Job café" { period 2025-03 to 2027 }'],
  bad: ['measure cafe "Job café" {\n  period 2027 to 2025-03\n  ^^^^^^^^^^^^^^^^^^^^^^ Measure "Job café" ends (2025-03) before it begins (2027).\n}'],
  checkAny(scope, report) {
    for (const declaration of scope.declarations) {
      for (const fact of declaration.facts) {
        if (fact.word !== 'period' && fact.word !== 'active') continue;
        const { from, to } = (fact.value ?? {}) as Period;
        if (from === undefined || to === undefined || from.start <= to.end) continue;
        report({
          at: fact,
          about: declaration,
          message: say`${Called(declaration)} ends (${to.text}) before it begins (${from.text}).`,
          instead: say`Write the earlier date first.`,
          ...turned(fact),
        });
      }
    }
  },
});

/** The two dates changed about, where both stand there as single words. */
function turned(fact: Fact): { fix?: Fix } {
  const dates = fact.node.values.filter((token) => token.kind === 'word' && parseDate(token.image) !== undefined);
  const [first, second] = dates;
  if (first === undefined || second === undefined || dates.length !== 2) return {};
  const edits = [
    { span: { start: first.start, end: first.end }, text: second.image },
    { span: { start: second.start, end: second.end }, text: first.image },
  ];
  return { fix: { title: say`Write "${second.image}" before "${first.image}"`, node: fact.node, edits } };
}
