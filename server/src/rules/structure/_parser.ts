import type { Problem, Statement } from '../../syntax/tree.ts';
import type { Report } from '../rule.ts';

/** What was found when a text was parsed or read, at the place and with the fix it came with. */
export function ofProblem({ statement, span, message, instead, fix }: Problem): Report {
  const node = statement as Statement;
  return {
    at: { node, span },
    message,
    ...(instead === undefined ? {} : { instead }),
    ...(fix === undefined ? {} : { fix: { ...fix, node } }),
  };
}

/** What all these rules rest on: a plan that cannot be read cannot be followed. */
export const READABLE = [{ cite: 'iplan language reference', finding: 'A plan is judged by what it says; a line that is not understood says nothing.' }];
