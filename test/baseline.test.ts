import assert from 'node:assert/strict';
import { DiagnosticSeverity } from 'vscode-languageserver';
import { Baseline, identityOf } from '../server/src/baseline.ts';
import { defaultSettings } from '../server/src/config/settings.ts';
import { diagnostics } from '../server/src/features/diagnostics.ts';
import { type Diagnosis, Linter } from '../server/src/lint.ts';
import { parseFile, Workspace } from '../server/src/model/workspace.ts';
import { Session } from '../server/src/session.ts';

const PLAN = 'file:///w/plan.iplan';
const settings = defaultSettings('2025-01-01');

function judged(texts: Record<string, string>): { workspace: Workspace; found: readonly Diagnosis[] } {
  const workspace = new Workspace(new Map(Object.entries(texts).map(([uri, text]) => [uri, parseFile(uri, text)])));
  return { workspace, found: [...new Linter().diagnoseAll(workspace, () => settings).values()].flat() };
}
const baselineOf = (texts: Record<string, string>): Baseline => {
  const { workspace, found } = judged(texts);
  return Baseline.of(found.map((one) => identityOf(one, workspace)));
};
const fresh = (baseline: Baseline, texts: Record<string, string>): string[] => {
  const { workspace, found } = judged(texts);
  return found.filter((one) => !baseline.holds(identityOf(one, workspace))).map(({ message }) => message);
};

const HEAD = 'plan town "Town plan" { level local; period 2025 to 2028; status adopted }\n';
const measures = (...names: string[]) => names.map((name) => `  measure ${name} "The ${name}" { status ongoing }\n`).join('');
const sector = (...names: string[]) => `sector work "Work" {\n  field work\n${measures(...names)}}\n`;

describe('baselines', () => {
  it('know what moved to another file, sector or line, and was laid out anew', () => {
    const baseline = baselineOf({ [PLAN]: `${HEAD}${sector('a', 'b')}` });
    const moved = {
      [PLAN]: HEAD,
      'file:///w/more.iplan': `# A comment\n\n${sector('b', 'a').replaceAll('{ status ongoing }', '{\n    status   ongoing\n  }')}`,
    };
    assert.deepEqual(fresh(baseline, moved), []);
  });

  it('know the rest of findings that were gathered into one, and not one that is new among them', () => {
    const baseline = baselineOf({ [PLAN]: `${HEAD}${sector('a', 'b', 'c', 'd')}` });
    assert.deepEqual(fresh(baseline, { [PLAN]: `${HEAD}${sector('a', 'c')}` }), []);
    const grown = fresh(baseline, { [PLAN]: `${HEAD}${sector('a', 'b', 'c', 'd', 'e')}` });
    assert.ok(grown.some((message) => message.startsWith('5 measures in sector "Work" have nobody accountable')));
  });

  it('know a mistake in the writing by what is written, so that another one is new', () => {
    const baseline = baselineOf({ [PLAN]: `${HEAD}group women "Women" { oops }\n` });
    assert.deepEqual(fresh(baseline, { [PLAN]: `${HEAD}\ngroup women "Women" {\n  oops\n}\n` }), []);
    const [message] = fresh(baseline, { [PLAN]: `${HEAD}group women "Women" { oops; whoops }\n` });
    assert.match(message as string, /whoops/);
  });

  it('read back as they were written, sorted, and refuse what is none', () => {
    const text = baselineOf({ [PLAN]: `${HEAD}${sector('b', 'a')}` }).toString();
    const read = Baseline.read(text);
    assert.ok(read instanceof Baseline);
    assert.equal(read.toString(), text);
    for (const [wrong, says] of [
      ['{', 'is no baseline: it is not JSON'],
      ['{"version": 2, "findings": {}}', 'is no baseline that this version reads: it is an object with "version": 1 and "findings"'],
      ['{"version": 1, "findings": {"town": {"a/b": [1]}}}', 'is no baseline: what it says of "town" is not a list of names for each rule'],
      ['null', 'is no baseline that this version reads: it is an object with "version": 1 and "findings"'],
    ] as const)
      assert.deepEqual(Baseline.read(wrong), { error: says });
    const odd = Baseline.read('{"version": 1, "findings": {"__proto__": {"constructor": ["toString"]}}}') as Baseline;
    assert.equal(odd.size, 1);
    assert.ok(!odd.holds({ plan: 'toString', rule: 'length', about: ['0'] }));
  });

  it('are hints in the editor, and follow the file in which they are kept', async () => {
    const texts = new Map([
      ['file:///w/plan.iplan', HEAD],
      ['file:///w/iplan.config.json', '{ "baseline": "iplan.baseline.json" }'],
      ['file:///w/iplan.baseline.json', baselineOf({ [PLAN]: HEAD }).toString()],
    ]);
    const warned: string[] = [];
    const files = { list: async () => [...texts.keys()].slice(0, 2), read: async (uri: string) => texts.get(uri), library: async () => [] };
    const session = new Session(files, (message) => warned.push(message));
    session.start(['file:///w']);
    session.wish({ asOf: '2025-01-01' });
    await session.ready;
    const severities = () => new Set(diagnostics(session.diagnose(PLAN)).map(({ severity }) => severity));
    assert.deepEqual(severities(), new Set([DiagnosticSeverity.Hint]));
    session.open(PLAN, 1, `${HEAD}group women "Women" { oops }\n`);
    assert.ok(severities().has(DiagnosticSeverity.Hint) && severities().has(DiagnosticSeverity.Error));
    texts.set('file:///w/iplan.baseline.json', '[]');
    session.filesChanged([{ uri: 'file:///w/iplan.baseline.json', gone: false }]);
    await session.ready;
    assert.ok(!severities().has(DiagnosticSeverity.Hint));
    assert.match(warned.join(), /iplan\.baseline\.json is no baseline that this version reads/);
  });
});
