import assert from 'node:assert/strict';
import { Configs } from '../server/src/config/configs.ts';
import { Linter } from '../server/src/lint.ts';
import { countryOf, hasKeyPerson, isSmall, residentsOf } from '../server/src/model/place.ts';
import type { Scope } from '../server/src/model/scope.ts';
import { fixture } from './fixture.ts';

const today = '2026-06-30';
const plan = (text: string, id = 'town'): Scope => fixture(text).workspace.scopes.byId.get(id) ?? assert.fail(`no plan ${id}`);
const TOWN = 'plan town "Town" { level local; period 2025 to 2028 }';

describe('the place of a plan', () => {
  it('is the country it says, else that of the nearest plan above, else the one that is configured', () => {
    const under = (own: string, above: string) =>
      `plan town "Town" { level local; period 2025; under county${own} }\n--- county/plan.iplan\nplan county "County" { level regional; period 2025; under state${above} }\n--- state/plan.iplan\nplan state "State" { level national; period 2025; country SE }`;
    assert.equal(countryOf(plan(TOWN), undefined), undefined);
    assert.equal(countryOf(plan(TOWN), 'NO'), 'NO');
    assert.equal(countryOf(plan(under('', '')), 'NO'), 'SE');
    assert.equal(countryOf(plan(under('', '; country DK')), 'NO'), 'DK');
    assert.equal(countryOf(plan(under('; country fi', '; country DK')), 'NO'), 'FI');
    assert.equal(countryOf(plan('plan town "Town" { level local; country tbd }'), 'NO'), 'NO');
  });

  it('has as many residents as the largest group of its receiving society had last', () => {
    const residents = (...groups: string[]) => residentsOf(plan([TOWN, ...groups].join('\n')));
    assert.equal(residents(), undefined);
    assert.equal(residents('group all "All" { kind receiving-society }'), undefined);
    assert.equal(residents('group all "All" { kind receiving-society; size 4800 persons on 2024; size 5100 persons on 2020 }'), 4800);
    assert.equal(residents('group all "All" { kind receiving-society; size 4800 }', 'group near "Near" { kind receiving-society; size 40 }'), 4800);
    assert.equal(residents('group all "All" { kind receiving-society; size tbd }', 'group near "Near" { kind receiving-society; size 40 }'), undefined);
    assert.equal(residents('group all "All" { kind receiving-society; size 900 households }'), undefined);
    assert.equal(residents('group refugees "Refugees" { size 40 persons }'), undefined, 'newcomers are not the place');
  });

  it('is small only where that is known, and has a key person only where a post leads something', () => {
    const all = 'group all "All" { kind receiving-society; size 5000 persons on 2024 }';
    const post = 'actor adviser "Adviser" { type post }';
    assert.equal(isSmall(plan(TOWN), 5000), false);
    assert.equal(isSmall(plan(`${TOWN}\n${all}`), 5000), true);
    assert.equal(isSmall(plan(`${TOWN}\n${all}`), 4999), false);
    assert.equal(hasKeyPerson(plan(`${TOWN}\n${all}\n${post}`), 5000), false);
    assert.equal(hasKeyPerson(plan(`${TOWN}\n${all}\n${post}\nmeasure cafe "Café" { lead adviser }`), 5000), true);
    assert.equal(hasKeyPerson(plan(`${TOWN}\n${post}\nmeasure cafe "Café" { lead adviser }`), 5000), false);
  });

  it('decides what is found: what one country must procure another may do by partnership', () => {
    const found = (config: string, country = '') => {
      const { workspace } = fixture(
        `plan town "Town" { level local; period 2025 to 2028${country} }\npartner cross "Red Cross" {\n  type ngo\n  agreement "Partnership" { kind partnership; amount 400000 NOK }\n}`,
      );
      const configs = new Configs(new Map([['file:///example/iplan.config.json', config]]), { today });
      const all = [...new Linter().diagnoseAll(workspace, (uri) => configs.settingsOf(uri)).values()].flat();
      return all.map((d) => d.rule).filter((id) => id === 'partners/partnership-where-procured' || id === 'partners/agreement-without-basis');
    };
    assert.deepEqual(found('{ "jurisdiction": "NO" }'), ['partners/partnership-where-procured']);
    assert.deepEqual(found('{ "jurisdiction": "SE" }'), ['partners/agreement-without-basis']);
    assert.deepEqual(found('{}'), ['partners/agreement-without-basis']);
    assert.deepEqual(found('{ "jurisdiction": "NO" }', '; country SE'), ['partners/agreement-without-basis'], 'what a plan says goes before');
    const more = { procuring: 'NO, IS' };
    const rules = { 'partners/partnership-where-procured': more, 'partners/agreement-without-basis': more };
    assert.deepEqual(found(JSON.stringify({ jurisdiction: 'IS', rules })), ['partners/partnership-where-procured']);
  });

  it('leaves it to the configuration how small is small', () => {
    const found = (smallCommunity: number) => {
      const { workspace } = fixture(
        `${TOWN}\ngroup all "All" { kind receiving-society; size 8000 persons on 2024 }\nactor adviser "Adviser" { type post }\nmeasure cafe "Café" { lead adviser }`,
      );
      const config = JSON.stringify({ rules: { 'accountability/no-coordinator': { smallCommunity } } });
      const configs = new Configs(new Map([['file:///example/iplan.config.json', config]]), { today });
      return [...new Linter().diagnoseAll(workspace, (uri) => configs.settingsOf(uri)).values()].flat().some((d) => d.rule === 'accountability/no-coordinator');
    };
    assert.equal(found(5000), true);
    assert.equal(found(8000), false);
  });
});

describe('findings of a rule that weigh less than its others', () => {
  it('are one level lower, and one more in a draft', () => {
    const severity = (status: string, condition: string) => {
      const { workspace } = fixture(
        `plan town "Town" { level local; period 2025; status ${status} }\nfund grant "Grant" { condition ${condition} }\nactor office "Office" { type department }`,
      );
      const configs = new Configs(new Map(), { today });
      return [...new Linter().diagnoseAll(workspace, (uri) => configs.settingsOf(uri)).values()]
        .flat()
        .find((d) => d.rule === 'funding/condition-without-owner')?.severity;
    };
    assert.equal(severity('adopted', '"Hand in the plan"'), 'error');
    assert.equal(severity('adopted', '"Hand in the plan" owner office'), 'warning');
    assert.equal(severity('draft', '"Hand in the plan"'), 'warning');
    assert.equal(severity('draft', '"Hand in the plan" owner office'), 'information');
    assert.equal(severity('adopted', '"Hand in the plan" by 2025-09 owner office'), undefined);
  });
});
