import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'names/no-plan',
  severity: 'information',
  silencedBy: ['names/folder-without-plan'],
  summary: 'A file belongs to no plan.',
  why: 'A folder is a plan when one of its files has the plan declaration. A file outside of any such folder is checked alone: nobody else sees what it declares, and it sees nobody.',
  grounding: [{ cite: 'iplan language reference, files and plans', finding: 'A file of no plan is still checked, alone.' }],
  good: [
    'plan a "A" { level local; period 2025 }\n--- work/measures.iplan\nactor office "Office" { type department }',
    'framework f "F" {\n  item one "One"\n}',
  ],
  bad: [
    '--- a/plan.iplan\nplan a "A" { level local; period 2025 }\n--- b/loose.iplan\nactor office "Office" { type department }\n^^^^^ This file belongs to no plan.',
  ],
  checkAny(scope, report) {
    if (scope.kind !== 'loose') return;
    const first = scope.top[0];
    if (first === undefined || scope.unclear !== undefined) return;
    report({
      at: { node: first.node, span: first.node.head },
      about: first,
      message: say`This file belongs to no plan.`,
      instead: say`Move it into the folder of its plan, or begin one here with: plan some-id "Title" { }.`,
    });
  },
});
