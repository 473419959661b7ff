// The Node.js that the project brings. The sources are TypeScript that Node itself strips of types, and a parser of ours
// needs 22 or newer; machines often have an older one. This file and install.mjs must run on Node 18 and without packages.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../..');

const oldest = [22, 13];
const [major, minor] = process.versions.node.split('.').map(Number);
export const isNewEnough = major > oldest[0] || (major === oldest[0] && minor >= oldest[1]);

/** What makes Node run TypeScript, in every version that can. */
export const nodeFlags = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

const brought = ['linux-x64', 'linux-arm64', 'win-x64'];

/** The path of a Node.js that is new enough: the running one or else the brought one. Throws a sentence if there is none. */
export function findNode() {
  if (isNewEnough) return process.execPath;
  const platform = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const file = path.join(root, `node_modules/node-${platform}/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`);
  if (existsSync(file)) return file;
  const here = `Node.js ${oldest.join('.')} or newer is needed and this is ${process.versions.node}.`;
  throw new Error(
    brought.includes(platform)
      ? `${here} The one that the project brings is not in node_modules; run "npm ci --ignore-scripts".`
      : `${here} The project brings none for ${platform}; install one from https://nodejs.org and try again.`,
  );
}

/** The environment of child processes: "node" means the one that is new enough. */
export function nodeEnv(extra = {}) {
  const folder = path.dirname(findNode());
  return { ...process.env, PATH: `${folder}${path.delimiter}${process.env.PATH ?? ''}`, ...extra };
}

/**
 * Goes on in a Node.js that is new enough: returns at once in such a one, and otherwise runs `script` there with the same
 * arguments and ends this process with its exit code.
 */
export async function continueInNode(script, args = process.argv.slice(2), say = console.log) {
  if (isNewEnough) return;
  const node = findNode();
  say(`This machine's Node.js is ${process.versions.node}; going on with the one that the project brings.`);
  process.exit(await runInNode(node, script, args));
}

/** Runs a script with this terminal as its own; signals are passed on, so that it can clean up. */
export function runInNode(node, script, args) {
  return new Promise((resolve) => {
    const child = spawn(node, [...nodeFlags, script, ...args], { stdio: 'inherit', env: nodeEnv() });
    // The terminal sends Ctrl+C to both; this process stays until the child has cleaned up.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    child.on('error', (error) => {
      console.error(`${node} does not run: ${error.message}`);
      resolve(2);
    });
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 2)));
  });
}
