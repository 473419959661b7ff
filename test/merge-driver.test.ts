import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { iplan } from './cli.test.ts';
import { program } from './program.ts';

const BASE = 'measure cafe "Language café" {\n  lead office\n  with red-cross\n  deadline by 2026-06\n  status planned\n}\n';

describe('merge driver', () => {
  let folder = '';
  const file = (name: string) => path.join(folder, name);
  const write = (name: string, text: string) => writeFileSync(file(name), text);
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'iplan-merge-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('writes the result where git looks for it, and ends with 1 where it leaves marks', () => {
    write('o', BASE);
    write('a', BASE.replace('lead office', 'lead unit'));
    write('b', BASE.replace('by 2026-06', 'by 2027-06'));
    assert.deepEqual(iplan(folder, ['merge-driver', 'o', 'a', 'b', 'town/plan.iplan']), { status: 0, stdout: '', stderr: '' });
    assert.equal(readFileSync(file('a'), 'utf8'), BASE.replace('lead office', 'lead unit').replace('by 2026-06', 'by 2027-06'));

    write('a', BASE.replace('by 2026-06', 'by 2026-12'));
    const { status, stderr } = iplan(folder, ['merge-driver', 'o', 'a', 'b', 'town/plan.iplan', '--marker-size', '9', '--theirs', 'spring']);
    assert.equal(status, 1);
    assert.equal(stderr, 'town/plan.iplan:4: both versions have changed "deadline" of measure "Language café". Choose one and delete the marks.\n');
    assert.match(readFileSync(file('a'), 'utf8'), /^<{9} ours\n {2}deadline by 2026-12\n={9}\n {2}deadline by 2027-06\n>{9} spring$/m);
  });

  it('stops git where a version cannot be read, and changes nothing', () => {
    write('o', BASE);
    write('a', BASE);
    writeFileSync(file('b'), Buffer.from([0xff, 0xfe, 0x61, 0]));
    const { status, stderr } = iplan(folder, ['merge-driver', 'o', 'a', 'b', 'plan.iplan']);
    assert.equal(status, 129);
    assert.match(stderr, /^plan\.iplan: b is not written in UTF-8/);
    assert.equal(readFileSync(file('a'), 'utf8'), BASE);
    assert.equal(iplan(folder, ['merge-driver', 'o']).status, 129);
  });

  it('works in a repository of git as the documents say', function () {
    const git = (...args: string[]) => {
      const name = ['-c', 'user.name=Planner', '-c', 'user.email=planner@town.example', '-c', 'commit.gpgsign=false'];
      const { status, stdout, stderr } = spawnSync('git', [...name, ...args], { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } });
      return { status, said: `${stdout}${stderr}` };
    };
    if (spawnSync('git', ['--version']).status !== 0) this.skip();
    const commit = (text: string, message: string) => {
      write('plan.iplan', text);
      assert.equal(git('commit', '-qam', message).status, 0);
    };
    git('init', '-q', '-b', 'main');
    const command = `${[process.execPath, ...program('cli')].map((part) => `'${part}'`).join(' ')} merge-driver %O %A %B %P --marker-size %L`;
    git('config', 'merge.iplan.name', 'plans, by what they say');
    git('config', 'merge.iplan.driver', command);
    write('.gitattributes', '*.iplan merge=iplan\n');
    write('plan.iplan', BASE);
    git('add', '.');
    assert.equal(git('commit', '-qm', 'first').status, 0);
    git('checkout', '-qb', 'spring');
    commit(BASE.replace('with red-cross', 'with red-cross, library').replace('by 2026-06', 'by 2027-06'), 'spring');
    git('checkout', '-q', 'main');
    commit(BASE.replace('with red-cross', 'with school, red-cross').replace('  status planned\n', '  status ongoing\n'), 'ours');
    const { status, said } = git('merge', '--no-edit', 'spring');
    assert.equal(status, 0, said);
    const merged = readFileSync(file('plan.iplan'), 'utf8');
    assert.equal(merged, 'measure cafe "Language café" {\n  lead office\n  with school, red-cross, library\n  deadline by 2027-06\n  status ongoing\n}\n');
    git('checkout', '-qb', 'autumn');
    commit(merged.replace('by 2027-06', 'by 2028-06'), 'autumn');
    git('checkout', '-q', 'main');
    commit(merged.replace('by 2027-06', 'by 2027-09'), 'ours again');
    const torn = git('merge', '--no-edit', 'autumn');
    assert.equal(torn.status, 1, torn.said);
    assert.match(torn.said, /plan\.iplan:4: both versions have changed "deadline" of measure "Language café"/);
    assert.match(readFileSync(file('plan.iplan'), 'utf8'), /<{7} ours\n {2}deadline by 2027-09\n={7}\n {2}deadline by 2028-06\n>{7} theirs\n/);
    assert.match(git('status', '--porcelain').said, /^UU plan\.iplan$/m);
  });
});
