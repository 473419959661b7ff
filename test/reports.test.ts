// What every format makes of the same findings, with words in them that mean something to each format. After a wanted change,
// UPDATE_GOLDEN=1 npm run unit writes the files anew.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { Ajv } from 'ajv';
import fc from 'fast-check';
import type { Diagnosis } from '../server/src/lint.ts';
import { parseFile, Workspace } from '../server/src/model/workspace.ts';
import { checkstyle } from '../server/src/reports/checkstyle.ts';
import { markdownText, terminal, workflowMessage, workflowProperty, xml } from '../server/src/reports/escape.ts';
import { github } from '../server/src/reports/github.ts';
import { gitlab } from '../server/src/reports/gitlab.ts';
import { json } from '../server/src/reports/json.ts';
import { junit } from '../server/src/reports/junit.ts';
import { lines } from '../server/src/reports/lines.ts';
import { rdjson } from '../server/src/reports/rdjson.ts';
import { type Findings, reportedPlan, sentence } from '../server/src/reports/report.ts';
import { sarif } from '../server/src/reports/sarif.ts';
import { githubSummary } from '../server/src/reports/summary.ts';
import { text } from '../server/src/reports/text.ts';
import { type Told as Problem, toldOf } from '../server/src/sight/verdict.ts';
import validate from './validate-report.generated.js';

const FORMATS = {
  'text.txt': (f: Findings) => text(f, false),
  'colours.txt': (f: Findings) => text(f, true),
  'json.json': json,
  'sarif.json': sarif,
  'github.txt': github,
  'junit.xml': junit,
  'gitlab.json': gitlab,
  'checkstyle.xml': checkstyle,
  'rdjson.json': rdjson,
  'github-summary.md': githubSummary,
  'lines.txt': lines,
};

const whole = (pieces: Iterable<string>): string => [...pieces].join('');

const TEXTS = {
  'file:///w/town/plan.iplan': 'plan town "Byplan: 100 % <Å & \'ø\'>" { level local; period 2025 to 2028 }\nactor office "Office" { type department }\n',
  'file:///w/town/work,%20caf%C3%A9.iplan': `sector work "Work" {\n\tmeasure cafe "Job \u202ecafé\u0007" { lead offise }\n  ${'measure long "Long"; '.repeat(12)}goal end "End"\n}\n`,
  'file:///elsewhere/state.iplan': 'plan state "State" { level national; period 2025 }\n',
};
const [PLAN, WORK, STATE] = Object.keys(TEXTS) as [string, string, string];
const range = (line: number, start: number, end: number, endLine = line) => ({ start: { line, character: start }, end: { line: endLine, character: end } });

const DIAGNOSES: readonly Diagnosis[] = [
  {
    rule: 'monitoring/no-review',
    severity: 'warning',
    message: 'Nobody reviews plan "Byplan: 100 % <Å & \'ø\'>".',
    instead: 'Say how often with "review".',
    uri: PLAN,
    range: range(0, 5, 9),
    related: [],
  },
  { rule: 'config/bad-config', severity: 'error', message: 'A line\r\nand another, %0A::error::', uri: PLAN, range: range(0, 0, 3, 1), related: [] },
  {
    rule: 'partners/task-without-agreement',
    severity: 'warning',
    message: 'Accepted.',
    uri: PLAN,
    range: range(1, 6, 12),
    related: [],
    waived: { until: '2026-06-30', by: 'council', because: 'A survey & its "report"' },
  },
  {
    rule: 'names/unknown-name',
    severity: 'error',
    message: 'Nothing named "offise" is declared.',
    instead: 'Did you mean "office"?',
    uri: WORK,
    range: range(1, 34, 40),
    related: [
      { uri: PLAN, range: range(1, 6, 12), message: 'Actor "Office"' },
      { uri: STATE, range: range(0, 5, 10), message: 'Plan "State"' },
    ],
  },
  {
    rule: 'coverage/orphan-measure',
    severity: 'warning',
    message: 'Known | from `before`.\n## Forged',
    uri: WORK,
    range: range(1, 13, 17),
    related: [],
    known: true,
  },
  {
    rule: 'structure/unclosed-block',
    severity: 'error',
    message: 'The block | of <b>measure</b> is not closed.',
    instead: '</details>\n# Write "}"',
    uri: WORK,
    range: range(1, 17, 22),
    related: [],
  },
  { rule: 'structure/missing-title', severity: 'information', message: 'Goal has no title.', uri: WORK, range: range(2, 259, 262), related: [] },
];
const WORKSPACE = new Workspace(new Map(Object.entries(TEXTS).map(([uri, t]) => [uri, parseFile(uri, t)])));
const PROBLEMS = DIAGNOSES.map((problem) => toldOf(problem, WORKSPACE));
const FINDINGS: Findings = {
  version: '1.2.3',
  asOf: '2026-06-30',
  plans: [reportedPlan(WORKSPACE.scopeOf(PLAN)!)!],
  files: [PLAN, WORK],
  problems: PROBLEMS,
  shown: (uri) => (uri.startsWith('file:///w/') ? decodeURIComponent(uri.slice('file:///w/'.length)) : uri.slice('file://'.length)),
  textOf: (uri) => TEXTS[uri as keyof typeof TEXTS],
};
const NONE: Findings = { ...FINDINGS, problems: [] };
const RESULTS = PROBLEMS.filter((problem) => !problem.rule.startsWith('config/'));
const OPEN = PROBLEMS.filter((problem) => problem.waived === undefined && problem.known === undefined);

/** The reader of the packaging tool, which is there anyway. */
function readXml<T>(written: string): Promise<T> {
  const require = createRequire(createRequire(import.meta.url).resolve('@vscode/vsce/package.json'));
  const { parseStringPromise } = require('xml2js') as { parseStringPromise(t: string, options: object): Promise<T> };
  return parseStringPromise(written, { strict: true });
}
const isAddress = (text: string): boolean => URL.canParse(text, 'file:///w/') && !/[\s<>"{}|\\^`]/.test(text);

describe('reports', () => {
  for (const [name, format] of Object.entries(FORMATS)) {
    it(`writes ${name} as ever`, () => {
      const golden = path.join(import.meta.dirname, 'golden/reports', name);
      mkdirSync(path.dirname(golden), { recursive: true });
      const written = whole(format(FINDINGS));
      if (process.env.UPDATE_GOLDEN) writeFileSync(golden, written);
      assert.equal(written, readFileSync(golden, 'utf8'));
      assert.ok(written.endsWith('\n'));
      assert.doesNotMatch(whole(format(NONE)), /undefined|NaN/);
    });
  }

  it('comes in pieces that a thousand findings make no larger, apart from the summary of a job', () => {
    // What could not be understood is told of a run as a whole.
    const some = PROBLEMS.filter(({ rule }) => !/^(?:config|structure)/.test(rule));
    const largest = (format: (findings: Findings) => Iterable<string>, times: number): number =>
      Math.max(...[...format({ ...FINDINGS, problems: Array.from({ length: times }, () => some).flat() })].map((piece) => piece.length));
    for (const [name, format] of Object.entries(FORMATS)) {
      if (name === 'github-summary.md') continue;
      assert.ok(largest(format, 1000) < largest(format, 1) + 200, name);
    }
  });

  it('writes JSON that its schema describes', () => {
    for (const findings of [FINDINGS, NONE]) {
      const report = JSON.parse(whole(json(findings))) as object;
      assert.ok(validate(report), JSON.stringify(validate.errors));
      assert.ok(!validate({ ...report, more: 1 }));
    }
  });

  it('writes SARIF whose results point to rules and into files', () => {
    const [run] = (JSON.parse(whole(sarif(FINDINGS))) as Sarif).runs as [Sarif['runs'][number]];
    for (const [i, result] of run.results.entries()) {
      assert.equal(run.tool.driver.rules[result.ruleIndex]?.id, result.ruleId);
      const problem = RESULTS[i] as Problem;
      assert.equal(result.message.text, sentence(problem));
      assert.equal(result.suppressions.length, OPEN.includes(problem) ? 0 : 1);
      assert.deepEqual(
        (result.relatedLocations ?? []).map((place) => place.id),
        problem.related.map((_, id) => id),
      );
      for (const { physicalLocation: at } of [...result.locations, ...(result.relatedLocations ?? [])]) {
        assert.ok(Object.hasOwn(TEXTS, new URL(at.artifactLocation.uri, 'file:///w/').href.replace('%2C', ',')), at.artifactLocation.uri);
        assert.ok(at.region.startLine >= 1 && at.region.startColumn >= 1 && at.region.endLine >= at.region.startLine);
      }
    }
    for (const rule of run.tool.driver.rules) assert.ok(rule.help.text !== '' && rule.shortDescription.text !== '');
  });

  it('writes SARIF that the schema of its standard takes', () => {
    const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
    const formats = { uri: isAddress, 'uri-reference': isAddress, 'date-time': (t: string) => !Number.isNaN(Date.parse(t)) };
    // It is of an older draft, of which it uses nothing that later ones read otherwise.
    const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const valid = new Ajv({ strict: false, formats, unicodeRegExp: false }).compile(schema);
    for (const findings of [FINDINGS, NONE, { ...FINDINGS, failures: ['a.iplan may not be read.'] }]) {
      const log = JSON.parse(whole(sarif(findings))) as Sarif & { version: string };
      assert.ok(valid(log), JSON.stringify(valid.errors));
      assert.ok(!valid({ ...log, version: '2' }));
    }
  });

  it('tells in SARIF what was not understood and what the configuration has wrong, of the run', () => {
    const [run] = (JSON.parse(whole(sarif({ ...FINDINGS, failures: ['a.iplan may not be read.'] }))) as Sarif).runs as [Sarif['runs'][number]];
    const [invocation] = run.invocations;
    assert.equal(invocation.executionSuccessful, false);
    assert.deepEqual(
      invocation.toolExecutionNotifications.map(({ message }) => message.text.slice(0, 24)),
      ['a.iplan may not be read.', 'The block | of <b>measur'],
    );
    assert.equal(invocation.toolConfigurationNotifications.length, 1);
    const prints = run.results.map((result) => result.partialFingerprints['primaryLocationLineHash']);
    assert.equal(new Set(prints).size, prints.length);
    const moved = { ...FINDINGS, problems: PROBLEMS.map((problem) => ({ ...problem, about: undefined as never })).reverse() };
    const [again] = (JSON.parse(whole(sarif(moved))) as Sarif).runs as [Sarif['runs'][number]];
    assert.deepEqual(again.results.map((result) => result.partialFingerprints['primaryLocationLineHash']).reverse(), prints);
  });

  it('writes Checkstyle XML that a reader of XML reads', async () => {
    const { checkstyle: read } = await readXml<Checkstyle>(whole(checkstyle(FINDINGS)));
    const errors = read.file.flatMap((file) => file.error.map((error) => ({ name: file.$.name, ...error.$ })));
    assert.deepEqual(
      errors.map(({ name, line, column, severity, message, source }) => [name, Number(line), Number(column), severity, message, source]),
      OPEN.map((problem) => [
        FINDINGS.shown(problem.uri),
        problem.range.start.line + 1,
        problem.range.start.character + 1,
        problem.severity === 'information' ? 'info' : problem.severity,
        sentence(problem).replace('\r\n', '\n'),
        `iplan.${problem.rule.replace('/', '.')}`,
      ]),
    );
    await readXml(whole(checkstyle(NONE)));
  });

  it('writes diagnostics for Reviewdog, with columns in bytes and mends to take over', () => {
    const mend = parseFile(WORK, TEXTS[WORK as keyof typeof TEXTS]);
    const workspace = WORKSPACE.with([[WORK, mend]]);
    const node = workspace.scopeOf(WORK)!.names.get('cafe')!.node;
    const problem = {
      ...OPEN[2]!,
      range: range(1, 22, 26),
      fixes: [{ title: 'Rename', node, edits: [{ span: node.head, text: 'task' }], safe: true as const }],
    };
    const report = JSON.parse(whole(rdjson({ ...FINDINGS, problems: [toldOf(problem, workspace), ...OPEN] })));
    const place = { type: 'object', required: ['line', 'column'], properties: { line: { minimum: 1 }, column: { minimum: 1 } }, additionalProperties: false };
    const stretch = { type: 'object', required: ['start', 'end'], properties: { start: place, end: place }, additionalProperties: false };
    const location = { type: 'object', required: ['path', 'range'], properties: { path: { type: 'string' }, range: stretch }, additionalProperties: false };
    const diagnostic = {
      type: 'object',
      additionalProperties: false,
      required: ['message', 'location', 'severity', 'code'],
      properties: {
        message: { type: 'string', minLength: 1 },
        location,
        severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
        code: { type: 'object', required: ['value'] },
        related_locations: { type: 'array', items: { type: 'object', required: ['message', 'location'], properties: { location } } },
        suggestions: { type: 'array', minItems: 1, items: { type: 'object', required: ['range', 'text'], properties: { range: stretch } } },
      },
    };
    const valid = new Ajv({ strict: false }).compile({ properties: { diagnostics: { items: diagnostic } }, required: ['source', 'diagnostics'] });
    assert.ok(valid(report), JSON.stringify(valid.errors));
    const line = TEXTS[WORK as keyof typeof TEXTS].split('\n')[1] as string;
    assert.equal(report.diagnostics[0].location.range.start.column, Buffer.byteLength(line.slice(0, 22)) + 1);
    assert.notEqual(report.diagnostics[0].location.range.start.column, 23, 'a mark of direction takes three bytes');
    assert.deepEqual(report.diagnostics[0].suggestions, [{ range: { start: { line: 2, column: 2 }, end: { line: 2, column: 9 } }, text: 'task' }]);
  });

  it('writes a summary in which nothing of a plan is a heading, a cell or HTML', () => {
    const lines = whole(githubSummary(FINDINGS)).split('\n');
    assert.deepEqual(
      lines.filter((line) => line.startsWith('#')),
      ['## Integration plans'],
    );
    assert.deepEqual(
      lines.filter((line) => /(?<!\\)<(?!\/?(?:details|summary)>)/.test(line)),
      [],
    );
    assert.equal(lines.filter((line) => line === '</details>').length, 1);
    const rows = lines.filter((line) => /^\| (?:❌|⚠️|ℹ️) /.test(line));
    assert.equal(rows.length, OPEN.length);
    for (const row of rows) assert.equal(row.match(/(?<!\\)\|/g)?.length, 5, row);
    assert.match(whole(githubSummary(NONE)), /✅ No problems in 2 files/);
    const many = { ...FINDINGS, problems: Array.from({ length: 300 }, () => OPEN[0] as Problem) };
    assert.match(whole(githubSummary(many)), /…and 100 more\./);
  });

  it('writes JUnit XML that a reader of XML reads', async () => {
    const { testsuites } = await readXml<Junit>(whole(junit(FINDINGS)));
    const suites = testsuites.testsuite;
    assert.deepEqual(
      suites.map((suite) => suite.$.name),
      ['town/plan.iplan', 'town/work, café.iplan'],
    );
    const messages = suites.flatMap((suite) => suite.testcase.flatMap((test) => (test.failure ?? []).map((failure) => failure.$.message)));
    assert.deepEqual(
      messages,
      OPEN.map((problem) => problem.message.replace('\r\n', '\n')),
    );
    for (const suite of suites) assert.equal(Number(suite.$.tests), suite.testcase.length);
    const clean = await readXml<Junit>(whole(junit(NONE)));
    assert.deepEqual(
      clean.testsuites.testsuite.map((suite) => suite.$.failures),
      ['0', '0'],
    );
  });

  it('writes one workflow command for each problem, which reads back', () => {
    const lines = whole(github(FINDINGS)).trimEnd().split('\n');
    assert.equal(lines.length, OPEN.length);
    for (const [i, line] of lines.entries()) {
      const [, , properties, message] = /^::(error|warning|notice) ([^:]*)::(.*)$/.exec(line) as unknown as string[];
      const file = (properties as string)
        .split(',')
        .find((p) => p.startsWith('file='))
        ?.slice(5);
      assert.equal(decodeURIComponent(file as string), FINDINGS.shown((OPEN[i] as Problem).uri));
      assert.equal((message as string).replaceAll('%0A', '\n').replaceAll('%0D', '\r').replaceAll('%25', '%'), sentence(OPEN[i] as Problem));
    }
  });

  it('gives a problem that only moved the same GitLab fingerprint, and two that are alike two', () => {
    const marks = (problems: readonly Problem[]) =>
      (JSON.parse(whole(gitlab({ ...FINDINGS, problems }))) as { fingerprint: string }[]).map((entry) => entry.fingerprint);
    const [first] = OPEN as [Problem];
    const moved = { ...first, range: range(7, 0, 3) };
    assert.deepEqual(marks([first]), marks([moved]));
    assert.equal(new Set(marks([first, moved])).size, 2);
  });

  it('lets nothing through that a reader would obey', () => {
    const anything = fc.string({
      unit: fc.constantFrom(
        'a',
        '"',
        '<',
        '&',
        "'",
        '>',
        ':',
        ',',
        '%',
        '\r',
        '\n',
        '\t',
        '\u001b',
        '\u009b',
        '\u202e',
        '\u2066',
        '\u0000',
        '#',
        '[',
        '\ud800',
        '\udc00',
        ']',
        '\u2028',
      ),
    });
    fc.assert(
      fc.property(anything, (user) => {
        assert.doesNotMatch(terminal(user), /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]|##\w*\[/);
        assert.doesNotMatch(xml(user), /[<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f]|&(?!amp;|lt;|gt;|quot;|apos;|#10;)/);
        assert.doesNotMatch(workflowMessage(user), /[\r\n]/);
        assert.doesNotMatch(workflowProperty(user), /[\r\n:,]/);
        assert.doesNotMatch(markdownText(user), /[\r\n]|(?<!\\)(?:\\\\)*[|<`]/);
      }),
    );
  });
});

interface Place {
  id?: number;
  physicalLocation: { artifactLocation: { uri: string }; region: { startLine: number; startColumn: number; endLine: number } };
}
interface Told {
  executionSuccessful: boolean;
  toolExecutionNotifications: { message: { text: string } }[];
  toolConfigurationNotifications: object[];
}
interface Checkstyle {
  checkstyle: { file: { $: { name: string }; error: { $: Record<'line' | 'column' | 'severity' | 'message' | 'source', string> }[] }[] };
}
interface Sarif {
  runs: {
    invocations: [Told];
    tool: { driver: { rules: { id: string; help: { text: string }; shortDescription: { text: string } }[] } };
    results: {
      ruleId: string;
      ruleIndex: number;
      message: { text: string };
      locations: Place[];
      relatedLocations?: Place[];
      suppressions: object[];
      partialFingerprints: Record<string, string>;
    }[];
  }[];
}
interface Junit {
  testsuites: { testsuite: { $: { name: string; tests: string; failures: string }; testcase: { failure?: { $: { message: string } }[] }[] }[] };
}
