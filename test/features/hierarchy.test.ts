import assert from 'node:assert/strict';
import { answeredBy, answersTo, levelsAbove, levelsBelow, prepareAnswering, prepareLevels } from '../../server/src/features/hierarchy.ts';
import { asked } from './caret.ts';

const PLANS = `--- state/plan.iplan
plan state "State" { level national; period 2020 to 2030 }
actor agency "Agency" { type agency }
mandate settle "Settle refugees" { from agency; to local }
--- town/plan.iplan
plan town "Town" { level local; period 2025; under state }
actor office "Office" { type post }
sector housing "Housing" {
  responsibility settling "Settling" { accountable office; fulfils settle }
  measure course "Course" { lead office; serves kept }
  measure other "Other" { lead agency }
  target kept "Kept" { measured by rate; at least 90% by 2028 }
  indicator rate "Rate" { unit percent }
}
`;

const look = (id: string) => {
  const { workspace, uri, position } = asked(PLANS.replace(new RegExp(`(mandate|responsibility|measure|target|indicator|actor|plan) ${id} `), `$1 |${id} `));
  const [item] = [...prepareAnswering(workspace, uri, position), ...prepareLevels(workspace, uri, position)];
  assert.ok(item !== undefined, id);
  return { workspace, item };
};
const below = (id: string) => {
  const { workspace, item } = look(id);
  return answeredBy(workspace, item).map(({ to }) => to.name);
};
const above = (id: string) => {
  const { workspace, item } = look(id);
  return answersTo(workspace, item).map(({ from }) => from.name);
};

describe('hierarchies', () => {
  it('lead from a mandate to what fulfils it, to what is done, to what is measured', () => {
    assert.deepEqual([below('settle'), below('settling'), below('course'), below('kept'), below('rate')], [['Settling'], ['Course'], ['Kept'], ['Rate'], []]);
    assert.deepEqual(below('office').sort(), ['Course', 'Settling']);
  });

  it('lead back up the same way', () => {
    assert.deepEqual([above('rate'), above('kept')], [['Kept'], ['Course']]);
    assert.deepEqual(above('course').sort(), ['Office', 'Settling']);
    assert.deepEqual(above('settling').sort(), ['Office', 'Settle refugees']);
  });

  it('say where one names the other', () => {
    const { workspace, item } = look('course');
    const [call] = answeredBy(workspace, item);
    assert.deepEqual(call?.fromRanges, [{ start: { line: 4, character: 48 }, end: { line: 4, character: 52 } }]);
  });

  it('know the levels of plans', () => {
    const town = look('town');
    assert.deepEqual(
      levelsAbove(town.workspace, town.item).map(({ name }) => name),
      ['State'],
    );
    const state = look('state');
    assert.deepEqual(
      levelsBelow(state.workspace, state.item).map(({ name, detail }) => [name, detail]),
      [['Town', 'plan · Town']],
    );
    assert.deepEqual(prepareLevels(...(Object.values(asked('plan a "A" { le|vel local }')) as [never, never, never])), []);
  });
});
