// Installs the npm packages of a folder from its lock file when they are missing or older than it.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

/** True when the folder's packages are those of its lock file. npm writes the hidden lock file at the end of an install. */
export function isInstalled(folder) {
  const installed = path.join(folder, 'node_modules/.package-lock.json');
  if (!existsSync(installed)) return false;
  return statSync(installed).mtimeMs >= statSync(path.join(folder, 'package-lock.json')).mtimeMs;
}

/**
 * Runs npm in a folder and throws a sentence when it fails. No package's own install script is ever run: they download or
 * compile things that nothing here needs. An engine that npm finds too old is only a warning, and the project brings its
 * own Node.js for that.
 */
export function npm(folder, args, options = {}) {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  const cli = process.env.npm_execpath;
  const [command, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  const result = spawnSync(command, [...first, ...args, ...quiet], {
    cwd: folder,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: 15 * 60_000,
    shell: command === 'npm' && process.platform === 'win32',
    ...options,
  });
  if (result.status === 0) return;
  const why = result.error?.message ?? `it ended with ${result.status ?? result.signal}`;
  throw new Error(`"npm ${args.join(' ')}" failed in ${folder}: ${why}. Its own words stand above.`);
}

/** Makes sure of a folder's packages; says what it does only when there is something to do. */
export function ensureInstalled(folder, what, say = console.log) {
  if (isInstalled(folder)) return;
  say(`Installing ${what} …`);
  npm(folder, ['ci']);
}
