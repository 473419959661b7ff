// Every pattern of ours ends in time that a text of its kind can bear.
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { check } from 'recheck';
import { patterns, told } from './regexes.ts';

const known = path.join(import.meta.dirname, '../golden/patterns.txt');

describe('patterns', () => {
  /**
   * Patterns that were looked at: `safe` by proof, the others by hand, because what they read is short or the time is bearable. Those of
   * server/src/imports read at most LIMITS.legible characters (2,000) of other people's files, those of values/ 300 and of formats of
   * numbers 255; test/imports/long.test.ts measures how long the worst of such cells takes.
   */
  const seen = new Set(readFileSync(known, 'utf8').trim().split('\n'));

  it('are known to be safe, or are found to be so now', async () => {
    const fresh = patterns().filter((one) => !seen.has(told(one)));
    assert.ok(patterns().length > 200);
    const wrong: string[] = [];
    const safe: string[] = [];
    for (const one of fresh) {
      const { status } = await check(one.source, one.flags, { timeout: 3000 });
      if (status === 'safe') safe.push(told(one));
      else wrong.push(`${status}: ${told(one)} in ${one.file}`);
    }
    const now = new Set(patterns().map(told));
    if (process.env.UPDATE_GOLDEN)
      writeFileSync(
        known,
        `${[...seen, ...safe]
          .filter((one) => now.has(one))
          .sort()
          .join('\n')}\n`,
      );
    assert.deepEqual(wrong, [], 'make it simpler, or write it into test/golden/patterns.txt with your own eyes on it');
  });

  it('that run for ever are found out', async () => {
    const { status } = await check('(a+)+$', '', { timeout: 3000 });
    assert.equal(status, 'vulnerable');
  });
});
