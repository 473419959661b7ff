// VS Code calls run() in the extension host; it resolves when every test passed and rejects otherwise.
import 'mocha/mocha.js';
import { Reporter } from './reporter.ts';
import { env } from './workspace.ts';

declare const __HOST__: 'node' | 'web';

export async function run(): Promise<void> {
  // The browser build's own instance wants a page with an address, so this one is made by hand.
  const mocha = new Mocha({ ui: 'tdd', timeout: 40_000, reporter: Reporter as never });
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  const only = env('IPLAN_ONLY');
  if (only !== undefined) mocha.grep(only);
  // The suites call `suite` as they are loaded, which is there only from now on.
  await import('./problems.ts');
  await import('./features.ts');
  await import('./views.ts');
  await import('./export.ts');
  await import('./import.ts');
  await import('./preview.ts');
  await import('./compare.ts');
  await import('./lsp.ts');
  // A page reaches no disk; what is bundled for it must not name one.
  if (__HOST__ === 'node') await import('./living.ts');
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures > 0 ? reject(new Error(`${failures} tests failed`)) : resolve()));
  });
}
