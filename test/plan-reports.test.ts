// What the formats make of a plan, read back by readers that are not ours. After a wanted change, UPDATE_GOLDEN=1 npm run unit writes
// the golden files anew.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv } from 'ajv';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import { load } from '../server/src/host/load.ts';
import { csv } from '../server/src/reports/plan/csv.ts';
import { iati } from '../server/src/reports/plan/iati.ts';
import { ics } from '../server/src/reports/plan/ics.ts';
import { json } from '../server/src/reports/plan/json.ts';
import { markdown } from '../server/src/reports/plan/markdown.ts';
import type { Table } from '../server/src/views/table.ts';
import { dates, tablesOf } from '../server/src/views/tables.ts';
import { followsIati, SPOILED } from './reports/iati.ts';
import { followsICalendar, SPOILED_CALENDARS } from './reports/ical.ts';
import { wrongInPackage } from './reports/package.ts';
import { all, dossierIn, dossierOf, type Element, excelOf, PLAN, readXml, sheetsOf, TODAY, unzip, wordOf, words } from './reports/read.ts';

const root = path.join(import.meta.dirname, '..');
const schema = JSON.parse(readFileSync(path.join(root, 'schemas/plan.schema.json'), 'utf8')) as object;
const dossier = dossierOf(PLAN);
const table = (id: string): Table => tablesOf(dossier).find((one) => one.id === id) as Table;
const column = (id: string, key: string) => table(id).rows.map((row) => row.cells[key]);

describe('reports of a plan', () => {
  for (const [name, format] of Object.entries({ 'plan.md': markdown, 'plan.json': json, 'plan.ics': ics, 'plan.xml': iati })) {
    it(`writes ${name} as ever`, () => {
      const golden = path.join(root, 'test/golden/reports', name);
      mkdirSync(path.dirname(golden), { recursive: true });
      const written = format(dossier);
      if (process.env.UPDATE_GOLDEN) writeFileSync(golden, written);
      assert.equal(written, readFileSync(golden, 'utf8'));
      assert.doesNotMatch(written, /undefined|NaN|\[object/);
    });
  }

  it('says what the plan says: who leads, by when, with what money, how far', () => {
    const [settle, course, guarantees, trial, guide] = table('actions').rows.map((row) => row.cells);
    assert.deepEqual(
      [settle?.['lead'], settle?.['by_when'], settle?.['amount'], settle?.['currency']],
      ['Housing office', 'within 10 weeks of assignment', 2370, 'EUR'],
    );
    assert.deepEqual([course?.['starts'], course?.['due'], course?.['currency'], course?.['per']], ['2025-03-01', '2027-12-31', 'NOK', 'year']);
    assert.equal(course?.['indicators'], 'Share of tenancies kept after two years');
    assert.match(String(guarantees?.['lead']), /jointly under Steering group/);
    assert.deepEqual([guarantees?.['status'], guarantees?.['reason']], ['delayed', 'The council asked for another calculation.']);
    assert.deepEqual([trial?.['groups'], guide?.['sector']], ['Women with care duties', undefined]);
    assert.deepEqual(
      column('targets', 'standing').filter((standing) => standing !== undefined),
      ['off track', 'data are late'],
    );
    assert.deepEqual(column('targets', 'aim'), [90, 88, 92, 80, 50]);
    assert.deepEqual(column('gaps', 'standing'), ['holds', 'no end']);
    assert.deepEqual(
      new Set(column('dates', 'what')),
      new Set(['step', 'review', 'condition', 'waiver', 'deadline', 'report', 'end', 'milestone', 'evaluation', 'target']),
    );
    assert.equal(
      column('dates', 'title').some((title) => String(title).includes('Agree the programme')),
      false,
      'a step that is done is no date',
    );
  });

  it('says the same of who has which part, in a line each and in a line a task', () => {
    const lines = table('roles').rows.map(({ cells }) => `${cells['id']} ${cells['role']} ${cells['holder']}`);
    assert.ok(
      lines.includes('settle C Refugee council') && lines.includes('guarantees O Steering group') && lines.includes('tenancy-course S Red Cross, Elvebyen'),
    );
    const letters = { accountable: 'A', responsible: 'R', supporting: 'S', consulted: 'C', informed: 'I', overseeing: 'O' };
    const again = table('raci').rows.flatMap(({ cells }) =>
      Object.entries(letters).flatMap(([key, letter]) =>
        String(cells[key] || '')
          .split('; ')
          .filter(Boolean)
          .map((holder) => `${cells['id']} ${letter} ${holder}`),
      ),
    );
    assert.deepEqual(again.toSorted(), lines.toSorted());
  });

  describe('of every example', () => {
    const { workspace } = load([path.join(root, 'examples')], { today: TODAY });
    const plans = workspace.scopes.list.filter((scope) => scope.kind === 'plan').map((scope) => dossierIn(workspace, scope.files[0]?.uri ?? '', '2025-01-01'));
    const validate = new Ajv({ strict: true }).compile(schema);

    it('writes JSON that its schema describes', () => {
      assert.ok(plans.length > 100);
      for (const plan of [...plans, dossier]) {
        const report = JSON.parse(json(plan)) as { tables: Record<string, object[]> };
        assert.ok(validate(report), `${plan.scope.id}: ${JSON.stringify(validate.errors)}`);
        assert.ok(!validate({ ...report, more: 1 }));
        for (const one of tablesOf(plan)) assert.equal(report.tables[one.id]?.length, one.rows.length);
      }
    });

    it('writes IATI that follows the rules', () => {
      for (const plan of [...plans, dossier]) followsIati(readXml(iati(plan)), plan.today);
    });

    it('writes a calendar that another reader reads', () => {
      for (const plan of [...plans, dossier]) readsBack(plan);
    });

    it('writes CSV that another reader reads', () => {
      for (const plan of [...plans, dossier]) readsTables(plan);
    });
  });

  const objectsTo = (
    what: string,
    written: string,
    spoiled: Readonly<Record<string, readonly [part: string | RegExp, instead: string]>>,
    follows: (text: string) => void,
  ) =>
    describe(`objects to ${what}`, () => {
      for (const [name, [part, instead]] of Object.entries(spoiled)) {
        it(name, () => {
          const other = written.replace(part, instead);
          assert.notEqual(other, written, 'the report has such a part');
          assert.throws(() => follows(other), assert.AssertionError);
        });
      }
    });
  objectsTo('IATI that the schema does not take', iati(dossier), SPOILED, (text) => followsIati(readXml(text), dossier.today));
  objectsTo('a calendar that RFC 5545 does not take', ics(dossier), SPOILED_CALENDARS, followsICalendar);

  it('objects to a package that does not say what its tables are', () => {
    const written = csv(dossier).get('datapackage.json') as string;
    assert.deepEqual(wrongInPackage(JSON.parse(written)), []);
    const spoiled: readonly (readonly [RegExp | string, string])[] = [
      ['"profile": "tabular-data-package"', '"profile": "data-package"'],
      ['"profile": "tabular-data-resource",', ''],
      [/"name": "[^"]+",(?=\s*"title": "Integration)/, '"name": "Our plan",'],
      [/"resources": \[[\s\S]*\]/, '"resources": []'],
      ['"path": "actions.csv",', ''],
      ['"path": "actions.csv"', '"path": "/tmp/actions.csv"'],
      ['"path": "actions.csv"', '"path": "tables/../../actions.csv"'],
      ['"mediatype": "text/csv"', '"mediatype": "csv"'],
      ['"encoding": "utf-8"', '"encoding": "latin1"'],
      ['"delimiter": ","', '"delimiter": ";"'],
      ['"type": "number"', '"type": "amount"'],
      [/"fields": \[[\s\S]*?\n {8}\]/, '"fields": []'],
      ['"missingValues": [', '"missingValues": [0,'],
      ['"name": "roles"', '"name": "actions"'],
      ['"name": "title"', '"name": "id"'],
    ];
    for (const [part, instead] of spoiled) {
      const changed = written.replace(part, instead);
      assert.notEqual(changed, written, String(part));
      assert.notDeepEqual(wrongInPackage(JSON.parse(changed)), [], String(part));
    }
  });

  it('gives IATI a date also where a plan has no period', () => {
    const datesIn = (text: string) => {
      const root = readXml(iati(dossierOf(text)));
      followsIati(root, TODAY);
      return all(root, 'activity-date').map(({ attributes }) => `${attributes['type']} ${attributes['iso-date']}`);
    };
    const rest = 'actor office "Office" { type department }\n';
    assert.deepEqual(datesIn(`plan town "Town" { level local; period 2025 to 2028 }\n${rest}`), ['1 2025-01-01', '3 2028-12-31']);
    assert.deepEqual(datesIn(`plan town "Town" { level local; adopted 2024-12-10 by office }\n${rest}`), ['2 2024-12-10']);
    assert.deepEqual(datesIn(`plan town "Town" { level local }\n${rest}`), [`2 ${TODAY}`]);
    assert.deepEqual(datesIn(`plan town "Town" { level local; period until 2028 }\n${rest}`), [`2 ${TODAY}`, '3 2028-12-31']);
    assert.deepEqual(datesIn(`plan town "Town" { level local; period until 2020 }\n${rest}`), ['2 2020-12-31', '3 2020-12-31']);
  });

  it('names the language and the currency in IATI as the standard names them', () => {
    const named = (head: string) => {
      const root = readXml(iati(dossierOf(`plan town "Town" { level local; ${head} }\nactor office "Office" { type department }\n`)));
      followsIati(root, TODAY);
      const { attributes } = root.children[0] as Element;
      return [attributes['xml:lang'], attributes['default-currency']];
    };
    assert.deepEqual(named('language nb; currency NOK'), ['nb', 'NOK']);
    assert.deepEqual(named('language pt-BR; currency eur'), ['pt', 'EUR']);
    assert.deepEqual(named('language sme'), ['sme', undefined]);
    assert.deepEqual(named('level local'), ['en', undefined]);
  });

  it('keeps the marks of a calendar when days change', () => {
    const uids = (text: string) =>
      new ICAL.Component(ICAL.parse(ics(dossierOf(text)))).getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('uid')));
    assert.deepEqual(uids(PLAN.replace('2026-06-30\n', '2026-09-30\n').replace('2025-10-15', '2025-12-01')).toSorted(), uids(PLAN).toSorted());
  });

  it('writes a workbook with a sheet a table, heads that stay, filters, days and numbers', async () => {
    const sheets = await sheetsOf(await excelOf(dossier));
    assert.deepEqual(
      sheets.map((sheet) => sheet.name),
      [
        'Action plan',
        'Responsibilities',
        'Indicators',
        'Values',
        'Targets',
        'Funding',
        'Deadlines and reviews',
        'Accepted gaps',
        'Actors, partners and bodies',
        'Findings',
        'Statements',
      ],
    );
    for (const { name, xml } of sheets) {
      assert.equal(all(xml, 'pane')[0]?.attributes['state'], 'frozen', name);
      assert.match(all(xml, 'autoFilter')[0]?.attributes['ref'] ?? '', /^A1:[A-Z]+\d+$/, name);
      assert.deepEqual(all(xml, 'f'), [], name);
      const ids = all(xml, 'col').filter((column) => column.attributes['hidden'] === '1' || column.attributes['hidden'] === 'true');
      assert.ok(ids.length > 0 || ['Accepted gaps', 'Findings'].includes(name), `${name}: ids are there, where nobody sees them`);
    }
    const at = (sheet: number, place: string) => sheets[sheet]?.cells.find((cell) => cell.at === place);
    const columnOf = (sheet: number, title: string) => sheets[sheet]?.cells.find((cell) => cell.value === title)?.at.replace('1', '') ?? '?';
    const due = at(0, `${columnOf(0, 'Due')}3`);
    assert.deepEqual([due?.type, due?.value, due?.format], ['n', String(Date.UTC(2027, 11, 31) / 86_400_000 + 25_569), 'yyyy-mm-dd']);
    const amount = at(0, `${columnOf(0, 'Amount')}3`);
    assert.deepEqual([amount?.type, amount?.value, amount?.format], ['n', '150000', '#,##0'], 'no point stands where nothing follows it');
    for (const { name, xml } of sheets) {
      assert.equal(all(xml, 'printOptions')[0]?.attributes['gridLines'], '1', `${name}: cells stand apart on paper`);
      const widths = all(xml, 'col').map((column) => Number(column.attributes['width']));
      assert.ok(Math.max(...widths) <= 60 && Math.min(...widths) >= 8, name);
    }
    const matrix = sheets[1]?.cells.filter((cell) => cell.value === 'A R') ?? [];
    assert.equal(matrix.length, 2, 'who leads answers and carries out');
  });

  it('writes a Word document whose looks are all in its styles', async () => {
    const files = await unzip(await wordOf(dossier));
    for (const [name, text] of files) if (/\.(?:xml|rels)$/.test(name)) readXml(text);
    const body = readXml(files.get('word/document.xml') as string);
    const styles = new Set(all(readXml(files.get('word/styles.xml') as string), 'w:style').map((style) => style.attributes['w:styleId']));
    for (const run of all(body, 'w:rPr'))
      assert.deepEqual(
        run.children.filter((child) => !['w:rStyle', 'w:noProof', 'w:webHidden'].includes(child.name)),
        [],
      );
    for (const used of [...all(body, 'w:pStyle'), ...all(body, 'w:rStyle'), ...all(body, 'w:tblStyle')])
      assert.ok(styles.has(used.attributes['w:val']), used.attributes['w:val']);
    for (const one of all(body, 'w:tbl'))
      assert.equal(all(one.children.find((child) => child.name === 'w:tr') as never, 'w:tblHeader').length, 1, 'heads are repeated');
    const headings = all(body, 'w:p')
      .filter((paragraph) => all(paragraph, 'w:pStyle')[0]?.attributes['w:val'] === 'Heading1')
      .map(words);
    assert.deepEqual(headings, [
      'About the plan',
      'Who the plan is for',
      '3 Housing',
      '4 Work',
      'Across the sectors',
      'Responsibilities',
      'Indicators',
      'Money',
      'What is due when',
      'Accepted gaps',
      'Who is who',
    ]);
    for (const heading of headings) assert.ok(all(body, 'w:sdtContent').map(words).join().includes(heading), `${heading} stands in the contents`);
    const measures = all(body, 'w:tbl').find((one) => words(one).startsWith('No.Measure'));
    assert.deepEqual(all(all(measures as never, 'w:tr')[2] as never, 'w:tc').map(words), [
      '3.2',
      'Tenancy course for new tenants',
      'Housing office',
      'Refugee office; Red Cross, Elvebyen',
      '2025-03 to 2027',
      'Share of tenancies kept after two years',
      '150\u202f000 NOK per year in 2026',
      'ongoing',
    ]);
  });

  it('can be opened by LibreOffice', async function () {
    this.timeout(180_000);
    const folder = mkdtempSync(path.join(tmpdir(), 'iplan-office-'));
    const convert = (file: string, to: string) =>
      spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', to, '--outdir', folder, path.join(folder, file)], {
        encoding: 'utf8',
        timeout: 90_000,
      });
    try {
      if (spawnSync('soffice', ['--version']).status !== 0) this.skip();
      writeFileSync(path.join(folder, 'plan.docx'), await wordOf(dossier));
      writeFileSync(path.join(folder, 'plan.xlsx'), await excelOf(dossier));
      convert('plan.docx', 'txt:Text (encoded):UTF8');
      const text = readFileSync(path.join(folder, 'plan.txt'), 'utf8');
      for (const said of ['Tenancy course for new tenants', 'Accepted gaps', 'Nothing about newcomers without newcomers.'])
        assert.ok(text.includes(said), said);
      convert('plan.xlsx', 'csv');
      const [first] = parse(readFileSync(path.join(folder, 'plan.csv'), 'utf8'), { columns: true }) as Record<string, string>[];
      assert.equal(first?.['Measure'], 'Settle assigned refugees');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** Every date is an entry of a whole day, in lines of 75 octets, and says what the table says. */
function readsBack(plan: typeof dossier): void {
  const text = ics(plan);
  followsICalendar(text);
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  const rows = dates.rows(plan);
  assert.deepEqual(
    events.map((event) => [String(event.getFirstPropertyValue('dtstart')), event.getFirstPropertyValue('summary')]),
    rows.map((row) => [row.cells.day, row.cells.title]),
  );
  for (const event of events) assert.equal(event.getFirstProperty('dtstart')?.type, 'date');
}

/** Every table has the fields that the package describes, and its numbers and days are ones. */
function readsTables(plan: typeof dossier): void {
  const files = csv(plan);
  const described = JSON.parse(files.get('datapackage.json') as string) as {
    resources: { path: string; schema: { fields: { name: string; type: string }[] } }[];
  };
  assert.deepEqual(wrongInPackage(described), [], plan.scope.id);
  const tables = tablesOf(plan);
  assert.deepEqual(
    [...files.keys()].slice(1),
    described.resources.map((resource) => resource.path),
  );
  for (const [
    i,
    {
      path: file,
      schema: { fields },
    },
  ] of described.resources.entries()) {
    const [head, ...lines] = parse(files.get(file) as string, { record_delimiter: '\r\n' }) as string[][];
    assert.deepEqual(
      head,
      fields.map((field) => field.name),
    );
    assert.equal(lines.length, tables[i]?.rows.length);
    for (const [n, line] of lines.entries())
      for (const [at, field] of fields.entries()) {
        const cell = tables[i]?.rows[n]?.cells[field.name];
        if (field.type === 'number' && line[at] !== '') assert.equal(Number(line[at]), cell);
        if (field.type === 'date' && line[at] !== '') assert.match(line[at] as string, /^\d{4}-\d\d-\d\d$/);
        if (field.type === 'string') assert.doesNotMatch(line[at] as string, /^\s*[=+\-@\t\r＝＋－＠]/);
      }
  }
}
