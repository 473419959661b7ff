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

/** All examples in a line a plan, then one department's file with every word of its findings. */
async function check() {
  const shown = 'examples/netherlands/municipality-b/support.iplan';
  if (!existsSync(path.join(root, shown))) return;
  console.log('Checking the plans in examples/ …\n');
  const report = JSON.parse(await checked(['examples', '--format', 'json'], false));
  for (const plan of [...report.plans].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const folder = path.posix.dirname(plan.file);
    const inside = report.plans.map((other) => path.posix.dirname(other.file)).filter((other) => other.startsWith(`${folder}/`));
    const own = report.problems.filter(({ file }) => file.startsWith(`${folder}/`) && !inside.some((other) => file.startsWith(`${other}/`)));
    const counts = ['error', 'warning', 'information'].map((severity) => own.filter((problem) => problem.severity === severity).length);
    console.log(`${counts.map((n, i) => `${'✖▲ℹ'[i]} ${String(n).padEnd(3)}`).join(' ')} ${folder.replace(/^examples\//, '')} — ${plan.title}`);
  }
  console.log(`\nWhat is said of one file of them, ${shown}:\n`);
  await checked([shown], true);
  console.log(`\nAll of it: node scripts/node.mjs dist/cli.js check examples. Why a rule asks: node scripts/node.mjs dist/cli.js explain no-coordinator.`);
}

async function checked(args, echo) {
  const env = nodeEnv(process.stdout.isTTY && !process.env.NO_COLOR ? { FORCE_COLOR: '1' } : {});
  const { code, output } = await run(findNode(), ['dist/cli.js', 'check', ...args], { cwd: root, env, minutes: 5, echo });
  // The examples are there to be found fault with, so findings (1) are a good run.
  if (code !== 0 && code !== 1) throw new Error(`The checker did not run to its end (exit code ${code}).`);
  return output;
}

function wantsEditor() {
  if (process.argv.includes('--no-editor')) return false;
  if (process.stdout.isTTY && !process.env.CI) return true;
  console.log('\nNo terminal to stay in, so no editor is opened. "npm start" in a terminal opens one.');
  return false;
}
