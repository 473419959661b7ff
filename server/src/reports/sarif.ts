import type { Diagnosis } from '../lint.ts';
import { RULES } from '../rules/rules.ts';
import type { Range } from '../text/span.ts';
import { type Findings, sentence } from './report.ts';

/** A path below the folder of the command as a relative address, so that the report means the same elsewhere; others in full. */
const address = (path: string, uri: string): string => (/^(?:\/|[A-Za-z]:|[\w+.-]+:\/)/.test(path) ? uri : path.split('/').map(encodeURIComponent).join('/'));

const LEVEL = { error: 'error', warning: 'warning', information: 'note' } as const;

/** SARIF 2.1.0: the rules with their help, the places involved, and waived findings as accepted suppressions. */
export function sarif(findings: Findings): string {
  const ids = [...new Set(findings.problems.map((problem) => problem.rule))].sort();
  const location = (uri: string, range: Range, message?: string) => ({
    physicalLocation: {
      artifactLocation: { uri: address(findings.shown(uri), uri) },
      region: { startLine: range.start.line + 1, startColumn: range.start.character + 1, endLine: range.end.line + 1, endColumn: range.end.character + 1 },
    },
    ...(message === undefined ? {} : { message: { text: message } }),
  });
  const result = (problem: Diagnosis) => ({
    ruleId: problem.rule,
    ruleIndex: ids.indexOf(problem.rule),
    level: LEVEL[problem.severity],
    message: { text: sentence(problem) },
    locations: [location(problem.uri, problem.range)],
    ...(problem.related.length === 0
      ? {}
      : { relatedLocations: problem.related.map((place, id) => ({ id, ...location(place.uri, place.range, place.message) })) }),
    ...(problem.waived === undefined
      ? {}
      : {
          suppressions: [{ kind: 'inSource', status: 'accepted', ...(problem.waived.because === undefined ? {} : { justification: problem.waived.because }) }],
        }),
  });
  const rules = ids.map((id) => {
    const rule = RULES.find((r) => r.id === id);
    return {
      id,
      shortDescription: { text: rule?.summary ?? 'A mistake in the configuration.' },
      fullDescription: { text: rule?.why ?? 'The configuration says something that cannot be followed.' },
      help: { text: rule === undefined ? 'See the documentation of the configuration.' : `${rule.summary} ${rule.why}` },
      defaultConfiguration: { level: LEVEL[rule?.severity ?? 'error'] },
    };
  });
  return `${JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        { tool: { driver: { name: 'iplan', semanticVersion: findings.version, rules } }, columnKind: 'utf16CodeUnits', results: findings.problems.map(result) },
      ],
    },
    null,
    2,
  )}\n`;
}
