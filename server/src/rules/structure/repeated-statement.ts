import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { ofProblem, READABLE } from './_parser.ts';

export default rule({
  id: 'structure/repeated-statement',
  severity: 'error',
  summary: 'A statement that can be true only once stands twice.',
  why: 'Two owners or two deadlines of the same kind contradict each other, and whoever reads the plan picks the one that suits. A sector may be opened in several files, but what may stand once must then stand once over all of them.',
  grounding: READABLE,
  good: ['fund grant "Grant" { amount 5000 EUR in 2025; amount 6000 EUR in 2026 }'],
  bad: [
    'group women "Women" {\n  priority high\n  priority normal\n  ^^^^^^^^ "priority" stands twice in group "Women".\n}',
    'sector work "Work" { dimension cultural }\n--- work.iplan\nsector work "Work" {\n  dimension socio-economic\n  ^^^^^^^^^^^^^^^^^^^^^^^^ "dimension" of sector "Work" stands in another place too.\n}',
  ],
  ofProblem,
  checkAny(scope, report) {
    for (const sector of scope.of('sector')) {
      const first = new Map<string, (typeof sector.facts)[number]>();
      for (const part of sector.parts) {
        for (const fact of part.facts) {
          if (fact.node.row === undefined || fact.node.row.many === true) continue;
          const before = first.get(fact.word);
          if (before === undefined) first.set(fact.word, fact);
          else if (before.node.parent !== fact.node.parent) {
            report({
              at: fact,
              about: sector,
              message: say`"${fact.word}" of sector "${sector.title}" stands in another place too.`,
              instead: say`Keep it in one of them.`,
              related: [{ at: before, message: say`Here it stands first.` }],
            });
          }
        }
      }
    }
  },
});
