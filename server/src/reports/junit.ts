import type { Told } from '../sight/verdict.ts';
import { say } from '../text/say.ts';
import { xml } from './escape.ts';
import { type Findings, sentence } from './report.ts';

/** JUnit XML: a suite a file, a case a problem. An accepted gap, or one that a baseline holds, is a case that was skipped; a file without any is a case that passed. */
export function* junit(findings: Findings): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="iplan">\n';
  const byFile = new Map<string, Told[]>(findings.files.map((uri) => [uri, []]));
  for (const problem of findings.problems) {
    const known = byFile.get(problem.uri);
    if (known === undefined) byFile.set(problem.uri, [problem]);
    else known.push(problem);
  }
  for (const [uri, problems] of byFile) {
    const file = xml(findings.shown(uri));
    const skipped = problems.filter((problem) => problem.waived !== undefined || problem.known === true).length;
    const counts = `tests="${problems.length || 1}" failures="${problems.length - skipped}" errors="0" skipped="${skipped}"`;
    yield `  <testsuite name="${file}" ${counts}>\n`;
    if (problems.length === 0) yield `    <testcase classname="${file}" name="no problems"/>\n`;
    for (const problem of problems) yield testcase(file, problem);
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

function testcase(file: string, problem: Told): string {
  const name = xml(`${problem.rule} (line ${problem.range.start.line + 1})`);
  return `    <testcase classname="${file}" name="${name}">${outcome(problem)}</testcase>\n`;
}

function outcome(problem: Told): string {
  const { message, waived, known } = problem;
  if (waived !== undefined) return `<skipped message="${xml(`${message} Accepted: ${waived.because ?? say`no reason given`}`)}"/>`;
  if (known === true) return `<skipped message="${xml(say`${message} Known from the baseline.`)}"/>`;
  return `<failure type="${problem.severity}" message="${xml(message)}">${xml(sentence(problem))}</failure>`;
}
