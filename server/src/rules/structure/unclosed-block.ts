import { rule } from '../rule.ts';
import { ofProblem, READABLE } from './_parser.ts';

export default rule({
  id: 'structure/unclosed-block',
  severity: 'error',
  summary: 'A block was opened and never closed.',
  why: 'Without its closing brace nobody can tell where a measure ends and the next begins. Only the block with the missing brace is affected: a declaration at the beginning of a line always starts afresh.',
  grounding: READABLE,
  good: ['sector work "Work" {\n  measure cafe "Job café" {\n    status planned\n  }\n}'],
  bad: [
    'sector work "Work" {\n^^^^^^ The block of sector "Work" is not closed.\n  field work\nactor office "Office" { type department }',
    'sector work "Work" {\n  measure cafe "Job café" {\n  ^^^^^^^ The block of measure "Job café" is not closed.\n    status planned\n  measure fair "Job fair" { status planned }\n}',
  ],
  ofProblem,
});
