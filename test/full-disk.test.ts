import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { BAD_DISK, iplan } from './cli.test.ts';

const plan = (id: string) =>
  `plan ${id} "${id}" { level local; period 2025 to 2028 }\nactor office "Office" { type department }\nmeasure   "Without an id" { lead office }\n`;
const OLD = ['was.json', 'was.html', 'was.md', 'was.sarif', 'tables/measures.csv', 'town/plan.iplan', 'town/values.csv', 'base.json'];

describe('a full disk', function () {
  this.timeout(600_000);
  let where: string;
  let mounted: boolean;
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(where, file)), { recursive: true });
    writeFileSync(path.join(where, file), text);
  };
  const run = (...args: string[]) => iplan(where, args);
  const held = () =>
    readdirSync(path.join(where, 'disk'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
      .map((file) => [file, readFileSync(file, 'latin1')]);

  before(function () {
    if (process.platform === 'win32') this.skip();
    where = realpathSync(mkdtempSync(path.join(tmpdir(), 'iplan-full-')));
    mkdirSync(path.join(where, '.git'));
    mkdirSync(path.join(where, 'disk'));
    mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', path.join(where, 'disk')]).status === 0;
    write('here/plan.iplan', plan('here'));
    write('there/plan.iplan', plan('there').replace('2028', '2027'));
    write('measures.csv', 'Measure,Responsible\nJob café,Office\n');
    write('values.csv', 'date,value\n2025-01-01,5\n');
    for (const file of OLD) write(`disk/${file}`, 'What was there before.\n');
    write('disk/town/plan.iplan', `${plan('town')}indicator jobs "Jobs" { unit percent; data "values.csv" }\n`);
    write('disk/town/values.csv', 'indicator,date,value\njobs,2024-01-01,4\n');
    write('disk/base.json', JSON.stringify({ version: 1, findings: { here: { 'names/unknown-name': ['gone', 'gone too'] } } }));
    assert.equal(run('check', 'here', '--cache=disk/cache', '--as-of', '2026-03-01', '--fail-on', 'never').stderr, '');
    assert.equal(run('check', '--shard', '1/1', '--format', 'shard', '--output', 'part.json', '--fail-on', 'never').stderr, '');
    if (mounted)
      assert.throws(() => {
        for (;;) appendFileSync(path.join(where, 'disk/filler'), Buffer.alloc(4096, 'x'));
      }, /ENOSPC/);
  });
  after(() => {
    if (mounted) spawnSync('umount', [path.join(where, 'disk')]);
    rmSync(where, { recursive: true, force: true });
  });

  for (const [what, exit, ...args] of [
    ['a report of findings', 2, 'check', 'here', '--fail-on', 'never', '--format', 'json', '--output', 'disk/was.json'],
    ['a cache', 0, 'check', 'here', '--fail-on', 'never', '--as-of', '2026-03-02', '--cache=disk/cache'],
    ['a new cache', 0, 'check', 'here', '--fail-on', 'never', '--cache=disk/another'],
    ['a baseline', 2, 'check', 'here', '--fail-on', 'never', '--baseline', 'disk/base.json', '--update-baseline'],
    ['a new baseline', 2, 'check', 'here', '--fail-on', 'never', '--baseline', 'disk/new.json', '--update-baseline'],
    ['a mended plan', 2, 'check', 'disk/town', '--fail-on', 'never', '--fix'],
    ['a plan laid out anew', 2, 'format', 'disk/town', '--write'],
    ['the report of a plan', 2, 'report', 'here', '--format', 'html', '--output', 'disk/was.html'],
    ['the tables of a plan', 2, 'report', 'here', '--format', 'csv', '--output', 'disk/tables'],
    ['an imported plan', 2, 'import', 'measures.csv', '--into', 'disk/imported'],
    ['observed values', 2, 'data', 'add', 'values.csv', '--indicator', 'jobs', '--plan', 'disk/town'],
    ['a comparison', 2, 'compare', 'here', 'there', '--output', 'disk/was.md'],
    ['merged reports', 2, 'merge-reports', 'part.json', '--fail-on', 'never', '--format', 'sarif', '--output', 'disk/was.sarif'],
  ] as const)
    it(`has one sentence for ${what}, and leaves what was there`, () => {
      const before = held();
      const { status, stderr } = iplan(where, args, '', mounted ? {} : { ...BAD_DISK, IPLAN_FULL: `${where}/disk` });
      assert.match(
        stderr,
        /^[^\n]*disk[^\n]* cannot be written: the disk is full[^\n]*\.\n$|^The cache cannot be written: the disk is full[^\n]*; the next run [^\n]*\.\n$/,
      );
      assert.equal(status, exit);
      assert.deepEqual(held(), before);
    });

  it('has one sentence where it is what a report is printed to', function () {
    if (process.platform !== 'linux') this.skip();
    for (const args of [
      'check here --format json',
      'report here --format json',
      'list measures',
      'compare here there',
      'check here --format sarif --output /dev/full',
    ]) {
      const { status, stderr } = iplan(where, args.split(' '), '', {}, '/dev/full');
      assert.match(stderr, /^(?:What was to be printed|\/dev\/full) cannot be written: the disk is full\.\n$/, args);
      assert.equal(status, 2, args);
    }
  });
});
