// Runs the suites in VS Code's browser build: its server on this machine, its window in a Chromium without a screen.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { ensureChromium } from '../../scripts/lib/chromium.mjs';
import { ensureVscode, installVsix, makeProfile, startServer } from '../../scripts/lib/vscode.mjs';
import { serveToWebHost } from './web-host.mjs';

const mark = '[iplan-test] ';
const click = '[iplan-click] ';
const press = '[iplan-press] ';

/** Resolves with whether all tests passed; rejects when they could not be run. */
export async function runTests(plan) {
  const found = ensureChromium();
  if (found.why) throw new Error(`The tests need a browser: ${found.why}.`);
  ensureVscode();
  const profile = makeProfile();
  let server;
  let browser;
  let page;
  try {
    if (plan.vsix) installVsix(profile, plan.vsix);
    // A built VS Code takes no tests from its address without the switch for its own smoke tests.
    const extra = ['--without-connection-token', '--enable-smoke-test-driver'];
    server = await startServer(profile, { extra, onLog: (text) => plan.note(`[server] ${text.trimEnd()}`) });
    browser = await chromium.launch({ executablePath: found.chromium, args: switches, timeout: 60_000 });
    page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const extensions = [plan.tests, ...(plan.extension ? [plan.extension] : [])];
    const ended = watch(page, plan);
    // What may still fail later must have a listener now, or Node ends the process before the clean-up below.
    ended.catch(() => {});
    if (plan.host === 'web') {
      const installed = plan.vsix ? installedIn(profile.extensions) : [];
      await serveToWebHost(page, server.origin, [...extensions, ...installed]);
    }
    await page.goto(address(server, plan, extensions), { timeout: 60_000 });
    const gone = server.ended.then(() => Promise.reject(new Error('VS Code ended in the middle of the tests.')));
    gone.catch(() => {});
    const aborted = new Promise((_, reject) => {
      plan.signal.addEventListener('abort', () => reject(new Error('out of time')), { once: true });
    });
    return await Promise.race([ended, gone, aborted]);
  } finally {
    if (plan.screenshot) await page?.screenshot({ path: plan.screenshot, timeout: 10_000 }).catch(() => {});
    await Promise.race([browser?.close().catch(() => {}), new Promise((resolve) => setTimeout(resolve, 10_000).unref())]);
    await server?.stop();
    profile.remove();
  }
}

// Without a sandbox, because the system account, which many build machines run as, may not have one. Only this machine's
// own pages are opened.
const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-dev-shm-usage',
  '--no-first-run',
];

/** Listens to the two functions that VS Code calls in a page when it runs an extension's tests. */
async function watch(page, plan) {
  page.on('console', (message) => plan.note(`[page] ${message.type()} ${message.text()}`));
  page.on('pageerror', (error) => plan.note(`[page] ${error}`));
  const crashed = new Promise((_, reject) => page.on('crash', () => reject(new Error('The page crashed.'))));
  crashed.catch(() => {});
  await page.exposeFunction('codeAutomationLog', (_type, args) => {
    const text = args.map((arg) => (typeof arg === 'string' ? arg : JSON.stringify(arg))).join(' ');
    if (text.startsWith(mark)) plan.say(text.slice(mark.length));
    else if (text.startsWith(click)) void clickInPreview(page, text.slice(click.length)).catch((error) => plan.note(`[click] ${error}`));
    else if (text.startsWith(press)) {
      const button = page.locator('.notification-list-item').getByRole('button', { name: text.slice(press.length) });
      void button.click({ timeout: 10_000 }).catch((error) => plan.note(`[press] ${error}`));
    } else plan.note(`[log] ${text}`);
  });
  const exited = new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', (code) => resolve(code === 0));
  });
  return Promise.race([exited, crashed]);
}

/** Clicks what has these words in a preview, which is a frame within a frame of the window. */
async function clickInPreview(page, words) {
  for (const frame of page.frames()) {
    const found = frame.locator('main a.at', { hasText: words }).first();
    if ((await found.count().catch(() => 0)) > 0) return found.click({ timeout: 10_000 });
  }
  throw new Error(`No preview says "${words}".`);
}

function address({ origin, port }, { host, tests, folder }, extensions) {
  const remote = (file) => `vscode-remote://127.0.0.1:${port}${file}`;
  const payload = [
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
  ];
  if (host === 'node') {
    for (const extension of extensions) payload.push(['extensionDevelopmentPath', remote(extension)]);
    payload.push(['extensionTestsPath', remote(`${tests}/index`)]);
  }
  return `${origin}/?${new URLSearchParams({ folder, payload: JSON.stringify(payload) })}`;
}

const installedIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => path.join(folder, entry.name));
