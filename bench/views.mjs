// How long views take: those of the state in a nation of 300 plans, and the preview of a plan of 100 KB from a pause until it is drawn.
//   npm run bench:views -- [--plans 300] [--kilobytes 100] [--rounds 40] [--keep FOLDER]; ends with 1 when a bar is not met.
// With --keep the nation and its report stay there. What is drawn is measured where there is a Chromium; dist/ must have been built.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { shell } from '../client/src/preview/shell.ts';
import { findChromium } from '../scripts/lib/chromium.mjs';
import { root } from '../scripts/lib/node.mjs';
import { nation } from './nation.mjs';
import { worked } from './worked.mjs';
import { workspace } from './workspace.mjs';

const { values } = parseArgs({
  options: {
    plans: { type: 'string', default: '300' },
    kilobytes: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '40' },
    keep: { type: 'string' },
  },
});
/** Bars in milliseconds; the second counts from the last key, with the pause that the preview waits for. */
const [VIEW_BAR, PREVIEW_BAR, PAUSE] = [2000, 200, 70];
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

function written(name, texts) {
  const folder = path.join(scratch, name);
  for (const [file, text] of texts) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

/** The real server, as the extension starts it, with one document open. */
async function serverFor(folder, file, text) {
  const child = spawn(process.execPath, [path.join(root, 'dist/server.js'), '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  connection.onRequest('workspace/diagnostic/refresh', () => null);
  connection.listen();
  const folders = [{ uri: pathToFileURL(folder).href, name: 'bench' }];
  await connection.sendRequest('initialize', { processId: null, rootUri: null, workspaceFolders: folders, capabilities: { textDocument: { diagnostic: {} } } });
  await connection.sendNotification('initialized', {});
  const uri = pathToFileURL(path.join(folder, file)).href;
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'iplan', version: 1, text } });
  const preview = (view, rested) => connection.sendRequest('iplan/preview', { uri, view, rested });
  let version = 1;
  const type = (line, character) =>
    connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [{ range: { start: { line, character }, end: { line, character } }, text: 'x' }],
    });
  return { preview, type, pid: child.pid, end: () => child.kill() };
}

/** The page of the preview in a browser; shows what it is sent and says when it is laid out. */
async function pageIn(browser) {
  const page = await browser.newPage({ viewport: { width: 900, height: 800 } });
  await page.addInitScript(() => Object.assign(window, { acquireVsCodeApi: () => ({ postMessage() {}, getState() {}, setState() {} }) }));
  const file = path.join(scratch, 'preview.html');
  writeFileSync(
    file,
    shell('file:', (name) => pathToFileURL(path.join(root, 'dist', name)).href, 'abc'),
  );
  await page.goto(pathToFileURL(file).href);
  return (message) =>
    page.evaluate(async (data) => {
      const began = performance.now();
      const shown = new Promise((done) => window.addEventListener('message', done, { once: true }));
      window.postMessage(data, '*');
      await shown;
      // Asking where something stands lays everything out; a window that nobody looks at is never painted.
      document.body.getBoundingClientRect();
      return performance.now() - began;
    }, message);
}

if (!existsSync(path.join(root, 'dist/server.js'))) {
  console.error('There are no bundles yet; run "npm run build".');
  process.exit(2);
}
console.log(`${cpus()[0]?.model.trim()}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}, Node.js ${process.version}\n`);
const executablePath = findChromium();
const browser =
  executablePath === undefined
    ? undefined
    : await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'] });
const draw = browser && (await pageIn(browser));

const plans = nation(Number(values.plans));
const size = [...plans.values()].reduce((sum, text) => sum + text.length, 0);
const state = await serverFor(written('nation', plans), 'plan.iplan', plans.get('plan.iplan'));
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
    took.push(performance.now() - began + (draw === undefined ? 0 : await draw({ type: 'show', uri: 'file:///plan', ...shown })));
  }
  told(`  ${id}, judged anew and drawn`, took, (worked(state.pid) - before) / 5, VIEW_BAR);
}
state.end();

const texts = workspace(50, Number(values.kilobytes));
const [[file, text]] = texts;
const large = await serverFor(written('large', texts), file, text);
await large.preview('overview', true);
console.log(`\nA file of ${Math.round(text.length / 1024)} KB, from the last key until its preview is drawn, the pause of ${PAUSE} ms counted:`);
for (const { id } of views) {
  const took = [];
  const before = worked(large.pid);
  for (let round = 0; round < Number(values.rounds); round++) {
    large.type(0, text.indexOf('"') + 1);
    began = performance.now();
    // As the extension does: it lets the server say what it finds first.
    await new Promise((rested) => setTimeout(rested, PAUSE));
    const shown = await large.preview(id, false);
    took.push(performance.now() - began + (draw === undefined ? 0 : await draw({ type: 'show', uri: 'file:///plan', ...shown })));
  }
  told(`  ${id}`, took, (worked(large.pid) - before) / took.length, PREVIEW_BAR);
}
large.end();
if (draw === undefined) console.log('\nThere is no Chromium here: drawing is not in these figures.');
await browser?.close();
if (values.keep === undefined) rmSync(scratch, { recursive: true, force: true });
process.exit(missed ? 1 : 0);
