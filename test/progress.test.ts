import assert from 'node:assert/strict';
import { parseData } from '../server/src/model/csv.ts';
import { dataUri, wantedData } from '../server/src/model/data.ts';
import { progressOf } from '../server/src/model/progress.ts';
import { fixture } from './fixture.ts';

/** The progress of the one target of a plan. */
function progress(source: string, today: string, data: Record<string, string> = {}) {
  const workspace = fixture(source).workspace.with([], Object.entries(data));
  const scope = workspace.scopeOf('file:///example/main.iplan');
  const target = scope?.of('target')[0];
  assert.ok(scope !== undefined && target !== undefined);
  return progressOf(target, scope, today);
}

const plan = (aim: string, rest: string, unit = 'percent') => `target t "T" { measured by i; ${aim} }\nindicator i "I" { unit ${unit}\n${rest} }`;
const SERIES = 'baseline 70% on 2023-12-31\nvalue 74% on 2024-12-31\nfrequency yearly lag 3 months';

describe('progress of targets', () => {
  const cases: readonly (readonly [what: string, source: string, today: string, state: string])[] = [
    ['at the line', plan('at least 90% by 2028', SERIES), '2025-06-01', 'on-track'],
    ['below the line', plan('at least 95% by 2028', SERIES), '2025-06-01', 'off-track'],
    ['a milestone bends the line', plan('at least 90% by 2028; milestone at least 80% by 2025', SERIES), '2025-06-01', 'off-track'],
    ['on the last day before the next value is due', plan('at least 90% by 2028', SERIES), '2026-03-31', 'on-track'],
    ['a day later it is late', plan('at least 90% by 2028', SERIES), '2026-04-01', 'late-data'],
    ['reached early', plan('at least 72% by 2028', SERIES), '2025-06-01', 'met'],
    ['missed', plan('at least 75% by 2024', SERIES), '2025-06-01', 'missed'],
    ['met at the deadline', plan('at least 74% by 2024', SERIES), '2025-06-01', 'met'],
    ['nothing measured', plan('at least 74% by 2024', 'baseline 70% on 2023'), '2025-06-01', 'no-data'],
    ['a forecast is no value', plan('at least 74% by 2028', 'baseline 70% on 2023\nvalue 90% on 2026-05'), '2025-06-01', 'no-data'],
    ['points', plan('increase by 4 points by 2024', SERIES), '2025-06-01', 'met'],
    ['percent of the baseline', plan('increase by 6 percent by 2024', SERIES), '2025-06-01', 'missed'],
    ['down', plan('decrease by 20% by 2028', 'baseline 1000 on 2023\nvalue 960 on 2024', 'persons'), '2025-06-01', 'on-track'],
    ['held, and may still be lost', plan('at most 5 by 2028', 'baseline 4 on 2023\nvalue 3 on 2024', 'days'), '2025-06-01', 'on-track'],
    ['an estimate counts', plan('at least 90% by 2028', 'baseline 70% on 2023\nvalue 80% on 2024 provisional'), '2025-06-01', 'on-track'],
    [
      'counted from an event, not met',
      plan('at least 60% 2 years after arrival', 'at 6 months, 2 years after arrival\nvalue 80% at 6 months on 2024\nvalue 41% at 2 years on 2024'),
      '2025-06-01',
      'open',
    ],
    [
      'counted from an event, met',
      plan('at least 40% 2 years after arrival', 'at 6 months, 2 years after arrival\nvalue 10% at 6 months on 2024\nvalue 41% at 2 years on 2024'),
      '2025-06-01',
      'met',
    ],
    [
      'a cohort is compared at like durations',
      plan('at least 50% by 2028', 'baseline 38% at 2 years on 2022\nvalue 80% at 6 months on 2024\nvalue 39% at 2 years on 2024'),
      '2025-06-01',
      'off-track',
    ],
    [
      'nothing is known at the time that the target names',
      plan('at least 40% 3 years after arrival', 'at 2 years after arrival\nvalue 41% on 2024'),
      '2025-06-01',
      'no-data',
    ],
    [
      'a cohort of one duration need not repeat it',
      plan('at least 50% by 2028', 'at 2 years after arrival\nbaseline 38% at 2 years on 2022\nvalue 45% on 2024'),
      '2025-06-01',
      'on-track',
    ],
    [
      'a group has its own values',
      plan('for women; at least 60% by 2024', 'value 70% on 2024 { women 50%; men 90% }').concat('\ngroup women "Women" { size 5 }'),
      '2025-06-01',
      'missed',
    ],
    ['without a baseline there is no line', plan('at least 80% by 2028', 'value 74% on 2024'), '2025-06-01', 'open'],
    ['without an indicator there is nothing', 'target t "T" { at least 80% by 2028 }', '2025-06-01', 'no-data'],
  ];
  for (const [what, source, today, state] of cases) it(`${what}: ${state}`, () => assert.equal(progress(source, today).state, state));

  it('says how much of the way is done and what the line asks for', () => {
    const { share, expected, aim, newest } = progress(plan('at least 90% by 2028', SERIES), '2025-06-01');
    assert.equal(share, 0.2);
    assert.ok(Math.abs((expected as number) - 74) < 0.02);
    assert.equal(aim, 90);
    assert.equal(newest?.on?.text, '2024-12-31');
  });

  it('counts a financial year as the plan does', () => {
    const source = `plan p "P" { level local; period 2024 to 2028; year starts 04-01 }\n${plan('at least 90% by 2027/28', 'baseline 70% on 2023/24\nvalue 74% on 2024/25')}`;
    const { state, baseline } = progress(source, '2025-06-01');
    assert.equal(baseline?.end, '2024-03-31');
    assert.equal(state, 'off-track');
  });
});

describe('data files', () => {
  const source = plan('at least 90% by 2028', 'baseline 70% on 2023-12-31\ndata "data/values.csv"');
  const uri = 'file:///example/data/values.csv';

  it('bring observed values, and a new one changes the answer', () => {
    assert.deepEqual([...wantedData(fixture(source).workspace)], [uri]);
    assert.equal(progress(source, '2025-06-01').state, 'no-data');
    assert.equal(progress(source, '2025-06-01', { [uri]: 'indicator,date,value\ni,2024-12-31,74%\n' }).state, 'on-track');
    const workspace = fixture(source).workspace;
    const before = workspace.scopeOf('file:///example/main.iplan');
    const after = workspace.with([], [[uri, 'indicator,date,value\ni,2024,74']]).scopeOf('file:///example/main.iplan');
    assert.notEqual(before, after, 'what was found without the file is not kept');
  });

  it('are read as spreadsheets write them', () => {
    const { rows, problems } = parseData(
      '\uFEFFIndicator;Date;Value;Group;Note\r\ni;2024;74,5%;;"first; ""provisional"""\r\ni;2024;70 %;women;\r\n;;;;\r\ni;2025;;;not known\r\n',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      rows.map((row) => [row.row, row.value.number, row.group, row.note]),
      [
        [2, 74.5, undefined, 'first; "provisional"'],
        [3, 70, 'women', undefined],
      ],
    );
  });

  it('tell each bad cell by row and column, and use the rest', () => {
    const { rows, problems } = parseData('indicator,date,value\ni,2024-13,5\ni,2024,lots\ni,2025,6\ni,2025,7\n"i,2026,8');
    assert.deepEqual(
      rows.map((row) => row.value.number),
      [6],
    );
    assert.deepEqual(
      problems.map(({ row, column }) => [row, column]),
      [
        [2, 'date'],
        [3, 'value'],
        [5, 'date'],
        [6, undefined],
      ],
    );
    assert.deepEqual(
      parseData('indicator,value\ni,5').problems.map(({ column }) => column),
      ['date'],
    );
    assert.deepEqual(parseData('').rows, []);
  });

  it('stay in the folder of the plan', () => {
    const at = (path: string) => dataUri('file:///ws/plan/departments/housing.iplan', 'file:///ws/plan/plan.iplan', path);
    assert.equal(at('../data/my values.csv'), 'file:///ws/plan/data/my%20values.csv');
    assert.equal(at('./x.csv'), 'file:///ws/plan/departments/x.csv');
    assert.equal(at('%2e%2e/%2e%2e/x.csv'), 'file:///ws/plan/departments/%252e%252e/%252e%252e/x.csv');
    for (const path of [
      '../../x.csv',
      '../../plan/x.csv',
      '/etc/x.csv',
      '//host/x.csv',
      'file:///x.csv',
      'https://h/x.csv',
      'C:/x.csv',
      '..\\x.csv',
      'a\u0000.csv',
      '.env',
      'x.csv/..',
    ])
      assert.equal(typeof at(path), 'object', path);
  });
});
