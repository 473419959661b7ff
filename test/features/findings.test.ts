import assert from 'node:assert/strict';
import type { Grouping } from '../../client/src/messages.ts';
import { findings } from '../../server/src/features/findings.ts';
import { judged } from './judged.ts';

const FILES = {
  'town/plan.iplan':
    'plan town "Town plan" { level local; period 2025 to 2028; status adopted; coordinator council }\nactor council "Town council" { type council }\nactor office "Housing office" { type department }\n',
  'town/housing.iplan':
    'sector housing "Housing" {\n  field housing\n  lead office\n  measure cafe "Language café" { status ongoing }\n  responsibility settle "Settle refugees" { accountable nobody-known }\n  indicator rate "Share kept" { unit percent; owner council }\n}\n',
  'zz/notes.iplan': 'measure m "Lonely" {\n  statu planned\n}\n',
};

describe('findings', () => {
  const { workspace, found, uris } = judged(FILES);
  const groups = (by: Grouping) => findings(workspace, uris, found, by);
  const below = (by: Grouping, label: string) => {
    const group = groups(by).find((row) => row.label === label);
    assert.ok(group, `${label} among ${groups(by).map((row) => row.label)}`);
    return findings(workspace, uris, found, by, group.id);
  };
  const all = uris.flatMap(found).filter((problem) => problem.waived === undefined);

  it('stand by rule, the heaviest first, with the place of each', () => {
    const rows = groups('rule');
    assert.equal(
      rows.reduce((sum, { counts }) => sum + counts.error + counts.warning + counts.information, 0),
      all.length,
    );
    const errors = rows.map((row) => row.counts.error);
    assert.deepEqual(
      errors,
      [...errors].sort((a, b) => b - a),
    );
    const row = rows.find(({ rule }) => rule === 'names/unknown-name');
    assert.equal(row?.detail, 'names/unknown-name');
    const [finding] = findings(workspace, uris, found, 'rule', row?.id);
    assert.equal(finding?.kind, 'error');
    assert.equal(finding?.detail, 'housing.iplan:5');
    assert.equal(finding?.place?.range.start.character, 56);
    assert.equal(finding?.more, false);
  });

  it('stand by the actor who answers for the thing, else for its sector, else for the plan', () => {
    const rules = (label: string) => below('actor', label).map(({ rule }) => rule);
    assert.ok(
      rules('Town council').some((rule) => rule?.startsWith('monitoring/indicator-')),
      'its indicator',
    );
    assert.ok(rules('Housing office').includes('accountability/no-accountable'), 'what lies in its sector');
    assert.ok(rules('Town council').includes('monitoring/no-review'), 'the plan that it coordinates');
    assert.ok(rules('Nobody is named').includes('structure/unknown-statement'));
  });

  it('stand by sector, and apart those of the plan as a whole', () => {
    assert.ok(below('sector', 'Housing').some(({ rule }) => rule === 'accountability/no-accountable'));
    const [plan] = groups('sector').filter(({ label, detail }) => label === 'The plan as a whole' && detail === 'Town plan');
    assert.ok(plan !== undefined && plan.kind === 'plan');
    assert.deepEqual(
      groups('sector').reduce((sum, { counts }) => sum + counts.error, 0),
      all.filter(({ severity }) => severity === 'error').length,
    );
  });

  it('leave out what is accepted, and say nothing of a group that is gone', () => {
    const waived = judged({
      'p.iplan':
        'plan p "P" { level local; period 2025 to 2028; status adopted }\nwaive monitoring/no-review on p until 2026-12 approved by council because "Soon"\nactor council "Council" { type council }\n',
    });
    assert.ok(!findings(waived.workspace, waived.uris, waived.found, 'rule').some(({ rule }) => rule === 'monitoring/no-review'));
    assert.deepEqual(findings(workspace, uris, found, 'rule', 'nothing%2Fhere'), []);
  });

  it('hold the mistakes of a configuration', () => {
    const config = 'file:///w/iplan.config.json';
    const problem = {
      rule: 'config/bad-config',
      severity: 'error',
      message: 'No.',
      uri: config,
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
      related: [],
    } as const;
    for (const by of ['rule', 'actor', 'sector'] as const) assert.equal(findings(workspace, [config], () => [problem], by).length, 1, by);
  });
});
