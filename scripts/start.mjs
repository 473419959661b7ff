// npm start: installs what is missing, builds, shows what the checker says about the examples, and opens them in VS Code.
// Options: --no-editor ends after the findings. Exit code: 0 after a run, whatever was found; 2 when the run itself failed.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled } from './lib/install.mjs';
import { continueInNode, findNode, nodeEnv, nodeFlags, root } from './lib/node.mjs';
import { run } from './lib/run.mjs';

try {
  ensureInstalled(root, "the project's packages");
  await continueInNode(import.meta.filename ?? new URL(import.meta.url).pathname);
  await build();
  await check();
  if (wantsEditor()) {
    const { openEditor } = await import('./lib/editor.mjs');
    process.exitCode = await openEditor(path.join(root, 'examples'));
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

async function build() {
  console.log('Building …');
  const script = path.join(root, 'scripts/build.mjs');
  const { code } = await run(findNode(), [...nodeFlags, script], { cwd: root, env: nodeEnv(), minutes: 5 });
  if (code !== 0) throw new Error('The build failed; its own words stand above.');
}

async function check() {
  if (!existsSync(path.join(root, 'examples'))) return;
  console.log('Checking the plans in examples/ …\n');
  const env = nodeEnv(process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {});
  const { code } = await run(findNode(), ['dist/cli.js', 'check', 'examples'], { cwd: root, env, minutes: 5 });
  // The examples are there to be found fault with, so findings (1) are a good run.
  if (code !== 0 && code !== 1) throw new Error(`The checker did not run to its end (exit code ${code}).`);
}

function wantsEditor() {
  if (process.argv.includes('--no-editor')) return false;
  if (process.stdout.isTTY && !process.env.CI) return true;
  console.log('\nNo terminal to stay in, so no editor is opened. "npm start" in a terminal opens one.');
  return false;
}
