import { terminal } from './escape.ts';
import { type Findings, open, sentence } from './report.ts';

const WORDS = { error: 'error', warning: 'warning', information: 'info' } as const;

/** A line for each problem, as compilers write them: for the problem matchers and quickfix lists of editors. */
export function* lines(findings: Findings): Generator<string> {
  for (const problem of open(findings)) {
    const { line, character } = problem.range.start;
    const message = sentence(problem).replace(/\s+/g, ' ').trim();
    yield `${terminal(`${findings.shown(problem.uri)}:${line + 1}:${character + 1}: ${WORDS[problem.severity]}: ${message} [${problem.rule}]`)}\n`;
  }
}
