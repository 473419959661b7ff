import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Configs } from '../server/src/config/configs.ts';
import { load } from '../server/src/host/load.ts';
import { type Diagnosis, Linter } from '../server/src/lint.ts';
import { json } from '../server/src/reports/json.ts';
import { reportedPlan } from '../server/src/reports/report.ts';
import { RULES } from '../server/src/rules/rules.ts';
import { toldOf } from '../server/src/sight/verdict.ts';
import validate from './validate-report.generated.js';

const root = fileURLToPath(new URL('..', import.meta.url));
/** The sources describe the plans as they stood then. */
const AS_OF = '2022-06-30';
const { workspace, configs, unread } = load([path.join(root, 'examples')], { today: AS_OF });
const problems = new Linter((rule, error) => assert.fail(`${rule}: ${error}`)).diagnoseAll(workspace, (uri) => configs.settingsOf(uri));

interface Entry {
  readonly entry: string;
  readonly rule: string | null;
  readonly on?: string | null;
  readonly why?: string;
  readonly later?: boolean;
}

describe('examples and frameworks', () => {
  it('are read whole', () => assert.deepEqual(unread, []));

  // A command given an example reads the repository around it, and a plan of the tests must not stand in its way.
  it('share their ids with no other plan of the repository', () => {
    const whole = load([root], { today: AS_OF }).workspace.scopes.list.filter((scope) => scope.kind === 'plan');
    const own = new Set(whole.filter((scope) => scope.files[0]?.uri.includes('/examples/')).map((scope) => scope.id));
    const elsewhere = whole.filter((scope) => !scope.files[0]?.uri.includes('/examples/') && own.has(scope.id));
    assert.ok(own.size > 100);
    assert.deepEqual(
      elsewhere.map((scope) => `${scope.id}: ${path.relative(root, fileURLToPath(scope.files[0]?.uri ?? ''))}`),
      [],
    );
  });

  it('are written without a mistake', () => {
    const wrong = [...problems.values()].flat().filter((d) => d.rule.startsWith('structure/') || (d.rule.startsWith('names/') && d.severity === 'error'));
    assert.deepEqual(
      wrong.map((d) => `${path.basename(d.uri)}:${d.range.start.line + 1} ${d.message}`),
      [],
    );
    for (const file of [...workspace.files.values()].filter((f) => f.library))
      assert.deepEqual(
        file.readings.flatMap((reading) => reading.problems),
        [],
        file.uri,
      );
  });

  it('make a report that fits its schema', () => {
    const files = [...problems.keys()].sort();
    const pieces = json({
      version: '0',
      asOf: AS_OF,
      files,
      plans: workspace.scopes.list.flatMap((scope) => reportedPlan(scope) ?? []),
      problems: files.flatMap((uri) => problems.get(uri) ?? []).map((problem) => toldOf(problem, workspace)),
      shown: (uri) => path.relative(root, fileURLToPath(uri)),
      textOf: () => undefined,
    });
    assert.ok(validate(JSON.parse([...pieces].join(''))), JSON.stringify(validate.errors?.[0]));
  });

  for (const file of readdirSync(path.join(root, 'test/expected')).sort()) {
    const country = path.basename(file, '.json');
    const expected = JSON.parse(readFileSync(path.join(root, 'test/expected', file), 'utf8')) as Record<string, Entry[]>;
    for (const [place, entries] of Object.entries(expected)) {
      describe(`${place} of ${country}`, () => {
        const folder = pathToFileURL(path.join(root, 'examples', country)).href;
        const own = [...problems].filter(([uri]) => uri.startsWith(`${folder}/${place}/`)).flatMap(([, found]) => found);
        const all = [...problems].filter(([uri]) => uri.startsWith(`${folder}/`)).flatMap(([, found]) => found);
        const known = new Set<string>(RULES.map((rule) => rule.id));
        // A finding is about what it should be about, or gathers it with others and names it.
        const titles = (id: string) =>
          workspace.scopes.list
            .flatMap((scope) => scope.declarations)
            .filter((one) => one.id === id)
            .map((one) => `"${one.title}"`);
        const speaksOf = (d: Diagnosis, id: string) =>
          d.about?.id === id || titles(id).some((title) => [d, ...d.related].some(({ message }) => message.includes(title)));
        const found = ({ rule, on }: Entry, among: readonly Diagnosis[]) =>
          among.some((d) => d.rule === rule && (typeof on !== 'string' || speaksOf(d, on.split('.').at(-1) as string)));
        for (const entry of entries.filter((e) => e.rule !== null && e.later !== true)) {
          it(`shows ${entry.entry} by ${entry.rule}`, () => {
            assert.ok(known.has(entry.rule as string), 'there is such a rule');
            assert.ok(found(entry, entry.on?.includes('.') ? all : own), `${entry.rule} says nothing`);
          });
        }
        it('says of every other entry why it cannot be read off the plan, or that its rule is still to come', () => {
          for (const entry of entries) assert.ok(entry.rule !== null || (entry.why ?? '').length > 10, entry.entry);
        });
      });
    }
  }

  it('give the same findings whatever the order of the files', () => {
    const turned = new Configs(new Map(), { today: AS_OF });
    const reversed = [...workspace.files.values()].reverse();
    const again = workspace.with(reversed.map((file) => [file.uri, undefined] as const)).with(reversed.map((file) => [file.uri, file] as const));
    const found = new Linter().diagnoseAll(again, (uri) => turned.settingsOf(uri));
    const plain = (map: ReadonlyMap<string, readonly Diagnosis[]>) =>
      JSON.stringify([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([uri, list]) => [uri, list.map((d) => [d.rule, d.message, d.range])]));
    assert.equal(plain(found), plain(new Linter().diagnoseAll(workspace, (uri) => turned.settingsOf(uri))));
  });
});
