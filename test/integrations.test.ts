// The ready-made integrations, as far as they run without the services that they are for: manifests are read by a reader of YAML, and
// the steps of the action are run by a shell in a git repository.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { load, loadAll } from 'js-yaml';
import { program } from './program.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as { version: string; bin: Record<string, string>; scripts: Record<string, string> };
const COMMAND = [process.execPath, ...program('cli')].join(' ');

interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly uses?: string;
  readonly env?: Record<string, string>;
}
const action = load(read('action.yml')) as {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { value: string }>;
  runs: { using: string; steps: Step[] };
};

describe('the action for GitHub', function () {
  this.timeout(180_000);
  let where: string;
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...args], { cwd: path.join(where, 'work'), encoding: 'utf8' });
  const file = (name: string) => path.join(where, name);

  beforeEach(() => {
    where = mkdtempSync(path.join(tmpdir(), 'iplan-action-'));
    for (const folder of ['work', 'temp', 'bin']) mkdirSync(file(folder));
    for (const name of ['summary', 'output']) writeFileSync(file(name), '');
    writeFileSync(file('bin/gh'), '#!/bin/sh\necho "$@" > "$GH_CALLED"\n');
    chmodSync(file('bin/gh'), 0o755);
  });
  afterEach(() => rmSync(where, { recursive: true, force: true }));

  function step(name: string, env: Record<string, string>) {
    const found = action.runs.steps.find((one) => one.name === name) as Step;
    for (const key of Object.keys(found.env ?? {})) assert.ok(key in env, `the test gives no ${key}`);
    return spawnSync('sh', ['-e', '-c', found.run as string], {
      cwd: file('work'),
      encoding: 'utf8',
      env: {
        ...process.env,
        NODE_OPTIONS: '',
        PATH: `${file('bin')}:${process.env.PATH}`,
        RUNNER_TEMP: file('temp'),
        GITHUB_STEP_SUMMARY: file('summary'),
        GITHUB_OUTPUT: file('output'),
        GH_CALLED: file('called'),
        ...env,
      },
    });
  }
  const check = (env: Record<string, string> = {}) => step('Check', { IPLAN: COMMAND, PATHS: '.', FAIL_ON: 'error', MAX_WARNINGS: '', BASELINE: '', ...env });

  it('is put together as GitHub asks for', () => {
    assert.equal(action.runs.using, 'composite');
    for (const { run, shell, uses, env } of action.runs.steps) {
      assert.ok((run === undefined) !== (uses === undefined));
      assert.ok(run === undefined || shell === 'sh');
      assert.doesNotMatch(run ?? '', /\$\{\{/, 'what comes from outside would be read as a command');
      for (const [, input] of Object.values(env ?? {})
        .join(' ')
        .matchAll(/inputs\.([\w-]+)/g))
        assert.ok(action.inputs[input as string], input);
    }
    assert.equal(action.inputs['command']?.default, `npx --yes iplan@${manifest.version}`);
  });

  it('annotates, writes SARIF and a summary, and fails with the code of the check', () => {
    mkdirSync(file('work/a town'));
    writeFileSync(file('work/a town/plan.iplan'), 'plan town "Town plan" { level local; period 2025 to 2028 }\nbody b "B" { }\n');
    const { stdout, status, stderr } = check({ PATHS: 'a town\n\n' });
    assert.equal(status, 0, stderr);
    assert.match(stdout, /^::error file=a town\/plan\.iplan,line=1/m);
    assert.match(readFileSync(file('summary'), 'utf8'), /^## Integration plans[\s\S]*\| Town plan \|/);
    const output = Object.fromEntries(
      readFileSync(file('output'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split('=')),
    );
    assert.deepEqual(output, { sarif: file('temp/iplan.sarif'), 'exit-code': '1' });
    assert.equal(JSON.parse(readFileSync(output.sarif, 'utf8')).version, '2.1.0');
    assert.equal(step('Outcome', { CODE: output['exit-code'] }).status, 1);
    assert.equal(step('Outcome', { CODE: '0' }).status, 0);
  });

  it('takes what it is given as it stands, and hands on limits and baselines', () => {
    writeFileSync(file('work/plan.iplan'), 'plan town "Town plan" { level local; period 2025 to 2028 }\n');
    const { stderr } = check({ PATHS: '$(touch pwned)\n--fix\n; touch pwned' });
    assert.match(stderr, /\$\(touch pwned\) does not exist[\s\S]*--fix does not exist[\s\S]*; touch pwned does not exist/);
    assert.ok(!existsSync(file('work/pwned')));
    assert.match(check({ MAX_WARNINGS: '0', BASELINE: 'old.json' }).stderr, /The baseline old\.json does not exist[\s\S]*--max-warnings allows 0/);
  });

  it('says under a pull request what it means for the plans', () => {
    mkdirSync(file('origin'));
    execFileSync('git', ['init', '-q', '--bare', '-b', 'main', file('origin')]);
    git('init', '-q', '-b', 'main');
    const plan = (year: number) => `plan town "Town plan" { level local; period 2025 to 2028 }\nmeasure cafe "Café" { deadline by ${year} }\n`;
    writeFileSync(file('work/plan.iplan'), plan(2026));
    git('add', '.');
    git('commit', '-qm', 'Plan');
    git('remote', 'add', 'origin', file('origin'));
    git('push', '-q', 'origin', 'main');
    writeFileSync(file('work/plan.iplan'), plan(2027));
    const { status, stderr } = step('Say what the change means', { IPLAN: COMMAND, BASE: 'main', PULL_REQUEST: '7', GH_TOKEN: 'none' });
    assert.equal(status, 0, stderr);
    assert.match(readFileSync(file('temp/iplan-comparison.md'), 'utf8'), /\*\*Weakened\*\*[\s\S]*deadline moved from 2026 to 2027/);
    assert.equal(readFileSync(file('called'), 'utf8').trim(), `pr comment 7 --edit-last --create-if-none --body-file ${file('temp/iplan-comparison.md')}`);
  });
});

describe('other integrations', () => {
  it('for GitLab declare their inputs, and write the reports that they hand on', () => {
    const [head, jobs] = loadAll(read('templates/gitlab.yml')) as [
      { spec: { inputs: Record<string, { default: string }> } },
      { iplan: { script: string[]; variables: { IPLAN: string }; artifacts: { reports: Record<string, string> } } },
    ];
    const { inputs } = head.spec;
    for (const [, input] of JSON.stringify(jobs).matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)) assert.ok(inputs[input as string], input);
    assert.equal(inputs['version']?.default, manifest.version);
    const where = mkdtempSync(path.join(tmpdir(), 'iplan-gitlab-'));
    mkdirSync(path.join(where, '.git'));
    writeFileSync(path.join(where, 'plan.iplan'), 'plan town "Town plan" { level local; period 2025 to 2028 }\n');
    const script = jobs.iplan.script.join('\n').replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, input: string) => inputs[input]?.default as string);
    const { status } = spawnSync('sh', ['-c', script], { cwd: where, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '', IPLAN: COMMAND } });
    assert.equal(status, 1);
    assert.ok(Array.isArray(JSON.parse(readFileSync(path.join(where, jobs.iplan.artifacts.reports['codequality'] as string), 'utf8'))));
    assert.match(readFileSync(path.join(where, jobs.iplan.artifacts.reports['junit'] as string), 'utf8'), /<testsuites/);
    rmSync(where, { recursive: true });
  });

  it('for pre-commit keep its contract: what is needed is there, and the command is one that the package brings', () => {
    const hooks = load(read('.pre-commit-hooks.yaml')) as Record<'id' | 'name' | 'entry' | 'language' | 'files', string>[];
    assert.equal(new Set(hooks.map(({ id }) => id)).size, hooks.length);
    for (const { id, name, entry, language, files } of hooks) {
      for (const said of [id, name, entry]) assert.ok(typeof said === 'string' && said !== '');
      assert.equal(language, 'node');
      assert.ok(Object.hasOwn(manifest.bin, entry.split(' ')[0] as string));
      assert.ok(new RegExp(files).test('town/plan.iplan') && !new RegExp(files).test('town/plan.iplan.bak'));
    }
    // It installs what "npm pack" packs of the repository, and takes all that this prints for the name of the package.
    assert.equal(manifest.scripts['prepack'], 'npm run --silent build');
    assert.match(read('.npmrc'), /^foreground-scripts=false$/m);
  });

  it('for Docker copy what is there and start the command line', () => {
    const lines = read('Dockerfile')
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line));
    const stages = lines.filter((line) => line.startsWith('FROM '));
    assert.equal(stages.length, 2);
    assert.ok(lines.some((line) => line === 'ENTRYPOINT ["iplan"]') && Object.hasOwn(manifest.bin, 'iplan'));
    for (const [, script] of lines.join('\n').matchAll(/npm run (\w+)/g)) assert.ok(manifest.scripts[script as string], script);
    assert.ok(lines.indexOf('USER node') > lines.lastIndexOf(stages[1] as string), 'plans are not checked as root');
    assert.match(read('.dockerignore'), /^node_modules$/m);
  });
});
