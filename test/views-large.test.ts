import assert from 'node:assert/strict';
import type { Scope } from '../server/src/model/scope.ts';
import { parseFile, Workspace } from '../server/src/model/workspace.ts';
import { preview } from '../server/src/reports/html/preview.ts';
import { actors, MOST_NODES } from '../server/src/views/actors.ts';
import { mandates } from '../server/src/views/mandates.ts';
import { seenOf, workspaceAt } from './views/seen.ts';

const PLANS = 300;

/** A country of many towns: the plans of the tests, with every town a copy of its own. */
function country(): Workspace {
  const files = [...workspaceAt('test/views/plans').files.values()];
  const copies = Array.from({ length: PLANS }, (_, i) =>
    files
      .filter(({ uri }) => uri.includes('/elvebyen/'))
      .map(({ uri, tree }) => {
        const own = uri.replace('/elvebyen/', `/town-${i}/`);
        const more = uri.endsWith('plan.iplan')
          ? ''
          : Array.from(
              { length: 12 },
              (_, j) =>
                `sector field-${j} "Field ${j}" { about "${'What is done here. '.repeat(20)}"; measure m-${j} "Measure ${j}" { lead housing-office; period 2025 to 2027 } }\n`,
            ).join('');
        return [own, parseFile(own, tree.text.replace('plan elvebyen', `plan town-${i}`) + more)] as const;
      }),
  );
  return new Workspace(new Map([...files.filter(({ uri }) => !uri.includes('/elvebyen/')).map((file) => [file.uri, file] as const), ...copies.flat()]));
}

describe('views of a country', () => {
  const workspace = country();
  const land = seenOf(workspace.scopes.byId.get('land') as Scope, workspace);

  it('has 300 plans and 3 MB', () => {
    assert.equal(land.scope.below.length, PLANS);
    const size = [...workspace.files.values()].filter(({ library }) => !library).reduce((sum, { tree }) => sum + tree.length, 0);
    assert.ok(size > 2.9e6, `${size} characters`);
  });

  it('shows its overview within two seconds, and every other view as fast', () => {
    for (const { id } of preview({ ...land, shown: String }, 'overview').views) {
      // A new scope has nothing remembered yet.
      const fresh = {
        ...land,
        scope: Object.assign(land.scope.relinked(), {
          ancestors: land.scope.ancestors,
          below: land.scope.below,
          frameworks: land.scope.frameworks,
          all: land.scope.all,
        }),
      };
      const start = performance.now();
      const { html } = preview({ ...fresh, shown: String }, id);
      const took = performance.now() - start;
      assert.ok(took < 2000, `${id} took ${took.toFixed(0)} ms`);
      assert.ok(html.length < 2_000_000, `${id} has ${html.length} characters`);
    }
  });

  it('counts who takes up its duties, and keeps its network readable', () => {
    const [own] = mandates(land);
    assert.deepEqual(
      own?.mandates.map(({ mandate, below }) => `${mandate.id} ${below?.have}/${below?.of}`),
      ['settle-refugees 300/300', 'teach-language 0/300', 'advise-employers 0/300'],
    );
    assert.ok(actors(land).nodes.length <= MOST_NODES);
  });
});
