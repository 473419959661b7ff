// Draws the pictures of the documents anew, from the plan that the tests look at: node scripts/node.mjs scripts/pictures.mjs
// It needs a Chromium and a build; everything else of the project goes without these files being new.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureChromium } from './lib/chromium.mjs';
import { findNode, nodeEnv, nodeFlags, root } from './lib/node.mjs';
import { serveFolder } from './lib/serve.mjs';

const SHOWN = ['coverage', 'timeline', 'actors', 'indicators'];

const { chromium: executablePath, why } = ensureChromium();
if (why) {
  console.error(`No pictures: ${why}.`);
  process.exit(2);
}
const folder = mkdtempSync(path.join(tmpdir(), 'iplan-pictures-'));
const page = path.join(folder, 'plan.html');
const args = ['server/src/cli/main.ts', 'report', 'test/views/plans/elvebyen', '--output', page, '--as-of', '2026-06-30', '--no-progress'];
const { status } = spawnSync(findNode(), [...nodeFlags, ...args], { cwd: root, env: nodeEnv(), stdio: ['ignore', 'ignore', 'inherit'] });
if (status !== 0) process.exit(2);
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
const tab = await browser.newPage({ viewport: { width: 1080, height: 900 } });
await tab.goto(pathToFileURL(page).href);
for (const view of SHOWN) await tab.locator(`.view.${view}`).screenshot({ path: path.join(root, `docs/images/view-${view}.png`) });

// The playground, as it was built last, with a plan that has just been broken.
const { server, address } = await serveFolder(path.join(root, 'dist/playground'), 0);
await tab.setViewportSize({ width: 1180, height: 760 });
await tab.goto(address);
await tab.getByText('Nothing is found in this plan.').waitFor();
await tab.getByRole('button', { name: 'Break it' }).click();
await tab.locator('.cm-lintRange-error').waitFor();
await tab.frameLocator('#preview').getByRole('button', { name: 'Responsibilities' }).click();
await tab.frameLocator('#preview').locator('#view-responsibilities').waitFor();
await tab.screenshot({ path: path.join(root, 'docs/images/playground.png') });
server.close();
await browser.close();
rmSync(folder, { recursive: true, force: true });
