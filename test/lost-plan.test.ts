import assert from 'node:assert/strict';
import { defaultSettings } from '../server/src/config/settings.ts';
import { Linter } from '../server/src/lint.ts';
import { parseFile, Workspace } from '../server/src/model/workspace.ts';
import { fixture, problemsOf } from './fixture.ts';

const PLAN = 'plan town "Town" { level local; period 2025 to 2028 }\nactor office "Office" { type department }\n';
const SECTORS = ['housing', 'work', 'school', 'health/clinics', 'health/more/dentists'].map(
  (path) =>
    [
      `file:///w/town/${path}.iplan`,
      `sector ${path.replaceAll('/', '-')} "Of ${path}" {\n  lead office\n  measure m-${path.replaceAll('/', '-')} "M" { lead office }\n}\n`,
    ] as const,
);
const OTHER = ['file:///w/other/plan.iplan', 'plan other "Other" { level local; period 2025 }\n'] as const;
const files = (texts: readonly (readonly [string, string])[]) => texts.map(([uri, text]) => [uri, parseFile(uri, text)] as const);
const linter = new Linter();
const found = (workspace: Workspace) =>
  [...linter.diagnoseAll(workspace, () => defaultSettings('2026-06-30'))].flatMap(([uri, all]) =>
    all.filter(({ rule }) => rule.startsWith('names/')).map(({ rule, message }) => [uri, rule, message]),
  );

describe('a folder that has lost its plan', () => {
  const whole = new Workspace(new Map(files([...SECTORS, OTHER, ['file:///w/town/plan.iplan', PLAN]])));

  it('is one finding for all of its files, those of its subfolders among them', () => {
    assert.deepEqual(found(whole), []);
    assert.deepEqual(found(whole.with([['file:///w/town/plan.iplan', undefined]])), [
      [
        'file:///w/town/health/clinics.iplan',
        'names/folder-without-plan',
        'These files belong to no plan: clinics.iplan, dentists.iplan, housing.iplan, school.iplan and work.iplan.',
      ],
    ]);
  });

  it('is as before when its plan comes back', () => {
    const lost = whole.with([['file:///w/town/plan.iplan', undefined]]);
    assert.equal(found(lost).length, 1);
    assert.deepEqual(found(lost.with(files([['file:///w/town/plan.iplan', PLAN]]))), []);
  });

  it('does not silence a file by itself', () => {
    const [first] = SECTORS;
    assert.deepEqual(
      found(new Workspace(new Map(files([first as (typeof SECTORS)[number], OTHER])))).map(([, rule]) => rule),
      ['names/no-plan', 'names/unknown-name', 'names/unknown-name'],
    );
  });
});

describe('a number with a point before three digits', () => {
  const mends = (line: string, kind = 'measure cafe "Job café"') =>
    problemsOf(fixture(`${kind} {\n  ${line}\n}`), 'structure/ambiguous-number').flatMap(({ fixes = [] }) => fixes.map(({ title }) => title));

  it('can be mended to either of the two that it may mean', () => {
    assert.deepEqual(mends('budget 690.000 EUR'), ['Write 690000 EUR', 'Write 690.00 EUR']);
    assert.deepEqual(mends('budget at most 12.375 NOK per year'), ['Write 12375 NOK', 'Write 12.3750 NOK']);
    assert.deepEqual(mends('budget 1.200.000'), ['Write 1200000']);
    assert.deepEqual(mends('size 320.000 persons on 2024-12-31', 'group women "Women"'), ['Write 320000 persons']);
  });

  it('is taken as it is where it can mean only one', () => {
    for (const line of ['budget 690.00 EUR', 'budget 0.125 EUR', 'budget 2.375 million EUR', 'budget 690_000 EUR', 'output 12.375 hours'])
      assert.deepEqual(mends(line), [], line);
  });

  it('is said once', () => {
    const rules = problemsOf(fixture('measure cafe "Job café" {\n  budget 1.200.000 EUR\n}')).map(({ rule }) => rule);
    assert.deepEqual(
      rules.filter((rule) => rule.startsWith('structure/')),
      ['structure/ambiguous-number'],
    );
  });
});

describe('a list or table from elsewhere', () => {
  const told = (line: string, kind = 'sector work "Work"') => problemsOf(fixture(`${kind} {\n  ${line}\n}`)).map(({ instead = '' }) => instead);

  it('is answered by the refactoring that makes measures of it, where there is one', () => {
    for (const line of ['- Open a job café', '* Open a job café', '• Open a job café', '1. Open a job café'])
      assert.ok(
        told(line).some((text) => text.includes('"Make measures of the selected list"')),
        line,
      );
    for (const line of ['| Open a job café | Office |', 'Open\tOffice\t2026'])
      assert.ok(
        told(line).some((text) => text.includes('"Make measures of the selected table"')),
        line,
      );
    assert.ok(!told('- Open a job café', 'actor office "Office"').some((text) => text.includes('refactoring')));
    assert.ok(!told('leed office').some((text) => text.includes('refactoring')));
  });
});
