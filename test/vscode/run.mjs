// Runs the suites inside a real VS Code: node test/vscode/run.mjs --host=node|web --from=source|vsix
//   --folder=<path>       the workspace; examples/netherlands unless told (a copy of it is opened)
//   --seconds=<number>    the limit of the whole run, 300 unless told
//   --screenshot=<file>   a picture of the window at the end, where VS Code runs in a browser
//   --log=<file>          everything that VS Code said
// The environment may hold IPLAN_ONLY, a part of the names of the tests to run, in the node host.
// VS Code is the one at VSCODE_PATH, or one that is downloaded if IPLAN_VSCODE_DOWNLOAD is set, or the one from npm.
// Exit code: 0 all passed, 1 a test failed, 2 the tests could not be run.
import fs, { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import git from 'isomorphic-git';
import { root } from '../../scripts/lib/node.mjs';
import { testsFolder } from './bundle.mjs';

const { values } = parseArgs({
  options: {
    host: { type: 'string', default: 'node' },
    from: { type: 'string', default: 'source' },
    folder: { type: 'string', default: path.join(root, 'examples/netherlands') },
    seconds: { type: 'string', default: '300' },
    screenshot: { type: 'string' },
    log: { type: 'string' },
  },
});
const { host, from } = values;
const tests = testsFolder(host);
const vsix = path.join(root, 'iplan.vsix');
for (const [file, how] of [
  [path.join(tests, 'index.js'), 'node scripts/node.mjs test/vscode/bundle.mjs'],
  ...(from === 'vsix' ? [[vsix, 'npm run package']] : []),
]) {
  if (!existsSync(file)) stop(2, `${path.relative(root, file)} is missing; make it with "${how}".`);
}

const scratch = mkdtempSync(path.join(tmpdir(), 'iplan-plans-'));
const folder = path.join(scratch, path.basename(values.folder));
cpSync(values.folder, folder, { recursive: true });
await keepInGit(folder);

let log = '';
let told = false;
const plan = {
  host,
  tests,
  folder,
  extension: from === 'source' ? root : undefined,
  vsix: from === 'vsix' ? vsix : undefined,
  screenshot: values.screenshot,
  signal: AbortSignal.timeout(Number(values.seconds) * 1000),
  say: (line) => {
    told = true;
    console.log(line);
  },
  note: (line) => {
    log += `${line}\n`;
  },
};

let code = 2;
try {
  const desktop = process.env.VSCODE_PATH || process.env.IPLAN_VSCODE_DOWNLOAD;
  const { runTests } = await import(desktop ? './desktop.mjs' : './browser.mjs');
  const passed = await runTests(plan);
  // VS Code also says "failed" when it could not even load the tests; then nothing was told.
  if (!told) throw new Error('VS Code did not run the tests.');
  code = passed ? 0 : 1;
} catch (error) {
  console.error(plan.signal.aborted ? `The tests did not end within ${values.seconds} seconds.` : error.message);
  console.error(log.split('\n').slice(-60).join('\n'));
} finally {
  if (values.log) writeFileSync(values.log, log);
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
}
stop(code);

/** One commit with everything in it, so that there is something to compare with. */
async function keepInGit(dir) {
  await git.init({ fs, dir, defaultBranch: 'main' });
  await git.add({ fs, dir, filepath: '.' });
  await git.commit({ fs, dir, message: 'Adopted', author: { name: 'Planner', email: 'planner@town.example' } });
}

function stop(exitCode, sentence) {
  if (sentence) console.error(sentence);
  process.exit(exitCode);
}
