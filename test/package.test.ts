// What is published, file by file: a file that slips into a package, or out of it, is seen here first. After a wanted
// change, UPDATE_GOLDEN=1 npm run unit writes the lists anew.
import { deepStrictEqual, ok } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly views: { readonly iplan: readonly { readonly id: string }[] };
    readonly walkthroughs: readonly { readonly steps: readonly { readonly media: { readonly svg: string } }[] }[];
    readonly problemMatchers: readonly { readonly pattern: { readonly regexp: string } }[];
  };
}

const root = path.resolve(import.meta.dirname, '..');
const golden = (name: string) => path.join(root, 'test/golden', name);

function compare(name: string, files: string[]): void {
  // The parts of a bundle are named by what is in them; how many there are may change with every change of the code.
  const sorted = [...new Set(files.map((file) => file.replaceAll('\\', '/').replace(/^dist\/parts\/.*\.js$/, 'dist/parts/*.js')))].sort();
  mkdirSync(golden(''), { recursive: true });
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden(name), `${sorted.join('\n')}\n`);
  deepStrictEqual(sorted, readFileSync(golden(name), 'utf8').trim().split('\n'));
}

describe('packages', () => {
  before(() => ok(existsSync(path.join(root, 'dist/cli.js')), 'There are no bundles yet; run "npm run build".'));

  it('the extension holds what it should', () => {
    const script = path.join(root, 'scripts/package.mjs');
    const output = execFileSync(process.execPath, [script, '--list'], { cwd: root, encoding: 'utf8' });
    compare('vsix-files.txt', output.trim().split('\n'));
  });

  it('the npm package holds what it should', () => {
    const args = ['pack', '--dry-run', '--json', '--ignore-scripts', '--loglevel=error'];
    const output = execFileSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
    const [packed] = Object.values(JSON.parse(output)) as { files: { path: string }[] }[];
    compare(
      'npm-files.txt',
      packed!.files.map((file) => file.path),
    );
  });

  it('every file that the extension names is there', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    const named = [...JSON.stringify(manifest.contributes).matchAll(/"(\.\/[^"]+)"/g)].map(([, file]) => file!);
    const missing = [...named, manifest.main, manifest.browser, manifest.icon, manifest.bin.iplan].filter((file) => !existsSync(path.join(root, file)));
    deepStrictEqual(missing, []);
  });

  it('every command that the extension names anywhere is one it has, and one of the views too', () => {
    const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
    const source = readdirSync(path.join(root, 'client/src'), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(path.join(root, 'client/src', file), 'utf8'));
    const registered = source.flatMap((text) => [...text.matchAll(/registerCommand\('([^']+)'/g)].map(([, name]) => name!)).sort();
    deepStrictEqual(contributes.commands.map(({ command }) => command).sort(), registered);
    const views = contributes.views.iplan.map(({ id }) => id);
    const known = new Set([...registered, ...views.map((view) => `${view}.focus`)]);
    const named = [...JSON.stringify(contributes).matchAll(/(?:"command":"|\(command:)(iplan\.[\w.]+)/g)].map(([, name]) => name!);
    deepStrictEqual(
      named.filter((name) => !known.has(name)),
      [],
    );
    for (const { steps } of contributes.walkthroughs) for (const { media } of steps) ok(existsSync(path.join(root, media.svg)), media.svg);
  });

  it('the problem matcher reads what the command line writes', () => {
    const { contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;
    const { regexp } = contributes.problemMatchers[0]!.pattern;
    const lines = readFileSync(golden('reports/lines.txt'), 'utf8').trim().split('\n');
    const read = lines.map((line) => new RegExp(regexp).exec(line)?.slice(1));
    deepStrictEqual(read[2], ['town/work, café.iplan', '2', '35', 'error', 'Nothing named "offise" is declared. Did you mean "office"?', 'names/unknown-name']);
    ok(read.every((parts) => parts?.length === 6));
  });

  it('works in folders that nobody trusts: no setting of a folder may name a program, a path or an address', () => {
    const { capabilities, contributes } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      capabilities: object;
      contributes: { configuration: { properties: Record<string, { type: string; enum?: unknown; pattern?: unknown }> } };
    };
    deepStrictEqual(capabilities, { untrustedWorkspaces: { supported: true }, virtualWorkspaces: true });
    const open = Object.entries(contributes.configuration.properties).filter(([, one]) => one.type !== 'boolean' && !one.enum && !one.pattern);
    deepStrictEqual(open, []);
  });

  it('nothing is needed from other packages at run time', () => {
    const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
    deepStrictEqual([manifest.dependencies, manifest.optionalDependencies], [undefined, undefined]);
  });

  const bundles = (): readonly string[] => {
    const found = readdirSync(path.join(root, 'dist'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.c?js$/.test(file));
    ok(found.length >= 5, found.join(', '));
    return found.map((file) => path.join(root, 'dist', file));
  };

  it('no bundle holds a character that would have every other held in two bytes', () => {
    deepStrictEqual(
      bundles().filter((file) => /[\u0100-\uffff]/.test(readFileSync(file, 'utf8'))),
      [],
    );
  });

  it('the bundles are small enough to be fetched over a slow line', () => {
    const sizes = bundles().map((file) => [file, statSync(file).size] as const);
    deepStrictEqual(
      sizes.filter(([, size]) => size > 2 * 1024 * 1024),
      [],
    );
  });
});
