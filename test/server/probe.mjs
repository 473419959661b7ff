// Loaded into a server by the test of rest: says on SIGUSR2 what the process waits for, and how long it worked in the second that follows.
process.on('SIGUSR2', () => {
  const waits = process.getActiveResourcesInfo();
  const before = process.cpuUsage();
  setTimeout(() => {
    const { user, system } = process.cpuUsage(before);
    process.stderr.write(`${JSON.stringify({ waits, cpu: (user + system) / 1000 })}\n`);
  }, 1000);
});
