import { page } from '../rules/page.ts';
import { RULES } from '../rules/rules.ts';
import type { Told } from '../sight/verdict.ts';
import { told } from '../text/say.ts';
import type { Range } from '../text/span.ts';
import { type Findings, sentence } from './report.ts';
import { jsonRows } from './rows.ts';

/** A path below the folder of the command as a relative address, so that the report means the same elsewhere; others in full. */
const address = (path: string, uri: string): string => (/^(?:\/|[A-Za-z]:|[\w+.-]+:\/)/.test(path) ? uri : path.split('/').map(encodeURIComponent).join('/'));

const LEVEL = { error: 'error', warning: 'warning', information: 'note' } as const;
/** Where a text stops being understood, the findings about what it means cannot be complete. */
const NOT_UNDERSTOOD: ReadonlySet<string> = new Set(
  ['unclosed-block', 'unexpected-text', 'text-not-terminated', 'conflict-marker'].map((name) => `structure/${name}`),
);

/**
 * SARIF 2.1.0: the rules with their pages, the places involved, what is accepted as suppressions. What could not be read or understood,
 * and mistakes of the configuration, are told of the run as well: its results may be incomplete.
 */
export function* sarif(findings: Findings): Generator<string> {
  const results = findings.problems.filter((problem) => !problem.rule.startsWith('config/'));
  const ids = [...new Set(results.map((problem) => problem.rule))].sort();
  const indexes = new Map(ids.map((id, i) => [id, i]));
  const location = (uri: string, range: Range, message?: string) => ({
    physicalLocation: {
      artifactLocation: { uri: address(findings.shown(uri), uri) },
      region: { startLine: range.start.line + 1, startColumn: range.start.character + 1, endLine: range.end.line + 1, endColumn: range.end.character + 1 },
    },
    ...(message === undefined ? {} : { message: { text: message } }),
  });
  const fingerprint = fingerprints();
  const result = (problem: Told) => ({
    ruleId: problem.rule,
    ruleIndex: indexes.get(problem.rule),
    level: LEVEL[problem.severity],
    message: { text: sentence(problem) },
    locations: [location(problem.uri, problem.range)],
    partialFingerprints: fingerprint(problem),
    ...(problem.related.length === 0
      ? {}
      : { relatedLocations: problem.related.map((place, id) => ({ id, ...location(place.uri, place.range, place.message) })) }),
    suppressions: suppressions(problem),
  });
  const notification = (problem: Told) => ({
    level: LEVEL[problem.severity],
    message: { text: sentence(problem) },
    locations: [location(problem.uri, problem.range)],
    ...(indexes.has(problem.rule) ? { associatedRule: { id: problem.rule, index: indexes.get(problem.rule) } } : {}),
  });
  const { failures = [] } = findings;
  const invocation = {
    executionSuccessful: failures.length === 0,
    toolExecutionNotifications: [
      ...failures.map((text) => ({ level: 'error', message: { text } })),
      ...results.filter((problem) => NOT_UNDERSTOOD.has(problem.rule) && problem.waived === undefined).map(notification),
    ],
    toolConfigurationNotifications: findings.problems.filter((problem) => problem.rule.startsWith('config/')).map(notification),
  };
  const driver = { name: 'iplan', semanticVersion: findings.version, rules: ids.map(descriptor) };
  const run = { tool: { driver }, invocations: [invocation], columnKind: 'utf16CodeUnits', results: [] };
  yield* jsonRows({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] }, results, result);
}

function descriptor(id: string) {
  const rule = RULES.find((one) => one.id === id);
  if (rule === undefined) return { id, shortDescription: { text: id } };
  return {
    id,
    name: id.slice(id.indexOf('/') + 1),
    shortDescription: { text: told(rule.summary) },
    fullDescription: { text: rule.why },
    help: { text: `${told(rule.summary)} ${told(rule.why)}`, markdown: page(rule) },
    defaultConfiguration: { level: LEVEL[rule.severity] },
    properties: { tags: [id.slice(0, id.indexOf('/'))] },
  };
}

/** Either all results say whether they are suppressed or none does: an empty list is "no". */
function suppressions({ waived, known }: Told) {
  if (waived !== undefined) return [{ kind: 'inSource', status: 'accepted', ...(waived.because === undefined ? {} : { justification: waived.because }) }];
  return known === true
    ? [{ kind: 'external', status: 'accepted', justification: 'It was there when the plans were first checked: the baseline holds it.' }]
    : [];
}

/** By what a finding is known from run to run, wherever it stands. GitHub looks at the first name only, which its own hash of a line would take. */
function fingerprints() {
  // Asked for here, because every start of the command line would wait for what a file imports.
  const { createHash } = process.getBuiltinModule('node:crypto');
  const seen = new Map<string, number>();
  return ({ identity: { plan, rule, about } }: Told) => {
    const key = JSON.stringify([plan, rule, ...about]);
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const print = `${createHash('sha256').update(key).digest('hex').slice(0, 32)}:${nth}`;
    return { primaryLocationLineHash: print, 'iplanIdentity/v1': print };
  };
}
