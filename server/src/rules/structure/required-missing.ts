import { rule } from '../rule.ts';
import { ofProblem, READABLE } from './_parser.ts';

export default rule({
  id: 'structure/required-missing',
  severity: 'error',
  summary: 'A declaration lacks a statement that it cannot do without.',
  why: 'Some statements decide how everything else is judged: the level and period of a plan, the type of an actor, who gives a mandate and to whom. Without them the rules would have to guess.',
  grounding: READABLE,
  good: ['actor office "Office" { type department }', 'mandate settle "Settle refugees" { from state; to local }\nactor state "State" { type government }'],
  bad: [
    'actor office "Office" { level local }\n      ^^^^^^ An actor "Office" has no "type".',
    'mandate settle "Settle refugees" { from state }\n        ^^^^^^ A mandate "Settle refugees" has no "to".\nactor state "State" { type government }',
  ],
  ofProblem,
});
