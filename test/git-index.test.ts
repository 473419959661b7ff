// What the index of git knows of folders is what the library reads of them, tree by tree.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs, { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import git from 'isomorphic-git';
import { commitOf, filesAt, type Repository, repositoryOf } from '../server/src/host/git.ts';

const FILES = {
  'iplan.config.json': '{}',
  'towns.iplan': 'plan towns "Towns" {}\n',
  'north/plan.iplan': 'plan north "North" {}\n',
  'north/data/values.csv': 'indicator,date,value\n',
  'north/readme.md': 'Not ours\n',
  'north.old/plan.iplan': 'plan old "Old" {}\n',
  'north/node_modules/x/plan.iplan': 'plan other "Of others" {}\n',
  // The same content twice is the same tree twice.
  'south/plan.iplan': 'plan twin "Twin" {}\n',
  'west/plan.iplan': 'plan twin "Twin" {}\n',
  'ærø/plan.iplan': 'plan aero "Ærø" {}\n',
};
const OURS = Object.keys(FILES)
  .filter((file) => !/readme|node_modules/.test(file))
  .sort();
const author = { name: 'Planner', email: 'planner@town.example' };

describe('the index of git', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'iplan-index-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const put = (files: Readonly<Record<string, string>>) => {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
  };
  const index = () => path.join(folder, '.git/index');
  const repository = () => repositoryOf(folder) as Repository;
  const head = async () => (await commitOf(repository(), 'HEAD')) as string;
  /** The files at the head with the index as it is, and without one. */
  const both = async () => {
    const found = await filesAt(repository(), await head());
    return [found, await filesAt({ ...repository(), own: path.join(folder, 'nowhere') }, await head())] as const;
  };

  /** A repository whose index ends with the extension TREE, as git writes it; `invalid` folders are no trees any more. */
  async function committed(invalid: readonly string[] = []): Promise<void> {
    put(FILES);
    await git.init({ fs, dir: folder, defaultBranch: 'main' });
    for (const file of Object.keys(FILES)) await git.add({ fs, dir: folder, filepath: file });
    const commit = await git.commit({ fs, dir: folder, message: 'Adopted', author });
    const treeOf = async (oid: string, name: string, at: string): Promise<Buffer> => {
      const { oid: own, tree } = await git.readTree({ fs, dir: folder, oid });
      const folders = tree.filter(({ type }) => type === 'tree');
      const below = Object.keys(FILES).filter((file) => file.startsWith(at)).length;
      const isInvalid = invalid.some((one) => `${one}/`.startsWith(at));
      const inside = await Promise.all(folders.map(({ oid: child, path: part }) => treeOf(child, part, `${at}${part}/`)));
      const line = Buffer.from(`${name}\0${isInvalid ? -1 : below} ${folders.length}\n`);
      return Buffer.concat([line, isInvalid ? Buffer.alloc(0) : Buffer.from(own, 'hex'), ...inside]);
    };
    const trees = await treeOf(commit, '', '');
    const size = Buffer.alloc(4);
    size.writeUInt32BE(trees.length);
    sealed(Buffer.concat([readFileSync(index()).subarray(0, -20), Buffer.from('TREE'), size, trees]));
  }
  const sealed = (content: Buffer) => writeFileSync(index(), Buffer.concat([content, createHash('sha1').update(content).digest()]));
  /** Takes away the tree of a folder of the head, so that only who need not read it can go on. */
  const lose = async (at: string) => {
    const { oid } = await git.readObject({ fs, dir: folder, oid: await head(), filepath: at });
    rmSync(path.join(folder, '.git/objects', oid.slice(0, 2), oid.slice(2)));
  };

  it('spares the reading of the folders that it knows, and gives the same files in the same order', async () => {
    await committed();
    const [found, read] = await both();
    assert.deepEqual([...found], [...read]);
    assert.deepEqual([...found.keys()], OURS);
    for (const at of ['north', 'north.old', 'south', 'ærø']) await lose(at);
    assert.deepEqual([...(await filesAt(repository(), await head()))], [...read]);
    await assert.rejects(filesAt({ ...repository(), own: folder }, await head()));
  });

  it('is asked for no folder in which something was changed since', async () => {
    await committed(['north/data']);
    const [found, read] = await both();
    assert.deepEqual([...found], [...read]);
    await lose('north/data');
    await assert.rejects(filesAt(repository(), await head()));
  });

  it('decides nothing when it is damaged, of another kind, or of another commit', async () => {
    await committed();
    const whole = readFileSync(index());
    const [, read] = await both();
    const content = whole.subarray(0, -20);
    const at = content.lastIndexOf('TREE');
    const other = (change: (bytes: Buffer) => void): Buffer => {
      const bytes = Buffer.from(content);
      change(bytes);
      return bytes;
    };
    const wrong = {
      'cut off': () => writeFileSync(index(), whole.subarray(0, whole.length >> 1)),
      empty: () => writeFileSync(index(), ''),
      'with another checksum': () => writeFileSync(index(), Buffer.concat([other((bytes) => bytes.fill(65, 80, 90)), whole.subarray(-20)])),
      'of a version that is packed': () => sealed(other((bytes) => bytes.writeUInt32BE(4, 4))),
      'that rests on another index': () => sealed(Buffer.concat([content, Buffer.from('link\0\0\0\0')])),
      'with more files in a folder than it has': () => sealed(Buffer.from(content.toString('latin1').replace('ærø\0', 'xxx\0'), 'latin1')),
      'with trees that end in the middle': () => sealed(content.subarray(0, at + 40)),
    };
    for (const [what, change] of Object.entries(wrong)) {
      change();
      assert.deepEqual([...(await filesAt(repository(), await head()))], [...read], what);
    }
    writeFileSync(index(), whole);
    put({ 'north/plan.iplan': 'plan north "North again" {}\n', 'east/plan.iplan': 'plan east "East" {}\n' });
    for (const filepath of ['north/plan.iplan', 'east/plan.iplan']) await git.add({ fs, dir: folder, filepath });
    await git.commit({ fs, dir: folder, message: 'Changed', author });
    writeFileSync(index(), whole);
    const [found, now] = await both();
    assert.deepEqual([...found], [...now]);
    assert.notEqual(found.get('north/plan.iplan'), read.get('north/plan.iplan'));
    assert.ok(found.has('east/plan.iplan'));
  });

  it('that git itself has written is read', async function () {
    if (spawnSync('git', ['--version']).status !== 0) return this.skip();
    const run = (...args: readonly string[]) =>
      execFileSync('git', ['-c', 'user.name=Planner', '-c', 'user.email=planner@town.example', '-c', 'core.autocrlf=false', ...args], { cwd: folder });
    put(FILES);
    run('init', '--quiet');
    run('add', '--all', '--force');
    run('update-index', '--add', '--cacheinfo', `160000,${'1'.repeat(40)},north/of-others.iplan`);
    run('commit', '--quiet', '--message=Adopted');
    const [found, read] = await both();
    assert.deepEqual([...found], [...read]);
    assert.deepEqual([...found.keys()], OURS);
    await lose('south');
    assert.deepEqual([...(await filesAt(repository(), await head()))], [...read]);
  });
});
