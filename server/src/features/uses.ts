import type { Ref } from '../language/shape.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Chunk, Statement } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { leadsTo, segmentsOf } from './spot.ts';

/** One place where something is named. */
export interface Use {
  readonly chunk: Chunk;
  readonly span: Span;
  readonly scope: Scope;
  /** The declaration in which it is named; a waiver has none. */
  readonly by: Declaration | undefined;
  readonly node: Statement;
}

/** Every place in the workspace, or in some scopes of it, that names a declaration. */
export function usesOf(target: Declaration, workspace: Workspace, scopes: Iterable<Scope> = workspace.scopes.list): readonly Use[] {
  const uses: Use[] = [];
  for (const scope of scopes) {
    const look = (refs: readonly Ref[], node: Statement, by: Declaration | undefined) => {
      for (const ref of refs) {
        // Most names are others: they are told apart before anything is looked up.
        if (!ref.name.includes(target.id)) continue;
        const segments = segmentsOf(ref);
        for (const segment of segments) {
          if (!segment.name.endsWith(target.id)) continue;
          if (leadsTo(segment, segments.length, scope)?.declaration === target) uses.push({ chunk: node.chunk, span: segment.span, scope, by, node });
        }
      }
    };
    for (const declaration of scope.declarations) for (const fact of declaration.facts) look(fact.refs, fact.node, declaration);
    for (const waiver of scope.waivers) look(waiver.refs, waiver.node, undefined);
  }
  return uses;
}
