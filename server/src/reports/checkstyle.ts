import type { Told } from '../sight/verdict.ts';
import { xml } from './escape.ts';
import { type Findings, open, sentence } from './report.ts';

const SEVERITY = { error: 'error', warning: 'warning', information: 'info' } as const;

/** Checkstyle XML, which most build servers read: an element a file, an element a problem. */
export function* checkstyle(findings: Findings): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="10.0">\n';
  for (const [uri, problems] of Map.groupBy(open(findings), (problem) => problem.uri)) {
    yield `  <file name="${xml(findings.shown(uri))}">\n`;
    for (const problem of problems) yield error(problem);
    yield '  </file>\n';
  }
  yield '</checkstyle>\n';
}

function error(problem: Told): string {
  const { line, character } = problem.range.start;
  const place = `line="${line + 1}" column="${character + 1}"`;
  return `    <error ${place} severity="${SEVERITY[problem.severity]}" message="${xml(sentence(problem))}" source="iplan.${xml(problem.rule.replace('/', '.'))}"/>\n`;
}
