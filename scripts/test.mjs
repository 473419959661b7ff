// npm test: installs what is missing, builds, runs every suite, and ends with one line that adds them all up.
// Options: --fast leaves out the suites inside editors; --all counts a suite that cannot run here as failed, not skipped;
// a suite's own name (types, lint, unit, editors, browser, vscode) runs that one only, e.g. "npm test -- unit". The suite "screen", which
// takes minutes and leaves pictures to be looked at, runs only when it is named.
import path from 'node:path';
import { ensureChromium } from './lib/chromium.mjs';
import { count, failures, summary } from './lib/counts.mjs';
import { ensureEditors } from './lib/editors.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { continueInNode, findNode, nodeEnv, nodeFlags, root } from './lib/node.mjs';
import { run } from './lib/run.mjs';
import { ensureVscode } from './lib/vscode.mjs';

const has = (option) => process.argv.slice(2).includes(option);
const only = process.argv.slice(2).filter((arg) => !arg.startsWith('--'));
const wanted = (name) => only.length === 0 || only.includes(name);
/** Tests start the command line and the server many times: Node keeps what it has compiled of them. */
const compiled = path.join(root, 'node_modules/.cache/compiled');
const total = { passed: 0, failed: 0, skipped: 0 };
/** What is to be read again at the end, since a long run has scrolled it away. */
const failed = [];

try {
  ensureInstalled(root, "the project's packages");
  await continueInNode(import.meta.filename ?? new URL(import.meta.url).pathname);
  await suites();
} catch (error) {
  console.error(error.message);
  failed.push(`  ${error.message}`);
  total.failed++;
}
if (failed.length > 0) console.log(`\n── What failed ──\n${failed.join('\n\n')}`);
console.log(`\n${summary(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

async function suites() {
  const built = await suite('build', ['scripts/build.mjs']);
  if (wanted('types')) await suite('types', ['node_modules/typescript/bin/tsc', '--noEmit', '--pretty', 'false']);
  if (wanted('lint')) await suite('lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '--max-diagnostics=50']);
  // The suites below use the bundles; without them they would only repeat that the build failed.
  if (!built) return;
  if (wanted('unit')) await suite('unit', ['node_modules/mocha/bin/mocha.js']);
  if (wanted('editors') && !has('--fast')) await editorSuites();
  if (wanted('browser') && !has('--fast')) await browserSuite();
  if (wanted('vscode') && !has('--fast')) await vscodeSuites();
  if (only.includes('screen')) await screenSuite();
}

/** Neovim and Emacs; each skips its tests where it is not there. */
async function editorSuites() {
  const mocha = [
    'node_modules/mocha/bin/mocha.js',
    '--no-config',
    '--reporter',
    path.join(root, 'scripts/lib/reporter.cjs'),
    path.join(root, 'test/editors/*.test.ts'),
  ];
  for (const { name, why } of ensureEditors()) {
    if (!why) await suite(name, [...mocha, '--grep', name]);
    else skip(name, 1, why);
  }
}

/** Counts tests that cannot run here. */
function skip(name, tests, why) {
  total[has('--all') ? 'failed' : 'skipped'] += tests;
  console.log(`\n── ${name} ──\n${has('--all') ? 'Failed' : 'Skipped'}: ${why}.`);
  if (has('--all')) failed.push(`${name}\n  It cannot run here: ${why}.`);
}

/** The views of every example, and the playground, in a real browser. */
async function browserSuite() {
  const { why } = ensureChromium();
  const suites = { 'views in a browser': 'test/browser/views.test.ts', 'playground in a browser': 'test/browser/playground.test.ts' };
  if (why) return skip('views and playground in a browser', Object.keys(suites).length, why);
  const mocha = ['node_modules/mocha/bin/mocha.js', '--no-config', '--extension=ts', '--reporter=./scripts/lib/reporter.cjs'];
  for (const [name, file] of Object.entries(suites)) await suite(name, [...mocha, file]);
}

/** A planner's hour at a real VS Code. */
async function screenSuite() {
  const why = prepareVscode({ inBrowser: true });
  if (why) return skip('the screen', 1, why);
  if (!(await suite('the screen: package', ['scripts/package.mjs']))) return;
  const mocha = ['node_modules/mocha/bin/mocha.js', '--no-config', '--extension=ts', '--reporter=./scripts/lib/reporter.cjs'];
  await suite('the screen', [...mocha, 'test/screen/*.test.ts']);
}

async function vscodeSuites() {
  const names = ['node', 'web'].flatMap((host) => ['source', 'vsix'].map((from) => ({ host, from })));
  const why = prepareVscode();
  if (why) return skip('VS Code', names.length, why);
  if (!(await suite('VS Code: package', ['scripts/package.mjs']))) return;
  if (!(await suite('VS Code: bundle the tests', ['test/vscode/bundle.mjs']))) return;
  for (const { host, from } of names) {
    await suite(`VS Code: ${host} host, ${from}`, ['test/vscode/run.mjs', `--host=${host}`, `--from=${from}`]);
  }
}

function prepareVscode({ inBrowser = false } = {}) {
  if (!inBrowser && (process.env.VSCODE_PATH || process.env.IPLAN_VSCODE_DOWNLOAD)) return undefined;
  const { why } = ensureChromium();
  if (why) return why;
  try {
    ensureVscode();
    return undefined;
  } catch (error) {
    return error.message.replace(/\.$/, '');
  }
}

/** Runs one suite, adds its counts to the total, and says whether it passed. */
async function suite(name, [script, ...args]) {
  console.log(`\n── ${name} ──`);
  const started = performance.now();
  const file = path.join(root, script);
  const { code, output } = await run(findNode(), [...nodeFlags, file, ...args], {
    cwd: root,
    env: nodeEnv({ NODE_COMPILE_CACHE: compiled }),
    minutes: 20,
  });
  const counts = count(output, code);
  for (const key of Object.keys(total)) total[key] += counts[key];
  console.log(`${counts.failed > 0 ? '✗' : '✓'} ${name}, ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (counts.failed > 0) failed.push(`${name}\n${failures(output) || `  It ended with ${code}.`}`);
  return counts.failed === 0;
}
