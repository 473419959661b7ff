// The extension: how long a real VS Code takes to have it, and how long the preview of a plan takes from the last key until it is drawn.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../scripts/lib/node.mjs';
import { runTests } from '../../test/vscode/browser.mjs';
import { bundle } from '../../test/vscode/bundle.mjs';
import { out } from '../lib/prepare.mjs';
import { previews } from '../lib/previews.mjs';

export async function extension(record, { rounds, until }) {
  await previews({ kilobytes: 100, rounds: 20 }, (view, took) => record.add(`preview/${view}`, ...took));
  const tests = path.join(out, 'vscode-tests');
  await bundle('node', { entry: 'bench/engines/vscode.mjs', folder: tests });
  // Where no file is a plan, nothing starts the extension but whoever measures it.
  const folder = path.join(out, 'empty');
  mkdirSync(folder, { recursive: true });
  for (let round = 0; round < Math.min(rounds, 3) && (round === 0 || Date.now() < until()); round++) {
    const say = (line) => {
      const [, what, ms] = /(active|problems) ([\d.]+)/.exec(line) ?? [];
      if (what !== undefined) record.add(`vscode/${what}`, Number(ms));
    };
    try {
      await runTests({ host: 'node', tests, folder, extension: root, signal: AbortSignal.timeout(120_000), say, note() {} });
    } catch (error) {
      console.error(`  VS Code: ${error instanceof Error ? error.message : error}`);
      return;
    }
  }
}
