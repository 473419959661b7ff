// npm run soak: random cases for as long as one likes, each round from another seed. What breaks is made as small as it can be and
// added to test/corpus/, from where every later run tries it again. Ends with 1 when something broke.
// Options: --minutes=60, the whole time; --seed=N, where the seeds begin.
import { availableParallelism, freemem, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { nodeEnv, nodeFlags, root } from './lib/node.mjs';
import { run } from './lib/run.mjs';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '60' }, seed: { type: 'string', default: `${Date.now() % 1_000_000_000}` } } });
const end = Date.now() + Number(values.minutes) * 60_000;
/** One exercise goes on for so long before the next one has its turn, in milliseconds. */
const TURN = Math.min(90_000, (Number(values.minutes) * 60_000) / 14);

/** What is tried: the properties of a file whose tests have such a name, and the share of the time that they get. */
const EXERCISES = [
  ['test/syntax.test.ts', 'never throws on mutants', 2],
  ['test/syntax.test.ts', 'never throws on random text', 1],
  ['test/syntax.test.ts', 'same tree after an edit', 2],
  ['test/lint.test.ts', 'same after edits', 2],
  ['test/features/never-fails.test.ts', 'answer something', 1],
  ['test/print.test.ts', 'mutants', 1],
  ['test/server/fresh.test.ts', 'in an editor that asks', 1],
  ['test/safety/messages.test.ts', 'end no server', 1],
  ['test/safety/sync.test.ts', 'same text', 1],
  ['test/safety/living.test.ts', 'says what a server says', 2],
];

let seed = Number(values.seed);
const tried = new Map();
let broken = 0;
console.log(
  `Soaking for ${values.minutes} minutes on ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)}, ${(freemem() / 2 ** 30).toFixed(1)} GB free.`,
);
const all = EXERCISES.reduce((sum, [, , share]) => sum + share, 0);
while (Date.now() < end) {
  for (const [file, name, share] of EXERCISES) {
    const left = end - Date.now();
    if (left < 2000) break;
    const ms = Math.round(Math.min(left, (TURN * share * EXERCISES.length) / all));
    const args = [...nodeFlags, 'node_modules/mocha/bin/mocha.js', '--no-config', '--extension=ts', file, '-g', name];
    const env = nodeEnv({ IPLAN_SOAK: '1', IPLAN_MS: `${ms}`, IPLAN_SEED: `${++seed}` });
    const { code, output } = await run(process.execPath, args, { cwd: root, env, echo: false, minutes: ms / 60_000 + 5 });
    for (const [line, what, cases] of output.matchAll(/^held (\S+): (\d+) cases.*$/gm)) {
      tried.set(what, (tried.get(what) ?? 0) + Number(cases));
      console.log(line);
    }
    if (code === 0) continue;
    broken++;
    console.log(output.slice(-4000));
  }
}
for (const [what, cases] of tried) console.log(`${what.padEnd(24)} ${cases.toLocaleString('en')}`);
console.log(broken === 0 ? 'Nothing broke.' : `${broken} rounds broke something; see test/corpus/.`);
process.exit(broken === 0 ? 0 : 1);
