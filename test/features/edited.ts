import assert from 'node:assert/strict';
import { after, type Edits, mistakes, newMistake, textIn } from '../../server/src/features/edits.ts';
import type { Workspace } from '../../server/src/model/workspace.ts';

export const TODAY = '2026-06-30';

/** The files as they are after some edits, by their path below the folder of the tests. */
export function edited(workspace: Workspace, edits: Edits | undefined): Record<string, string> {
  assert.ok(edits !== undefined, 'there are edits');
  const then = after(workspace, edits);
  const touched = [...new Set(edits.edits.map((edit) => edit.uri))];
  return Object.fromEntries(touched.map((uri) => [decodeURIComponent(uri.replace('file:///w/', '')), textIn(then, uri)]));
}

/** Asserts that some edits bring no mistake into the writing or the names. */
export function staysWhole(workspace: Workspace, edits: Edits): Workspace {
  const then = after(workspace, edits);
  assert.equal(newMistake(mistakes(workspace, TODAY), mistakes(then, TODAY))?.message, undefined);
  return then;
}
