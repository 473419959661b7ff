// npm run soak: random cases for as long as one likes, each turn from another seed, as many at once as there are cores. What breaks is
// made as small as it can be and added to test/corpus/, from where every later run tries it again. Ends with 1 when something broke.
// Options: --minutes=60, the whole time; --seed=N, where the seeds begin; --at-once=N, fewer exercises than cores.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, freemem, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { nodeEnv, nodeFlags, root } from './lib/node.mjs';
import { run } from './lib/run.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    seed: { type: 'string', default: `${Date.now() % 1_000_000_000}` },
    'at-once': { type: 'string' },
  },
});
const end = Date.now() + Number(values.minutes) * 60_000;
/** An exercise goes on for so long before another one has its turn, in milliseconds. */
const TURN = Math.min(90_000, (Number(values.minutes) * 60_000) / 14);
/** What an exercise and the servers that it starts may need of memory, in bytes. */
const MEMORY = 1.5 * 2 ** 30;

/** What is tried: the properties of a file whose tests have such a name, and the share of the time that they get. */
const EXERCISES = [
  ['test/syntax.test.ts', 'never throws on mutants', 4],
  ['test/syntax.test.ts', 'never throws on random text', 1],
  ['test/syntax.test.ts', 'same tree after an edit', 4],
  ['test/lint.test.ts', 'same after edits', 4],
  ['test/features/never-fails.test.ts', 'answer something', 2],
  ['test/features/never-fails.test.ts', 'have rows', 1],
  ['test/print.test.ts', 'mutants', 1],
  ['test/print.test.ts', 'whatever the white space', 1],
  ['test/server/fresh.test.ts', 'in an editor that asks', 2],
  ['test/server/fresh.test.ts', 'in an editor that is told', 1],
  ['test/safety/messages.test.ts', 'end no server', 2],
  ['test/safety/sync.test.ts', 'same text', 2],
  ['test/safety/living.test.ts', 'says what a server says', 4],
].map(([file, name, share]) => ({ file, name, share, spent: 0, running: false }));

/** What an hour on two cores is to reach, and the properties whose cases count towards it. */
const FIGURES = [
  ['mutants and random texts', 1_000_000, ['mutants', 'random-text']],
  ['sequences of edits', 100_000, ['edits', 'edits-of-many-files', 'sync']],
];

let seed = Number(values.seed);
/** How many cases each property was held against. */
const tried = new Map();
let broken = 0;
const room = Math.max(1, Math.min(availableParallelism(), EXERCISES.length, Math.floor(freemem() / MEMORY)));
const atOnce = Math.min(room, Number(values['at-once'] ?? room));
console.log(`Soaking for ${values.minutes} minutes, ${atOnce} at once, load ${loadavg()[0].toFixed(1)}, ${(freemem() / 2 ** 30).toFixed(1)} GB free.`);
// Each child is ended with this process.
process.setMaxListeners(atOnce + 10);
await Promise.all(Array.from({ length: atOnce }, takeTurns));

const said = (cases) => cases.toLocaleString('en').padStart(11);
for (const [what, cases] of tried) console.log(`${what.padEnd(26)}${said(cases)}`);
for (const [what, figure, names] of FIGURES) {
  const cases = names.reduce((sum, name) => sum + (tried.get(name) ?? 0), 0);
  console.log(`${what.padEnd(26)}${said(cases)} of ${said(figure).trim()}${cases < figure ? ': NOT REACHED' : ''}`);
}
console.log(broken === 0 ? 'Nothing broke.' : `${broken} turns broke something; see test/corpus/.`);
process.exit(broken === 0 ? 0 : 1);

/** Gives turns until the time is over, each to the exercise that is furthest behind its share. None runs twice at once, since both would write its corpus. */
async function takeTurns() {
  for (let left = end - Date.now(); left >= 2000; left = end - Date.now()) {
    const [next] = EXERCISES.filter(({ running }) => !running).sort((a, b) => a.spent / a.share - b.spent / b.share);
    const ms = Math.round(Math.min(left, TURN));
    next.running = true;
    next.spent += ms;
    await take(next, ms);
    next.running = false;
  }
}

async function take({ file, name }, ms) {
  // The time is limited here, and the case that the end of a turn interrupts is not waited for; what it leaves behind goes with its folder.
  const mocha = ['node_modules/mocha/bin/mocha.js', '--no-config', '--extension=ts', '--timeout=0', '--exit'];
  const args = [...nodeFlags, ...mocha, file, '-g', name];
  const scratch = mkdtempSync(path.join(tmpdir(), 'iplan-soak-'));
  const env = nodeEnv({ IPLAN_SOAK: '1', IPLAN_MS: `${ms}`, IPLAN_SEED: `${++seed}`, TMPDIR: scratch });
  const { code, output } = await run(process.execPath, args, { cwd: root, env, echo: false, minutes: ms / 60_000 + 5 });
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  for (const [line, what, cases] of output.matchAll(/^held (\S+): (\d+) cases.*$/gm)) {
    tried.set(what, (tried.get(what) ?? 0) + Number(cases));
    console.log(line);
  }
  if (code === 0) return;
  broken++;
  console.log(output.slice(-4000));
}
