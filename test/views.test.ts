import assert from 'node:assert/strict';
import { parseFile } from '../server/src/model/workspace.ts';
import { actors, type Network } from '../server/src/views/actors.ts';
import { coverage } from '../server/src/views/coverage.ts';
import { grouped } from '../server/src/views/figures.ts';
import { funding } from '../server/src/views/funding.ts';
import { indicators } from '../server/src/views/indicators.ts';
import { layout } from '../server/src/views/layout.ts';
import { mandates } from '../server/src/views/mandates.ts';
import { overview } from '../server/src/views/overview.ts';
import { responsibilities } from '../server/src/views/responsibilities.ts';
import { text } from '../server/src/views/text.ts';
import { timeline } from '../server/src/views/timeline.ts';
import { fixture } from './fixture.ts';
import { elvebyen, seenOf, shown, TODAY } from './views/seen.ts';

const seen = elvebyen();
const land = elvebyen('land');

describe('views: overview', () => {
  const data = overview(seen);

  it('says what a leader asks first', () => {
    const said = Object.fromEntries(data.said.map((one) => [one.label, one.text]));
    assert.equal(said['Coordinated by'], 'Integration office');
    assert.equal(said['Adopted'], '2024-12-10 by Municipal council as case 112/24');
    assert.equal(said['Anchored in'], 'Financial plan 2025–2028 (financial)');
    assert.deepEqual(
      data.shares.map(({ label, have, of }) => `${have}/${of} ${label}`),
      ['2/3 a lead', '1/3 a responsibility', '2/3 a measure', '2/3 a target', '2/3 an indicator'],
    );
  });

  it('has the targets by how they stand, each with its reason', () => {
    assert.deepEqual(
      data.states.map(({ state, targets }) => [state, targets.map(({ target, reason }) => `${target.title}: ${reason}`)]),
      [
        ['off-track', ['Tenancies kept after two years: 75% (about) on 2025-12-31; the line from the baseline asks for 77% by then.']],
        ['on-track', ['In work or education after two years: 52% on 2025-12-31; the line from the baseline asks for 50.5% by then.']],
      ],
    );
  });

  it('has what is overdue, what comes next, and the gravest findings first', () => {
    assert.deepEqual(
      data.overdue.map(({ date, what }) => [date, what]),
      [['2026-03', 'First evaluation']],
    );
    assert.equal(data.next[0]?.day, '2026-12-31');
    assert.ok(data.next.every(({ day }) => day >= TODAY));
    assert.equal(data.gravest[0]?.severity, 'error');
    assert.equal(data.findings.error, seen.problems.filter(({ severity, waived }) => severity === 'error' && waived === undefined).length);
  });

  it('has accepted gaps with owner, end and reason', () => {
    const [gap] = data.gaps;
    assert.deepEqual([gap?.until, gap?.by, gap?.ended, gap?.on[0]?.title], ['2027-06-30', 'Steering group', false, 'Reunited families']);
    assert.equal(gap?.because, 'A survey of families reports in spring 2027');
  });
});

describe('views: coverage', () => {
  const tables = new Map(coverage(seen).map((heat) => [heat.id, heat]));
  /** A table as text: counts, `!rule` for an empty cell that a finding is about, `-` for one that nobody asks for. */
  const drawn = (id: string): string[] =>
    (tables.get(id)?.rows ?? []).map(
      (row) =>
        `${row.head.title}: ${row.cells.map(({ members, gap }) => (members.length > 0 ? members.length : gap === undefined ? '-' : `!${gap.rule}`)).join(' ')}`,
    );

  it('says of each empty cell which finding it is', () => {
    assert.deepEqual(drawn('sectors'), ['Housing: 1 1 1 1', 'Work: - 2 1 1', `Health: ${Array(4).fill('!coverage/sector-without-responsibility').join(' ')}`]);
    assert.deepEqual(drawn('groups'), ['Housing: 2 !coverage/legal-status-gap', 'Work: 2 !coverage/legal-status-gap', 'Health: - !coverage/legal-status-gap']);
    assert.deepEqual(drawn('phases'), ['Recognised refugees: 2 2', 'Reunited families: !coverage/legal-status-gap !coverage/legal-status-gap']);
  });

  it('finds an item of a framework in the finding that gathers many', () => {
    const rows = drawn('framework-eurocities-charter');
    assert.equal(
      rows.find((row) => row.startsWith('Equal access to services')),
      'Equal access to services: 1',
    );
    assert.equal(rows.filter((row) => row.endsWith('!coverage/framework-item-uncovered')).length, 10);
  });

  it('has the stages of the policy cycle by who takes part', () =>
    assert.deepEqual(drawn('policy-cycle'), ['Steering group: - - 1 1 -', 'Refugee council: 1 - - - -', 'Anybody: 1 - 1 1 -']));
});

describe('views: responsibilities', () => {
  const data = responsibilities(seen);
  const rows = (sector: string) => {
    const matrix = data.matrices.find((one) => one.sector?.title === sector);
    return (matrix?.tasks ?? []).map(
      ({ task, letters }) =>
        `${task.title}: ${letters
          .map((some, i) => (some.length === 0 ? '' : `${matrix?.holders[i]?.who.id}=${some.join('')}`))
          .filter(Boolean)
          .join(' ')}`,
    );
  };

  it('has a matrix for each sector', () => {
    assert.deepEqual(rows('Housing'), [
      'Settle assigned refugees: housing-office=A housing-trust=R refugee-council=C council=I county-governor=S',
      'Tenancy course for new tenants: housing-office=AR red-cross=R',
    ]);
    assert.equal(
      data.matrices.some((one) => one.sector?.title === 'Health'),
      false,
    );
  });

  it('marks volunteers, persons and deputies, and says who carries how much', () => {
    const load = (id: string) => data.loads.find(({ holder }) => holder.who.id === id);
    assert.deepEqual([load('housing-office')?.answers, load('housing-office')?.share], [2, 0.5]);
    assert.equal(load('red-cross')?.holder.volunteer, true);
    assert.deepEqual(
      [load('adviser')?.holder.person, load('adviser')?.holder.deputy, load('adviser')?.gap?.rule],
      [true, undefined, 'accountability/single-person'],
    );
    assert.equal(load('integration-office')?.holder.deputy, 'Assistant head of office');
  });
});

describe('views: timeline', () => {
  const data = timeline(seen);
  const bar = (id: string) => data.lanes.flatMap(({ bars }) => bars).find(({ about }) => about.id === id);

  it('has everything that lasts on one axis', () => {
    assert.deepEqual([data.from, data.to], ['2023-01-01', '2028-12-31']);
    assert.deepEqual(
      data.lanes.map(({ title }) => title),
      ['The plan', 'Housing', 'Work', 'Targets', 'Agreements', 'Funds', 'Accepted gaps'],
    );
    assert.deepEqual([bar('tenancy-course')?.from, bar('tenancy-course')?.to], ['2025-03-01', '2027-12-31']);
  });

  it('marks what ends before what it carries', () => {
    assert.equal(bar('tenancy-course')?.gap?.rule, 'funding/funding-ends-before-measure');
    assert.equal(bar('project-money')?.gap?.rule, 'funding/funding-ends-before-measure');
    assert.equal(bar('cooperation')?.gap?.rule, 'partners/agreement-ends-before-task');
    assert.equal(bar('operating-budget')?.gap, undefined);
  });

  it('counts reviews from the start of the plan', () =>
    assert.deepEqual(
      bar('elvebyen')?.moments.map(({ date, what, done }) => `${date} ${what}${done ? ', done' : ''}`),
      ['2024-12-10 Adopted', '2026-01-01 Review, done', '2027-01-01 Review', '2028-01-01 Review'],
    ));
});

describe('views: actors', () => {
  const network = actors(seen);
  const ties = (some: Network) => some.edges.map(({ from, to, ties: each, formal }) => `${from} ${each.join('+')} ${to}${formal ? '' : ' (informal)'}`);

  it('has who mandates, funds, supervises, delivers, advises and meets', () => {
    const found = ties(network);
    for (const tie of [
      'land.directorate mandates housing-office',
      'land.ministry funds land.municipalities',
      'county-governor funds+supervises housing-office',
      'housing-office supervises housing-trust',
      'housing-trust delivers housing-office',
      'red-cross delivers integration-office',
      'refugee-council consults housing-office',
      'mosaic meets steering-group (informal)',
    ])
      assert.ok(found.includes(tie), `${tie}\n${found.join('\n')}`);
    assert.deepEqual([...new Set(network.nodes.map(({ band }) => band))], ['national', 'regional', 'local', 'partners']);
  });

  it('shows those of one level and type as one where they are too many', () => {
    const many = Array.from({ length: 60 }, (_, i) => `partner p${i} "Club ${i}" { type ${i % 2 === 0 ? 'sports-club' : 'ngo'} }`).join('\n');
    const measure = `actor town "Town" { type municipality }\nmeasure m "M" { lead town; with ${Array.from({ length: 60 }, (_, i) => `p${i}`).join(', ')} }`;
    const { workspace } = fixture(`plan a "A" { level local; period 2025 }\n${many}\n${measure}`);
    const found = actors({ scope: workspace.scopes.list[0]!, workspace, today: TODAY, problems: [] }, 10);
    assert.deepEqual([found.grouped, found.holders, found.nodes.map(({ who }) => who.title)], [true, 61, ['Town', '30 × ngo', '30 × sports club']]);
    assert.equal(found.nodes[1]?.members.length, 30);
    assert.equal(found.edges.length, 2);
  });

  it('is laid out in bands, without boxes on boxes, and the same each time', () => {
    const placed = layout(network);
    assert.deepEqual(layout(actors(seen)), placed);
    for (const [i, a] of placed.boxes.entries()) {
      for (const b of placed.boxes.slice(i + 1)) assert.ok(Math.abs(a.x - b.x) >= 168 || Math.abs(a.y - b.y) >= 46, `${a.node.key} on ${b.node.key}`);
      const strip = placed.strips.find(({ band }) => band === a.node.band);
      assert.ok(strip !== undefined && a.y > strip.top && a.y < strip.bottom);
    }
    for (const [i, strip] of placed.strips.slice(1).entries()) assert.ok(strip.top > (placed.strips[i]?.bottom ?? 0));
  });

  it('hardly moves when something small is added', () => {
    const file = [...seen.workspace.files.values()].find(({ uri }) => uri.endsWith('elvebyen/sectors.iplan'))!;
    const added = `${file.tree.text}\nmeasure walk "A walk through the town" { lead integration-office; with adult-school; serves in-work }\n`;
    const workspace = seen.workspace.with([[file.uri, parseFile(file.uri, added)]]);
    const after = layout(actors(seenOf(workspace.scopes.byId.get('elvebyen')!, workspace)));
    const before = layout(network);
    const order = (boxes: typeof before.boxes) => boxes.map(({ node, x, y }) => ({ key: node.key, x, y }));
    const now = new Map(order(after.boxes).map((box) => [box.key, box]));
    const pairs = order(before.boxes).flatMap((a, i, all) =>
      all
        .slice(i + 1)
        .filter((b) => a.y === b.y)
        .map((b) => [a, b] as const),
    );
    const kept = pairs.filter(([a, b]) => Math.sign(a.x - b.x) === Math.sign((now.get(a.key)?.x ?? 0) - (now.get(b.key)?.x ?? 0)));
    assert.ok(kept.length / pairs.length >= 0.8, `${kept.length} of ${pairs.length} neighbours stand in the same order`);
    assert.equal(after.boxes.length, before.boxes.length + 1);
  });
});

describe('views: indicators', () => {
  const [tenancy, employment] = indicators(seen);

  it('has baseline, values, the line with its milestone, and the parts', () => {
    assert.deepEqual(
      tenancy?.series[0]?.readings.map(({ date, said, baseline, estimate }) => `${date} ${said}${baseline ? ' baseline' : ''}${estimate ? ' estimate' : ''}`),
      ['2023-12-31 71% baseline', '2024-12-31 74%', '2025-12-31 75% (about) estimate'],
    );
    assert.deepEqual(
      tenancy?.targets[0]?.line.map(({ day, value }) => `${day} ${value}`),
      ['2023-12-31 71', '2026-12-31 80', '2028-12-31 90'],
    );
    assert.deepEqual(
      [tenancy?.split, tenancy?.splitOn],
      [
        [
          { category: 'women', said: '78%', value: 78 },
          { category: 'men', said: '72%', value: 72 },
        ],
        '2025-12-31',
      ],
    );
    assert.deepEqual(tenancy?.due, { day: '2027-03-31', late: false });
  });

  it('has the traffic light with its reason, and what is missing', () => {
    assert.equal(tenancy?.targets[0]?.light, 'red');
    assert.equal(employment?.targets[0]?.light, 'green');
    assert.deepEqual(
      employment?.gaps.map(({ rule }) => rule),
      ['monitoring/no-disaggregation'],
    );
  });
});

describe('views: funding', () => {
  const data = funding(seen);
  const row = (id: string) => data.funds.find(({ fund }) => fund.id === id);

  it('leads from who pays through the fund to what it pays for', () => {
    const grant = row('settlement-grant');
    assert.deepEqual(
      [grant?.from[0]?.title, grant?.amounts, grant?.pays.map(({ task, said }) => `${task.title}: ${said}`)],
      [
        'Ministry of inclusion',
        ['200\u202f000 NOK per person in 2026', 'paid for 5 years per person'],
        ['Settle assigned refugees: 2\u202f000\u202f000 NOK per year'],
      ],
    );
    assert.equal(grant?.fund.from, 'Integration of the land 2024–2030');
  });

  it('says what is unsecured, when it ends, and what has no money', () => {
    assert.deepEqual(
      [row('project-money')?.secured, row('project-money')?.ends, row('project-money')?.gaps.map(({ rule }) => rule)],
      ['no', '2026-12-31', ['funding/not-secured']],
    );
    assert.deepEqual(row('project-money')?.conditions, [{ text: 'A report on results', owner: 'Housing office', due: '2026-03-31' }]);
    assert.deepEqual(
      data.without.map(({ task, gap }) => `${task.title}: ${gap?.rule}`),
      ['A guide to the first job: funding/measure-without-budget'],
    );
  });
});

describe('views: mandates', () => {
  it('is a chain of what is asked and who takes it up', () => {
    const [above, here] = mandates(seen);
    assert.deepEqual(
      above?.mandates.map(({ mandate, force, takenUp, funding: money, discretion, gaps }) => [
        mandate.title,
        force,
        takenUp.map(({ task, answers }) => `${task.title}: ${answers}`),
        money,
        discretion,
        gaps.map(({ rule }) => rule),
      ]),
      [
        ['Settle assigned refugees', 'must', ['Settle assigned refugees: Housing office'], ['Settlement grant'], ['instruments'], []],
        ['Teach the language', 'must', [], [], [], ['mandates/not-taken-up']],
        ['Advise employers', 'may', [], [], [], []],
      ],
    );
    assert.deepEqual([here?.here, here?.mandates], [true, []]);
  });

  it('counts from above how many plans take a duty up', () => {
    const [own] = mandates(land);
    assert.deepEqual(
      own?.mandates.map(({ mandate, below }) => `${mandate.id} ${below?.have}/${below?.of}`),
      ['settle-refugees 1/1', 'teach-language 0/1', 'advise-employers 0/1'],
    );
  });
});

describe('views: text', () => {
  it('is the plan as a document', () => {
    const document = text(seen);
    assert.deepEqual(
      document.chapters.map(({ title }) => title),
      ['Housing', 'Work', 'Health', 'Across the sectors'],
    );
    const [course] = document.chapters[0]?.measures ?? [];
    assert.deepEqual(
      [course?.measure.number, course?.lead[0]?.title, course?.partners[0]?.title, course?.when, course?.budget, course?.status],
      ['3.2', 'Housing office', 'Red Cross Elvebyen', '2025-03\u00a0to\u00a02027', '150\u202f000 NOK per year from Project money for tenancy', 'Ongoing'],
    );
    assert.match(document.vision ?? '', /^Everybody who settles in Elvebyen \*\*finds/);
    // Not as if the office were the risk.
    assert.equal(document.lines.find(({ label }) => label === 'Risk')?.text, 'Rents rise (Housing office)');
  });
});

describe('views', () => {
  it('lead back to the line that says it', () => {
    const place = text(seen).chapters[0]?.measures[0]?.measure.place;
    assert.ok(place !== undefined);
    const line = seen.workspace.files.get(place.uri)?.tree.text.split('\n')[place.line];
    assert.match(line ?? '', /measure tenancy-course/);
    assert.equal(shown(place.uri), 'test/views/plans/elvebyen/sectors.iplan');
  });

  it('write numbers alike everywhere', () =>
    assert.deepEqual([0, 7, 1234, 12345, 1234567.891, -0.25, 66.66666667].map(grouped), [
      '0',
      '7',
      '1234',
      '12\u202f345',
      '1\u202f234\u202f567.89',
      '−0.25',
      '66.667',
    ]));
});
