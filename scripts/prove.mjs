// npm run prove: breaks every promise of docs/SECURITY.md in a copy of the project, one after the other, and sees that its test turns red.
// Options: the ids of some rows; without any, all of them. Ends with 1 where a test stayed green.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ROWS } from '../test/safety/rows.mjs';
import { nodeEnv, nodeFlags, root } from './lib/node.mjs';
import { run } from './lib/run.mjs';

const wanted = process.argv.slice(2);
const copy = mkdtempSync(path.join(tmpdir(), 'iplan-prove-'));
const left = new Set(['node_modules', '.git', '.vscode-test', 'out']);
cpSync(root, copy, { recursive: true, filter: (from) => path.dirname(from) !== root || !left.has(path.basename(from)) });
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));

const node = (args, runs = '4000') =>
  run(process.execPath, [...nodeFlags, ...args], { cwd: copy, env: nodeEnv({ IPLAN_RUNS: runs, IPLAN_QUICK: '1' }), echo: false, minutes: 4 });
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
let green = 0;
for (const { id, tests, change } of ROWS.filter(({ id }) => wanted.length === 0 || wanted.includes(id))) {
  const file = path.join(copy, change.file);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(change.from)) {
    console.log(`${id} ✗ ${change.file} does not hold ${JSON.stringify(change.from)}`);
    green++;
    continue;
  }
  const [test, name] = change.proof === undefined ? tests[0] : tests.find(([, one]) => one === change.proof);
  writeFileSync(
    file,
    text.replace(change.from, () => change.to),
  );
  try {
    if (change.build) await node(['scripts/build.mjs']);
    const { code, output } = await node(['node_modules/mocha/bin/mocha.js', '--no-config', '--extension=ts', '--bail', test, '-g', escaped(name)]);
    // What hangs is ended: a promise to end is broken by that.
    const failed = code === 124 || (code !== 0 && /\d+ failing/.test(output));
    if (!failed) green++;
    console.log(
      `${id} ${failed ? (code === 124 ? '✓ red, since it did not end' : '✓ red') : `✗ ${code === 0 ? 'stayed green' : `no test ran (${output.slice(-300)})`}`}: ${test} “${name}”`,
    );
  } finally {
    writeFileSync(file, text);
    if (change.build) await node(['scripts/build.mjs']);
  }
}
rmSync(copy, { recursive: true, force: true });
console.log(green === 0 ? 'Every test turned red.' : `${green} did not.`);
process.exit(green === 0 ? 0 : 1);
