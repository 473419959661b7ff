// Finds a Chromium to run VS Code's browser build in, or installs Debian's.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The path of a program, looked for in PATH. */
export function findProgram(name) {
  const ends = process.platform === 'win32' ? ['.exe', '.cmd', '.bat'] : [''];
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    for (const end of ends) {
      const file = path.join(folder, name + end);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  return undefined;
}

export function findChromium() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  return names.map(findProgram).find(Boolean) ?? elsewhere.find((file) => existsSync(file));
}

/** The path of a Chromium and a reason why there is none; one of the two. Installs it where apt-get may. */
export function ensureChromium(say = console.log) {
  const found = findChromium();
  if (found) return { chromium: found };
  const apt = findProgram('apt-get');
  if (!apt) return { why: 'no Chromium, Chrome or Edge was found; name one in the environment variable CHROMIUM' };
  if (process.getuid?.() !== 0) return { why: 'there is no Chromium; install it with "sudo apt-get install chromium"' };
  say('Installing Chromium …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 'ignore', 'inherit'], timeout: 10 * 60_000 };
  spawnSync(apt, ['update', '-qq'], options);
  spawnSync(apt, ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], options);
  const chromium = findChromium();
  return chromium ? { chromium } : { why: 'there is no Chromium and apt-get could not install it' };
}
