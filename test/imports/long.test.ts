// Cells that are written to keep a pattern busy: recognising reads no more than so much, and is done with that at once.
import assert from 'node:assert/strict';
import { looksLike } from '../../server/src/imports/content.ts';
import { meaningOf } from '../../server/src/imports/headings.ts';
import { Holders, Ids } from '../../server/src/imports/names.ts';
import { planOf } from '../../server/src/imports/plan.ts';
import { open } from '../../server/src/imports/read/open.ts';
import { LIMITS } from '../../server/src/imports/read/source.ts';
import { dateIn, dateOf, startOf, whenOf } from '../../server/src/imports/values/dates.ts';
import { amountOf, currencyIn, moneyOf, scaleIn } from '../../server/src/imports/values/money.ts';
import { measuredOf } from '../../server/src/imports/values/quantities.ts';
import { frequencyOf, isNothing, isUnknown, statusOf } from '../../server/src/imports/values/words.ts';
import { FIELDS, LEVELS, SORTS } from '../../server/src/words/names.ts';
import { slowness } from '../safety/clock.ts';
import { csvOf } from './build.ts';

const bits = ['a ', ' ', '\n', '1', '1 ', '1.', '1, ', '.', '-', '(', '"', ' - ', 'a, ', ' and ', '/ ', '%', '?', 'x', 'é', 'kr ', '1 000 ', '[', 'A (', '§'];
const longest = bits.map((bit) => bit.repeat(Math.floor(LIMITS.legible / bit.length)));
const hostile = longest.flatMap((text) => [text, `1${text.slice(2)}x`, `x${text.slice(2)}!`]);

const words = [FIELDS, LEVELS, SORTS].flatMap((table) => table.map(([, pattern]) => pattern));
const recognisers: Readonly<Record<string, (text: string) => unknown>> = {
  looksLike: (text) => looksLike(text, 'en'),
  meaningOf,
  dateOf: (text) => dateOf(text, 'no'),
  whenOf: (text) => whenOf(text, 'no'),
  startOf: (text) => startOf(text, 'no'),
  dateIn: (text) => dateIn(text, 'no'),
  moneyOf: (text) => moneyOf(text, { language: 'no' }),
  amountOf: (text) => amountOf(text, { language: 'no' }),
  currencyIn: (text) => currencyIn(text, 'no'),
  scaleIn,
  measuredOf: (text) => measuredOf(text, 'no'),
  statusOf,
  frequencyOf,
  isNothing,
  isUnknown,
  named: (text) => {
    const holders = new Holders(new Ids());
    holders.see(text);
    return holders.named(text, 'partner');
  },
  'the words of names': (text) => words.map((pattern) => pattern.test(text)),
};

describe('long cells', () => {
  it('keep no recogniser busy', () => {
    const limit = 50 * slowness();
    const slow: string[] = [];
    for (const [name, recognise] of Object.entries(recognisers))
      for (const text of hostile) {
        // The best of three: what else runs on the machine is nobody's fault.
        let best = Infinity;
        for (let i = 0; i < 3 && best > limit; i++) {
          const start = performance.now();
          recognise(text);
          best = Math.min(best, performance.now() - start);
        }
        if (best > limit) slow.push(`${name} takes ${best.toFixed(0)} ms for ${JSON.stringify(text.slice(0, 12))}…`);
      }
    assert.deepEqual(slow, []);
  });

  it('are kept as remarks, and the report says that nothing was recognised in them', async () => {
    const prose = 'Every word of this is kept. '.repeat(100).trim();
    const source = await open(csvOf(`Action|Lead|Deadline\nLanguage café|Library|${prose}\n${prose}|Library|2027`, ';'), 'long.csv');
    const imported = planOf([source], { today: '2026-01-15' });
    const text = imported.files.map((file) => file.text).join('\n');
    assert.ok(text.includes(prose));
    assert.match(imported.doubts.map((doubt) => doubt.text).join('\n'), /More than 2000 characters stand in one cell under "Deadline"/);
    const { all, taken, left } = imported.ledger.count();
    assert.equal(taken + left, all);
    assert.ok(!imported.plan.children.some(({ title }) => title.length > LIMITS.legible));
  });

  it('do not keep a whole table busy', async () => {
    const table = `Action|Lead|Deadline|Budget|Target\n${longest.map((text) => `${text.replaceAll('\n', '⏎')}x|`.repeat(5)).join('\n')}`;
    const source = await open(csvOf(table, ';'), 'busy.csv');
    const start = performance.now();
    planOf([source], { today: '2026-01-15' });
    assert.ok(performance.now() - start < 2_000 * slowness());
  });
});
