// A VS Code that comes from npm: its server, with the workbench as a web page. Used by `npm start` where no VS Code is
// installed, and by the tests. Several hundred MB on disk, so it is installed only when it is asked for.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ensureInstalled, npm } from './install.mjs';
import { findNode, nodeEnv, root } from './node.mjs';
import { endGroup } from './run.mjs';

const folder = path.join(root, 'tools/vscode');
const inner = path.join(folder, 'node_modules/code-server/lib/vscode');
const serverMain = path.join(inner, 'out/server-main.js');
const stamp = path.join(folder, 'node_modules/.ready');
// Not needed to run an extension, and a good part of the size.
const notNeeded = ['node_modules/@github', 'node_modules/@microsoft/mxc-sdk', 'extensions/copilot'];

export function ensureVscode(say = console.log) {
  const lock = path.join(folder, 'package-lock.json');
  if (existsSync(stamp) && statSync(stamp).mtimeMs >= statSync(lock).mtimeMs) return;
  say('Installing VS Code for the browser, about 330 MB, once …');
  ensureInstalled(folder, 'its server', say);
  // Its own lock file lacks an optional peer, which the plain rules refuse.
  npm(inner, ['ci', '--omit=dev', '--legacy-peer-deps']);
  for (const name of notNeeded) rmSync(path.join(inner, name), { recursive: true, force: true });
  writeFileSync(stamp, '');
}

const settings = {
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'workbench.startupEditor': 'none',
};

/** Temporary folders for one run of the server, with settings beside our own; `remove` deletes them. */
export function makeProfile(more = {}) {
  const data = mkdtempSync(path.join(tmpdir(), 'iplan-vscode-'));
  mkdirSync(path.join(data, 'user/User'), { recursive: true });
  writeFileSync(path.join(data, 'user/User/settings.json'), JSON.stringify({ ...settings, ...more }));
  const extensions = path.join(data, 'extensions');
  const args = [
    `--server-data-dir=${path.join(data, 'server')}`,
    `--user-data-dir=${path.join(data, 'user')}`,
    `--extensions-dir=${extensions}`,
    '--accept-server-license-terms',
  ];
  return { args, extensions, remove: () => rmSync(data, { recursive: true, force: true, maxRetries: 5 }) };
}

// An empty gallery: nothing is looked up outside this machine.
const env = () => nodeEnv({ EXTENSIONS_GALLERY: '{}' });

export function installVsix(profile, vsix) {
  const args = [serverMain, ...profile.args, '--install-extension', vsix];
  // Its words are kept back: without its compiled logger it complains at length and then works. A failure throws with them.
  execFileSync(findNode(), args, { env: env(), stdio: ['ignore', 'ignore', 'pipe'], timeout: 120_000 });
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = net.createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/**
 * Starts the server on this machine only. Resolves when it answers; `stop` ends it with all it has started. A folder is trusted unless
 * VS Code is to ask about it (`asksForTrust`): then it is opened in Restricted Mode.
 */
export async function startServer(profile, { extra = [], onLog = () => {}, asksForTrust = false } = {}) {
  const port = await freePort();
  const child = spawn(
    findNode(),
    [
      serverMain,
      ...profile.args,
      '--host=127.0.0.1',
      `--port=${port}`,
      '--telemetry-level=off',
      ...(asksForTrust ? [] : ['--disable-workspace-trust']),
      ...extra,
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: env(), detached: process.platform !== 'win32' },
  );
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onLog);
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve));
  const stop = async () => {
    endGroup(child, 'SIGTERM');
    await Promise.race([ended, wait(5000)]);
    endGroup(child, 'SIGKILL');
  };
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 300; tries++) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`${origin}/version`).catch(() => undefined);
    if (answer?.ok) return { origin, port, ended, stop };
    await wait(100);
  }
  await stop();
  throw new Error('VS Code for the browser did not start.');
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
