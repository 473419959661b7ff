import { say } from '../../text/say.ts';
import { listed, rule } from '../rule.ts';

export default rule({
  id: 'names/folder-without-plan',
  severity: 'error',
  summary: 'The files of a folder belong to no plan.',
  why: 'The file with the plan declaration makes a plan of a folder. When it is moved, renamed or deleted without the others, these have lost their plan: nothing above them is in sight any more, no rule can tell what is missing, and no report holds them. What can be said of their names would only be a consequence, so it waits until the folder has a plan again.',
  grounding: [
    { cite: 'iplan language reference, files and plans', finding: 'The file with the plan declaration heads its folder; the others belong to the same plan.' },
  ],
  good: [
    'plan a "A" { level local; period 2025 }\n--- work.iplan\nsector work "Work" { lead office }\n--- offices/office.iplan\nactor office "Office" { type department }',
    '# A file by itself is checked alone.\n--- a/plan.iplan\nplan a "A" { level local; period 2025 }\n--- notes/offices.iplan\nactor office "Office" { type department }',
  ],
  bad: [
    '--- a/plan.iplan\nplan a "A" { level local; period 2025 }\n--- town/housing.iplan\nsector housing "Housing" { lead office }\n^^^^^^ These files belong to no plan: housing.iplan and work.iplan.\n--- town/work.iplan\nsector work "Work" { lead office }',
  ],
  checkAny(scope, report) {
    if (scope.kind !== 'loose' || scope.files.length < 2) return;
    const firsts = scope.files.flatMap(({ uri, readings }) => {
      const first = readings.flatMap(({ declarations }) => declarations)[0];
      return first === undefined ? [] : [{ name: decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1)), first }];
    });
    const [one, ...others] = firsts;
    if (one === undefined || others.length === 0) return;
    report({
      at: { node: one.first.node, span: one.first.node.head },
      about: one.first,
      message: say`These files belong to no plan: ${listed(firsts.map(({ name }) => name))}.`,
      instead: say`Bring back the file with their plan, move them into its folder, or begin a plan beside them with: plan some-id "Title" { }.`,
      related: others.map(({ first }) => ({ at: { node: first.node, span: first.node.head }, message: say`This file is one of them.` })),
    });
  },
});
