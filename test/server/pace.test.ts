// Long work gives way to whoever asks, and is never kept from going on.
import assert from 'node:assert/strict';
import { Pace } from '../../server/src/pace.ts';

/** Works for so many milliseconds. */
function busy(milliseconds: number): void {
  for (const until = performance.now() + milliseconds; performance.now() < until; );
}

describe('the pace of long work', () => {
  it('is not broken by every step', async () => {
    const next = new Pace().slices();
    let turns = 0;
    const counting = setImmediate(function count() {
      turns++;
      setImmediate(count).unref();
    });
    for (let i = 0; i < 5; i++) await next();
    assert.equal(turns, 0);
    clearImmediate(counting);
  });

  it('rests for a moment after a question, and after each of a row of them', async () => {
    const pace = new Pace();
    const next = pace.slices();
    busy(15);
    pace.asked();
    const again = setTimeout(() => pace.asked(), 10);
    const began = performance.now();
    await next();
    assert.ok(performance.now() - began >= 30, 'the second question has come before the work went on');
    clearTimeout(again);
  });

  it('goes on while somebody asks without end', async () => {
    const pace = new Pace();
    const next = pace.slices();
    const asking = setInterval(() => pace.asked(), 1);
    for (let i = 0; i < 3; i++) {
      busy(15);
      await next();
    }
    clearInterval(asking);
  });

  it('rests no more once it is told that nothing more will be asked', async () => {
    const pace = new Pace();
    const next = pace.slices();
    const asking = setInterval(() => pace.asked(), 1);
    busy(15);
    let resting = true;
    const rested = next().then(() => {
      resting = false;
    });
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.ok(resting);
    clearInterval(asking);
    pace.end();
    await Promise.resolve();
    await new Promise((resolve) => setImmediate(resolve));
    assert.ok(!resting);
    await rested;
  });
});
