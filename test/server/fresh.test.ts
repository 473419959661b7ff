import assert from 'node:assert/strict';
import fc from 'fast-check';
import { holds, RUNS } from '../holds.ts';
import { Screen } from './screen.ts';

const STATE = 'file:///w/state/plan.iplan';
const TOWN = 'file:///w/town/plan.iplan';
const HOUSING = 'file:///w/town/housing.iplan';
const JOBS = 'file:///w/town/jobs.csv';
const CONFIG = 'file:///w/iplan.config.json';
const CHARTER = 'file:///w/library/charter.iplan';
const OTHER = 'file:///v/plan.iplan';

const TEXTS = {
  [STATE]: 'plan state "State plan" { level national; period 2020 to 2030; status adopted }\nactor agency "Agency" { type agency }\n',
  [TOWN]: 'plan town "Town plan" {\n  level local\n  period 2025 to 2028\n  under state\n}\nactor office "Office" { type department }\n',
  [HOUSING]: `sector housing "Housing" {
  field housing
  lead office
  measure tenancy "Tenancy course" { lead agency; status ongoing }
  indicator jobs "Jobs" { unit percent; data "jobs.csv" }
}
`,
  [JOBS]: 'indicator,date,value\njobs,2024-12-31,41\n',
  [OTHER]: 'plan other "Other plan" { level local; under state }\n',
};
const without = (uri: string, what: string): string => {
  const text = TEXTS[uri as keyof typeof TEXTS];
  assert.ok(text.includes(what));
  return text.replace(what, what.replace(/\w+$/, 'elsewhere'));
};
const unknown = (shown: Readonly<Record<string, readonly string[]>>, uri: string): boolean =>
  shown[uri]?.some((line) => line.endsWith('names/unknown-name')) ?? false;

for (const pulls of [true, false]) {
  describe(`server: an editor that ${pulls ? 'asks for problems' : 'is told of problems'} never shows stale ones`, () => {
    let screen: Screen;
    const on = async (folders: readonly string[] = ['file:///w'], texts: Readonly<Record<string, string>> = TEXTS) => {
      screen = await Screen.on(texts, { pulls, folders });
      return screen.isFresh();
    };
    afterEach(() => screen.end());

    it('when a file that others name is changed on disk', async () => {
      await on();
      await screen.opens(HOUSING);
      await screen.disk({ [STATE]: without(STATE, 'actor agency') });
      assert.ok(unknown(await screen.isFresh(), HOUSING), 'in the open document');
      await screen.closes(HOUSING);
      await screen.isFresh();
      await screen.disk({ [STATE]: TEXTS[STATE] });
      assert.ok(!unknown(await screen.isFresh(), HOUSING), 'in the closed one');
    });

    it('when git puts another branch in place, many files at once', async () => {
      await on();
      await screen.opens(TOWN);
      const moved = { 'file:///w/town/offices/plan.iplan': TEXTS[OTHER], 'file:///w/town/homes.iplan': TEXTS[HOUSING] };
      await screen.disk({ [HOUSING]: undefined, [JOBS]: undefined, [STATE]: without(STATE, 'plan state'), ...moved });
      const shown = await screen.isFresh();
      assert.ok(unknown(shown, TOWN) && shown[HOUSING] === undefined && shown['file:///w/town/homes.iplan'] !== undefined);
      await screen.disk({ ...Object.fromEntries(Object.keys(moved).map((uri) => [uri, undefined])), ...TEXTS });
      await screen.isFresh();
    });

    it('when a file is removed and made again at once, whatever is told last', async () => {
      await on();
      for (const types of [
        [3, 1],
        [1, 3],
        [3, 3],
      ] as const) {
        screen.files.texts.set(STATE, `${without(STATE, 'actor agency')}# ${types.join()}\n`);
        await screen.editor.disk(...types.map((type) => ({ uri: STATE, type })));
        assert.ok(unknown(await screen.isFresh(), HOUSING));
        await screen.disk({ [STATE]: TEXTS[STATE] });
        await screen.isFresh();
      }
    });

    it('when a file is renamed or removed, with or without being open', async () => {
      await on();
      const homes = 'file:///w/town/homes.iplan';
      await screen.opens(HOUSING);
      await screen.types(HOUSING, without(HOUSING, 'lead agency'));
      await screen.disk({ [HOUSING]: undefined });
      await screen.isFresh();
      await screen.closes(HOUSING);
      assert.equal((await screen.isFresh())[HOUSING], undefined);
      await screen.disk({ [homes]: without(HOUSING, 'lead agency') });
      assert.ok(unknown(await screen.isFresh(), homes));
      await screen.disk({ [homes]: undefined, [HOUSING]: TEXTS[HOUSING] });
      await screen.isFresh();
    });

    it('when only the folder is told to be gone', async () => {
      await on();
      for (const uri of [TOWN, HOUSING, JOBS]) screen.files.texts.delete(uri);
      await screen.editor.disk({ uri: 'file:///w/town', type: 3 });
      const shown = await screen.isFresh();
      assert.deepEqual([shown[TOWN], shown[HOUSING]], [undefined, undefined]);
    });

    it('when only the folder is told to be there', async () => {
      await on();
      screen.files.texts.set('file:///w/school/plan.iplan', TEXTS[OTHER]);
      screen.files.texts.set('file:///w/school/deep/homes.iplan', TEXTS[HOUSING]);
      await screen.editor.disk({ uri: 'file:///w/school', type: 1 });
      assert.notDeepEqual((await screen.isFresh())['file:///w/school/deep/homes.iplan'], undefined);
    });

    it('when a document is closed without saving, and opened again as it was', async () => {
      const before = await on();
      for (let i = 0; i < 2; i++) {
        await screen.opens(STATE);
        await screen.types(STATE, without(STATE, 'actor agency'));
        assert.ok(unknown(await screen.isFresh(), HOUSING));
        await screen.closes(STATE);
        assert.deepEqual(await screen.isFresh(), before);
      }
    });

    it('when a document is saved, closed, and changed by others afterwards', async () => {
      await on();
      await screen.opens(STATE);
      await screen.types(STATE, without(STATE, 'actor agency'));
      await screen.saves(STATE);
      await screen.closes(STATE);
      assert.ok(unknown(await screen.isFresh(), HOUSING));
      await screen.disk({ [STATE]: TEXTS[STATE] });
      assert.ok(!unknown(await screen.isFresh(), HOUSING));
    });

    it('when a document that is no plan by its name is saved as one, and closed', async () => {
      const before = await on();
      for (const uri of ['iplan.config.json', 'notes.txt'].map((name) => `file:///w/town/${name}`)) {
        await screen.opens(uri, 'measure tenancy "Another course"\n');
        await screen.saves(uri);
        await screen.disk({ [uri]: undefined });
        await screen.closes(uri);
        assert.deepEqual(await screen.isFresh(), before);
      }
    });

    it('when data come, change and go', async () => {
      const texts = Object.fromEntries(Object.entries(TEXTS).filter(([uri]) => uri !== JOBS));
      const without = await on(['file:///w'], texts);
      assert.ok(
        without[HOUSING]?.some((line) => line.endsWith('data-file')),
        JSON.stringify(without),
      );
      await screen.disk({ [JOBS]: TEXTS[JOBS] });
      assert.notDeepEqual(await screen.isFresh(), without);
      await screen.disk({ [JOBS]: 'indicator,date,value\njobs,someday,41\n' });
      assert.ok((await screen.isFresh())[HOUSING]?.some((line) => line.includes('data')));
      await screen.disk({ [JOBS]: undefined });
      assert.deepEqual(await screen.isFresh(), without);
    });

    it('when a configuration comes, changes and goes', async () => {
      const before = await on();
      await screen.opens(HOUSING);
      await screen.disk({ [CONFIG]: '{ "exclude": ["state/**"] }' });
      const left = await screen.isFresh();
      assert.ok(left[STATE] === undefined && unknown(left, HOUSING));
      await screen.disk({ [CONFIG]: '{ "exclud": 1' });
      assert.ok((await screen.isFresh())[CONFIG]?.length);
      await screen.disk({ [CONFIG]: '{ "profile": "thorough" }' });
      assert.notDeepEqual(await screen.isFresh(), before);
      await screen.disk({ [CONFIG]: undefined });
      assert.deepEqual(await screen.isFresh(), before);
    });

    it('when a configuration above the folder names frameworks, and no longer does', async () => {
      const texts = { ...TEXTS, [TOWN]: TEXTS[TOWN].replace('under state', 'uses charter'), [CHARTER]: 'framework charter "Charter" { item equal "Equal" }\n' };
      const before = await on(['file:///w/town'], texts);
      assert.ok(unknown(before, TOWN));
      await screen.disk({ [CONFIG]: '{ "frameworks": ["library"] }' });
      assert.ok(!unknown(await screen.isFresh(), TOWN));
      await screen.disk({ [CONFIG]: '{ "frameworks": ["elsewhere"] }' });
      assert.deepEqual(await screen.isFresh(), before);
      await screen.disk({ [CONFIG]: '{ "frameworks": ["library"] }' });
      await screen.changesFolders(['file:///w'], []);
      await screen.isFresh();
      await screen.changesFolders([], ['file:///w']);
      assert.ok(!unknown(await screen.isFresh(), TOWN));
    });

    it('when folders are added and removed', async () => {
      await on(['file:///w/town']);
      assert.ok(unknown(screen.shown, TOWN), 'the plan above is in no folder');
      await screen.changesFolders(['file:///w/state', 'file:///v'], []);
      const all = await screen.isFresh();
      assert.ok(!unknown(all, TOWN) && all[OTHER] !== undefined);
      await screen.changesFolders(['file:///w'], ['file:///w/state']);
      await screen.isFresh();
      await screen.changesFolders([], ['file:///w/town', 'file:///v']);
      const one = await screen.isFresh();
      assert.ok(one[TOWN] !== undefined && one[OTHER] === undefined, 'what lies in a folder that stays, stays');
      await screen.changesFolders([], ['file:///w']);
      assert.deepEqual(await screen.isFresh(), {});
    });

    it('when the folder of an open document is removed, and the document is closed', async () => {
      await on(['file:///w', 'file:///v']);
      await screen.opens(HOUSING);
      await screen.changesFolders([], ['file:///w']);
      const alone = await screen.isFresh();
      assert.ok(alone[HOUSING] !== undefined && !alone[HOUSING].some((line) => line.endsWith('names/no-plan')), 'the plan beside it is still known');
      await screen.closes(HOUSING);
      assert.deepEqual(Object.keys(await screen.isFresh()), [OTHER]);
    });

    it('when each folder has a configuration of its own', async () => {
      await on(['file:///w', 'file:///v'], { ...TEXTS, [CONFIG]: '{ "profile": "essential" }', 'file:///v/iplan.config.json': '{ "profile": "thorough" }' });
      await screen.disk({ 'file:///v/iplan.config.json': '{ "profile": "essential" }' });
      await screen.isFresh();
      await screen.changesFolders([], ['file:///v']);
      await screen.isFresh();
    });
  });
}

describe('server: whatever is done, the screen ends as that of a server that is started then', () => {
  const plans = [STATE, TOWN, HOUSING, OTHER];
  const uri = fc.constantFrom(...plans);
  const text = fc.record({ uri, change: fc.constantFrom('none', 'agency', 'office', 'under', '{', 'plan') });
  const written = ({ uri, change }: { uri: string; change: string }) => (TEXTS[uri as keyof typeof TEXTS] as string).replace(change, 'x');
  const folder = fc.constantFrom('file:///w', 'file:///w/town', 'file:///v');
  const config = fc.constantFrom(undefined, '{', '{ "exclude": ["town/**"] }', '{ "profile": "thorough" }', '{ "frameworks": ["state"] }');
  const deed = fc.oneof(
    { weight: 3, arbitrary: text.map((to) => ({ do: 'write' as const, ...to })) },
    { weight: 3, arbitrary: text.map((to) => ({ do: 'type' as const, ...to })) },
    uri.map((of) => ({ do: 'remove' as const, uri: of })),
    uri.map((of) => ({ do: 'open' as const, uri: of })),
    uri.map((of) => ({ do: 'close' as const, uri: of })),
    uri.map((of) => ({ do: 'save' as const, uri: of })),
    folder.map((of) => ({ do: 'folder' as const, uri: of })),
    config.map((to) => ({ do: 'configure' as const, uri: CONFIG, to })),
    fc.constantFrom(undefined, TEXTS[JOBS], 'x\n').map((to) => ({ do: 'configure' as const, uri: JOBS, to })),
  );
  for (const pulls of [true, false]) {
    it(`in an editor that ${pulls ? 'asks' : 'is told'}`, async () => {
      const run = async (deeds: readonly (typeof deed extends fc.Arbitrary<infer D> ? D : never)[]): Promise<void> => {
        const folders = new Set(['file:///w']);
        const screen = await Screen.on(TEXTS, { pulls, folders: [...folders] });
        try {
          for (const now of deeds) {
            const isOpen = screen.open.has(now.uri);
            if (now.do === 'write') await screen.disk({ [now.uri]: written(now) });
            else if (now.do === 'type' && isOpen) await screen.types(now.uri, written(now));
            else if (now.do === 'remove') await screen.disk({ [now.uri]: undefined });
            else if (now.do === 'open' && !isOpen && screen.files.texts.has(now.uri)) await screen.opens(now.uri);
            else if (now.do === 'close' && isOpen) await screen.closes(now.uri);
            else if (now.do === 'save' && isOpen) await screen.saves(now.uri);
            else if (now.do === 'configure') await screen.disk({ [now.uri]: now.to });
            else if (now.do === 'folder') {
              const was = folders.delete(now.uri);
              if (!was) folders.add(now.uri);
              await screen.changesFolders(was ? [] : [now.uri], was ? [now.uri] : []);
            }
          }
          await screen.isFresh();
        } finally {
          await screen.end();
        }
      };
      const deeds = fc.array(deed, { minLength: 1, maxLength: 12 });
      await holds(`deeds-${pulls ? 'pulled' : 'told'}`, fc.asyncProperty(deeds, run), Math.max(10, Math.ceil(RUNS / 500)));
    });
  }
});
