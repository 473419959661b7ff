// Runs a child process to its end, with a limit, and passes on what it says.
import { spawn } from 'node:child_process';

/** Ends a child that was started with `detached`, together with the processes it started. */
export function endGroup(child, signal = 'SIGTERM') {
  try {
    if (process.platform === 'win32') child.kill(signal);
    else process.kill(-child.pid, signal);
  } catch {
    // It has ended already.
  }
}

/**
 * Resolves with the exit code and everything written to the standard output; never rejects. A child that outlives
 * `minutes` is ended and has the code 124. `echo: false` keeps the output back.
 */
export function run(command, args, { cwd, env, minutes = 10, echo = true } = {}) {
  return new Promise((resolve) => {
    const detached = process.platform !== 'win32';
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached });
    let output = '';
    let late = false;
    child.stdout.setEncoding('utf8').on('data', (text) => {
      output += text;
      if (echo) process.stdout.write(text);
    });
    child.stderr.setEncoding('utf8').on('data', (text) => process.stderr.write(text));
    const end = (signal) => endGroup(child, signal);
    const interrupt = () => end('SIGINT');
    process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
    const timer = setTimeout(() => {
      late = true;
      console.error(`Not finished after ${minutes} minutes; ending it.`);
      end('SIGTERM');
      setTimeout(() => end('SIGKILL'), 10_000).unref();
    }, minutes * 60_000);
    const finish = (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      resolve({ code: late ? 124 : code, output });
    };
    child.on('error', (error) => {
      console.error(`${command} does not run: ${error.message}`);
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 130));
  });
}
