// What names a declaration, beside the plain way to find it: to look every name up.
import assert from 'node:assert/strict';
import { leadsTo, segmentsOf } from '../../server/src/features/spot.ts';
import { usesOf } from '../../server/src/features/uses.ts';
import type { Declaration } from '../../server/src/model/declaration.ts';
import type { Workspace } from '../../server/src/model/workspace.ts';
import type { Statement } from '../../server/src/syntax/tree.ts';
import type { Span } from '../../server/src/text/span.ts';
import { exampleWorkspaces } from './examples.ts';

function lookedUp(workspace: Workspace): ReadonlyMap<Declaration, readonly string[]> {
  const found = new Map<Declaration, string[]>();
  for (const scope of workspace.scopes.list)
    for (const { declarations, waivers } of scope.files.flatMap((file) => file.readings)) {
      const visit = (one: Declaration): Declaration['facts'] => [...one.facts, ...one.children.flatMap(visit)];
      for (const { refs, node } of [...declarations.flatMap(visit), ...waivers])
        for (const ref of refs) {
          const segments = segmentsOf(ref);
          for (const segment of segments) {
            const to = leadsTo(segment, segments.length, scope)?.declaration;
            if (to !== undefined) found.set(to, [...(found.get(to) ?? []), place(scope.id, node, segment.span)]);
          }
        }
    }
  return found;
}

const place = (scope: string, { chunk, span }: Statement, { start }: Span): string => `${scope}: ${chunk.text.slice(0, 40)} ${span.start} ${start}`;

describe('uses', () => {
  for (const workspace of exampleWorkspaces('2027-01-01'))
    it(`are all that lead there, in ${[...workspace.files.keys()].findLast((uri) => uri.includes('/examples/'))?.replace(/.*\/examples\/([^/]+).*/, '$1')}`, () => {
      const plain = lookedUp(workspace);
      let seen = 0;
      for (const scope of workspace.scopes.list)
        for (const one of [...scope.declarations, ...(scope.head === undefined ? [] : [scope.head])]) {
          const uses = usesOf(one, workspace).map((use) => place(use.scope.id, use.node, use.span));
          assert.deepEqual([...uses].sort(), [...(plain.get(one) ?? [])].sort(), `${scope.id} ${one.id}`);
          seen += uses.length;
        }
      assert.ok(seen > 0);
    });
});
