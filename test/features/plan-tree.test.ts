import assert from 'node:assert/strict';
import type { Branch } from '../../client/src/messages.ts';
import { planTree } from '../../server/src/features/plan-tree.ts';
import { judged } from './judged.ts';

const FILES = {
  'town/plan.iplan':
    'plan town "Town plan" { level local; period 2025 to 2028; status adopted; under state }\nactor council "Town council" { type council }\nactor office "Housing office" { type department }\npartner cross "Red Cross" { type ngo; agreement "Rooms" { kind partnership } }\n',
  'town/housing.iplan':
    'sector housing "Housing" {\n  field housing\n  lead office\n  target kept "Tenancies kept" { measured by rate; at least 90% by 2028 }\n  measure cafe "Language café" { status ongoing }\n  responsibility settle "Settle refugees" { accountable council }\n}\n',
  'town/more.iplan': 'sector housing { indicator rate "Share kept" { unit percent } }\n',
  'state/plan.iplan': 'plan state "State plan" { level national; period 2020 to 2030 }\n',
  'zz/charter.iplan': 'framework charter "Charter" { item equal "Equal access" }\n',
  'zz/notes.iplan': 'actor a "Somebody" { type ngo }\n',
  'lib.iplan': 'framework lib "Library" { item x "X" }\n',
};

describe('plan tree', () => {
  const { workspace, found } = judged(FILES, undefined, ['lib.iplan']);
  const at = (...labels: string[]): Branch[] => {
    let rows = planTree(workspace, found);
    for (const label of labels) rows = planTree(workspace, found, (rows.find((row) => row.label === label) as Branch).id);
    return rows;
  };
  const labels = (rows: readonly Branch[]) => rows.map((row) => row.label);

  it('goes from levels over plans and sectors to what stands in them', () => {
    assert.deepEqual(labels(at()), ['National', 'Local', 'Frameworks', 'Files of no plan']);
    assert.deepEqual(labels(at('Local')), ['Town plan']);
    assert.deepEqual(labels(at('Local', 'Town plan')), ['Housing', 'Actors', 'Partners']);
    assert.deepEqual(labels(at('Local', 'Town plan', 'Housing')), ['Settle refugees', 'Language café', 'Tenancies kept', 'Share kept']);
    assert.deepEqual(labels(at('Local', 'Town plan', 'Partners', 'Red Cross')), ['Rooms']);
    assert.deepEqual(labels(at('Frameworks', 'Charter', 'Items')), ['Equal access']);
    assert.deepEqual(labels(at('Files of no plan', 'notes.iplan', 'Actors')), ['Somebody']);
  });

  it('says in a few words what each is, and where it stands', () => {
    assert.equal(at('Local')[0]?.detail, '2025 to 2028 · adopted');
    const rows = at('Local', 'Town plan', 'Housing');
    assert.deepEqual(
      rows.map((row) => row.detail),
      ['Town council', '', 'at least 90% by 2028', 'percent'],
    );
    assert.deepEqual(rows[1]?.place, { uri: 'file:///w/town/housing.iplan', range: { start: { line: 4, character: 10 }, end: { line: 4, character: 14 } } });
    assert.deepEqual(
      rows.map((row) => row.more),
      [false, false, false, false],
    );
  });

  it('counts the findings of each with those below it, and of a sector those in all files that open it', () => {
    const [plan] = at('Local');
    const sector = at('Local', 'Town plan')[0] as Branch;
    const rows = at('Local', 'Town plan', 'Housing');
    const errors = (uri: string) => found(uri).filter((problem) => problem.severity === 'error').length;
    assert.equal(plan?.counts.error, errors('file:///w/town/plan.iplan') + errors('file:///w/town/housing.iplan') + errors('file:///w/town/more.iplan'));
    assert.equal(rows.find((row) => row.label === 'Language café')?.counts.error, 1);
    assert.ok((rows.find((row) => row.label === 'Share kept')?.counts.warning ?? 0) > 0);
    const sum = rows.reduce((all, row) => all + row.counts.warning, 0);
    assert.ok(sector.counts.warning >= sum && sum > 0);
    assert.deepEqual(at()[1]?.counts, plan?.counts);
  });

  it('keeps rows apart that are called the same, and finds them again after the text has moved', () => {
    const twice = { 'p.iplan': 'plan p "P" { level local; period 2025 }\nactor a "A" { type ngo }\nactor a "A again" { type ngo }\n' };
    const { workspace: w, found: f } = judged(twice);
    const below = (tree: typeof w, ...path: string[]) => planTree(tree, f, path.length === 0 ? undefined : path.join('/'));
    const rows = below(w, 'local', 'p', 'actor');
    assert.equal(new Set(rows.map((row) => row.id)).size, 2);
    const { workspace: later } = judged({ 'p.iplan': `# a note\n\n${twice['p.iplan']}` });
    assert.deepEqual(
      below(later, 'local', 'p', 'actor').map((row) => row.id),
      rows.map((row) => row.id),
    );
    assert.deepEqual(below(w, 'local', 'gone'), []);
  });
});
