import type { Told } from '../sight/verdict.ts';
import type { Position, Range } from '../text/span.ts';
import { type Findings, linesOf, open, sentence } from './report.ts';
import { jsonRows } from './rows.ts';

const SEVERITY = { error: 'ERROR', warning: 'WARNING', information: 'INFO' } as const;

/** Reviewdog's diagnostics: comments in a review, with the mend to take over where there is one. Columns count bytes of UTF-8, from 1. */
export function* rdjson(findings: Findings): Generator<string> {
  const lineOf = linesOf(findings);
  const at = (uri: string, { line, character }: Position) => ({
    line: line + 1,
    column: Buffer.byteLength(lineOf(uri, line).slice(0, character)) + 1,
  });
  const range = (uri: string, { start, end }: Range) => ({ start: at(uri, start), end: at(uri, end) });
  const location = (uri: string, where: Range) => ({ path: findings.shown(uri), range: range(uri, where) });
  const diagnostic = (problem: Told) => ({
    message: sentence(problem),
    location: location(problem.uri, problem.range),
    severity: SEVERITY[problem.severity],
    code: { value: problem.rule },
    ...(problem.related.length === 0
      ? {}
      : { related_locations: problem.related.map((place) => ({ message: place.message, location: location(place.uri, place.range) })) }),
    ...suggestions(problem),
  });
  yield* jsonRows({ source: { name: 'iplan' }, diagnostics: [] }, open(findings), diagnostic);

  /** Suggestions are taken over one by one, so a mend that changes several places is none. */
  function suggestions({ uri, mend }: Told) {
    return mend === undefined ? {} : { suggestions: [{ range: range(uri, mend.range), text: mend.text }] };
  }
}
