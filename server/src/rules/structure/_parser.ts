import type { Problem, Statement } from '../../syntax/tree.ts';
import type { Report } from '../rule.ts';

/** The check of a rule whose problems the parser has found already: it passes them on, at the place and with the fix they came with. */
export function checkFile(_file: unknown, problems: readonly Problem[], report: (finding: Report) => void): void {
  for (const problem of problems) {
    const node = problem.statement as Statement;
    report({
      at: { node, span: problem.span },
      message: problem.message,
      ...(problem.instead === undefined ? {} : { instead: problem.instead }),
      ...(problem.fix === undefined ? {} : { fix: { ...problem.fix, node } }),
    });
  }
}

/** What all these rules rest on: a plan that cannot be read cannot be followed. */
export const READABLE = [{ cite: 'iplan language reference', finding: 'A plan is judged by what it says; a line that is not understood says nothing.' }];
