// Somebody gets a report, changes it as people do, and gives it back: what they changed arrives, and everything else stays whole.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { type Imported, planOf } from '../../server/src/imports/plan.ts';
import { open } from '../../server/src/imports/read/open.ts';
import { json } from '../../server/src/reports/plan/json.ts';
import { dossierOf, excelOf, TODAY } from '../reports/read.ts';
import { slowness } from '../safety/clock.ts';
import { wholeOf } from './roundtrip.ts';
import { workspaceOf } from './truth.ts';

const PLAN = `plan town "Plan of the town" {
  level local
  period 2025 to 2028
  currency NOK
  language no
}

actor office "Refugee office" { type department }

actor school "Adult school" {
  type school
  contact "Head of school" "head@school.example"
}

partner library "Library" { type library }

phase arrival "Arrival" { from settlement; lasts 3 months }

goal work "People work" { horizon long }

fund state "State grant" {
  from office
  amount 2000000 NOK in 2025
}

sector language "Language" {
  field language
  lead school

  measure cafe "Language café" {
    about """
        Every week.

        - on Mondays
          - with coffee
      """
    accountable office
    responsible school
    with library
    in arrival
    serves level-b1
    period 2025-03 to 2027
    budget 150_000 NOK per year from state
    step "Find a room" by 2025-02
  }

  measure course "Course" {
    lead school
    deadline by 2026-06-30
  }

  target level-b1 "Reach level B1" {
    measured by b1
    serves work
    at least 60% by 2028 { women 60%; men 60% }
    milestone at least 50% by 2026
  }

  indicator b1 "Share that reaches B1" {
    unit percent
    direction increase
    baseline 41% on 2023-12-31
    value 44% on 2024-12-31 { women 46%; men 42% }
    source register "School register"
    frequency yearly lag 2 months
    owner school
  }
}

waive coverage/group-without-measure on town until 2026-06-30
  approved by office
  because "Next year"
`;

type Tables = Record<string, Record<string, string | number>[]>;
const dossier = dossierOf(PLAN);
const was = wholeOf(dossier.scope);

/** What an import of the changed report adds to the plan and takes from it, without what is common. */
function differences(imported: Imported): readonly string[] {
  const scope = workspaceOf(imported.files).scopes.list.find(({ kind }) => kind === 'plan');
  assert.ok(scope !== undefined);
  const is = wholeOf(scope);
  const { all, taken, left } = imported.ledger.count();
  assert.equal(taken + left, all);
  return [
    ...[...was.keys()].filter((one) => !is.has(one)).map((one) => `- ${one}`),
    ...[...is.keys()].filter((one) => !was.has(one)).map((one) => `+ ${one}`),
  ].map((line) => line.replace(/^(. )(?:\w+ )?([\w-]+) "[^"]*"(?: in \w+)? (?!in \w+$)(?=\w)/, '$1$2: '));
}

async function changed(change: (tables: Tables) => void): Promise<Imported> {
  const report = JSON.parse(json(dossier)) as { tables: Tables };
  change(report.tables);
  return planOf([await open(new TextEncoder().encode(JSON.stringify(report)), 'plan.json')], { today: TODAY });
}

const row = (tables: Tables, table: string, id: string, key = 'id') => {
  const found = tables[table]?.find((one) => one[key] === id);
  assert.ok(found !== undefined, `${table} ${id}`);
  return found;
};

describe('a report that somebody has changed', () => {
  const cases: readonly (readonly [name: string, change: (tables: Tables) => void, expected: readonly string[]])[] = [
    ['says nothing else where nothing was changed', () => {}, []],
    [
      'is the same in another order',
      (tables) => {
        for (const rows of Object.values(tables)) rows.reverse();
      },
      [],
    ],
    [
      'has another title',
      (tables) => (row(tables, 'actions', 'course')['title'] = 'Evening course'),
      [
        '- measure course "Course" in language',
        '- course: lead school',
        '- course: deadline by 2026-06-30',
        '+ measure course "Evening course" in language',
        '+ course: lead school',
        '+ course: deadline by 2026-06-30',
      ],
    ],
    [
      'has a date as people write it',
      (tables) => (row(tables, 'actions', 'course')['by_when'] = '31.12.2027'),
      ['- course: deadline by 2026-06-30', '+ course: deadline by 2027-12-31'],
    ],
    [
      'ends a period later',
      (tables) => (row(tables, 'actions', 'cafe')['by_when'] = '31.12.2028'),
      ['- cafe: period 2025-03 to 2027', '+ cafe: period 2025-03 to 2028-12-31'],
    ],
    [
      'begins later',
      (tables) => (row(tables, 'actions', 'cafe')['starts'] = '2026-01-01'),
      ['- cafe: period 2025-03 to 2027', '+ cafe: period 2026-01-01 to 2027'],
    ],
    [
      'is due later',
      (tables) => (row(tables, 'actions', 'course')['due'] = '2026-12-31'),
      ['- course: deadline by 2026-06-30', '+ course: deadline by 2026-12-31'],
    ],
    ['has another lead', (tables) => (row(tables, 'actions', 'course')['lead'] = 'Library'), ['- course: lead school', '+ course: lead library']],
    [
      'has somebody else who answers',
      (tables) => (row(tables, 'actions', 'cafe')['lead'] = 'Library'),
      ['- cafe: accountable office', '+ cafe: accountable library'],
    ],
    [
      'names somebody new',
      (tables) => (row(tables, 'actions', 'cafe')['partners'] = 'Library; Red Cross'),
      ['- cafe: with library', '+ partner red-cross "Red Cross"', '+ red-cross: type ngo', '+ cafe: with library, red-cross'],
    ],
    ['has a status', (tables) => (row(tables, 'actions', 'course')['status'] = 'ongoing'), ['+ course: status ongoing']],
    ['has a status in another language', (tables) => (row(tables, 'actions', 'course')['status'] = 'pågår'), ['+ course: status ongoing']],
    [
      'costs more',
      (tables) => (row(tables, 'actions', 'cafe')['amount'] = 200000),
      ['- cafe: budget 150_000 NOK per year from state', '+ cafe: budget 200000 NOK per year from state'],
    ],
    [
      'has another target in the table of indicators',
      (tables) => (row(tables, 'indicators', 'b1')['target'] = 'at least 65 % by 2028'),
      ['- level-b1: at least 60% by 2028 { women 60%; men 60% }', '+ level-b1: at least 65% by 2028 { women 60%; men 60% }'],
    ],
    [
      'has another baseline',
      (tables) => (row(tables, 'indicators', 'b1')['baseline'] = 40),
      ['- b1: baseline 41% on 2023-12-31', '+ b1: baseline 40% on 2023-12-31'],
    ],
    ['has a newer value', (tables) => Object.assign(row(tables, 'indicators', 'b1'), { value: 49, value_on: '2025-12-31' }), ['+ b1: value 49% on 2025-12-31']],
    [
      'has another milestone',
      (tables) => (row(tables, 'targets', 'milestone', 'what')['written'] = 55),
      ['- level-b1: milestone at least 50% by 2026', '+ level-b1: milestone at least 55% by 2026'],
    ],
    [
      'has one more value in the table of values',
      (tables) =>
        tables['values']?.push({
          indicator_id: 'b1',
          indicator: 'Share that reaches B1',
          what: 'value',
          from: '2025-12-31',
          to: '2025-12-31',
          value: 47,
          unit: 'percent',
        }),
      ['+ b1: value 47% on 2025-12-31'],
    ],
    [
      'has another amount in the table of funds',
      (tables) => (row(tables, 'funding', 'state', 'fund_id')['amount'] = 2500000),
      ['- state: amount 2000000 NOK in 2025', '+ state: amount 2500000 NOK in 2025'],
    ],
    [
      'has one more part in the table of roles',
      (tables) => tables['roles']?.push({ kind: 'measure', id: 'course', title: 'Course', role: 'C', holder_id: 'library', holder: 'Library' }),
      ['+ course: consulted library'],
    ],
    [
      'has no line for a measure any more',
      (tables) => tables['actions']?.splice(tables['actions'].indexOf(row(tables, 'actions', 'course')), 1),
      ['- measure course "Course" in language', '- course: lead school', '- course: deadline by 2026-06-30'],
    ],
    [
      'has one measure more',
      (tables) => tables['actions']?.push({ sector: 'Language', kind: 'measure', title: 'Mentors', lead: 'Library', by_when: '01.09.2026', status: 'planned' }),
      ['+ measure mentors "Mentors" in language', '+ mentors: lead library', '+ mentors: deadline by 2026-09-01', '+ mentors: status planned'],
    ],
    [
      'has a copied line with another title',
      (tables) => tables['actions']?.push({ ...row(tables, 'actions', 'course'), title: 'Second course' }),
      ['+ measure course-2 "Second course" in language', '+ course-2: deadline by 2026-06-30', '+ course-2: lead school'],
    ],
    [
      'has another statement',
      (tables) => (row(tables, 'statements', 'step', 'word')['text'] = String.raw`step "Find a room\nand a host" by 2025-04`),
      ['- cafe: step "Find a room" by 2025-02', String.raw`+ cafe: step "Find a room\nand a host" by 2025-04`],
    ],
    [
      'has one statement less',
      (tables) => tables['statements']?.splice(tables['statements'].indexOf(row(tables, 'statements', 'step', 'word')), 1),
      ['- cafe: step "Find a room" by 2025-02'],
    ],
    ['has a table less', (tables) => delete tables['actions'], []],
  ];
  for (const [name, change, expected] of cases)
    it(name, async () => {
      const imported = await changed((tables) => void change(tables));
      assert.deepEqual([...differences(imported)].sort(), [...expected].sort());
      assert.deepEqual(imported.doubts, []);
    });

  it('asks about what still names a thing whose line was taken out', async () => {
    const { questions } = await changed((tables) => void tables['targets']?.splice(0, 9));
    assert.match(questions.join(), /"Reach level B1" was taken out of the tables, and is still named by "Language café"/);
  });

  it('keeps what it said where a change is not understood, and says so', async () => {
    const imported = await changed((tables) => (row(tables, 'actions', 'course')['by_when'] = 'when the house stands'));
    assert.deepEqual(differences(imported), ['+ course: about "when the house stands."']);
    assert.match(imported.doubts.map(({ text }) => text).join(), /"when the house stands" was changed under "By when" and not understood/);
  });

  for (const text of ['lead school }\nplan evil "Evil" {', 'lead school # and nobody else', 'lead school; level local', '}', 'measure x "X" { lead school'])
    it(`takes no more than one statement from a cell: ${text}`, async () => {
      const imported = await changed((tables) => {
        const line = tables['statements']?.find(({ id, word }) => id === 'course' && word === 'lead');
        assert.ok(line !== undefined);
        line['text'] = text;
      });
      assert.deepEqual(differences(imported), ['- course: lead school']);
      assert.match(imported.doubts.map((one) => one.text).join(), /is no single statement/);
    });

  it('is read at once, whatever fills its cells', async () => {
    for (const piece of ['\\', '"', '\\"', '" ', '\\u{', '{ ', '; ', '#', '"""', ' by ']) {
      const start = performance.now();
      await changed((tables) => {
        for (const rows of Object.values(tables))
          for (const one of rows) for (const key of Object.keys(one)) if (!/id$|^(?:kind|word|in|plan)$/.test(key)) one[key] = `lead "${piece.repeat(4_000)}`;
      });
      assert.ok(performance.now() - start < 5_000 * slowness(), `${piece}: ${performance.now() - start} ms`);
    }
  }).timeout(60_000);

  it('says nothing else after LibreOffice has opened and saved the workbook', async function () {
    this.timeout(180_000);
    if (spawnSync('soffice', ['--version']).status !== 0) this.skip();
    const folder = mkdtempSync(path.join(tmpdir(), 'iplan-office-'));
    try {
      writeFileSync(path.join(folder, 'plan.xlsx'), await excelOf(dossier));
      const options = ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', 'xlsx', '--outdir', path.join(folder, 'saved')];
      assert.equal(spawnSync('soffice', [...options, path.join(folder, 'plan.xlsx')], { timeout: 150_000 }).status, 0);
      const imported = planOf([await open(readFileSync(path.join(folder, 'saved/plan.xlsx')), 'plan.xlsx')], { today: TODAY });
      assert.deepEqual(differences(imported), []);
      assert.deepEqual(imported.doubts, []);
    } finally {
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    }
  });

  it('comes back from a workbook that somebody has sorted and changed', async () => {
    const book = await readXlsx(await excelOf(dossier));
    const sheets = book.sheets.map((sheet) => {
      const [head, ...rows] = sheet.rows as [unknown[], ...unknown[][]];
      rows.reverse();
      if (sheet.name === 'Action plan') (rows.find((cells) => cells.includes('Course')) as unknown[])[head.indexOf('By when')] = '31.12.2027';
      if (sheet.name === 'Responsibilities') (rows.find((cells) => cells.includes('Course')) as unknown[])[head.indexOf('Library')] = 'C';
      return { name: sheet.name, rows: [head, ...rows] as string[][] };
    });
    const imported = planOf([await open(await writeXlsx({ sheets }), 'plan.xlsx')], { today: TODAY });
    assert.deepEqual([...differences(imported)].sort(), [
      '+ course: consulted library',
      '+ course: deadline by 2027-12-31',
      '- course: deadline by 2026-06-30',
    ]);
  });
});
