import { SingleBar } from 'cli-progress';

/** How long a run must take before a bar appears, in milliseconds. */
const PATIENCE = 600;

/** A progress bar on the terminal's error stream, once the work turns out to be long; nothing where there is no terminal. */
export function bar(silent: boolean): { step(done: number, all: number): void; end(): void } {
  const start = Date.now();
  let shown: SingleBar | undefined;
  return {
    step(done, all) {
      if (silent || process.stderr.isTTY !== true || all === 0) return;
      if (shown === undefined) {
        if (Date.now() - start < PATIENCE) return;
        shown = new SingleBar({
          format: '{bar} {value} of {total} files, {eta_formatted} left',
          stream: process.stderr,
          clearOnComplete: true,
          hideCursor: true,
        });
        shown.start(all, done);
      }
      shown.setTotal(all);
      shown.update(done);
    },
    end: () => shown?.stop(),
  };
}
