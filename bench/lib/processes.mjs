// Runs a command and says how long it took, how long the processors worked for it, and the most memory that it held. The last two are
// what Linux counts; on other systems they are missing.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** The fields of a process that follow its name, or `undefined` when it is gone. */
function stat(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
      .map(Number);
  } catch {
    return undefined;
  }
}

/** Milliseconds that the processors worked for a process. */
export function worked(pid) {
  const fields = stat(pid);
  return fields === undefined ? Number.NaN : (fields[11] + fields[12]) * 10;
}

/** The memory that a process holds, and the most that it held, in megabytes. */
export function memory(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const megabytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1]) / 1024;
    return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
  } catch {
    return { now: Number.NaN, most: Number.NaN };
  }
}

/** What the processors worked for children that have ended; a child counts once it is waited for. */
const workedForChildren = () => {
  const fields = stat('self');
  return fields === undefined ? Number.NaN : (fields[13] + fields[14]) * 10;
};

/** Runs a command to its end. `said` is what it wrote, for `keep` only; one that takes longer than `limit` milliseconds is ended. */
export function run([command, ...args], { cwd, keep = false, limit = 600_000 } = {}) {
  return new Promise((resolve, reject) => {
    const before = workedForChildren();
    const began = performance.now();
    const child = spawn(command, args, { cwd, stdio: ['ignore', keep ? 'pipe' : 'ignore', 'ignore'], env: { ...process.env, NODE_OPTIONS: '' } });
    let most = Number.NaN;
    const look = setInterval(() => {
      const seen = memory(child.pid).most;
      if (Number.isFinite(seen)) most = seen;
    }, 10);
    const ending = setTimeout(() => child.kill('SIGKILL'), limit);
    let said = '';
    child.stdout?.on('data', (piece) => (said += piece));
    const done = () => {
      clearInterval(look);
      clearTimeout(ending);
    };
    child.on('error', (error) => {
      done();
      reject(error);
    });
    child.on('exit', () => {
      child.wall = performance.now() - began;
    });
    child.on('close', (code, signal) => {
      done();
      if (signal !== null) reject(new Error(`ended by ${signal}`));
      else resolve({ wall: child.wall, work: workedForChildren() - before, most, code, said });
    });
  });
}
