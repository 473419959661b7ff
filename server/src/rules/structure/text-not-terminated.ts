import { rule } from '../rule.ts';
import { ofProblem, READABLE } from './_parser.ts';

export default rule({
  id: 'structure/text-not-terminated',
  severity: 'error',
  summary: 'A text has no closing quotes.',
  why: 'A text in simple quotes ends on its own line, so that a forgotten quote spoils one line and not the rest of the plan. Longer texts stand between three quotes on either side.',
  grounding: READABLE,
  good: ['group women "Women" { definition """\n  All women\n  of working age.\n  """ }'],
  bad: ['group women "Women" {\n  definition "All women\n             ^^^^^^^^^^ This text has no closing ".\n}'],
  ofProblem,
});
