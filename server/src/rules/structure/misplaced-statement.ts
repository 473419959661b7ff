import { kindRow } from '../../language/vocabulary.ts';
import type { Problem } from '../../syntax/tree.ts';
import { say } from '../../text/say.ts';
import { moveOut } from '../mend.ts';
import { rule } from '../rule.ts';
import { ofProblem, READABLE } from './_parser.ts';

export default rule({
  id: 'structure/misplaced-statement',
  severity: 'error',
  summary: 'A statement or declaration stands where it cannot stand.',
  why: 'Some things can be said only of some things: a target has an owner, a phase has none. What stands in the wrong place is not counted where it was meant to count.',
  grounding: READABLE,
  good: ['sector work "Work" {\n  measure cafe "Job café" { status planned }\n}'],
  bad: [
    'sector work "Work" {\n  measure cafe "Job café" {\n    dimension cultural\n    ^^^^^^^^^ "dimension" cannot stand in a measure.\n  }\n}',
    'actor office "Office" {\n  type department\n  milestone at least 5 by 2026\n  ^^^^^^^^^ "milestone" cannot stand in an actor.\n}',
    'actor office "Office" {\n  type department\n  sector work "Work" { }\n  ^^^^^^ A sector cannot stand in actor "Office".\n}',
  ],
  ofProblem: (problem) => ofProblem(mended(problem)),
});

/** A statement that the block around its own can hold moves there. */
function mended(problem: Problem): Problem {
  const node = problem.statement;
  const around = node?.parent?.parent?.kind;
  if (node?.parent === undefined || around === undefined || node.kind !== undefined || !Object.hasOwn(kindRow(around).rows, node.word)) return problem;
  const fix = moveOut(node, say`Move it to the ${around}`);
  return fix === undefined ? problem : { ...problem, fix };
}
