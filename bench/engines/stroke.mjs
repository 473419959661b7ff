// What a letter in a plan takes apart from all messages, in a process of its own: node stroke.mjs PLAN STROKES. Writes milliseconds as JSON: to
// parse what it touched, to read that anew, and to judge the text. Between two letters there is as long a pause as in the bench with messages:
// the processor has seen something else since, and all takes longer than at once.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';

const [base, strokes] = process.argv.slice(2);
const { typing } = await import(path.resolve(import.meta.dirname, '../../out/bench/iplan.mjs'));
const text = readFileSync(`${base}.iplan`, 'utf8');
const places = [...text.matchAll(/^ {4}status /gm)].map((match) => match.index + match[0].length);
const stroke = typing(text, places[places.length >> 1]);
const took = {};
for (let i = 0; i < Number(strokes); i++) {
  for (const [what, ms] of Object.entries(stroke())) (took[what] ??= []).push(ms);
  await setTimeout(30);
}
// The first strokes warm up, as those of a server do that was just started.
console.log(JSON.stringify(Object.fromEntries(Object.entries(took).map(([what, all]) => [what, all.slice(all.length / 4)]))));
