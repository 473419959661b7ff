/** How long a run must take before a bar appears, in milliseconds. */
const PATIENCE = 600;
const WIDTH = 30;

/** A progress bar on the terminal's error stream, once the work turns out to be long; nothing where there is no terminal. */
export function bar(silent: boolean): { step(done: number, all: number): void; end(): void } {
  const { stderr } = process;
  const start = Date.now();
  let shown = false;
  return {
    step(done, all) {
      if (silent || stderr.isTTY !== true || Date.now() - start < PATIENCE || all === 0) return;
      shown = true;
      const full = Math.round((done / all) * WIDTH);
      stderr.write(`\r${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${done} of ${all} files `);
    },
    end() {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
