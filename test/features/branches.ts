import assert from 'node:assert/strict';
import { type Branch, GROUPINGS } from '../../client/src/messages.ts';
import { findings } from '../../server/src/features/findings.ts';
import { planState } from '../../server/src/features/plan-state.ts';
import { planTree } from '../../server/src/features/plan-tree.ts';
import { Linter } from '../../server/src/lint.ts';
import type { Workspace } from '../../server/src/model/workspace.ts';
import { configsFor } from './judged.ts';

const CONFIGS = configsFor();

/** Opens every row of both trees, and holds each to what a row must be. */
export function branchesEverywhere(workspace: Workspace, uri: string): void {
  const linter = new Linter();
  const found = (of: string) => linter.diagnose(workspace, of, (file) => CONFIGS.settingsOf(file));
  const open = (rows: readonly Branch[], below: (parent: string) => readonly Branch[]) => {
    assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, 'two rows are taken for one');
    for (const { id, label, more } of rows) {
      assert.notEqual(label, '');
      const inside = below(id);
      assert.equal(inside.length > 0, more, id);
      open(inside, below);
    }
  };
  open(planTree(workspace, found), (parent) => planTree(workspace, found, parent));
  for (const by of GROUPINGS) open(findings(workspace, [uri], found, by), (parent) => findings(workspace, [uri], found, by, parent));
  assert.ok(planState(workspace, CONFIGS, found, uri).why.length >= 3);
}
