import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '../server/src/config/settings.ts';
import { mendAll, type Trust } from '../server/src/features/mending.ts';
import { load } from '../server/src/host/load.ts';
import { replaceText, writeText } from '../server/src/host/write.ts';
import { Linter } from '../server/src/lint.ts';
import { parseFile, Workspace } from '../server/src/model/workspace.ts';
import type { Settings } from '../server/src/rules/run.ts';
import { iplan } from './cli.test.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const settings = defaultSettings('2025-01-01', 'thorough');
const judgeBy = (wanted: Settings) => {
  const linter = new Linter((rule, error) => assert.fail(`${rule}: ${error}`));
  return (workspace: Workspace, uri: string) => linter.diagnose(workspace, uri, () => wanted);
};
const judge = judgeBy(settings);
const PLAN = 'file:///w/plan.iplan';

function mended(text: string, trust: Trust = 'safe') {
  const workspace = new Workspace(new Map([[PLAN, parseFile(PLAN, text)]]));
  const after = mendAll(workspace, [PLAN], judge, trust);
  return { ...after, text: after.workspace.files.get(PLAN)?.tree.text };
}

describe('mending', () => {
  it('does what leaves the meaning as it is, and ends lines as the file does', () => {
    const { text, count } = mended('plan a "A" { level local; period 2025 }\r\ngroup "Young women" {\r\n  priority high\r\n');
    assert.equal(text, 'plan a "A" { level local; period 2025 }\r\ngroup young-women "Young women" {\r\n  priority high\r\n}\r\n');
    assert.equal(count, 2);
  });

  it('leaves a waived finding, and a file that was not asked about, as they are', () => {
    const other = 'file:///w/other.iplan';
    const workspace = new Workspace(new Map([PLAN, other].map((uri) => [uri, parseFile(uri, `group "Of ${uri.at(-7)}" { priority high }\n`)])));
    const after = mendAll(workspace, [other], judge, 'safe');
    assert.deepEqual(after.files, [other]);
  });

  it('does not go on for ever where a mend does not help', () => {
    const workspace = new Workspace(new Map([[PLAN, parseFile(PLAN, 'group women "Women" { priority high }\n')]]));
    const node = workspace.scopeOf(PLAN)!.names.get('women')!.node;
    const stubborn = {
      rule: 'coverage/stubborn',
      severity: 'error',
      message: 'It stays.',
      uri: PLAN,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      related: [],
    } as const;
    const after = mendAll(
      workspace,
      [PLAN],
      (now) => {
        const { chunk } = now.scopeOf(PLAN)!.names.get('women')!.node;
        return [
          { ...stubborn, fixes: [{ title: 'Add a line', node: { ...node, chunk }, edits: [{ span: { start: 0, end: 0 }, text: '# again\n' }], safe: true }] },
        ];
      },
      'safe',
    );
    assert.equal(after.count, 1);
  });

  it('does not do a mend that makes a mistake in the writing', () => {
    const workspace = new Workspace(new Map([[PLAN, parseFile(PLAN, 'group women "Women" { priority high }\ngroup "Men" { priority high }\n')]]));
    const after = mendAll(
      workspace,
      [PLAN],
      (now, uri) => {
        const { chunk, ...node } = now.scopeOf(PLAN)!.names.get('women')!.node;
        const harmful = { title: 'Take the brace', node: { ...node, chunk }, edits: [{ span: { start: 20, end: 21 }, text: '' }], safe: true as const };
        const real = judge(now, uri);
        return [{ ...real[0]!, rule: 'coverage/harmful', message: 'Harm.', severity: 'error', fixes: [harmful] }, ...real];
      },
      'safe',
    );
    assert.equal(after.workspace.files.get(PLAN)?.tree.text, 'group women "Women" { priority high }\ngroup men "Men" { priority high }\n');
  });

  it('makes no new mistake in the writing of the examples, whatever it is trusted with', function () {
    this.timeout(300_000);
    const { workspace } = load([path.join(root, 'examples/norway'), path.join(root, 'examples/italy')], { today: '2025-01-01' });
    const uris = [...workspace.files.values()].filter((file) => !file.library).map((file) => file.uri);
    const mistakes = (of: Workspace) =>
      uris.flatMap((uri) => judge(of, uri)).filter((d) => /^structure\/(?!placeholder)/.test(d.rule) && d.severity === 'error').length;
    const after = mendAll(workspace, uris, judge, 'preferred');
    assert.ok(after.count > 10);
    assert.ok(mistakes(after.workspace) <= mistakes(workspace));
    assert.equal(mendAll(after.workspace, uris, judge, 'safe').count, 0);
  });
});

describe('writing files', () => {
  let where: string;
  beforeEach(() => {
    where = mkdtempSync(path.join(tmpdir(), 'iplan-write-'));
  });
  afterEach(() => rmSync(where, { recursive: true, force: true }));

  it('leaves a file alone that somebody has changed meanwhile', () => {
    const file = path.join(where, 'a.iplan');
    writeFileSync(file, 'theirs\n');
    assert.equal(replaceText(file, 'read before\n', 'ours\n'), 'has changed while it was being read');
    assert.equal(readFileSync(file, 'utf8'), 'theirs\n');
  });

  it('keeps permissions and the byte-order mark, and leaves nothing beside', () => {
    const file = path.join(where, 'a.iplan');
    writeFileSync(file, '\uFEFFold\n');
    chmodSync(file, 0o640);
    assert.equal(replaceText(file, 'old\n', 'new\n'), undefined);
    assert.equal(readFileSync(file, 'utf8'), '\uFEFFnew\n');
    assert.equal(statSync(file).mode & 0o777, 0o640);
    assert.deepEqual(readdirSync(where), ['a.iplan']);
  });

  it('says why a report cannot be written', () => {
    assert.equal(writeText(where, 'x'), 'cannot be written: it is a folder');
    assert.equal(writeText(path.join(where, 'no/where.json'), 'x'), 'cannot be written: its folder does not exist');
    if (process.platform === 'linux') assert.equal(writeText('/dev/full', 'x'), 'cannot be written: the disk is full');
  });

  it('prints a patch that git takes, also of a file with an odd name', () => {
    writeFileSync(path.join(where, 'a "b".iplan'), 'group "Young women" { priority high }');
    execFileSync('git', ['init', '-q'], { cwd: where });
    const { stdout, status } = iplan(where, ['check', '--diff']);
    assert.equal(status, 1);
    execFileSync('git', ['apply', '-'], { cwd: where, input: stdout });
    assert.equal(readFileSync(path.join(where, 'a "b".iplan'), 'utf8'), 'group young-women "Young women" { priority high }');
  });
});
