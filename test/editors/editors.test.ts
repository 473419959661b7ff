import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { until } from '../editor.ts';

const root = path.join(import.meta.dirname, '../..');
const cli = path.join(root, 'dist/cli.js');
/** How long an editor waits for one thing, in milliseconds; a whole trial may take three times as long. */
const PATIENCE = 20_000;

interface Got {
  readonly error?: string;
  readonly findings?: readonly string[];
  readonly hover?: string;
  readonly completion?: readonly string[];
  readonly definition?: string;
  readonly formatted?: string;
  readonly renamed?: string;
  readonly mistake?: boolean;
  readonly ended?: boolean;
}

/** The pieces of configuration that the documentation gives for an editor. */
function recipes(heading: string, language: string): string[] {
  const page = readFileSync(path.join(root, 'docs/editors.md'), 'utf8');
  const section = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return [...section.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)].filter(([, named]) => named === language).map(([, , text]) => text as string);
}

const isThere = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};
const EDITORS = [
  {
    name: 'Neovim',
    language: 'lua',
    ending: '.lua',
    mistaken: 'names/unknown-name',
    command: ['nvim', '--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${path.join(import.meta.dirname, 'nvim.lua')}`],
  },
  {
    name: 'Emacs',
    language: 'elisp',
    ending: '.el',
    mistaken: 'Nothing named "nobody-at-all" is declared',
    command: ['emacs', '--batch', '-Q', '-l', path.join(import.meta.dirname, 'eglot.el')],
  },
] as const;

for (const editor of EDITORS) {
  describe(`${editor.name} with the recipe of the documentation`, () => {
    let home: string;
    let got: Got;
    let report: { readonly pid: number; readonly code?: number; readonly said: readonly string[]; readonly wrong: readonly string[] };
    let written: string;

    before(function () {
      this.timeout(4 * PATIENCE);
      assert.ok(existsSync(cli), 'build first: npm run build');
      home = mkdtempSync(path.join(tmpdir(), 'iplan-editor-'));
      const at = (...names: string[]) => path.join(home, ...names);
      cpSync(path.join(root, 'examples/norway'), at('plans'), { recursive: true });
      writeFileSync(at('plans/iplan.config.json'), '{ "asOf": "2026-06-30" }\n');
      const file = at('plans/rural-municipality/language-education-work.iplan');
      written = readFileSync(file, 'utf8');
      writeFileSync(file, written.replace('  field language', '       field    language'));
      mkdirSync(at('bin'));
      const tap = [process.execPath, '--experimental-strip-types', '--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'tap.ts')];
      writeFileSync(at('bin/iplan'), `#!/bin/sh\nexec ${[...tap, at('report.json'), process.execPath, cli].map((part) => `'${part}'`).join(' ')} "$@"\n`);
      chmodSync(at('bin/iplan'), 0o755);
      const texts = recipes(editor.name, editor.language).map((text, i) => {
        writeFileSync(at(`recipe-${i}${editor.ending}`), text);
        return at(`recipe-${i}${editor.ending}`);
      });
      const trial = {
        root: at('plans'),
        file,
        got: at('got.json'),
        recipe: texts[0],
        recipes: texts,
        patience: PATIENCE,
        name: 'rural-municipality',
        own: 'education-services',
        renamed: 'schooling',
        mistake: 'sector work "Work" { lead nobody-at-all }',
        mistaken: editor.mistaken,
      };
      writeFileSync(at('trial.json'), JSON.stringify(trial));
      const own = Object.fromEntries(['CACHE', 'CONFIG', 'DATA', 'STATE'].map((kind) => [`XDG_${kind}_HOME`, at(kind)]));
      const env = { ...process.env, ...own, HOME: home, PATH: `${at('bin')}${path.delimiter}${process.env['PATH']}`, IPLAN_TRIAL: at('trial.json') };
      const [program, ...args] = editor.command;
      const { stderr } = spawnSync(program, args, { env, cwd: at('plans'), timeout: 3 * PATIENCE, killSignal: 'SIGKILL', encoding: 'utf8' });
      assert.ok(existsSync(at('got.json')), `the editor said nothing of the trial: ${stderr}`);
      got = JSON.parse(readFileSync(at('got.json'), 'utf8')) as Got;
      assert.ok(existsSync(at('report.json')), `the server was not asked to end: ${got.error ?? stderr}`);
      report = JSON.parse(readFileSync(at('report.json'), 'utf8')) as typeof report;
    });
    after(() => {
      if (home !== undefined) rmSync(home, { recursive: true, force: true });
    });

    it('has nothing to complain of', () => assert.equal(got.error, undefined));
    it('shows findings, and the one about what is typed', () => {
      assert.ok((got.findings?.length ?? 0) > 0);
      assert.equal(got.mistake, true);
    });
    it('shows what a name is', () => assert.match(got.hover ?? '', /The municipality/));
    it('completes names', () => assert.ok(got.completion?.includes('rural-municipality') && got.completion.includes('municipal-council')));
    it('goes to where a name is declared, in another file', () =>
      assert.equal(got.definition, pathToFileURL(path.join(home, 'plans/rural-municipality/actors.iplan')).href));
    it('lays out the text, where the server does', function () {
      if (got.formatted === undefined) this.skip();
      assert.equal(got.formatted, written);
    });
    it('renames, where the server does', function () {
      if (got.renamed === undefined) this.skip();
      assert.match(got.renamed, /responsibility schooling "Education of refugees"/);
      assert.doesNotMatch(got.renamed, /education-services/);
    });
    it('hears nothing that is not of the protocol', () => assert.deepEqual(report.wrong, []));
    it('ends, and the server with it', async () => {
      assert.equal(got.ended, true);
      assert.ok(report.said.includes('shutdown'));
      await until('end of the server', () => !isThere(report.pid));
      // Emacs kills the server as soon as it has answered; then there is no code.
      assert.ok(report.code === 0 || report.code === undefined);
    });
  });
}
