// When files were read and nobody asks anything, memory that nothing needs any more is given back: then, only then, and not for a few letters.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { defaultSettings } from '../../server/src/config/settings.ts';
import { Linter } from '../../server/src/lint.ts';
import { parseFile, Workspace } from '../../server/src/model/workspace.ts';
import { Editor, MadeUpFiles, until } from '../editor.ts';
import { SAMPLE } from '../text.ts';

const TOWN = 'file:///w/town/plan.iplan';
const OTHER = 'file:///w/other.iplan';
const START = { line: 0, character: 0 };
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

for (const pulls of [true, false])
  describe(`server: an editor that ${pulls ? 'asks for problems' : 'is told of problems'} lets it rest`, () => {
    /** When it rested. */
    let rests: number[];
    let editor: Editor;
    beforeEach(async () => {
      rests = [];
      editor = Editor.inProcess(new MadeUpFiles({ [TOWN]: SAMPLE }), {}, { resting: () => void rests.push(performance.now()) });
      await editor.start({ pulls });
      await until('rest', () => rests.length === 1);
    });
    afterEach(() => editor.end());

    it('once after each reading', async () => {
      await wait(500);
      assert.equal(rests.length, 1);
      await editor.open(OTHER, SAMPLE.replace('plan town', 'plan other'));
      await until('rest', () => rests.length === 2);
    });

    it('and it does not count letters as reading', async () => {
      await editor.open(TOWN, SAMPLE);
      await until('rest', () => rests.length === 2);
      await editor.edit(TOWN, START, START, '# a\n');
      await wait(800);
      assert.equal(rests.length, 2);
    });

    it('when it has asked nothing for a moment', async () => {
      await editor.open(OTHER, SAMPLE);
      const asked: number[] = [];
      for (let i = 0; i < 20; i++) {
        asked.push(performance.now());
        await editor.at('hover', OTHER, 1, 2);
        await wait(30);
      }
      await until('rest', () => rests.length === 2);
      const since = (rests[1] as number) - (asked.findLast((time) => time < (rests[1] as number)) ?? 0);
      assert.ok(since >= 200, `${since.toFixed(0)} ms after a question`);
    });
  });

describe('what is given back', () => {
  it('is what nothing needs any more, once enough has come together; nobody else is given the means', () => {
    const code = `
      import { giveBack } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, '../../server/src/host/memory.ts')).href)};
      const made = (n) => new WeakRef(Array.from({ length: n }, () => ({ any: 'thing' })));
      const isGone = async (ref) => (await new Promise(setImmediate), giveBack(), ref.deref() === undefined);
      console.log(JSON.stringify([await isGone(made(500_000)), await isGone(made(10)), typeof globalThis.gc]));`;
    // With young objects of this size, neither goes by itself.
    const flags = ['--experimental-strip-types', '--no-warnings', '--min-semi-space-size=64', '--max-semi-space-size=64'];
    const printed = execFileSync(process.execPath, [...flags, '--input-type=module', '--eval', code], { encoding: 'utf8' });
    assert.deepEqual(JSON.parse(printed), [true, false, 'undefined']);
  });

  it('is also what was computed of plans along the way, and is computed again', () => {
    const workspace = new Workspace(new Map([[TOWN, parseFile(TOWN, SAMPLE)]]));
    const found = () =>
      new Linter((rule, error) => assert.fail(`${rule}: ${error}`)).diagnose(workspace, TOWN, () => defaultSettings('2027-01-01', 'recommended'));
    const before = found();
    const kept = () => workspace.scopes.list.reduce((sum, { remembered }) => sum + remembered.size, 0);
    assert.ok(before.length > 0 && kept() > 0);
    workspace.forget();
    assert.equal(kept(), 0);
    assert.deepEqual(found(), before);
  });
});
