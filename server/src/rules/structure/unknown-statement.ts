import { rule } from '../rule.ts';
import { ofProblem, READABLE } from './_parser.ts';

export default rule({
  id: 'structure/unknown-statement',
  severity: 'error',
  summary: 'A statement begins with a word that the language does not know.',
  why: 'A misspelt word is a statement that was never made: a deadline written as "deadlin" is no deadline. The message says which word was probably meant.',
  grounding: READABLE,
  good: ['measure cafe "Job café" { lead office }\nactor office "Office" { type department }'],
  bad: [
    'measure cafe "Job café" {\n  leed office\n  ^^^^ "leed" is no statement in a measure.\n}\nactor office "Office" { type department }',
    'target jobs "Jobs" {\n  at leest 70% by 2028\n  ^^^^^^^^ "at leest" is no statement in a target.\n}',
  ],
  ofProblem,
});
