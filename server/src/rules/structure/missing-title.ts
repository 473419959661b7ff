import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { ofProblem, READABLE } from './_parser.ts';

export default rule({
  id: 'structure/missing-title',
  severity: 'information',
  summary: 'A declaration has no title.',
  why: 'The id is for references; the title is what a council, a partner and a reader see in tables and reports. Without it they see a made-up name.',
  grounding: READABLE,
  good: [
    'group women "Women" { priority high }',
    '# A sector that is opened again has its title already.\nsector housing "Housing" { field housing }\n--- homes.iplan\nsector housing { lead office }\nactor office "Office" { type department }',
  ],
  bad: [
    'group young-women { priority high }\n      ^^^^^^^^^^^ A group "young-women" has no title.',
    'sector housing { field housing }\n       ^^^^^^^ A sector "housing" has no title.',
  ],
  ofProblem,
  checkAny(scope, report) {
    for (const sector of scope.of('sector')) {
      const { idToken, titleToken, node } = sector;
      if (idToken === undefined || titleToken !== undefined) continue;
      report({
        at: sector,
        message: say`A sector "${sector.id}" has no title.`,
        instead: say`Write the title in quotes after the id: it is what people read.`,
        fix: { title: say`Add a title`, node, edits: [{ span: { start: idToken.end, end: idToken.end }, text: ` "${sector.title}"` }] },
      });
    }
  },
});
