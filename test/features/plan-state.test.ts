import assert from 'node:assert/strict';
import { planState } from '../../server/src/features/plan-state.ts';
import { configsFor, judged, TODAY } from './judged.ts';

const PLAN = 'plan town "Town plan" { level local; period 2025 to 2028; status adopted }\n';
const URI = 'file:///w/town/plan.iplan';
const FILES = { 'town/plan.iplan': PLAN, 'town/work.iplan': 'sector work "Work" { statu x }\n', 'lib.iplan': 'framework lib "Library" { item x "X" }\n' };
const CONFIG = 'file:///w/town/iplan.config.json';

function stateOf(uri: string, configs = configsFor()) {
  const { workspace, found } = judged(FILES, configs, ['lib.iplan']);
  return { state: planState(workspace, configs, found, uri), found };
}

describe('plan state', () => {
  it('counts the findings of the whole plan, and says why it is judged as it is', () => {
    const { state, found } = stateOf(URI);
    assert.equal(state.plan, 'Town plan');
    assert.deepEqual(state.why, [
      'This file belongs to the plan "Town plan" (2 files, local, 2025 to 2028, adopted).',
      'Nobody has chosen a profile, so "recommended" holds.',
      `It is judged as of today, ${TODAY}.`,
    ]);
    const all = [URI, 'file:///w/town/work.iplan'].flatMap(found);
    assert.equal(state.counts.error + state.counts.warning + state.counts.information, all.length);
    assert.equal(state.counts.error, all.filter(({ severity }) => severity === 'error').length);
    assert.equal(state.config, undefined);
  });

  it('names who has chosen the profile and the day', () => {
    const configs = { [CONFIG]: '{ "profile": "thorough", "asOf": "2027-01-01" }' };
    const { state } = stateOf(URI, configsFor(configs));
    assert.equal(state.profile, 'thorough');
    assert.equal(state.config, CONFIG);
    assert.deepEqual(state.why.slice(1), ['iplan.config.json chooses the profile "thorough".', 'iplan.config.json has it judged as of 2027-01-01.']);
    const own = stateOf(URI, configsFor(configs, { profile: 'essential', asOf: '2028-01-01' })).state;
    assert.equal(own.profile, 'essential');
    assert.deepEqual(own.why.slice(1), [`The editor's settings choose the profile "essential".`, `The editor's settings have it judged as of 2028-01-01.`]);
  });

  it('says of what is not judged why', () => {
    assert.match(stateOf('file:///w/lib.iplan').state.why[0] ?? '', /not judged/);
    assert.match(stateOf(URI, configsFor({ [CONFIG]: '{ "exclude": ["plan.iplan"] }' })).state.why[0] ?? '', /leaves this file out/);
    assert.match(stateOf('file:///w/nothing.iplan').state.why[0] ?? '', /not one of the plans/);
    assert.equal(stateOf('file:///w/lib.iplan').state.plan, undefined);
  });
});
