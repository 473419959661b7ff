// Mocha's browser build, which sets the global `mocha` as it is loaded.
declare module 'mocha/mocha.js';
declare const mocha: BrowserMocha;
interface BrowserMocha {
  setup(options: Mocha.MochaOptions): void;
  run(done: (failures: number) => void): Mocha.Runner;
}
