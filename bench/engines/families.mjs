// What each family of rules takes, in a process of its own: node families.mjs PLAN ROUNDS. Writes the milliseconds of every round as JSON;
// "none" is a plan that is only read and linked. The families take turns, after a first round that warms up.
import { readFileSync } from 'node:fs';
import path from 'node:path';

const [base, rounds] = process.argv.slice(2);
const { analyse, families } = await import(path.resolve(import.meta.dirname, '../../out/bench/iplan.mjs'));
const text = readFileSync(`${base}.iplan`, 'utf8');
const took = {};
for (let round = 0; round <= Number(rounds); round++)
  for (const family of ['none', ...families.keys()]) {
    const before = performance.now();
    globalThis.kept = analyse(text, [family]);
    if (round > 0) (took[family] ??= []).push(performance.now() - before);
  }
console.log(JSON.stringify(took));
