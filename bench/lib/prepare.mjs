// Installs the peers and bundles what is measured; the content is written anew for every run.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { nodeFlags, root } from '../../scripts/lib/node.mjs';
import { RULES } from '../../server/src/rules/rules.ts';
import { country, largeTown } from '../content/plan.mjs';
import { ruleset, schema } from '../content/schema.mjs';
import { c4, c4Kinds, iplan, json, yaml } from '../content/write.mjs';

export const here = path.join(root, 'bench');
/** Everything that is made for a run. Git knows nothing of it. */
export const out = path.join(root, 'out/bench');
const peer = (...names) => path.join(here, 'node_modules', ...names);

/** Installs the peers from their lock file, unless they are there. */
export function installPeers() {
  const wanted = path.join(here, 'package-lock.json');
  const seen = peer('.package-lock.json');
  if (existsSync(seen) && statSync(seen).mtimeMs >= statSync(wanted).mtimeMs) return;
  console.log('Installing the peers into bench/node_modules (about 300 MB) …');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: here,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
}

/** Bundles iplan as it is shipped, its engine for measurements in one process, and the Langium language in the same way. */
export async function bundle() {
  execFileSync(process.execPath, [...nodeFlags, path.join(root, 'scripts/build.mjs')], { stdio: 'inherit' });
  const langium = path.join(out, 'langium');
  rmSync(langium, { recursive: true, force: true });
  cpSync(path.join(here, 'langium'), langium, { recursive: true });
  execFileSync(process.execPath, [peer('langium-cli/bin/langium.js'), 'generate'], { cwd: langium, stdio: 'ignore' });
  const needsRequire = "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);";
  const base = {
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    supported: { 'regexp-unicode-property-escapes': true },
    logLevel: 'error',
    banner: { js: needsRequire },
    outExtension: { '.js': '.mjs' },
  };
  const entryPoints = ['server', 'check', 'engine'].map((name) => path.join(langium, `${name}.mjs`));
  await build({ ...base, entryPoints, outdir: path.join(out, 'langium/bundled'), nodePaths: [peer()] });
  for (const name of ['iplan', 'floor'])
    await build({ ...base, entryPoints: [path.join(here, `engines/${name}.mjs`)], outfile: path.join(out, `${name}.mjs`) });
}

const put = (file, text) => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};
const writers = { iplan, json, yaml };

/** Writes one plan of about so many bytes in every format, and gives the path without the ending. */
export function writePlan(bytes) {
  const declarations = largeTown(bytes);
  const base = path.join(out, `plans/${bytes}/plan`);
  for (const [ending, write] of Object.entries(writers)) put(`${base}.${ending}`, write(declarations));
  return base;
}

/** The same plan in a folder where no rule holds, so that a server only reads and links it. Returns its path without the ending. */
export function writeUnjudged(bytes) {
  const base = path.join(out, `plans/${bytes}/unjudged/plan`);
  put(`${base}.iplan`, writers.iplan(largeTown(bytes)));
  put(path.join(path.dirname(base), 'iplan.config.json'), without(RULES));
  return base;
}

/** Commits a folder, so that what has changed since then can be asked; where there is no git, it is only marked as a repository. */
function keepInGit(folder) {
  const git = (...args) => execFileSync('git', ['-c', 'user.name=Planner', '-c', 'user.email=planner@town.example', ...args], { cwd: folder, stdio: 'ignore' });
  try {
    git('init', '--quiet', '--initial-branch=main');
    git('add', '--all');
    git('commit', '--quiet', '--message=Adopted');
  } catch {
    put(path.join(folder, '.git/HEAD'), 'ref: refs/heads/main\n');
  }
}

/** Writes a country in folders by format; gives the folder of those. */
export function writeCountry(files, bytes) {
  const folder = path.join(out, `country-${files}`);
  const done = path.join(folder, 'done');
  if (existsSync(done) && readFileSync(done, 'utf8') === String(bytes)) return folder;
  rmSync(folder, { recursive: true, force: true });
  const kinds = new Set();
  for (const [name, declarations] of country(files, bytes)) {
    for (const [ending, write] of Object.entries({ ...writers, c4 })) put(path.join(folder, ending, `${name}.${ending}`), write(declarations));
    for (const { kind, holds } of declarations) for (const one of [kind, ...holds.map((held) => held.kind)]) kinds.add(one);
  }
  put(path.join(folder, 'c4/kinds.c4'), c4Kinds([...kinds]));
  keepInGit(path.join(folder, 'iplan'));
  put(done, String(bytes));
  return folder;
}

/** A configuration of iplan without some rules. */
const without = (rules) => JSON.stringify({ rules: Object.fromEntries(rules.map(({ id }) => [id, 'off'])) });

export const schemaFile = path.join(out, 'plan.schema.json');
/** A configuration of iplan with no rules but those on structure and names: about what the peers check. */
export const fewFile = path.join(out, 'few.config.json');
/** A configuration of iplan with no rules at all: what it takes to read and to link. */
const noneFile = path.join(out, 'none.config.json');
/** A configuration of ESLint with what it knows of JSON. */
const eslintFile = path.join(here, 'engines/eslint.config.mjs');
export const rulesetFile = path.join(out, 'spectral.json');
export function writeRules() {
  put(schemaFile, JSON.stringify(schema));
  put(rulesetFile, JSON.stringify(ruleset));
  put(fewFile, without(RULES.filter(({ id }) => !/^(?:structure|names)\//.test(id))));
  put(noneFile, without(RULES));
}

/** How the tools are called. The language servers speak over standard input and output. */
export const tools = {
  iplan: {
    server: ['dist/server.js'],
    check: (folder) => ['dist/cli.js', 'check', '--fail-on', 'never', '--format', 'json', '--no-progress', `${folder}/iplan`],
  },
  'iplan few': {
    check: (folder) => [...tools.iplan.check(folder), '--config', fewFile],
  },
  'iplan none': { check: (folder) => [...tools.iplan.check(folder), '--config', noneFile] },
  'iplan cached': { check: (folder) => [...tools.iplan.check(folder), `--cache=${folder}/cache`] },
  'iplan changed': { check: (folder) => [...tools['iplan cached'].check(folder), '--changed'] },
  floor: { server: [path.join(out, 'floor.mjs')] },
  langium: { server: [path.join(out, 'langium/bundled/server.mjs')], check: (folder) => [path.join(out, 'langium/bundled/check.mjs'), `${folder}/iplan`] },
  likec4: { server: [peer('likec4/bin/likec4.mjs'), 'lsp', '--no-color'] },
  json: { server: [peer('vscode-langservers-extracted/bin/vscode-json-language-server')] },
  yaml: { server: [peer('yaml-language-server/bin/yaml-language-server')] },
  'ajv json': { check: (folder) => [peer('ajv-cli/dist/index.js'), 'validate', '-s', schemaFile, '-d', `${folder}/json/**/*.json`, '--strict=false'] },
  'ajv yaml': { check: (folder) => [peer('ajv-cli/dist/index.js'), 'validate', '-s', schemaFile, '-d', `${folder}/yaml/**/*.yaml`, '--strict=false'] },
  eslint: { check: () => [peer('eslint/bin/eslint.js'), '--config', eslintFile, '.'] },
  spectral: { check: (folder) => [peer('@stoplight/spectral-cli/dist/index.js'), 'lint', '-r', rulesetFile, `${folder}/yaml/**/*.yaml`] },
};

/** The native binary of Biome for this machine; its wrapper would add the start of a Node.js. */
export function biome() {
  const file = peer(
    `@biomejs/cli-${process.platform === 'win32' ? 'win32' : process.platform}-${process.arch}`,
    process.platform === 'win32' ? 'biome.exe' : 'biome',
  );
  return existsSync(file) ? file : undefined;
}
