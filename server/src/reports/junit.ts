import type { Diagnosis } from '../lint.ts';
import { xml } from './escape.ts';
import { type Findings, open, sentence } from './report.ts';

/** JUnit XML: a suite a file, a case a problem; a file without problems is a case that passed. */
export function junit(findings: Findings): string {
  const byFile = new Map<string, Diagnosis[]>(findings.files.map((uri) => [uri, []]));
  for (const problem of open(findings)) byFile.set(problem.uri, [...(byFile.get(problem.uri) ?? []), problem]);
  const suites = [...byFile].map(([uri, problems]) => {
    const name = xml(findings.shown(uri));
    const cases = problems.map(
      (p) =>
        `    <testcase classname="${name}" name="${xml(`${p.rule} (line ${p.range.start.line + 1})`)}"><failure type="${p.severity}" message="${xml(p.message)}">${xml(sentence(p))}</failure></testcase>`,
    );
    if (cases.length === 0) cases.push(`    <testcase classname="${name}" name="no problems"/>`);
    return `  <testsuite name="${name}" tests="${cases.length}" failures="${problems.length}" errors="0">\n${cases.join('\n')}\n  </testsuite>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="iplan">\n${suites.join('\n')}\n</testsuites>\n`;
}
