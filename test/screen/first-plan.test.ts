// The way of somebody new, at a real VS Code: from a table of ten measures in Excel to a plan with its preview. Every click and every text
// that is typed is one action, and counted.
import assert from 'node:assert/strict';
import path from 'node:path';
import { xlsxOf } from '../imports/build.ts';
import { PICTURES, Window } from './window.ts';

const ALBUM = path.join(path.dirname(PICTURES), 'first-plan');
const MOST = 10;
const HEADINGS = 'Nr|Tiltak|Ansvarlig|Samarbeid|Frist|Budsjett|Status|Hva skal komme ut av det';
const MEASURES = [
  'Språkkafé på biblioteket|Biblioteket|Frivilligsentralen',
  'Norskkurs på kveldstid|Voksenopplæringen|Biblioteket',
  'Leieboerkurs for nyankomne|Boligkontoret|Flyktningtjenesten',
  'Mentorer i arbeidslivet|NAV Fjordby|Næringsforeningen',
  'Leksehjelp for ungdom|Kulturskolen|Frivilligsentralen',
  'Svømmekurs for kvinner|Idrettskontoret|Svømmeklubben',
  'Foreldreveiledning|Helsestasjonen|Barnehagene',
  'Praksisplasser i kommunen|Personalkontoret|NAV Fjordby',
  'Guider for nye innbyggere|Frivilligsentralen|Flyktningtjenesten',
  'Kurs i digitale tjenester|Biblioteket|Voksenopplæringen',
];
const TABLE = [
  HEADINGS,
  ...MEASURES.map(
    (one, i) => `1.${i + 1}|${one}|31.12.${2026 + (i % 3)}|${(i + 1) * 25} 000 kr|${i % 2 === 0 ? 'Pågår' : 'Planlagt'}|${(i + 1) * 12} deltakere har fullført`,
  ),
];

describe('from a table in Excel to a plan', function () {
  this.timeout(240_000);
  let window: Window;
  before('VS Code starts', async () => {
    window = await Window.withFiles('fjordby', ALBUM, { 'Tiltaksplan 2026-2028.xlsx': await xlsxOf({ Tiltak: TABLE.join('\n') }) });
  });
  after('VS Code ends', async () => {
    await window?.close();
    console.log(`      Pictures: ${path.relative(process.cwd(), ALBUM)}`);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await window?.picture('failed');
  });

  it(`takes no more than ${MOST} actions, with one column said by hand`, async () => {
    const actions: string[] = [];
    const act = async (what: string, action: () => Promise<void>) => {
      actions.push(what);
      await action();
    };
    const choose = async (row: string | RegExp) => (await window.see('.quick-input-list .monaco-list-row', row)).click();
    const file = await window.see('.explorer-folders-view .monaco-list-row', 'Tiltaksplan 2026-2028.xlsx');
    await window.picture('a-file');
    const start = performance.now();
    let item = file;
    await act('right click on the file', async () => {
      item = await window.menuItem(file, /Import Plan/);
    });
    await window.picture('its-menu');
    await act('Import Plan…', () => item.click());
    await window.see('.quick-input-list .monaco-list-row', 'Write the plan');
    await window.picture('how-the-columns-were-read');
    await act('the column that nobody knows', () => choose('Hva skal komme ut av det'));
    await window.see('.quick-input-title', /What stands below/);
    await window.picture('what-a-column-may-mean');
    await act('typing "produces"', () => window.type('produces'));
    await act('what it means', () => choose('what a measure produces'));
    await window.see('.quick-input-list .monaco-list-row', /→ output/);
    await window.picture('the-columns-again');
    await act('Write the plan', () => choose('Write the plan'));
    const preview = await window.frame('#view-overview');
    await preview.locator('#view-overview').waitFor();
    await window.see('.tab', 'plan.iplan');
    const seconds = (performance.now() - start) / 1000;
    await window.page.waitForTimeout(1500);
    await window.picture('the-plan-and-its-preview');
    console.log(`      ${actions.length} actions in ${seconds.toFixed(1)} s: ${actions.join(', ')}`);
    assert.ok(actions.length <= MOST, actions.join(', '));
    assert.match((await preview.locator('body').textContent()) ?? '', /10/);
    await (await window.see('.tab', 'import-report.md')).click();
    await window.page.waitForTimeout(800);
    await window.picture('the-report');
  });

  it('merges a newer version of the table, and shows first what it changes', async () => {
    const { writeFileSync } = await import('node:fs');
    const newer = TABLE.map((row) => row.replace('Svømmekurs for kvinner', 'Svømmekurs for alle'))
      .join('\n')
      .replace('31.12.2026', '31.12.2027');
    writeFileSync(path.join(window.folder, 'Tiltaksplan 2026-2028.xlsx'), await xlsxOf({ Tiltak: newer }));
    const file = await window.see('.explorer-folders-view .monaco-list-row', 'Tiltaksplan 2026-2028.xlsx');
    await (await window.menuItem(file, /Import Plan/)).click();
    await (await window.see('.quick-input-list .monaco-list-row', 'Write the plan')).click();
    const merge = await window.see('.quick-input-list .monaco-list-row', /Merge into/);
    await window.picture('merge-or-not');
    await merge.click();
    const change = await window.see('.quick-input-list .monaco-list-row', /deadline moved/);
    assert.match((await change.textContent()) ?? '', /Språkkafé/);
    assert.equal(await window.page.locator('.quick-input-list .monaco-list-row', { hasText: 'output' }).count(), 0, 'what a column means is asked once');
    await window.picture('what-would-change');
    await (await window.see('.quick-input-list .monaco-list-row', 'Merge these changes')).click();
    await window.see('.notification-toast', /^Merged/);
    await window.picture('merged');
  });
});
