import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { globs } from '../server/src/text/globs.ts';
import { slowness } from './safety/clock.ts';

describe('globs', () => {
  it('mean what they mean everywhere', () => {
    const name = fc.constantFrom('a', 'b', 'ab', 'aab', 'old', '.hidden', 'plan.iplan', 'a-b');
    const part = fc.constantFrom('a', 'b', 'ab', 'old', '*', '**', '?', 'a*', '*b', '*.iplan', '{a,b}', '{old,ab}*', '.*');
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 4 }), fc.array(name, { minLength: 1, maxLength: 5 }), (parts, names) => {
        const [glob, path] = [parts.join('/'), names.join('/')];
        // For others a folder fits its own "a/**"; here only files are asked about.
        if (parts.at(-1) === '**' && parts.length > 1) return;
        assert.equal(globs([glob])(path), picomatch(glob, { dot: true })(path), `${glob} ${path}`);
      }),
      { numRuns: 2000 },
    );
    assert.ok(globs(['archive/**'])('archive/2020/plan.iplan') && !globs(['archive/**'])('new/archive/plan.iplan'));
  });

  it('that are made to take for ever do not', () => {
    const start = performance.now();
    for (const glob of [`${'*a'.repeat(60)}b`, `${'**/'.repeat(80)}b`, '{a,b}'.repeat(50), `!(${'a|'.repeat(50)}b)`, '{'.repeat(200), `+(${'a*'.repeat(50)})`])
      for (const path of ['a'.repeat(200), 'a/'.repeat(500)]) globs([glob])(path);
    assert.ok(performance.now() - start <= 100 * slowness());
  });
});
