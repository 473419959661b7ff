// Importing from the editor: the server reads what it is sent, and writes nothing.
import assert from 'node:assert/strict';
import { type ImportParams, type ImportResult, importPlan } from '../../client/src/messages.ts';
import { Editor, MadeUpFiles } from '../editor.ts';
import { csvOf, docxOf, xlsxOf } from './build.ts';

const TABLE =
  'Tiltak|Ansvarlig|Frist|Hvem gjør det|Budsjett\nSpråkkafé|Biblioteket|31.12.2027|Frivilligsentralen|1 200 000 kr\nLeksehjelp|Skolen|Q4 2026|Elever|50 000 kr';
const sent = (name: string, bytes: Uint8Array) => ({ name, base64: Buffer.from(bytes).toString('base64') });

describe('import from the editor', () => {
  let editor: Editor;
  const ask = (files: ImportParams['files'], mapping: ImportParams['mapping'] = []): Promise<ImportResult> =>
    editor.connection.sendRequest<ImportResult>(importPlan, { files, mapping, folder: 'file:///w' });
  beforeEach(async () => {
    editor = Editor.inProcess(new MadeUpFiles({}));
    await editor.start({ settings: { asOf: '2026-01-15' } });
  });
  afterEach(() => editor.end());

  it('reads every kind of file, and says how its columns were read', async () => {
    for (const file of [
      sent('tiltak.csv', csvOf(TABLE, ';')),
      sent('tiltak.xlsx', await xlsxOf({ Tiltak: TABLE })),
      sent('tiltak.docx', await docxOf([[TABLE]])),
    ]) {
      const { error, tables, summary, files, columns } = await ask([file]);
      assert.equal(error, undefined);
      assert.match(files[0]?.text ?? '', /^plan /m);
      assert.deepEqual(
        files.slice(-2).map(({ path }) => path),
        ['import-report.md', '.iplan-import.json'],
      );
      assert.match(summary[0] ?? '', /^1[0-9] cells, headings and paragraphs: /);
      const means = new Map(tables[0]?.columns.map((column) => [column.heading, column]));
      assert.equal(means.get('Ansvarlig')?.means, 'lead');
      assert.equal(means.get('Frist')?.recognised, true);
      assert.ok(columns.some(({ name, says }) => name === 'lead' && says === 'who answers for it'));
    }
  });

  it('takes a heading as people say that it is meant', async () => {
    const file = sent('tiltak.csv', csvOf(TABLE, ';'));
    const { tables, files } = await ask([file], [{ heading: 'Hvem gjør det', column: 'partners' }]);
    assert.equal(tables[0]?.columns.find(({ heading }) => heading === 'Hvem gjør det')?.how, 'as you said');
    assert.match(files.map(({ text }) => text).join('\n'), /with frivilligsentralen/);
  });

  it('merges a newer version into the plan that was made of the file, and says what that changes before anything is written', async () => {
    const first = await ask([sent('tiltak.csv', csvOf(TABLE, ';'))]);
    const own = first.files
      .filter(({ path }) => path.endsWith('.iplan'))
      .map(({ path, text }) => ({ path, text: text.replace('Leksehjelp', 'Leksehjelp for alle') }));
    const base = first.files.at(-1)?.text ?? '';
    const newer = TABLE.replace('31.12.2027', '31.12.2029').replace('Leksehjelp', 'Leksekafé');
    const params: ImportParams = { files: [sent('tiltak.csv', csvOf(newer, ';'))], mapping: [], folder: 'file:///w', into: { base, files: own } };
    const { again, files } = await editor.connection.sendRequest<ImportResult>(importPlan, params);
    assert.match(again?.differences.join('\n') ?? '', /measure "Språkkafé": deadline moved from 2027-12-31 to 2029-12-31/);
    const plan = files
      .filter(({ path }) => path.endsWith('.iplan'))
      .map(({ text }) => text)
      .join('\n');
    assert.match(plan, /deadline by 2029-12-31/);
    assert.match(plan, /"Leksehjelp for alle"/);
    assert.match(files.find(({ path }) => path === 'import-report.md')?.text ?? '', /## What has changed in the source/);
    assert.notEqual(files.at(-1)?.text, base);
  });

  it('does not merge where it cannot be told what was changed since', async () => {
    const params: ImportParams = { files: [sent('tiltak.csv', csvOf(TABLE, ';'))], mapping: [], folder: 'file:///w', into: { base: '{', files: [] } };
    const { error, files } = await editor.connection.sendRequest<ImportResult>(importPlan, params);
    assert.match(error ?? '', /^\.iplan-import\.json is damaged/);
    assert.deepEqual(files, []);
  });

  it('refuses with a sentence what cannot be read', async () => {
    const { error, files } = await ask([sent('broken.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]))]);
    assert.match(error ?? '', /^broken\.xlsx is (?:damaged|no workbook)/);
    assert.deepEqual(files, []);
    assert.match((await ask([sent('plan.pdf', new Uint8Array([1]))])).error ?? '', /^plan\.pdf is in a format that is not read/);
  });
});
