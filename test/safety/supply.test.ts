// Where the parts of the packages come from, and how they are put together and published.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { load } from 'js-yaml';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly link?: boolean;
}
interface Bom {
  readonly components: readonly { readonly name: string; readonly version: string; readonly hashes: readonly { readonly content: string }[] }[];
}

/** Licences under which the code of others may be in the bundles. */
const LICENCES = new Set(['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0', '(MIT AND Zlib)', '(MIT OR GPL-3.0-or-later)']);

describe('supply', () => {
  const lock = JSON.parse(read('package-lock.json')) as { readonly lockfileVersion: number; readonly packages: Readonly<Record<string, Locked>> };
  const outside = Object.entries(lock.packages).filter(([at, { link }]) => at.includes('node_modules/') && link !== true);
  const workflows = readdirSync(path.join(root, '.github/workflows')).map((file) => `.github/workflows/${file}`);

  it('has a lock file with the hash of every package and the host of none', () => {
    assert.equal(lock.lockfileVersion, 3);
    assert.ok(outside.length > 100);
    assert.deepEqual(
      outside.filter(([, { integrity, resolved }]) => !/^sha512-/.test(integrity ?? '') || resolved !== undefined).map(([at]) => at),
      [],
    );
  });

  it('names exact versions only', () => {
    for (const file of ['package.json', 'client/package.json', 'server/package.json', 'tools/vscode/package.json']) {
      const manifest = JSON.parse(read(file)) as Readonly<Record<string, Readonly<Record<string, string>>>>;
      for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies'])
        for (const [name, version] of Object.entries(manifest[kind] ?? {}))
          assert.match(version, /^(?:\d+\.\d+\.\d+(?:-[\w.]+)?|file:tools\/\w+)$/, `${file}: ${name}`);
    }
  });

  it('runs no script of a package when it is installed', () => {
    const { allowScripts } = JSON.parse(read('package.json')) as { readonly allowScripts: Readonly<Record<string, boolean>> };
    assert.deepEqual(Object.values(allowScripts).filter(Boolean), []);
    for (const file of workflows)
      for (const [command] of read(file).matchAll(/npm (?:ci|install|publish|pack)\b.*/g)) assert.match(command, /--ignore-scripts/, file);
  });

  it('bundles code under known licences, each with its notice, and lists it with its hash', () => {
    const bom = JSON.parse(execFileSync(process.execPath, ['scripts/sbom.mjs'], { cwd: root, encoding: 'utf8' })) as Bom;
    const again = execFileSync(process.execPath, ['scripts/sbom.mjs'], { cwd: root, encoding: 'utf8' });
    assert.equal(JSON.stringify(JSON.parse(again)), JSON.stringify(bom), 'the same list for the same build');
    const names = bom.components.map(({ name }) => name);
    for (const name of ['chevrotain', 'vscode-languageserver', 'vscode-languageclient', 'docx']) assert.ok(names.includes(name), name);
    for (const { name, version, hashes } of bom.components) {
      const [, locked] = outside.find(([at, one]) => at.endsWith(`node_modules/${name}`) && one.version === version) ?? [];
      assert.ok(LICENCES.has(locked?.license ?? ''), `${name} is under ${locked?.license}`);
      assert.match(hashes[0]?.content ?? '', /^[0-9a-f]{128}$/, name);
    }
    const listed = [...new Set(bom.components.map(({ name, version }) => `${name} ${version}`))].sort();
    const golden = path.join(root, 'test/golden/bundled-packages.txt');
    if (process.env.UPDATE_GOLDEN) writeFileSync(golden, `${listed.join('\n')}\n`);
    assert.deepEqual(listed, readFileSync(golden, 'utf8').trim().split('\n'));
  });

  it('pins every action by its commit, and gives workflows no more rights than to read', () => {
    for (const file of [...workflows, 'action.yml']) {
      const uses = [...read(file).matchAll(/uses:\s*(\S+)/g)].map(([, name]) => name as string);
      for (const name of uses) assert.match(name, /^[\w-]+\/[\w/-]+@[0-9a-f]{40}$/, `${file}: ${name}`);
    }
    for (const file of workflows) {
      const text = read(file);
      const workflow = load(text) as { readonly permissions: unknown; readonly on: Readonly<Record<string, unknown>> };
      assert.deepEqual(workflow.permissions, { contents: 'read' }, file);
      assert.ok(!Object.hasOwn(workflow.on, 'pull_request_target'), file);
      // What comes from outside would be read as a command.
      assert.doesNotMatch(text, /run:.*\$\{\{\s*github\.event\./, file);
    }
  });

  it('publishes by what the run itself proves, and has no token', () => {
    const text = read('.github/workflows/release.yml');
    const { jobs } = load(text) as { readonly jobs: Readonly<Record<string, { readonly permissions?: Readonly<Record<string, string>> }>> };
    assert.equal(jobs.publish?.permissions?.['id-token'], 'write');
    assert.equal(jobs.pack?.permissions, undefined);
    assert.match(text, /npm publish .*--provenance/);
    assert.match(text, /attest-build-provenance/);
    assert.match(text, /iplan\.cdx\.json/);
    assert.doesNotMatch(text, /secrets\./);
  });

  it('says how to report a hole, and what is guarded against', () => {
    assert.match(read('SECURITY.md'), /docs\/SECURITY\.md/);
    assert.ok(existsSync(path.join(root, 'docs/SECURITY.md')));
  });
});
