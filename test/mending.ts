// What a quick fix does to a plan.
import assert from 'node:assert/strict';
import { fixes } from '../server/src/features/fixes.ts';
import { type Diagnosis, Linter } from '../server/src/lint.ts';
import { parseFile, type Workspace } from '../server/src/model/workspace.ts';
import type { Settings } from '../server/src/rules/run.ts';
import type { Tree } from '../server/src/syntax/tree.ts';

const failed = (rule: string, error: unknown) => assert.fail(`${rule}: ${error}`);

/** All findings that no waiver accepts. */
export const judged = (workspace: Workspace, settings: Settings, linter = new Linter(failed)): readonly Diagnosis[] =>
  [...linter.diagnoseAll(workspace, () => settings).values()].flat().filter((d) => d.waived === undefined);

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
export function tryAll(workspace: Workspace, settings: Settings, ofOne: (d: Diagnosis) => boolean = () => true, linter = new Linter(failed)): number {
  const before = judged(workspace, settings, linter);
  let tried = 0;
  for (const found of before.filter(ofOne)) {
    for (const action of fixes(workspace, [found], found.range, settings.today)) {
      const changes = Object.entries(action.edit?.changes ?? {});
      const after = judged(
        workspace.with(changes.map(([uri, edits]) => [uri, parseFile(uri, applied(workspace.files.get(uri)!.tree, edits))] as const)),
        settings,
        linter,
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
