import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '../server/src/config/settings.ts';
import { libraryFiles } from '../server/src/host/library.ts';
import type { DataSource } from '../server/src/language/forms.ts';
import { type Diagnosis, Linter } from '../server/src/lint.ts';
import type { Declaration } from '../server/src/model/declaration.ts';
import { progressOf } from '../server/src/model/progress.ts';
import { parseFile, Workspace } from '../server/src/model/workspace.ts';

const read = (path: string) => readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8');
const TODAY = '2025-07-15';
const settings = defaultSettings(TODAY, 'thorough');
const files = libraryFiles();
const library = files.map(({ uri, text }) => [uri, parseFile(uri, text, true)] as const);
const judge = (workspace: Workspace) =>
  [...new Linter((rule, error) => assert.fail(`${rule}: ${error}`)).diagnoseAll(workspace, () => settings).values()].flat();

/** A plan of one file beside everything that ships. */
const PLAN = 'file:///town/plan.iplan';
const town = (text: string) => new Workspace(new Map([...library, [PLAN, parseFile(PLAN, text)]]));
const HEAD = 'plan town "Town" { level local; period 2025 to 2028; status adopted; review yearly by office; evaluated 2028 by office }\n';
const OFFICE = 'actor office "Office" { type department }\n';
/** What is said of measuring; the other holes in so short a plan are not the matter here. */
const onMeasuring = (text: string): readonly Diagnosis[] =>
  judge(town(text)).filter(({ rule }) => /^(?:structure|names|monitoring)\//.test(rule) || rule === 'coverage/framework-item-uncovered');
const said = (text: string): string[] => onMeasuring(text).map(({ rule, message }) => `${rule}: ${message}`);

type Indicator = Declaration<'indicator'>;
const named = (id: string, workspace: Workspace, uri = PLAN): Indicator => {
  const found = workspace.scopeOf(uri)?.names.get(id);
  assert.ok(found?.is('indicator'));
  return found as Indicator;
};
const shipped = new Workspace(new Map(library)).scopes.list;
const indicators: readonly { readonly name: string; readonly one: Indicator }[] = shipped.flatMap((scope) =>
  scope.of('indicator').map((one) => ({ name: `${scope.id}.${one.id}`, one: one as Indicator })),
);
/** A data set and its filter, the same whatever the order. */
const bindingOf = ({ text = '', filter = '' }: DataSource): string => `${text} ${filter.split('&').sort().join('&')}`;
const bindingsOf = (one: Indicator): string[] =>
  one.all('source').flatMap(({ value }) => ((value as DataSource | undefined)?.kind === 'eurostat' ? [bindingOf(value as DataSource)] : []));

describe('frameworks', () => {
  it('are written without a problem', () => {
    const all = new Workspace(new Map(files.map(({ uri, text }) => [uri, parseFile(uri, text)])));
    assert.ok(all.files.size >= 14);
    assert.deepEqual(
      judge(all).map((d) => `${d.uri.slice(d.uri.lastIndexOf('/') + 1)}:${d.range.start.line + 1} ${d.message}`),
      [],
    );
  });

  it('have ids and titles of their own, and say where they come from', () => {
    for (const scope of shipped) {
      assert.deepEqual(scope.twins, [], scope.id);
      assert.deepEqual([...scope.duplicates.keys()], [], scope.id);
      assert.ok(scope.head?.is('framework') && scope.head.has('publisher') && scope.head.has('source'), scope.id);
      const titles = scope.of('indicator').map((one) => one.title);
      assert.equal(new Set(titles).size, titles.length, scope.id);
    }
  });

  it('have indicators that say all that a plan must be able to rely on', () => {
    assert.ok(indicators.length >= 35);
    for (const { name, one } of indicators) {
      assert.ok(one.has('definition') && one.has('unit') && one.has('concept'), `${name} has a definition, a unit and a concept`);
      // A figure that no way is better of is there for the context, and says so.
      assert.notEqual(one.has('direction'), one.has('used for'), `${name} has a direction or is there for the context`);
      assert.ok(!one.has('baseline', 'value', 'owner', 'data', 'frequency'), `${name} leaves the figures to the plan`);
      const definitions = indicators.filter((other) => other.one.one('definition')?.value === one.one('definition')?.value);
      assert.equal(definitions.length, 1, `${name} is defined like another`);
    }
  });

  it('hold each Eurostat figure of the Joint Assessment Framework that was read, once, with its data set, filter and direction', () => {
    const wanted = JSON.parse(read('eurostat-indicators.json')) as { code: string; direction: string | null; data: string[] }[];
    for (const { code, direction, data } of wanted) {
      for (const binding of data) {
        const holders = indicators.filter(({ one }) => bindingsOf(one).includes(binding));
        assert.deepEqual(holders.length, 1, `${code}: ${binding} stands in ${holders.map(({ name }) => name).join(', ') || 'no library'}`);
        const { name, one } = holders[0] as (typeof holders)[0];
        assert.equal(one.one('direction')?.value, direction ?? undefined, `${name}, ${code}`);
        const numbers = String(one.one('number')?.value).split(', ');
        assert.ok(
          numbers.some((number) => code === number || code.startsWith(`${number}.`)),
          `${name} has the code ${code}`,
        );
      }
    }
    const bound = indicators.flatMap(({ one }) => bindingsOf(one));
    assert.deepEqual([...bound].sort(), [...new Set(wanted.flatMap(({ data }) => data))].sort(), 'nothing is bound that was not read');
  });
});

describe('indicators of a library', () => {
  const own = (more = '') =>
    `indicator here "Employment rate of residents born outside the EU" {\n  defined by zaragoza.employment-rate-born-outside-eu\n  frequency yearly lag 6 months\n  owner office\n  source register "Municipal register"\n  baseline 52% on 2023\n  value 54% on 2024\n${more}}\n`;
  const target = (by: string) => `target jobs "More in work" { measured by ${by}; at least 60% by 2028 }\n`;
  const DOTTED = 'zaragoza.employment-rate-born-outside-eu';

  it('are found under the name that the plan uses, with the figures of the plan', () => {
    for (const by of [DOTTED, 'here']) {
      const text = HEAD + OFFICE + target(by) + own();
      // Only a thorough check asks with whom the figure is compared.
      assert.deepEqual(said(text), ['monitoring/no-comparison: Indicator "Employment rate of residents born outside the EU" is compared with nothing.'], by);
      const scope = town(text).scopeOf(PLAN);
      const [jobs] = scope?.of('target') ?? [];
      assert.ok(scope !== undefined && jobs !== undefined);
      const { state, share, indicator } = progressOf(jobs, scope, TODAY);
      assert.deepEqual([state, share, indicator?.id], ['on-track', 0.25, 'here']);
    }
  });

  it('are missed where the plan has no figures for them', () =>
    assert.deepEqual(said(HEAD + OFFICE + target(DOTTED)), [
      'monitoring/indicator-without-baseline: Indicator "Employment rate of people born outside the EU" of "Zaragoza indicators of migrant integration" has no baseline in this plan.',
    ]));

  it('leave to the plan what is its own: each absence is told', () => {
    const bare = said(
      HEAD +
        OFFICE +
        target(DOTTED) +
        `indicator here "Employment here" { defined by ${DOTTED}; compared with residents }\ngroup residents "Residents" { kind receiving-society }\n`,
    );
    assert.deepEqual(bare.map((line) => line.slice(0, line.indexOf(':'))).sort(), [
      'monitoring/indicator-without-baseline',
      'monitoring/indicator-without-frequency',
      'monitoring/indicator-without-owner',
      'monitoring/only-national-indicators',
    ]);
  });

  it('may not be made into something else', () => {
    const changed = said(
      `${HEAD + OFFICE + target('here') + own('  concept citizenship\n  compared with residents\n')}group residents "Residents" { kind receiving-society }\n`,
    );
    assert.deepEqual(changed, [
      'monitoring/defined-otherwise: Indicator "Employment rate of residents born outside the EU" tells people apart by citizenship, where the other goes by country-of-birth.',
    ]);
  });

  it('answer the area they stand in, of a library that the plan follows', () => {
    const open = (text: string) => said(text).filter((line) => line.startsWith('coverage/'));
    const following = HEAD.replace('status', 'uses zaragoza; status') + OFFICE;
    assert.match(open(following)[0] ?? '', /^coverage\/framework-item-uncovered: 6 items .*"Employment"/);
    assert.match(open(following + own())[0] ?? '', /: 5 items (?!.*"Employment")/);
  });

  it('are taken over anew when the library changes, and through a second plan', () => {
    const state = 'plan state "State" { level national; period 2025 to 2028 }\nindicator work "Work" { defined by lib.work; baseline 48% on 2024 }\n';
    const local = 'plan town "Town" { level local; under state; period 2025 to 2028 }\nindicator here "Here" { defined by work }\n';
    const lib = (unit: string) => `framework lib "Library" {\n  indicator work "Employment" { unit ${unit}; concept citizenship }\n}\n`;
    const at = (place: string, text: string) => [`file:///w/${place}.iplan`, parseFile(`file:///w/${place}.iplan`, text)] as const;
    const unitOf = (workspace: Workspace) => named('here', workspace, 'file:///w/town/plan.iplan').one('unit')?.value;
    const before = new Workspace(new Map([at('state/plan', state), at('town/plan', local), at('lib', lib('percent'))]));
    assert.equal(unitOf(before), 'percent');
    const after = before.with([at('lib', lib('persons'))]);
    assert.equal(unitOf(after), 'persons');
    assert.equal(unitOf(before), 'percent', 'the workspace before stays as it was');
    assert.equal(unitOf(after.with([at('lib', 'framework lib "Library" { year 2025 }\n')])), undefined);
    // What does not reach the plan leaves it as it was.
    const same = before.with([at('other', 'framework other "Other" { year 2025 }\n')]);
    assert.equal(same.scopeOf('file:///w/town/plan.iplan')?.declarations, before.scopeOf('file:///w/town/plan.iplan')?.declarations);
  });

  it('may name each other in a ring, which ends where it closes', () => {
    const ring = 'indicator a "A" { defined by b; unit percent }\nindicator b "B" { defined by a; concept origin }\nindicator c "C" { defined by c }\n';
    const workspace = town(HEAD + ring);
    assert.equal(named('a', workspace).one('concept')?.value, 'origin');
    assert.equal(named('b', workspace).one('unit')?.value, 'percent');
    assert.equal(named('c', workspace).one('unit'), undefined);
  });

  it('stand in a sector like any other, and are counted there once', () => {
    const scope = town(`${HEAD}${OFFICE}sector work "Work" {\n  lead office\n  ${target(DOTTED)}  ${own()}}\n`).scopeOf(PLAN);
    const here = scope?.names.get('here');
    assert.ok(scope !== undefined && here !== undefined);
    assert.deepEqual(scope.of('sector')[0]?.childrenOf('indicator'), [here]);
    assert.equal(scope.sectorOf(here), scope.of('sector')[0]);
  });
});

describe('the page about indicators', () => {
  const page = read('../docs/indicators.md');
  const [, example = ''] = /```iplan\n([\s\S]*?)```/.exec(page) ?? [];

  it('has an example that checks clean', () => {
    assert.match(example, /defined by zaragoza\./);
    assert.deepEqual(
      said(example).filter((line) => !line.startsWith('monitoring/no-comparison')),
      [],
    );
  });

  it('names every library that holds indicators, and no indicator that there is not', () => {
    for (const scope of shipped.filter((one) => one.of('indicator').length > 0)) assert.ok(page.includes(`../frameworks/${scope.id}.iplan`), scope.id);
    for (const [name, id] of page.matchAll(/\b(?:zaragoza|danish-barometer|swiss-integration-agenda)\.([a-z-]+)/g))
      if (id !== 'iplan')
        assert.ok(
          indicators.some((one) => one.name === name),
          name,
        );
  });
});
