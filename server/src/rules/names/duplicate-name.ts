import { say } from '../../text/say.ts';
import { called, rule } from '../rule.ts';

export default rule({
  id: 'names/duplicate-name',
  severity: 'error',
  summary: 'Two things share one name.',
  why: 'A name must lead to one thing. Where two share it, every reference to it is a guess, and two versions of a plan can no longer be compared.',
  grounding: [
    { cite: 'iplan language reference, names', finding: 'Plan and framework ids are unique in the workspace, all others in their plan, whatever their kind.' },
  ],
  good: ['sector housing "Housing" { field housing }\nfund housing-grant "Housing grant" { secured yes }'],
  bad: [
    'sector housing "Housing" { field housing }\nfund housing "Housing grant" { secured yes }\n     ^^^^^^^ The name "housing" is taken: sector "Housing" has it too.',
    'plan a "A" { level local; period 2025 }\n     ^ Another plan is named "a" too.\n--- b/plan.iplan\nplan a "B" { level local; period 2025 }\n     ^ Another plan is named "a" too.',
  ],
  checkAny(scope, report) {
    for (const [id, declarations] of scope.duplicates) {
      const [first, ...others] = declarations;
      for (const other of others) {
        const suggestion = `${other.kind}-${id}`;
        report({
          at: other,
          message: say`The name "${id}" is taken: ${first === undefined ? say`another declaration` : called(first)} has it too.`,
          instead: say`Give one of them another id, such as ${suggestion}.`,
          ...(first && { related: [{ at: first, message: say`Here ${called(first)} is declared.` }] }),
          ...(other.idToken && {
            fix: {
              title: say`Rename this one to ${suggestion}`,
              node: other.node,
              edits: [{ span: { start: other.idToken.start, end: other.idToken.end }, text: suggestion }],
            },
          }),
        });
      }
    }
    const other = scope.twins[0]?.head;
    if (scope.head === undefined || other === undefined) return;
    report({
      at: scope.head,
      message: say`Another ${other.kind} is named "${scope.id}" too.`,
      instead: say`Plan and framework ids are unique in the workspace: give one of them another.`,
      related: [{ at: other, message: say`Here ${called(other)} is declared.` }],
    });
  },
});
