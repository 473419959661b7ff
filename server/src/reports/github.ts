import { workflowMessage, workflowProperty } from './escape.ts';
import { type Findings, open, sentence } from './report.ts';

/** Annotations of a GitHub workflow: one command a line. */
export function* github(findings: Findings): Generator<string> {
  for (const problem of open(findings)) {
    const { start, end } = problem.range;
    const level = problem.severity === 'information' ? 'notice' : problem.severity;
    const columns = end.line === start.line ? `,col=${start.character + 1},endColumn=${end.character + 1}` : '';
    yield `::${level} file=${workflowProperty(findings.shown(problem.uri))},line=${start.line + 1},endLine=${end.line + 1}${columns},title=${workflowProperty(problem.rule)}::${workflowMessage(sentence(problem))}\n`;
  }
}
