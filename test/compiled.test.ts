// Node.js keeps what it compiled of the programs, where only the user can write.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { program } from './program.ts';

describe('what Node.js compiled', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(path.join(tmpdir(), 'iplan-home-'));
  });
  afterEach(() => rmSync(home, { recursive: true, force: true }));

  /** Runs the command line for somebody with this home, and gives what it printed. */
  const run = (env: Readonly<Record<string, string | undefined>>): string => {
    const known = { ...process.env, NODE_COMPILE_CACHE: undefined, NODE_DISABLE_COMPILE_CACHE: undefined, XDG_CACHE_HOME: undefined, LOCALAPPDATA: undefined };
    const { status, stdout, stderr } = spawnSync(process.execPath, [...program('cli'), '--version'], {
      env: { ...known, HOME: home, USERPROFILE: home, ...env },
      encoding: 'utf8',
    });
    assert.equal(`${status} ${stderr}`, '0 ');
    return stdout;
  };
  const folders = { win32: 'AppData/Local/iplan', darwin: 'Library/Caches/iplan' } as Readonly<Record<string, string>>;
  const kept = () => path.join(home, folders[process.platform] ?? '.cache/iplan');

  it('is kept in the folder of caches of the user, to whom alone it belongs', () => {
    run({});
    assert.ok(readdirSync(kept()).length > 0);
    if (process.platform !== 'win32') assert.equal(statSync(kept()).mode & 0o077, 0);
  });

  it('is kept where the user says, and not at all where the user says so', () => {
    const elsewhere = path.join(home, 'elsewhere');
    run(process.platform === 'win32' ? { LOCALAPPDATA: elsewhere } : { XDG_CACHE_HOME: elsewhere });
    assert.ok(readdirSync(path.join(elsewhere, 'iplan')).length > 0);
    run({ NODE_DISABLE_COMPILE_CACHE: '1' });
    assert.ok(!existsSync(kept()));
  });

  it('is missed by nobody where it cannot be kept', () => {
    writeFileSync(path.join(home, '.cache'), 'a file where the folder would be');
    writeFileSync(path.join(home, 'Library'), 'and here');
    assert.match(run({}), /^\d+\.\d+\.\d+/);
    assert.match(run({ HOME: 'nowhere', USERPROFILE: 'nowhere' }), /^\d/);
  });
});
