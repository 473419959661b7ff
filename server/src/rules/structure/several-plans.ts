import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';

export default rule({
  id: 'structure/several-plans',
  severity: 'error',
  summary: 'It is not clear which plan a file belongs to.',
  why: 'A folder is a plan: the file with the plan declaration heads it, and every other file in the folder belongs to it. Two plans in one file, or a file between two plans, would have to be guessed.',
  grounding: [
    { cite: 'iplan language reference, files and plans', finding: 'A file holds one plan or one framework, and a folder that is shared belongs to one plan.' },
  ],
  good: ['plan a "A" { level local; period 2025 }\n--- b/plan.iplan\nplan b "B" { level local; period 2025 }'],
  bad: [
    'plan a "A" { level local; period 2025 }\nplan b "B" { level local; period 2025 }\n     ^ This file holds a second plan.',
    'plan a "A" { level local; period 2025 }\n--- b.iplan\nplan b "B" { level local; period 2025 }\n--- c.iplan\nactor x "X" { type other }\n^^^^^ This file lies between two plans and belongs to neither.',
  ],
  checkAny(scope, report) {
    const file = scope.files[0];
    if (file === undefined) return;
    if (scope.unclear === 'two heads in one file') {
      const [first, ...others] = file.readings.flatMap((reading) => reading.declarations.filter((d) => d.is('plan', 'framework')));
      for (const head of others)
        report({
          at: head,
          message: say`This file holds a second ${head.kind}.`,
          instead: say`Give it a file in a folder of its own.`,
          related: first === undefined ? [] : [{ at: first, message: say`The first is ${first.kind} "${first.title}".` }],
        });
    }
    const node = file.tree.chunks.find((chunk) => chunk.statements.length > 0)?.statements[0];
    if (scope.unclear !== 'two plans in one folder' || node === undefined) return;
    report({
      at: { node, span: node.head },
      message: say`This file lies between two plans and belongs to neither.`,
      instead: say`Give each plan a folder of its own and move this file into one of them.`,
    });
  },
});
