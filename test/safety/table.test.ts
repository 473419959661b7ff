// docs/SECURITY.md and the tests agree.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ROWS } from './rows.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

describe('the table of promises', () => {
  it('has a row for each, R1 to R20 and S1 to S25', () => {
    const ids = [...Array.from({ length: 20 }, (_, i) => `R${i + 1}`), ...Array.from({ length: 25 }, (_, i) => `S${i + 1}`)];
    assert.deepEqual(
      ROWS.map(({ id }) => id),
      ids,
    );
  });

  it('names tests that exist', () => {
    for (const { id, tests } of ROWS) {
      assert.ok(tests.length > 0, id);
      for (const [file, name] of tests) {
        assert.ok(existsSync(path.join(root, file as string)), `${id}: ${file}`);
        // Some titles are put together; their fixed parts stand in the source.
        const titles = [...read(file as string).matchAll(/\b(?:it|test)\(\s*(['"`])([\s\S]*?)\1/g)].map(([, , title]) =>
          (title as string).split(/\$\{[\s\S]*?\}/),
        );
        const isThere = titles.some(
          (parts) =>
            parts.join('…').includes(name as string) ||
            new RegExp(parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')).test(name as string),
        );
        assert.ok(isThere, `${id}: ${file} has no test “${name}”`);
      }
    }
  });

  it('names changes that can be made', () => {
    for (const { id, change } of ROWS) assert.ok(read(change.file).includes(change.from), `${id}: ${change.file} does not hold ${change.from}`);
  });
});
