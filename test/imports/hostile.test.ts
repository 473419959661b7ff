// Files that mean harm, or are broken: each is refused with a sentence, before it costs anything.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { planOf } from '../../server/src/imports/plan.ts';
import { open } from '../../server/src/imports/read/open.ts';
import { slowness } from '../safety/clock.ts';
import { csvOf, docxOf, xlsxOf } from './build.ts';

const refused = (bytes: Uint8Array, name: string, says: RegExp) => assert.rejects(open(bytes, name), { name: 'Error', message: says });
const noughts = (size: number) => new Uint8Array(size);
const types = { '[Content_Types].xml': strToU8('<Types/>') };

/** An archive that says another size of its files, in their heads and in its directory. */
function saying(archive: Uint8Array, size: number): Uint8Array {
  const changed = archive.slice();
  const view = new DataView(changed.buffer);
  for (let at = 0; at < changed.length - 30; at++) {
    const mark = view.getUint32(at, true);
    if (mark === 0x04034b50) view.setUint32(at + 22, size, true);
    if (mark === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return changed;
}

describe('hostile files', () => {
  it('are refused when they grow beyond measure, whatever they say of their size', async () => {
    const bomb = zipSync({ ...types, 'xl/workbook.xml': noughts(30_000_000) }, { level: 6 });
    await refused(bomb, 'bomb.xlsx', /grows beyond all measure/);
    await refused(zipSync({ 'word/document.xml': noughts(30_000_000) }, { level: 6 }), 'bomb.docx', /grows beyond all measure/);
    // The sizes in the heads of the files and in the directory are a lie.
    await refused(saying(bomb, 100), 'lying.xlsx', /grows beyond all measure|is damaged/);
  });

  it('are refused within a second and 200 MB when they are bombs, whether they say a gigabyte or a hundred bytes', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'iplan-bomb-'));
    try {
      const bomb = zipSync({ ...types, 'xl/workbook.xml': noughts(60_000_000) }, { level: 1 });
      for (const [name, bytes] of [
        ['honest.xlsx', saying(bomb, 1_000_000_000)],
        ['lying.xlsx', saying(bomb, 100)],
      ] as const) {
        writeFileSync(path.join(folder, name), bytes);
        const { stdout, stderr } = spawnSync(process.execPath, [path.join(import.meta.dirname, 'bomb-probe.ts'), path.join(folder, name)], {
          encoding: 'utf8',
          // Writing down what was compiled takes memory of its own.
          env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: '1' },
        });
        const { says, seconds, megabytes } = JSON.parse(stdout || `{"says":${JSON.stringify(stderr)}}`) as { says: string; seconds: number; megabytes: number };
        assert.match(says, /grows beyond all measure/);
        assert.ok(seconds < slowness(), `${seconds} s`);
        assert.ok(megabytes < 200, `${megabytes} MB`);
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('are refused when they are locked, old, broken or of another kind', async () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...noughts(512)]);
    await refused(ole, 'locked.xlsx', /is encrypted/);
    await refused(ole, 'old.xls', /before 2007/);
    const book = await xlsxOf({ A: 'Action|Lead\nx|y' });
    const flagged = book.slice();
    flagged[6] = (flagged[6] as number) | 1;
    await refused(flagged, 'flagged.xlsx', /protected by a password/);
    await refused(book.slice(0, book.length >> 1), 'half.xlsx', /is damaged|is no workbook/);
    await refused(strToU8('hello'), 'text.docx', /is damaged/);
    await refused(zipSync({ 'a.txt': strToU8('x') }), 'other.xlsx', /is damaged|is no workbook/);
    await refused(new Uint8Array(), 'empty.csv', /is empty/);
    await refused(noughts(100), 'noughts.csv', /is no text file/);
    await refused(strToU8('{'), 'broken.json', /is damaged/);
    await refused(strToU8('{}'), 'other.json', /of another kind/);
    await refused(strToU8('<a/>'), 'other.xml', /of another kind/);
    await refused(strToU8('x'), 'picture.png', /is not read/);
  });

  it('have no entities, no document types and no depths', async () => {
    await refused(strToU8('<!DOCTYPE a [<!ENTITY b "c">]><iati-activities>&b;</iati-activities>'), 'laughs.xml', /declares a document type/);
    await refused(strToU8(`<iati-activities>${'<a>'.repeat(5_000)}`), 'deep.xml', /elements more than 200 deep/);
    const book = unzipSync(await xlsxOf({ A: 'Action|Lead\nx|y' }));
    const sheet = book['xl/worksheets/sheet1.xml'] as Uint8Array;
    const typed = strToU8(new TextDecoder().decode(sheet).replace('?>', '?><!DOCTYPE x [<!ENTITY y "z">]>'));
    await refused(zipSync({ ...book, 'xl/worksheets/sheet1.xml': typed }), 'typed.xlsx', /declares a document type/);
  });

  it('never have their macros and links followed, and their formulas are texts', async () => {
    const book = unzipSync(await xlsxOf({ A: 'Action|Lead\n=HYPERLINK("http://x.example")|Office' }));
    const source = await open(zipSync({ ...book, 'xl/vbaProject.bin': noughts(10), 'xl/externalLinks/externalLink1.xml': strToU8('<x') }), 'macro.xlsm');
    assert.equal(source.format, 'XLSX');
  });

  it('cannot break out of the text of a plan', async () => {
    const nasty = ['"} plan evil "Evil" {', 'a\\', '"""', '# x', '}\n}\nsector y "Y" {', '{ women 1% }', '\u202eabc', '__proto__', 'constructor'];
    const table = `Action|Lead|Comment\n${nasty.map((text) => `${text.replaceAll('\n', '⏎').replaceAll('|', '')}|${text.replaceAll('\n', '⏎')}|${text.replaceAll('\n', '⏎')}`).join('\n')}`;
    for (const [bytes, name] of [
      [csvOf(table, ';'), 'nasty.csv'],
      [await xlsxOf({ A: table }), 'nasty.xlsx'],
      [await docxOf([[table]]), 'nasty.docx'],
    ] as const) {
      const { files, ledger } = planOf([await open(bytes, name)], { today: '2026-01-15' });
      const { workspaceOf } = await import('./truth.ts');
      const workspace = workspaceOf(files);
      assert.deepEqual(
        workspace.scopes.list.filter(({ kind }) => kind === 'plan').map(({ title }) => title),
        [name.replace(/\..*/, '')],
      );
      assert.deepEqual(
        [...workspace.files.values()].flatMap(({ readings }) => readings.flatMap(({ problems }) => problems.map(({ message }) => message))),
        [],
      );
      assert.ok(ledger.count().taken > nasty.length);
    }
  });
});
