// The preview as people have it: the real server, asked as the extension asks it, and the page in a browser where there is one.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { shell } from '../../client/src/preview/shell.ts';
import { findChromium } from '../../scripts/lib/chromium.mjs';
import { root } from '../../scripts/lib/node.mjs';
import { worked } from '../worked.mjs';
import { workspace } from '../workspace.mjs';

/** The pause that the preview waits for after a key, in milliseconds. */
const PAUSE = 70;

/** Writes files into a folder, and gives the folder. */
export function written(folder, texts) {
  for (const [file, text] of texts) {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

/** The real server, as the extension starts it, with one document open. */
export async function serverFor(folder, file, text) {
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

/** A browser with a page of the preview in it; nothing where there is none. What it draws takes as long as it answers. */
export async function drawing(scratch) {
  const executablePath = findChromium();
  if (executablePath === undefined) return undefined;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--no-first-run'] });
  return { draw: await pageIn(browser, scratch), close: () => browser.close() };
}

/** The page of the preview in a browser; shows what it is sent and says when it is laid out. */
async function pageIn(browser, scratch) {
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

/**
 * Types into a plan of so many kilobytes, and tells of each view in how many milliseconds it is drawn, each time, the pause counted; and how
 * long the server worked for one. Without a browser, drawing is not in it.
 */
export async function previews({ kilobytes, rounds }, told) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'iplan-previews-'));
  const texts = workspace(50, kilobytes);
  const [[file, text]] = texts;
  const server = await serverFor(written(scratch, texts), file, text);
  const browser = await drawing(scratch);
  try {
    const { views } = await server.preview('overview', true);
    for (const { id } of views) {
      const took = [];
      const before = worked(server.pid);
      for (let round = 0; round < rounds; round++) {
        server.type(0, text.indexOf('"') + 1);
        const began = performance.now();
        // As the extension does: it lets the server say what it finds first.
        await new Promise((rested) => setTimeout(rested, PAUSE));
        const shown = await server.preview(id, false);
        took.push(performance.now() - began + ((await browser?.draw({ type: 'show', uri: 'file:///plan', ...shown })) ?? 0));
      }
      told(id, took, (worked(server.pid) - before) / rounds);
    }
  } finally {
    server.end();
    await browser?.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}
