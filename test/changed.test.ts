import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { affectedSince } from '../server/src/cli/changed.ts';
import { contentOf, scanned } from '../server/src/cli/scan.ts';
import { defaultSettings } from '../server/src/config/settings.ts';
import { load } from '../server/src/host/load.ts';
import { Linter } from '../server/src/lint.ts';
import { parseFile, type Workspace } from '../server/src/model/workspace.ts';
import { Sight } from '../server/src/sight/sight.ts';
import { summaryOf } from '../server/src/sight/summary.ts';
import { iplan } from './cli.test.ts';
import { program } from './program.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
describe('what depends on a change', () => {
  const settings = defaultSettings('2025-01-01', 'thorough');
  const { workspace } = load([path.join(root, 'examples')], { today: '2025-01-01' });
  const linter = new Linter((rule, error) => assert.fail(`${rule}: ${error}`));
  const own = [...workspace.files.values()].filter((file) => !file.library && file.uri.includes('/examples/'));
  const found = (of: Workspace) =>
    new Map([...linter.diagnoseAll(of, () => settings)].map(([uri, list]) => [uri, list.map(({ rule, message, range }) => [rule, message, range])]));

  it('is all that is found otherwise, whichever file of the examples changes or goes', async function () {
    this.timeout(600_000);
    const before = await scanned({ paths: [path.join(root, 'examples')], given: new Map(), failures: [] }, { today: '2025-01-01' }, undefined, () => {});
    const foundBefore = found(workspace);
    let skipped = 0;
    for (const [i, file] of own.entries()) {
      const cut = file.tree.text.slice(
        0,
        file.tree.text.search(/\n(?:sector|actor|indicator|mandate|group) (?![\s\S]*\n(?:sector|actor|indicator|mandate|group) )/),
      );
      const now = i % 3 === 0 ? undefined : cut;
      const after = workspace.with([[file.uri, now === undefined ? undefined : parseFile(file.uri, now)]]);
      const files = new Map(before.files);
      if (now === undefined) files.delete(file.uri);
      else files.set(file.uri, { uri: file.uri, library: false, content: contentOf(now), summary: summaryOf(now) });
      const sight = new Sight(files.values());
      const affected = affectedSince(before, { ...before, files, sight });
      const judged = found(after);
      for (const [uri, list] of judged) {
        if (affected.has(sight.byFile.get(uri) as never)) continue;
        skipped++;
        assert.deepEqual(list, foundBefore.get(uri), `${uri} depends on ${file.uri}`);
      }
    }
    assert.ok(skipped > own.length, 'most files do not depend on most others');
  });
});

describe('check --changed', function () {
  this.timeout(180_000);
  let where: string;
  const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: where });
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(where, file)), { recursive: true });
    writeFileSync(path.join(where, file), text);
  };
  const told = (...args: string[]) => {
    const { stdout, stderr, status } = iplan(where, ['check', '--fail-on', 'never', '--format', 'json', ...args]);
    assert.equal(status, 0, stderr);
    return { files: JSON.parse(stdout).plans.map(({ id }: { id: string }) => id) as string[], said: stderr.trim() };
  };

  beforeEach(() => {
    where = mkdtempSync(path.join(tmpdir(), 'iplan-changed-'));
    write('state/plan.iplan', 'plan state "State" { level national; period 2025 }\n');
    for (const town of ['north', 'south'])
      write(`${town}/plan.iplan`, `plan ${town} "${town}" { level local; period 2025; under state }\nactor office "Office" { type department }\n`);
    write('alone/plan.iplan', 'plan alone "Alone" { level local; period 2025 }\n');
    write('alone/more.iplan', 'indicator jobs "Jobs" { unit percent; data "jobs.csv" }\n');
    write('alone/jobs.csv', 'indicator,date,value\njobs,2024,50\n');
    git('init', '-q', '-b', 'main');
    git('add', '.');
    git('commit', '-qm', 'Plans');
  });
  afterEach(() => rmSync(where, { recursive: true, force: true }));

  it('checks what changed and what depends on it, and says what it skipped', () => {
    assert.deepEqual(told('--changed'), { files: [], said: '0 files changed since HEAD: 0 files checked, with what depends on a change; 5 skipped.' });
    write('north/plan.iplan', 'plan north "North" { level local; period 2026; under state }\r\n');
    assert.deepEqual(told('--changed'), {
      files: ['north', 'state'],
      said: '1 file changed since HEAD: 2 files checked, with what depends on a change; 3 skipped.',
    });
    git('commit', '-qam', 'North');
    assert.deepEqual(told('--changed').files, []);
    assert.deepEqual(told('--changed=main~1').files, ['north', 'state']);
    write('state/plan.iplan', 'plan state "State" { level national; period 2026 }\n');
    assert.deepEqual(told('--changed', 'south', 'alone').files, ['south']);
    // Asked from elsewhere, it is the repository of the plans that knows what has changed.
    const { stdout, stderr } = iplan(tmpdir(), ['check', '--fail-on', 'never', '--format', 'json', '--changed', where]);
    assert.deepEqual(
      JSON.parse(stdout).plans.map(({ id }: { id: string }) => id),
      ['north', 'south', 'state'],
      stderr,
    );
  });

  it('says the same with a cache, whatever leads elsewhere now or did then', async () => {
    const same = () => {
      const plain = told('--changed');
      assert.deepEqual(told('--changed', '--cache', '--verify').said.split('\n')[0], plain.said);
      assert.deepEqual(told('--changed', '--cache'), plain);
      return plain.files;
    };
    await new Promise((resolve) => setTimeout(resolve, 2500));
    assert.deepEqual(same(), []);
    write('alone/plan.iplan', 'plan alone "Alone" { level local; period 2026 }\n');
    assert.deepEqual(same(), ['alone']);
    write('alone/plan.iplan', 'plan alone "Alone" { level local; period 2025; under state }\n');
    assert.deepEqual(same(), ['alone', 'state']);
    git('commit', '-qam', 'Under the state');
    write('alone/plan.iplan', 'plan alone "Alone" { level local; period 2025 }\n');
    assert.deepEqual(same(), ['alone', 'state']);
  });

  it('sees data, configurations and files that are gone, and not how git ends lines', () => {
    write('alone/jobs.csv', 'indicator,date,value\r\njobs,2024,50\r\n');
    assert.deepEqual(told('--changed').files, []);
    write('alone/jobs.csv', 'indicator,date,value\njobs,2024,51\n');
    assert.deepEqual(told('--changed').files, ['alone']);
    git('checkout', '-q', '.');
    rmSync(path.join(where, 'alone/more.iplan'));
    assert.deepEqual(told('--changed').files, ['alone']);
    git('checkout', '-q', '.');
    write('south/iplan.config.json', '{ "profile": "essential" }');
    assert.deepEqual(told('--changed').files, ['south', 'state']);
  });

  it('says so when there is nothing to compare with', () => {
    assert.match(iplan(where, ['check', '--changed=nowhere']).stderr, /^--changed: there is no branch, tag or commit "nowhere"\.$/m);
    rmSync(path.join(where, '.git'), { recursive: true });
    assert.match(iplan(where, ['check', '--changed']).stderr, /^--changed needs a git repository, and there is none here\.$/m);
  });

  it('checks again when a file changes, for as long as it watches', async () => {
    const run = spawn(process.execPath, [...program('cli'), 'check', 'alone', '--watch'], {
      cwd: where,
      env: { ...process.env, NODE_OPTIONS: '' },
    });
    let said = '';
    run.stdout.on('data', (chunk: Buffer) => (said += chunk));
    run.stderr.on('data', (chunk: Buffer) => (said += chunk));
    const times = async (text: RegExp, n: number) => {
      for (let i = 0; i < 600 && (said.match(text)?.length ?? 0) < n; i++) await new Promise((resolve) => setTimeout(resolve, 100));
      assert.ok((said.match(text)?.length ?? 0) >= n, said);
    };
    await times(/Watching for changes/g, 1);
    assert.doesNotMatch(said, /Brand new/);
    write('alone/note.txt', 'no plan');
    write('alone/new.iplan', 'measure new "Brand new" { status ongoing }\n');
    await times(/Watching for changes/g, 2);
    assert.match(said, /Measure "Brand new" has nobody accountable/);
    run.kill('SIGINT');
    await new Promise((resolve) => run.on('exit', resolve));
    assert.match(iplan(where, ['check', '--watch', '--fix']).stderr, /--watch only looks: leave --fix out\./);
  });
});
