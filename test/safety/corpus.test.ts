// What once broke something is kept, and tried.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { corpusFolder, holds } from '../holds.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('corpus', () => {
  it('is tried again by the property that it broke', async () => {
    const file = path.join(corpusFolder, 'of-this-test.json');
    writeFileSync(file, JSON.stringify([{ why: 'was 7', case: [{ n: 7, odd: { $: 'NaN' } }] }]));
    try {
      const seen: unknown[] = [];
      const number = fc.record({ n: fc.constant(1), odd: fc.constant(0) });
      await holds(
        'of-this-test',
        fc.property(number, (value) => void seen.push(value)),
        3,
      );
      assert.deepEqual(seen[0], { n: 7, odd: Number.NaN });
    } finally {
      rmSync(file);
    }
  });

  it('has no file that nobody tries', () => {
    const tests = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' }).filter((file) => /\.test\.ts$|vscode\/suite\/.*\.ts$/.test(file));
    const sources = tests.map((file) => readFileSync(path.join(root, 'test', file), 'utf8')).join('\n');
    for (const file of readdirSync(corpusFolder)) {
      const name = file.replace(/\.json$/, '');
      const stem = name.replace(/-(?:pulled|told)$/, '-');
      assert.ok(sources.includes(`'${name}'`) || sources.includes(`'${file}'`) || sources.includes(`\`${stem}`), `no property is called ${name}`);
    }
  });
});
