import { rule } from '../rule.ts';
import { ofProblem, READABLE } from './_parser.ts';

export default rule({
  id: 'structure/unexpected-text',
  severity: 'error',
  summary: 'Something stands where the language has no place for it.',
  why: 'A stray brace, a line that begins with a number or a second title is text that nobody can interpret. The rest of the plan is still read, but what stands here is lost to every table and report.',
  grounding: READABLE,
  good: ['group women "Women" { size 120 persons on 2025-01-01 }'],
  bad: [
    'group women "Women" { priority high }\n}\n^ This "}" closes nothing.',
    'sector work "Work" {\n  "Jobs" for all\n  ^^^^^^^^^^^^^^ A statement cannot begin with "Jobs".\n}',
    'group women "Women" extra {\n                    ^^^^^ A group begins with group, an id and a title in quotes; "extra" does not belong there.\n}',
  ],
  ofProblem,
});
