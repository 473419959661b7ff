// How long views take: those of the state in a nation of 300 plans, and the preview of a plan of 100 KB from a pause until it is drawn.
//   npm run bench:views -- [--plans 300] [--kilobytes 100] [--rounds 40] [--keep FOLDER]; ends with 1 when a bar is not met.
// With --keep the nation and its report stay there. What is drawn is measured where there is a Chromium; dist/ must have been built.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../scripts/lib/node.mjs';
import { drawing, previews, serverFor, written } from './lib/previews.mjs';
import { nation } from './nation.mjs';
import { worked } from './worked.mjs';

const { values } = parseArgs({
  options: {
    plans: { type: 'string', default: '300' },
    kilobytes: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '40' },
    keep: { type: 'string' },
  },
});
/** Bars in milliseconds; the second counts from the last key. */
const [VIEW_BAR, PREVIEW_BAR] = [2000, 200];
const scratch = values.keep === undefined ? mkdtempSync(path.join(tmpdir(), 'iplan-views-')) : path.resolve(values.keep);
mkdirSync(scratch, { recursive: true });
let missed = false;

const told = (what, took, work, bar) => {
  const median = medianOf(took);
  if (median > bar) missed = true;
  const ms = (number) => `${number.toFixed(0).padStart(6)} ms`;
  console.log(
    `${what.padEnd(40)}${ms(median)} median${ms(Math.max(...took))} most${ms(work)} work of the server   bar ${bar} ms${median > bar ? '  MISSED' : ''}`,
  );
};
const medianOf = (all) => all.toSorted((a, b) => a - b)[all.length >> 1];

if (!existsSync(path.join(root, 'dist/server.js'))) {
  console.error('There are no bundles yet; run "npm run build".');
  process.exit(2);
}
console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node.js ${process.version}\n`);
const browser = await drawing(scratch);

const plans = nation(Number(values.plans));
const size = [...plans.values()].reduce((sum, text) => sum + text.length, 0);
const state = await serverFor(written(path.join(scratch, 'nation'), plans), 'plan.iplan', plans.get('plan.iplan'));
let began = performance.now();
const { views } = await state.preview('overview', true);
console.log(
  `A nation of ${plans.size} plans, ${(size / 1e6).toFixed(1)} MB: read and judged, its first overview shown after ${Math.round(performance.now() - began)} ms`,
);
for (const { id } of views) {
  const took = [];
  const before = worked(state.pid);
  for (let round = 0; round < 5; round++) {
    state.type(0, 13);
    began = performance.now();
    const shown = await state.preview(id, true);
    took.push(performance.now() - began + ((await browser?.draw({ type: 'show', uri: 'file:///plan', ...shown })) ?? 0));
  }
  told(`  ${id}, judged anew and drawn`, took, (worked(state.pid) - before) / 5, VIEW_BAR);
}
state.end();

console.log(`\nA file of ${values.kilobytes} KB, from the last key until its preview is drawn, the pause before it counted:`);
await previews({ kilobytes: Number(values.kilobytes), rounds: Number(values.rounds) }, (id, took, work) => told(`  ${id}`, took, work, PREVIEW_BAR));
if (browser === undefined) console.log('\nThere is no Chromium here: drawing is not in these figures.');
await browser?.close();
if (values.keep === undefined) rmSync(scratch, { recursive: true, force: true });
process.exit(missed ? 1 : 0);
