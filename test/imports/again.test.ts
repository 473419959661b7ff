import assert from 'node:assert/strict';
import { merged } from '../../server/src/imports/again.ts';
import { dataWith, filtersOf, observationsIn } from '../../server/src/imports/observed.ts';
import { planOf } from '../../server/src/imports/plan.ts';
import { csv } from '../../server/src/imports/read/csv.ts';
import type { File } from '../../server/src/imports/write.ts';
import { csvOf } from './build.ts';
import { factsOf } from './truth.ts';

const FIRST =
  'No|Action|Lead|By when|Status\n1|Open a café|Library|2027|planned\n2|Train staff|Housing Office|2028|planned\n3|Print a map|Library|2026|planned';
const planIn = (table: string): readonly File[] => planOf([csv(csvOf(table, ';'), 'plan.csv')], { today: '2026-01-15' }).files;
const edit = (files: readonly File[], from: string, to: string) => files.map(({ path, text }) => ({ path, text: text.replace(from, to) }));
const says = (files: readonly File[], id: string) => factsOf(files).filter((fact) => fact.startsWith(id));

describe('importing again', () => {
  const base = planIn(FIRST);

  it('takes over what only the source has changed, and keeps what people have written', () => {
    const own = edit(base, 'number "2"', '# Ask the union first.\n  consulted library\n  number "2"');
    const { files, differences, conflicts } = merged(base, planIn(FIRST.replace('2027', '2029').replace('Print a map', 'Print a guide')), own);
    assert.deepEqual(conflicts, []);
    assert.ok(says(files, 'measure-1').includes('measure-1 deadline by 2029'));
    assert.ok(says(files, 'measure-2').includes('measure-2 consulted library'));
    assert.ok(files.some(({ text }) => text.includes('# Ask the union first.')));
    assert.ok(says(files, 'measure-3').includes('measure-3: measure "Print a guide"'));
    assert.ok(
      differences.some((line) => /deadline moved from 2027 to 2029/.test(line)),
      differences.join('\n'),
    );
  });

  it('adds what is new and takes away what is gone, as far as nobody has touched it', () => {
    const newer = FIRST.replace('\n3|Print a map|Library|2026|planned', '\n4|Visit schools|School Office|2027|planned').replace(
      '\n2|Train staff|Housing Office|2028|planned',
      '',
    );
    const { files, conflicts } = merged(base, planIn(newer), edit(base, 'deadline by 2028', 'deadline by 2030'));
    assert.deepEqual(says(files, 'measure-3'), []);
    assert.equal(says(files, 'measure-4').length, 5);
    assert.deepEqual(says(files, 'school-office').slice(0, 1), ['school-office: actor "School Office"']);
    assert.ok(says(files, 'measure-2').length > 0);
    assert.match(conflicts.join('\n'), /"Train staff" is gone from the source; the plan keeps it/);
  });

  it('keeps the plan where both have changed the same, and says so', () => {
    const { files, conflicts } = merged(base, planIn(FIRST.replace('2028', '2029')), edit(base, 'deadline by 2028', 'deadline by 2030'));
    assert.ok(says(files, 'measure-2').includes('measure-2 deadline by 2030'));
    assert.match(conflicts.join('\n'), /the source now says "deadline by 2029", the plan keeps "deadline by 2030"/);
  });

  it('merges accepted gaps and data files too', () => {
    const gap = (on: string) => `waive coverage/group-without-measure on ${on} until 2027-06-30\n  approved by library\n  because "Later"\n`;
    const withGap = (files: readonly File[], ...on: readonly string[]) =>
      files.map(({ path, text }) => ({ path, text: path === 'plan.iplan' ? `${text}\n${on.map(gap).join('\n')}` : text }));
    const data = (value: number) => ({ path: 'data/a.csv', text: `indicator,date,value\na,2025,${value}\n` });
    const { files, conflicts } = merged([...withGap(base, 'old'), data(1)], [...withGap(base, 'new'), data(2)], [...withGap(base, 'old', 'own'), data(1)]);
    assert.deepEqual(conflicts, []);
    const plan = files.find(({ path }) => path === 'plan.iplan')?.text ?? '';
    assert.deepEqual([...plan.matchAll(/ on (\w+) until/g)].map(([, on]) => on).sort(), ['new', 'own']);
    assert.equal(files.find(({ path }) => path === 'data/a.csv')?.text, data(2).text);
    const both = merged([...base, data(1)], [...base, data(2)], [...base, data(3)]);
    assert.deepEqual(both.conflicts, ['data/a.csv was changed in the plan and in the source.']);
    assert.equal(both.files.find(({ path }) => path === 'data/a.csv')?.text, data(3).text);
  });

  it('changes nothing where nothing has changed', () => assert.deepEqual(merged(base, planIn(FIRST), base), { files: base, differences: [], conflicts: [] }));
});

describe('observed values from a file', () => {
  const SDMX = 'freq|sex|geo|TIME_PERIOD|OBS_VALUE|OBS_FLAG\nA|T|NO|2023|66.4|\nA|T|NO|2024|67.1|p\nA|F|NO|2024|60.1|\nA|T|NO|2025|:|';
  const read = (table: string, filter = '') => observationsIn(csv(csvOf(table, ','), 'values.csv'), filtersOf(filter));

  it('takes the lines that the filter of the source chooses', () =>
    assert.deepEqual(
      read(SDMX, 'sex=T').rows.map(({ date, value }) => [date, value]),
      [
        ['2023', '66.4'],
        ['2024', '67.1'],
      ],
    ));
  it('refuses what could be several series, and says how to choose', () => assert.throws(() => read(SDMX), /several values of "sex": T, F/));
  it('says what there is where the filter finds nothing', () => assert.throws(() => read(SDMX, 'sex=X'), /holds no line for sex=X; it has sex: T, F/));
  it('says which column the filter asks for in vain', () => assert.throws(() => read(SDMX, 'age=Y1'), /has no column "age"/));
  it('leaves out what is no date or could be two numbers', () => {
    const { rows, skipped } = read('Year|Value\n2024|1.234\nsoon|5\n2025|7');
    assert.deepEqual(
      rows.map(({ date, value }) => [date, value]),
      [
        ['2024', '1.234'],
        ['2025', '7'],
      ],
    );
    assert.equal(skipped.length, 1);
  });
  it('adds to a data file and replaces what is there', () => {
    const once = dataWith(undefined, 'rate', [{ date: '2024', value: '5' }]);
    assert.deepEqual(
      dataWith(once.text, 'rate', [
        { date: '2024', value: '6' },
        { date: '2025', value: '7' },
      ]),
      { text: 'indicator,date,value,group\nrate,2024,6,\nrate,2025,7,\n', added: 1, changed: 1 },
    );
  });
});
