import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { program } from './program.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, 'test/cli');

interface Step {
  readonly command: 'iplan' | 'cat' | 'write';
  readonly args: readonly string[];
  readonly exit: number;
  readonly stdin: string;
  readonly says: readonly string[];
}

interface Scenario {
  readonly files: ReadonlyMap<string, string>;
  readonly steps: readonly Step[];
}

/** What a program is to be given so that `bad-disk.mjs` makes its disk a bad one. */
export const BAD_DISK = { NODE_OPTIONS: `--import=${new URL('bad-disk.mjs', import.meta.url).href}` };

/** Runs the command line in a folder, with no colour and a fixed date. */
export function iplan(
  cwd: string,
  args: readonly string[],
  input: string | Buffer = '',
  env: Readonly<Record<string, string>> = {},
  printedTo?: string,
): { status: number | null; stdout: string; stderr: string } {
  const run = spawnSync(process.execPath, [...program('cli'), ...args], {
    cwd,
    input,
    encoding: 'utf8',
    stdio: ['pipe', printedTo === undefined ? 'pipe' : openSync(printedTo, 'w'), 'pipe'],
    env: { ...process.env, NO_COLOR: '1', NODE_OPTIONS: '', ...env },
    timeout: 60_000,
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

/**
 * A scenario is text: `--- file` with its content, then `$ iplan …`, `< input`, `exit N`, and lines that must be said (`! line`: must not).
 * `$ cat file` says what a file holds then, and `$ write file` gives it other content: the lines after `< `.
 */
function scenario(text: string): Scenario {
  const files = new Map<string, string>();
  const steps: (Step & { exit: number; stdin: string; says: string[] })[] = [];
  let file: string | undefined;
  for (const line of text.split('\n')) {
    const step = steps.at(-1);
    if (line.startsWith('--- ')) files.set((file = line.slice(4)), '');
    else if (/^\$ (?:iplan|cat|write)\b/.test(line)) {
      file = undefined;
      const [command, ...args] = (line.slice(2).match(/'[^']*'|\S+/g) ?? []).map((a) => a.replace(/^'|'$/g, ''));
      steps.push({ command: command as Step['command'], args, exit: 0, stdin: '', says: [] });
    } else if (file !== undefined) files.set(file, `${files.get(file)}${line}\n`);
    else if (step !== undefined && line.startsWith('< ')) step.stdin += `${line.slice(2)}\n`;
    else if (step !== undefined && line.startsWith('exit ')) step.exit = Number(line.slice(5));
    else if (step !== undefined && line.trim() !== '' && !line.startsWith('//')) step.says.push(line);
  }
  return { files, steps };
}

function done(where: string, { command, args, stdin }: Step): { status: number | null; said: string } {
  if (command === 'iplan') {
    const { status, stdout, stderr } = iplan(where, args, stdin);
    return { status, said: `${stdout}${stderr}` };
  }
  const file = path.join(where, args[0] as string);
  if (command === 'write') writeFileSync(file, stdin);
  return { status: 0, said: command === 'cat' ? readFileSync(file, 'utf8') : '' };
}

describe('command line', () => {
  let where: string;
  beforeEach(() => {
    where = mkdtempSync(path.join(tmpdir(), 'iplan-'));
    mkdirSync(path.join(where, '.git'));
  });
  afterEach(() => rmSync(where, { recursive: true, force: true }));

  it('says which Node.js it needs, which is what package.json says', () => {
    const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { engines: { node: string } };
    const oldest = /\d+/.exec(engines.node)?.[0] as string;
    const node = `${Number(oldest) - 1}.9.0`;
    const older = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${node}' } });`;
    const { status, stderr } = iplan(where, ['check'], '', { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(older)}` });
    assert.deepEqual([status, stderr], [2, `iplan needs Node.js ${oldest} or newer; this is ${node}.\n`]);
  });

  for (const name of readdirSync(folder).filter((file) => file.endsWith('.scenario'))) {
    it(name.replace('.scenario', '').replaceAll('-', ' '), () => {
      const { files, steps } = scenario(readFileSync(path.join(folder, name), 'utf8'));
      for (const [file, text] of files) {
        mkdirSync(path.dirname(path.join(where, file)), { recursive: true });
        writeFileSync(path.join(where, file), text);
      }
      for (const step of steps) {
        const { status, said } = done(where, step);
        for (const line of step.says) {
          if (line.startsWith('! ')) assert.ok(!said.includes(line.slice(2)), `must not say "${line.slice(2)}":\n${said}`);
          else assert.ok(said.includes(line), `must say "${line}":\n${said}`);
        }
        assert.equal(status, step.exit, said);
        assert.doesNotMatch(said, /\n\s+at .*:\d+:\d+/, 'no stack trace');
      }
    }).timeout(180_000);
  }

  it('says one sentence for each file that it cannot read, and checks the others', () => {
    writeFileSync(path.join(where, 'plan.iplan'), 'plan a "A" { level local; period 2025 }\nbody b "B" { }\n');
    writeFileSync(path.join(where, 'latin.iplan'), Buffer.from([0x67, 0x72, 0xf8, 0x6e]));
    writeFileSync(path.join(where, 'large.iplan'), Buffer.alloc(50 * 1024 * 1024, 0x20));
    mkdirSync(path.join(where, 'folder.iplan'));
    symlinkSync('/nowhere', path.join(where, 'link.iplan'));
    const { status, stdout, stderr } = iplan(where, ['check', '.']);
    assert.equal(status, 2);
    assert.match(stderr, /latin\.iplan is not written in UTF-8\. Save it again/);
    assert.match(stderr, /large\.iplan is 50 MB large/);
    assert.equal(stderr.trim().split('\n').length, 2, stderr);
    assert.match(stdout, /A body "B" has no "kind"/);
  });

  it('says so when a file or a folder may not be read, and reads the others', () => {
    for (const id of ['open', 'closed/secret']) {
      mkdirSync(path.join(where, id), { recursive: true });
      writeFileSync(path.join(where, id, 'plan.iplan'), `plan ${path.basename(id)} "A" { level local; period 2025 }\nbody b "B" { }\n`);
    }
    for (const closed of ['closed', 'closed/secret/plan.iplan'])
      for (const command of ['check', 'check --cache', 'format --check', 'list bodies', 'compare .', 'compare . open']) {
        // The administrator may read everything.
        const full = path.join(where, closed);
        const env = process.getuid?.() === 0 || process.platform === 'win32' ? { ...BAD_DISK, IPLAN_CLOSED: full } : {};
        chmodSync(full, 0);
        const { status, stdout, stderr } = iplan(where, command.split(' '), '', env);
        chmodSync(full, 0o700);
        assert.equal(new Set(stderr.trim().split('\n')).size, 1, stderr);
        assert.match(stderr, new RegExp(`^${closed} may not be read: you lack the permission\\.\n`), command);
        assert.equal(status, 2, command);
        if (!command.startsWith('compare')) assert.match(stdout, /open|laid out/, command);
      }
  }).timeout(180_000);

  it('does not wait for a pipe, nor follow a data file out of the plan', function () {
    if (process.platform === 'win32') this.skip();
    const secret = mkdtempSync(path.join(tmpdir(), 'iplan-elsewhere-'));
    writeFileSync(path.join(secret, 'secret.csv'), 'indicator,date,value\njobs,2024,hunter2\n');
    spawnSync('mkfifo', [path.join(where, 'pipe.iplan')]);
    symlinkSync(path.join(secret, 'secret.csv'), path.join(where, 'jobs.csv'));
    writeFileSync(path.join(where, 'plan.iplan'), 'plan a "A" { level local; period 2025 }\nindicator jobs "Jobs" { unit percent; data "jobs.csv" }\n');
    const { status, stdout, stderr } = iplan(where, ['check', 'pipe.iplan', '.']);
    rmSync(secret, { recursive: true });
    assert.equal(status, 2);
    assert.deepEqual(stderr.trim().split('\n'), ['pipe.iplan is no ordinary file and was not read.', 'jobs.csv was not read: it is reached by a link.']);
    assert.doesNotMatch(stdout, /hunter2/);
  });

  it('follows the links that it was given itself', () => {
    mkdirSync(path.join(where, 'real'));
    writeFileSync(path.join(where, 'real/plan.iplan'), 'plan a "A" { level local; period 2025 }\nbody b "B" { }\n');
    symlinkSync(path.join(where, 'real'), path.join(where, 'link'));
    assert.match(iplan(where, ['check', 'link']).stdout, /^real\/plan\.iplan$/m);
  });

  it('reads folders that are otherwise passed over when they are named', () => {
    mkdirSync(path.join(where, 'dist/plans'), { recursive: true });
    writeFileSync(path.join(where, 'dist/plans/plan.iplan'), 'plan a "A" { level local; period 2025 }\nbody b "B" { }\n');
    assert.match(iplan(where, ['check', 'dist']).stdout, /^dist\/plans\/plan\.iplan$/m);
    assert.match(iplan(where, ['check', 'dist/plans/plan.iplan']).stdout, /^dist\/plans\/plan\.iplan$/m);
    assert.match(iplan(where, ['check']).stderr, /^There is no plan in \./);
  });

  it('refuses standard input that is no text, or more than a file may hold', () => {
    assert.match(
      iplan(where, ['check', '-'], Buffer.from([0xff, 0xfe, 0x70, 0x00])).stderr,
      /^Standard input is not written in UTF-8 but in UTF-16\. Save it again/,
    );
    assert.match(iplan(where, ['check', '-'], Buffer.alloc(3 * 1024 * 1024, 0x20)).stderr, /^Standard input brings more than 2 MB/);
  });

  it('is not upset by a reader that stops early, and ends as what was found has it', () => {
    if (process.platform === 'win32') return;
    const node = [process.execPath, ...program('cli')].map((part) => `"${part}"`).join(' ');
    for (const [failOn, code] of [
      ['information', 1],
      ['never', 0],
    ] as const) {
      const run = spawnSync('sh', ['-c', `(${node} check "${root}examples" --fail-on ${failOn}; echo $? > "${where}/code") | head -1`], {
        encoding: 'utf8',
        env: { ...process.env, NODE_OPTIONS: '' },
      });
      assert.equal(run.stderr, '');
      assert.equal(readFileSync(path.join(where, 'code'), 'utf8'), `${code}\n`);
    }
  }).timeout(120_000);
});
