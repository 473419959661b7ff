import type { Ref } from '../language/shape.ts';
import type { Declaration } from '../model/declaration.ts';
import { perScope } from '../model/memo.ts';
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

/** Everything that is named in a scope, by what the names lead to. */
const usesIn = perScope((_: Scope, scope: Scope): ReadonlyMap<Declaration, readonly Use[]> => {
  const uses = new Map<Declaration, Use[]>();
  const look = (refs: readonly Ref[], node: Statement, by: Declaration | undefined) => {
    for (const ref of refs) {
      const segments = segmentsOf(ref);
      for (const segment of segments) {
        const target = leadsTo(segment, segments.length, scope)?.declaration;
        if (target === undefined) continue;
        const use = { chunk: node.chunk, span: segment.span, scope, by, node };
        const known = uses.get(target);
        if (known === undefined) uses.set(target, [use]);
        else known.push(use);
      }
    }
  };
  for (const declaration of scope.declarations) for (const fact of declaration.facts) look(fact.refs, fact.node, declaration);
  for (const waiver of scope.waivers) look(waiver.refs, waiver.node, undefined);
  return uses;
});

type Uses = ReturnType<typeof usesIn>;
const ofScopes = new WeakMap<readonly Scope[], readonly Uses[]>();

/** Every place in the workspace, or in some scopes of it, that names a declaration. */
export function usesOf(target: Declaration, workspace: Workspace, scopes: readonly Scope[] = workspace.scopes.list): readonly Use[] {
  let known = ofScopes.get(scopes);
  if (known === undefined) ofScopes.set(scopes, (known = scopes.map((scope) => usesIn(scope, scope)).filter((uses) => uses.size > 0)));
  return known.flatMap((uses) => uses.get(target) ?? NONE);
}
const NONE: readonly Use[] = [];
