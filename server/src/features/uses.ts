import type { Ref } from '../language/shape.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import type { SourceFile, Workspace } from '../model/workspace.ts';
import type { Chunk, Statement } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { leadsTo, segmentsOf, whole } from './spot.ts';

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
export function usesOf(target: Declaration, workspace: Workspace, scopes: readonly Scope[] = workspace.scopes.list): readonly Use[] {
  return scopes.flatMap((scope) => usesIn(target, scope));
}

/**
 * What is named in a scope, by what is named. That is let go when it changes: a plan stays the same for a whole day in which another one is
 * typed in, and every letter makes other declarations of it.
 */
const known = new WeakMap<Declaration, WeakMap<Scope, readonly Use[]>>();

function usesIn(target: Declaration, scope: Scope): readonly Use[] {
  const before = known.get(target)?.get(scope);
  if (before !== undefined) return before;
  const uses: Use[] = [];
  for (const file of scope.files) {
    if (!mayName(file, target, scope)) continue;
    eachRef(file, (ref, node, by) => {
      if (!ref.name.includes(target.id)) return;
      const segments = segmentsOf(ref);
      for (const segment of segments)
        if (lastOf(segment.name) === target.id && leadsTo(segment, segments.length, scope)?.declaration === target)
          uses.push({ chunk: node.chunk, span: segment.span, scope, by: by && whole(by, scope), node });
    });
  }
  // Most things are named in few plans: that they are not named is told as soon again.
  if (uses.length > 0) known.set(target, (known.get(target) ?? new WeakMap()).set(scope, uses));
  return uses;
}

/** Whether a file is worth going through. Plans have sectors and offices of the same id: what that alone leads to is the same wherever it stands. */
function mayName(file: SourceFile, target: Declaration, scope: Scope): boolean {
  const { id } = target;
  const ids = idsIn(file);
  return ids.has(`.${id}`) || ids.has(`${id}.`) || (ids.has(id) && scope.resolve(id)?.declaration === target);
}

const byFile = new WeakMap<SourceFile, ReadonlySet<string>>();

/** What is named in a file, whatever it leads to: `work` alone, `.work` behind a dot, `norway.` before one. */
function idsIn(file: SourceFile): ReadonlySet<string> {
  let ids = byFile.get(file);
  if (ids === undefined) {
    const found = new Set<string>();
    eachRef(file, (ref) => {
      const segments = segmentsOf(ref);
      for (const [i, { name }] of segments.entries()) found.add(segments.length === 1 ? name : i === 0 ? `${name}.` : `.${lastOf(name)}`);
    });
    byFile.set(file, (ids = found));
  }
  return ids;
}

const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** Goes through all references of a file, as they are written. */
function eachRef(file: SourceFile, look: (ref: Ref, node: Statement, by: Declaration | undefined) => void): void {
  const visit = (declaration: Declaration): void => {
    for (const { refs, node } of declaration.facts) for (const ref of refs) look(ref, node, declaration);
    declaration.children.forEach(visit);
  };
  for (const { declarations, waivers } of file.readings) {
    declarations.forEach(visit);
    for (const { refs, node } of waivers) for (const ref of refs) look(ref, node, undefined);
  }
}
