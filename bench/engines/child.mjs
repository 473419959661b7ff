// One engine in a process of its own: node child.mjs NAME PLAN MILLISECONDS. Writes the first call and the later ones as JSON, in milliseconds.
import { readFileSync } from 'node:fs';
import { ENGINES } from './engines.mjs';

const [name, base, budget] = process.argv.slice(2);
const { ending, load } = ENGINES[name];
const text = readFileSync(`${base}.${ending}`, 'utf8');
const parse = await load();
const took = [];
const began = performance.now();
do {
  const before = performance.now();
  globalThis.kept = await parse(text);
  took.push(performance.now() - before);
} while (took.length < 3 || (performance.now() - began < Number(budget) && took.length < 60));
const [cold, ...rest] = took;
const warm = rest.slice(Math.floor(rest.length / 3)).sort((a, b) => a - b);
console.log(JSON.stringify({ cold, warm: warm[warm.length >> 1], best: warm[0] }));
