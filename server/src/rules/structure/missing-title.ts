import { rule } from '../rule.ts';
import { checkFile, READABLE } from './_parser.ts';

export default rule({
  id: 'structure/missing-title',
  severity: 'information',
  summary: 'A declaration has no title.',
  why: 'The id is for references; the title is what a council, a partner and a reader see in tables and reports. Without it they see a made-up name.',
  grounding: READABLE,
  good: ['group women "Women" { priority high }'],
  bad: ['group young-women { priority high }\n      ^^^^^^^^^^^ A group "young-women" has no title.'],
  checkFile,
});
