import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { fragmentOf, isShared, MOST_IN_LINK, NotShared, sharedIn } from '../../playground/src/share.ts';

const packed = (value: unknown): string => `#plan=1.${deflateRawSync(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')}`;
const refused = (fragment: string, sentence: RegExp): Promise<void> =>
  assert.rejects(sharedIn(fragment), (error: unknown) => {
    assert.ok(error instanceof NotShared, String(error));
    assert.match(error.message, sentence);
    return true;
  });

const DAMAGED = /^This link is damaged/;
const NO_PLAN = /^This link holds no plan/;
const TOO_MUCH = /more than the playground takes/;

describe('a plan in a link', () => {
  it('comes back as it was', async () => {
    const name = fc.stringMatching(/^[a-zæøåñ][a-zæøåñ0-9_-]{0,12}$/u);
    const path = fc.tuple(fc.array(name, { maxLength: 2 }), name).map(([folders, file]) => [...folders, `${file}.iplan`].join('/'));
    const texts = fc.dictionary(path, fc.string({ unit: 'binary' }), { minKeys: 1, maxKeys: 5 }).map((given) => new Map(Object.entries(given)));
    await fc.assert(
      fc.asyncProperty(texts, async (given) => {
        const shown = [...given.keys()].at(-1) as string;
        const fragment = await fragmentOf({ texts: given, shown });
        assert.ok(isShared(fragment));
        assert.match(fragment, /^#[\w.=-]+$/);
        const back = await sharedIn(fragment);
        // A half of a surrogate pair is no text; it is written as what stands for one.
        assert.deepEqual(back, { texts: new Map([...given].map(([file, text]) => [file, text.toWellFormed()])), shown });
      }),
      { numRuns: 25 },
    );
  });

  it('is refused in a sentence where it is damaged', async () => {
    const whole = await fragmentOf({ texts: new Map([['plan.iplan', 'plan a "A" { level local }\n'.repeat(9)]]), shown: 'plan.iplan' });
    for (const cut of [9, whole.length >> 1, whole.length - 2]) await refused(whole.slice(0, cut), DAMAGED);
    await refused('#plan=1.', DAMAGED);
    await refused('#plan=1.%00%00', DAMAGED);
    await refused('#plan=1.<script>', DAMAGED);
    await refused('#plan=1.AAAA', DAMAGED);
  });

  it('is refused where it is of another version, or longer than a link may be', async () => {
    await refused('#plan=2.AAAA', /another version/);
    await refused(`#plan=1.${'A'.repeat(MOST_IN_LINK)}`, TOO_MUCH);
  });

  it('is refused while it is unpacked, however small it was', async () => {
    const bomb = packed({ shown: 'a.iplan', files: [['a.iplan', ' '.repeat(40_000_000)]] });
    assert.ok(bomb.length < MOST_IN_LINK);
    const before = process.memoryUsage().arrayBuffers;
    await refused(bomb, TOO_MUCH);
    assert.ok(process.memoryUsage().arrayBuffers - before < 20_000_000);
  });

  it('is refused where it holds anything but files of a plan', async () => {
    const files = (...paths: readonly unknown[]) => ({ shown: paths[0], files: paths.map((path) => [path, '']) });
    for (const path of [
      '../a.iplan',
      '/a.iplan',
      'a/../b.iplan',
      './a.iplan',
      'a\\b.iplan',
      'a\u202Eb.iplan',
      'a\n.iplan',
      'a.html',
      'C:/a.iplan',
      `${'a'.repeat(300)}.iplan`,
      '',
      7,
      null,
    ])
      await refused(packed(files(path)), NO_PLAN);
    for (const value of [
      null,
      1,
      [],
      {},
      { files: {} },
      { shown: 'a.iplan', files: [] },
      { shown: 'a.iplan', files: [['a.iplan']] },
      { shown: 'a.iplan', files: [['a.iplan', 1]] },
    ])
      await refused(packed(value), NO_PLAN);
    await refused(packed({ shown: 'b.iplan', files: [['a.iplan', '']] }), NO_PLAN);
    await refused(packed(files('a.iplan', 'a.iplan')), NO_PLAN);
    await refused(packed(files(...Array.from({ length: 201 }, (_, i) => `a${i}.iplan`))), NO_PLAN);
    await refused(packed('{"shown":'), NO_PLAN);
    await refused(`#plan=1.${deflateRawSync(Buffer.from([0xff, 0xfe, 0x22])).toString('base64url')}`, NO_PLAN);
  });

  it('is not made of a plan that is too large', async () => {
    const noise = Array.from({ length: 120_000 }, () => Math.random().toString(36)[2]).join('');
    await assert.rejects(fragmentOf({ texts: new Map([['a.iplan', noise]]), shown: 'a.iplan' }), {
      message: 'This plan is too large for a link. Send its files instead.',
    });
    await assert.rejects(fragmentOf({ texts: new Map([['a.iplan', ' '.repeat(700_000)]]), shown: 'a.iplan' }), NotShared);
  });
});
