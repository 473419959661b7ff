import assert from 'node:assert/strict';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '../server/src/config/settings.ts';
import { fixes } from '../server/src/features/fixes.ts';
import { load } from '../server/src/host/load.ts';
import { type Diagnosis, Linter } from '../server/src/lint.ts';
import { parseFile, type Workspace } from '../server/src/model/workspace.ts';
import { RULES } from '../server/src/rules/rules.ts';
import type { Settings } from '../server/src/rules/run.ts';
import type { Tree } from '../server/src/syntax/tree.ts';
import { fixture } from './fixture.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const failed = (rule: string, error: unknown) => assert.fail(`${rule}: ${error}`);
const judged = (workspace: Workspace, settings: Settings): readonly Diagnosis[] =>
  [...new Linter(failed).diagnoseAll(workspace, () => settings).values()].flat().filter((d) => d.waived === undefined);

/** What would be a mistake in the writing; a text that asks to be filled in is none. */
const mistakes = (found: readonly Diagnosis[]): readonly string[] =>
  found.filter((d) => d.rule.startsWith('structure/') && d.rule !== 'structure/placeholder-left' && d.severity === 'error').map((d) => d.message);

const same = (a: Diagnosis, b: Diagnosis): boolean => a.rule === b.rule && a.severity === b.severity && a.message === b.message && a.uri === b.uri;

function applied(
  tree: Tree,
  edits: readonly { range: { start: { line: number; character: number }; end: { line: number; character: number } }; newText: string }[],
): string {
  const offsets = edits.map(({ range, newText }) => ({ start: tree.offsetAt(range.start), end: tree.offsetAt(range.end), newText }));
  let { text } = tree;
  for (const { start, end, newText } of offsets.sort((a, b) => b.start - a.start)) text = text.slice(0, start) + newText + text.slice(end);
  return text;
}

/** Applies every mend of every finding, each to the untouched workspace; gives back how many there were. */
function tryAll(workspace: Workspace, settings: Settings, ofOne: (d: Diagnosis) => boolean = () => true): number {
  const before = judged(workspace, settings);
  let tried = 0;
  for (const found of before.filter(ofOne)) {
    for (const action of fixes(workspace, [found], found.range, settings.today)) {
      const changes = Object.entries(action.edit?.changes ?? {});
      const after = judged(
        workspace.with(changes.map(([uri, edits]) => [uri, parseFile(uri, applied(workspace.files.get(uri)!.tree, edits))] as const)),
        settings,
      );
      const label = `${found.rule}: ${found.message} → ${action.title}`;
      tried++;
      assert.ok(
        before.filter((d) => same(d, found)).length > after.filter((d) => same(d, found)).length,
        `the finding is still there: ${label}\n${changes.map(([uri, edits]) => applied(workspace.files.get(uri)!.tree, edits)).join('\n---\n')}`,
      );
      const had = mistakes(before);
      assert.deepEqual(
        mistakes(after).filter((message) => !had.includes(message)),
        [],
        label,
      );
    }
  }
  return tried;
}

describe('quick fixes', () => {
  for (const rule of RULES) {
    for (const [i, example] of rule.bad.entries()) {
      const given = fixture(example);
      const settings = defaultSettings(given.today, 'thorough');
      if (!judged(given.workspace, settings).some((d) => d.rule === rule.id && (d.fixes?.length ?? 0) > 0)) continue;
      it(`of ${rule.id}, example ${i + 1}, mend what they say and break nothing`, () =>
        assert.ok(tryAll(given.workspace, settings, (d) => d.rule === rule.id) > 0));
    }
  }

  it('of the examples mend what they say and break nothing', function () {
    this.timeout(300_000);
    const { workspace, configs } = load([path.join(root, 'examples')], { today: '2022-06-30' });
    const files = [...workspace.files.keys()].filter((uri) => uri.includes('/examples/'));
    // Each plan alone would lose what the plans around it say, so all of it is judged each time; a part of the findings is tried.
    const settings = configs.settingsOf(files[0]!);
    let i = 0;
    assert.ok(tryAll(workspace, settings, (d) => (d.fixes?.length ?? 0) > 0 && i++ % 12 === 0) > 5);
  });
});
