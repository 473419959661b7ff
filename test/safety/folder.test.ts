// What opening a folder reaches, however hostile the folder is.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { diskFiles } from '../../server/src/host/disk.ts';
import { leadsElsewhere, listFiles } from '../../server/src/host/files.ts';
import { dataUri } from '../../server/src/model/data.ts';
import { folderUri, until } from '../editor.ts';
import { slowness } from './clock.ts';
import { Wire } from './wire.ts';

const root = path.resolve(import.meta.dirname, '../..');
const tracer = path.join(import.meta.dirname, 'tracer.mjs');
const TYPES = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

/** Ways to write a path that leads out, or to something that is no path. */
const PATHS = [
  '../../etc/passwd.csv',
  '../x.csv',
  'a/../../x.csv',
  './../x.csv',
  '..//x.csv',
  'a/b/../../../x.csv',
  '/etc/passwd.csv',
  '//host/share/x.csv',
  '\\\\host\\share\\x.csv',
  '..\\x.csv',
  'a\\..\\..\\x.csv',
  'C:\\x.csv',
  'C:/x.csv',
  'c:x.csv',
  'file:///etc/passwd.csv',
  'FILE:///etc/x.csv',
  'file:x.csv',
  'http://evil.example/x.csv',
  'https://evil.example/x.csv',
  'data:text/csv,x.csv',
  'javascript:x.csv',
  'vscode://x.csv',
  '%2e%2e/x.csv',
  '%2e%2e%2fx.csv',
  '..%2fx.csv',
  '%252e%252e/x.csv',
  '..%5cx.csv',
  '%00x.csv',
  'x\u0000.csv',
  'x.csv\u0000.txt',
  'x\n.csv',
  '\u001b[2Jx.csv',
  '。。/x.csv',
  '．．/x.csv',
  '.. /x.csv',
  ' ../x.csv',
  '..;/x.csv',
  '~/x.csv',
  '$HOME/x.csv',
  '-x.csv',
  '....//x.csv',
  'con.csv',
  'x.CSV',
  '.env',
  'id_rsa',
  '/proc/self/environ',
];

describe('a hostile folder', () => {
  let scratch: string;
  let folder: string;
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(scratch, file)), { recursive: true });
    writeFileSync(path.join(scratch, file), text);
  };

  beforeEach(() => {
    scratch = realpathSync(mkdtempSync(path.join(tmpdir(), 'iplan-hostile-')));
    folder = path.join(scratch, 'ws');
    write('ws-evil/plan.iplan', 'plan evil "Evil" { level local }\n');
    write('ws-evil/x.csv', 'indicator,date,value\n');
    write('x.csv', 'indicator,date,value\nsecret,2024-12-31,41\n');
    const indicators = PATHS.map((one, i) => `  indicator i${i} "I ${i}" { unit percent; data "${one.replace(/[\\"]/g, '\\$&')}" }\n`).join('');
    write('ws/plan.iplan', `plan town "Town" { level local; period 2025 to 2028 }\nsector work "Work" {\n${indicators}}\n`);
    write(
      'ws/iplan.config.json',
      '{ "frameworks": ["../ws-evil", "/etc", "a/../../ws-evil"], "baseline": "../baseline.json", "$schema": "http://evil.example/schema.json" }',
    );
    write('ws/package.json', '{ "scripts": { "preinstall": "touch evil" } }');
    write('ws/.vscode/settings.json', '{ "iplan.server": "/bin/evil" }');
  });
  afterEach(() => rmSync(scratch, { recursive: true, force: true }));

  /** What a process did outside of the project itself, as the tracer wrote it down. */
  const traced = (log: string): string[] =>
    readFileSync(log, 'utf8')
      .trim()
      .split('\n')
      .map((line) => {
        const [, kind, what] = /^(\w+) (.*)$/.exec(line) as unknown as [string, string, string];
        return `${kind} ${what.startsWith('file:') ? fileURLToPath(what) : what}`;
      })
      .filter((line) => !line.startsWith(`read ${root}`) && !line.startsWith('read /proc/') && line !== `write ${log}`);
  /** The configurations above a folder are looked for too: only whether there is one of that name. */
  const isRight = (line: string): boolean => {
    const [kind, what] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)];
    if (kind !== 'read') return false;
    return what === folder || what.startsWith(`${folder}/`) || (path.basename(what) === 'iplan.config.json' && folder.startsWith(path.dirname(what)));
  };

  it('is read by the server and nothing else is: no file outside, no write, no socket, no program', async () => {
    const log = path.join(scratch, 'trace');
    const wire = await new Wire(['--import', pathToFileURL(tracer).href], undefined, { IPLAN_TRACE: log }).start([folderUri(folder)]);
    const plan = `${folderUri(folder)}/plan.iplan`;
    try {
      const { result } = await wire.ask('textDocument/diagnostic', { textDocument: { uri: plan } }, 60_000);
      const said = (result as { items: { code: string }[] }).items.filter(({ code }) => code === 'monitoring/data-file');
      assert.ok(said.length >= 20, `only ${said.length} of the paths are refused`);
      await wire.ask('iplan/preview', { uri: plan, view: 'overview', rested: true });
      await wire.ask('textDocument/hover', { textDocument: { uri: plan }, position: { line: 0, character: 7 } });
      await wire.ask('textDocument/documentLink', { textDocument: { uri: plan } });
    } finally {
      await wire.end();
    }
    const done = traced(log);
    assert.ok(done.includes(`read ${path.join(folder, 'plan.iplan')}`), 'the tracer sees what is read');
    assert.deepEqual(
      done.filter((line) => !isRight(line)),
      [],
    );
  });

  it('is read by the command line and nothing else is', () => {
    const log = path.join(scratch, 'trace');
    const { status, stderr } = spawnSync(
      process.execPath,
      [...TYPES, '--import', pathToFileURL(tracer).href, path.join(root, 'server/src/cli/main.ts'), 'check', folder, '--no-progress'],
      {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, IPLAN_TRACE: log },
      },
    );
    assert.ok(status === 1 || status === 2, stderr);
    assert.deepEqual(
      traced(log).filter((line) => !isRight(line)),
      [],
    );
  });

  it('names no data file outside of its plan, however the path is written', () => {
    const [from, home] = [`${folderUri(folder)}/plan.iplan`, `${folderUri(folder)}/plan.iplan`];
    let refused = 0;
    for (const one of PATHS) {
      const uri = dataUri(from, home, one);
      if (typeof uri !== 'string') {
        assert.match(uri.refused, /^[a-z].*[^.]$/);
        refused++;
        continue;
      }
      const leads = fileURLToPath(uri);
      assert.ok(leads.startsWith(`${folder}${path.sep}`) && path.resolve(leads) === leads, one);
    }
    assert.ok(PATHS.length >= 40 && refused >= 25, `${refused} of ${PATHS.length}`);
  });

  it('leads nowhere by its links, and holds nobody up', async function () {
    if (process.platform === 'win32') this.skip();
    const link = (target: string, name: string) => symlinkSync(target, path.join(folder, name));
    link('.', 'self');
    link('..', 'up');
    link('../ws', 'again');
    link('/etc', 'etc');
    link(path.join(scratch, 'ws-evil'), 'sibling');
    link('nowhere', 'dangling');
    link('loop-b', 'loop-a');
    link('loop-a', 'loop-b');
    link(path.join(scratch, 'ws-evil/plan.iplan'), 'linked.iplan');
    link(path.join(scratch, 'x.csv'), 'linked.csv');
    execFileSync('mkfifo', [path.join(folder, 'pipe.iplan'), path.join(folder, 'pipe.csv')]);
    const start = performance.now();
    const found = await diskFiles(() => {}).list(folderUri(folder));
    const took = performance.now() - start;
    assert.deepEqual(found, [`${folderUri(folder)}/iplan.config.json`, `${folderUri(folder)}/plan.iplan`]);
    assert.deepEqual(listFiles(folder).plans, [path.join(folder, 'plan.iplan')]);
    assert.ok(took <= 100 * slowness(), `${took} ms`);
    const warned: string[] = [];
    const files = diskFiles((message) => warned.push(message));
    await files.list(folderUri(folder));
    for (const name of ['linked.csv', 'sibling/x.csv', 'up/x.csv', 'pipe.csv']) assert.equal(await files.read(`${folderUri(folder)}/${name}`), undefined, name);
    assert.equal(warned.length, 4, warned.join('\n'));
    // What comes to be in a folder may be a link too.
    for (const name of ['self', 'up', 'etc', 'sibling', 'loop-a', 'plan.iplan', 'pipe.csv'])
      assert.deepEqual(await files.list(`${folderUri(folder)}/${name}`, true), [], name);
    for (const name of ['linked.csv', 'sibling/x.csv', 'up/x.csv']) assert.ok(leadsElsewhere(path.join(folder, name), [folder]), name);
  });

  it('that is no disk is read through the editor alone', async () => {
    const log = path.join(scratch, 'trace');
    const files: Readonly<Record<string, string>> = {
      'vfs://host/ws/plan.iplan': 'plan town "Town" { level local; period 2025 to 2028 }\nindicator i "I" { unit percent; data "i.csv" }\n',
      'vfs://host/ws/i.csv': 'indicator,date,value\ni,someday,1\n',
    };
    const wire = new Wire(['--import', pathToFileURL(tracer).href], undefined, { IPLAN_TRACE: log });
    wire.replies.set('iplan/listFiles', () => Object.keys(files));
    wire.replies.set('iplan/readFile', (params) => {
      const text = files[(params as { uri: string }).uri];
      return text === undefined ? { error: 'There is none.' } : { text };
    });
    await wire.start(['vfs://host/ws'], undefined, { initializationOptions: { files: 'editor' } });
    try {
      const { result } = await wire.ask('textDocument/diagnostic', { textDocument: { uri: 'vfs://host/ws/plan.iplan' } }, 60_000);
      const rules = (result as { items: { code: string }[] }).items.map(({ code }) => code);
      assert.ok(rules.includes('monitoring/data-file'), rules.join());
      await until('problem of the data', () => rules.length > 3);
      await wire.ask('iplan/preview', { uri: 'vfs://host/ws/plan.iplan', view: 'overview', rested: true });
    } finally {
      await wire.end();
    }
    assert.deepEqual(traced(log), []);
  });
});
