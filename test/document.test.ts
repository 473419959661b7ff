// The plan as a document, as people read it in their language: its figures, its words, its columns and its page numbers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { markdown } from '../server/src/reports/plan/markdown.ts';
import { runsOf } from '../server/src/reports/plan/runs.ts';
import { widthsOf } from '../server/src/reports/plan/widths.ts';
import { bundleOf, type Language } from '../server/src/text/languages.ts';
import { speak } from '../server/src/text/say.ts';
import { amount, figure, grouped, percent, spaced } from '../server/src/views/figures.ts';
import { text } from '../server/src/views/text.ts';
import { timeline } from '../server/src/views/timeline.ts';
import { all, dossierOf, PLAN, readXml, unzip, wordOf, words } from './reports/read.ts';

const root = path.join(import.meta.dirname, '..');
const inLanguage = (language: Language) => speak(language, JSON.parse(readFileSync(path.join(root, bundleOf(language)), 'utf8')));

describe('a plan as a document', () => {
  afterEach(() => speak('en', undefined));

  it('writes figures as is the custom of the language', () => {
    const written = () => [grouped(0.5), grouped(1_234_567.891), percent(74), figure({ number: -5, unit: 'points', estimate: 'about' })];
    assert.deepEqual(written(), ['0.5', '1\u202f234\u202f567.89', '74%', '−5 points (about)']);
    inLanguage('de');
    assert.deepEqual(written(), ['0,5', '1\u202f234\u202f567,89', '74\u00a0%', '−5 points (ungefähr)']);
    assert.equal(amount({ number: 2370, per: ['year'], bound: 'about' }, 'EUR'), 'ungefähr 2370 EUR pro Jahr');
    inLanguage('nl');
    assert.deepEqual([percent(74), grouped(0.5)], ['74%', '0,5']);
    for (const language of ['nb', 'sv', 'da', 'fi', 'fr'] as const) {
      inLanguage(language);
      assert.deepEqual([percent(74), grouped(0.5)], ['74\u00a0%', '0,5']);
    }
  });

  it('leaves numbers that the plan writes as they are, but for their thousands', () =>
    assert.deepEqual(['2025', '12345', '12345.678', '2025-03', 'NO-30991', '1234567'].map(spaced), [
      '2025',
      '12\u202f345',
      '12\u202f345.678',
      '2025-03',
      'NO-30991',
      '1\u202f234\u202f567',
    ]));

  it('says the words of the language in that of the reader', () => {
    assert.match(markdown(dossierOf(PLAN)), /\| milestone \|.*\n/);
    inLanguage('de');
    const german = markdown(dossierOf(PLAN));
    for (const said of ['kommunal', 'laufend', 'Zielwert', 'Meilenstein', 'Prozent', 'mindestens 90\u00a0%', 'gilt']) assert.ok(german.includes(said), said);
    const cells = [...german.matchAll(/(?<=\| )[^|]+(?= \|)/g)].map(([cell]) => cell);
    for (const word of ['ongoing', 'delayed', 'target', 'milestone', 'percent', 'holds', 'yes', 'no', 'actor', 'partner', 'department', 'council'])
      assert.ok(!cells.includes(word), word);
  });

  it('says money, periods, aims and anchors in the views as everywhere', () => {
    const plan = dossierOf(`plan town "Town" { level local; anchored in financial "Financial plan 2025" }
fund grant "Grant" { amount about 2400000 NOK per year in 2025; period 2025 to 2028 }
actor school "School" { type adult-education }
indicator work "In work" { unit percent; baseline 40% on 2024 }
target more "More in work" { measured by work; at least 62.5% by 2028 }
waive coverage/group-without-measure because "A survey comes first." until 2027
`);
    inLanguage('de');
    const said = text(plan).listings.flatMap(({ entries }) => entries.flatMap(({ lines }) => lines.map((line) => line.text)));
    assert.deepEqual(said, ['Erwachsenenbildung', 'ungefähr 2\u202f400\u202f000 NOK pro Jahr in 2025', '2025\u00a0bis\u00a02028']);
    const bars = timeline(plan).lanes.flatMap((lane) => lane.bars.map(({ when }) => when));
    assert.ok(bars.includes('bis 2028') && bars.includes('bis 2027'), bars.join());
    assert.match(markdown(plan), /Financial plan 2025 \\?\(.*\\?\)/);
    assert.match(markdown(plan), /mindestens 62,5\u00a0% bis 2028/);
  });

  it('stresses what the plan stresses, and says the address of a link', () => {
    const runs = (line: string) => runsOf(line).map(({ text, bold, italic }) => `${bold ? 'b' : ''}${italic ? 'i' : ''}:${text}`);
    assert.deepEqual(runs('A **home** for *all*, ***soon***.'), [':A ', 'b:home', ': for ', 'i:all', ':, ', 'bi:soon', ':.']);
    assert.deepEqual(runs('See [the **case**](https://town.example/1).'), [':See the ', 'b:case', ': (https://town.example/1).']);
    assert.deepEqual(runs('2 * 3 ** 4 <b>x</b> &amp; `code` \\*'), [':2 * 3 ** 4 <b>x</b> &amp; code \\*']);
    assert.deepEqual(runs('[x](javascript:alert) ![](https://town.example/a.png)'), [':x (javascript:alert) ! (https://town.example/a.png)']);
    const plan = dossierOf('plan town "Town" { level local; vision "A **home** for *all*, ***soon***: 2 * 3." }\n');
    assert.match(markdown(plan), /^A \*\*home\*\* for \*all\*, \*\*\*soon\*\*\*: 2 \\\* 3\.$/m);
  });

  it('cuts no word and no date, as long as there is room', () => {
    const heads = ['Measure', 'Verantwortliche Stelle', 'Ausgangswert vom', 'Wert'].map((title, i) => ({
      title,
      width: [8, 1, 1, 1][i] as number,
      numbers: false,
    }));
    const widths = widthsOf(heads, [['A long text of many words that may well go on in the next line', 'Housing office', '2025-12-31', '75']], 12_000);
    const letters = widths.map((width) => Math.floor((width - 240) / 96));
    assert.deepEqual([(letters[1] ?? 0) >= 15, (letters[2] ?? 0) >= 12, (letters[3] ?? 0) >= 4], [true, true, true]);
    assert.ok(Math.abs(widths.reduce((sum, width) => sum + width, 0) - 12_000) <= 4);
    assert.ok((widths[0] ?? 0) > (widths[1] ?? 0), 'what is wider stays wider');
    const narrow = widthsOf(heads, [['x'.repeat(400), 'y'.repeat(400), 'z'.repeat(400), '1']], 2000);
    assert.ok(narrow.every((width) => width > 0) && narrow.reduce((sum, width) => sum + width, 0) <= 2000);
  });

  it('leads from its contents to the chapters, and leaves the numbers of pages to the program that lays them out', async () => {
    const files = await unzip(await wordOf(dossierOf(PLAN)));
    const xml = files.get('word/document.xml') as string;
    const contents = all(readXml(xml), 'w:hyperlink').map(words);
    assert.ok(contents.length >= 9);
    // A number that is guessed is wrong where fonts are other ones; a field that asks to be filled in is right in Word.
    assert.ok(
      contents.every((line) => !/\d$/.test(line.replace(/PAGEREF.*$/, ''))),
      contents.join(),
    );
    assert.match(xml, /w:dirty="true"/);
  });

  it('stresses in Word by the styles of the document', async () => {
    const files = await unzip(await wordOf(dossierOf('plan town "Town" { level local; vision "A **home** for *all*, ***soon***." }\n')));
    const runs = all(readXml(files.get('word/document.xml') as string), 'w:r').flatMap((one) => {
      const style = all(one, 'w:rStyle')[0]?.attributes['w:val'];
      return style === undefined || style === 'FactLabel' ? [] : [`${style} ${words(one)}`];
    });
    assert.deepEqual(runs, ['Strong home', 'Emphasis all', 'StrongEmphasis soon']);
  });
});
