// Says every result on a marked line, so that it is told apart from what the workbench itself writes to the console.
const say = (text: string) => {
  for (const line of text.split('\n')) console.log(`[iplan-test] ${line}`);
};

export class Reporter {
  constructor(runner: Mocha.Runner) {
    runner.on('suite', (suite) => suite.title && say(suite.title));
    runner.on('pass', (test) => say(`  ✔ ${test.title} (${test.duration} ms)`));
    runner.on('pending', (test) => say(`  - ${test.title}`));
    runner.on('fail', (test, error) => say(`  ✘ ${test.title}\n${error?.stack ?? String(error)}`));
    runner.on('end', () => {
      const { passes = 0, failures = 0, pending = 0 } = runner.stats ?? {};
      say(`${passes} passed, ${failures} failed, ${pending} skipped`);
    });
  }
}
