// Loaded into a server: says on SIGUSR2 how many megabytes are in use once everything is let go of that can be.
process.on('SIGUSR2', () => {
  globalThis.gc();
  process.stderr.write(`${process.memoryUsage().heapUsed / 2 ** 20}\n`);
});
