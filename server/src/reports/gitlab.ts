import type { Told } from '../sight/verdict.ts';
import { type Findings, open, sentence } from './report.ts';
import { jsonRows } from './rows.ts';

const SEVERITY = { error: 'major', warning: 'minor', information: 'info' } as const;

/** A GitLab code quality report. The fingerprint leaves the line out, so that a problem that only moved is the same one. */
export function* gitlab(findings: Findings): Generator<string> {
  // Asked for here, because every start of the command line would wait for what a file imports.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const seen = new Map<string, number>();
  const entry = (problem: Told) => {
    const path = findings.shown(problem.uri);
    const key = `${problem.rule}\n${path}\n${problem.message}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    return {
      description: sentence(problem),
      check_name: problem.rule,
      fingerprint: createHash('sha256').update(`${key}\n${nth}`).digest('hex'),
      severity: SEVERITY[problem.severity],
      location: { path, lines: { begin: problem.range.start.line + 1, end: problem.range.end.line + 1 } },
    };
  };
  yield* jsonRows([], open(findings), entry);
}
