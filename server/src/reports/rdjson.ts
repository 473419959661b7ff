import type { Told } from '../sight/verdict.ts';
import type { Position, Range } from '../text/span.ts';
import { type Findings, open, sentence } from './report.ts';

const SEVERITY = { error: 'ERROR', warning: 'WARNING', information: 'INFO' } as const;

/** Reviewdog's diagnostics: comments in a review, with the mend to take over where there is one. Columns count bytes of UTF-8, from 1. */
export function rdjson(findings: Findings): string {
  const lines = new Map<string, readonly string[]>();
  const at = (uri: string, { line, character }: Position) => {
    let known = lines.get(uri);
    if (known === undefined) lines.set(uri, (known = (findings.textOf(uri) ?? '').split(/\r\n|\r|\n/)));
    return { line: line + 1, column: Buffer.byteLength((known[line] ?? '').slice(0, character)) + 1 };
  };
  const range = (uri: string, { start, end }: Range) => ({ start: at(uri, start), end: at(uri, end) });
  const location = (uri: string, where: Range) => ({ path: findings.shown(uri), range: range(uri, where) });
  const diagnostics = open(findings).map((problem) => ({
    message: sentence(problem),
    location: location(problem.uri, problem.range),
    severity: SEVERITY[problem.severity],
    code: { value: problem.rule },
    ...(problem.related.length === 0
      ? {}
      : { related_locations: problem.related.map((place) => ({ message: place.message, location: location(place.uri, place.range) })) }),
    ...suggestions(problem),
  }));
  return `${JSON.stringify({ source: { name: 'iplan' }, diagnostics }, null, 2)}\n`;

  /** Suggestions are taken over one by one, so a mend that changes several places is none. */
  function suggestions({ uri, mend }: Told) {
    return mend === undefined ? {} : { suggestions: [{ range: range(uri, mend.range), text: mend.text }] };
  }
}
