import { rule } from '../rule.ts';
import { ofProblem, READABLE } from './_parser.ts';

export default rule({
  id: 'structure/missing-id',
  severity: 'warning',
  summary: 'A declaration has no id.',
  why: 'Other statements, waivers and later versions of the plan refer to a declaration by its id. Titles are edited; an id stays, so that a moved or renamed measure is still the same measure.',
  grounding: READABLE,
  good: ['group women "Women" { priority high }'],
  bad: ['group "Young women" { priority high }\n^^^^^ A group "Young women" has no id.'],
  ofProblem,
});
