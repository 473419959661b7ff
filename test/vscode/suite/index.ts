// VS Code calls run() in the extension host; it resolves when every test passed and rejects otherwise.
import 'mocha/mocha.js';
import { Reporter } from './reporter.ts';

export async function run(): Promise<void> {
  mocha.setup({ ui: 'tdd', timeout: 40_000, reporter: Reporter as never });
  // The suites call `suite` as they are loaded, which is there only after the set-up above.
  await import('./problems.ts');
  await import('./features.ts');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}
