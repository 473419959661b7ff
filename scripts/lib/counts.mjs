// Reads and writes the line that sums up tests: "12 passed, 1 failed, 2 skipped".

const line = /^(\d+) passed, (\d+) failed(?:, (\d+) skipped)?$/gm;

/**
 * What a suite counted: its last such line, or one check that passed or failed by its exit code. A suite that ends badly
 * has failed at least once, whatever it has counted.
 */
export function count(output, code) {
  const last = [...output.matchAll(line)].at(-1);
  const counts = last
    ? { passed: Number(last[1]), failed: Number(last[2]), skipped: Number(last[3] ?? 0) }
    : { passed: code === 0 ? 1 : 0, failed: 0, skipped: 0 };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** The part of a suite's output that tells of the tests that failed, without colours; empty where there is none. */
export function failures(output) {
  const plain = output.replace(/\u001b\[[0-9;]*m/g, '');
  const start = plain.search(/^ *\d+ failing$/m);
  return start < 0 ? '' : plain.slice(start).replace(line, '').trimEnd();
}

export function summary({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
