import type { Ref } from '../language/shape.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Statement } from '../syntax/tree.ts';
import { leadsTo, segmentsOf } from './spot.ts';

/** One name written in a scope, and what it means there. */
export interface Said {
  readonly ref: Ref;
  readonly node: Statement;
  readonly scope: Scope;
  readonly means: Declaration | undefined;
  readonly owner: Scope | undefined;
}

const PLANS: ReadonlySet<string> = new Set(['plan', 'framework']);

/** What a name means. Where only a plan may stand, nothing else of that name is meant. */
export function meaningOf(ref: Ref, scope: Scope): { readonly declaration: Declaration; readonly scope: Scope } | undefined {
  if (ref.kinds.length > 0 && ref.kinds.every((kind) => PLANS.has(kind))) {
    const plan = scope.named(ref.name);
    return plan?.head === undefined ? undefined : { declaration: plan.head, scope: plan };
  }
  const segments = segmentsOf(ref);
  const last = segments.at(-1);
  return last === undefined ? undefined : leadsTo(last, segments.length, scope);
}

/** Every name written in a scope, in the order of its declarations. */
export function saidIn(scope: Scope): readonly Said[] {
  const all: Said[] = [];
  const look = (refs: readonly Ref[], node: Statement) => {
    for (const ref of refs) {
      const found = meaningOf(ref, scope);
      all.push({ ref, node, scope, means: found?.declaration, owner: found?.scope });
    }
  };
  for (const declaration of scope.declarations) for (const fact of declaration.facts) look(fact.refs, fact.node);
  for (const waiver of scope.waivers) look(waiver.refs, waiver.node);
  return all;
}

/** A declaration by its place: of which scope it is which. Two workspaces that are read alike have the same places. */
function placesIn(workspace: Workspace): ReadonlyMap<Declaration, string> {
  return new Map(workspace.scopes.list.flatMap((scope, i) => scope.declarations.map((declaration, j) => [declaration, `${i}:${j}`] as const)));
}

/** A name that means something else in another reading of the same plans. */
export interface Turned {
  readonly before: Said;
  readonly now: Said;
}

/** The names that mean something else, or `undefined` when the plans themselves are read differently. */
export function turned(before: Workspace, now: Workspace): readonly Turned[] | undefined {
  const [was, is] = [before.scopes.list, now.scopes.list];
  if (was.length !== is.length || was.some((scope, i) => scope.declarations.length !== is[i]?.declarations.length)) return undefined;
  const [placesBefore, placesNow] = [placesIn(before), placesIn(now)];
  const found: Turned[] = [];
  for (const [i, scope] of was.entries()) {
    const [old, fresh] = [saidIn(scope), saidIn(is[i] as Scope)];
    if (old.length !== fresh.length) return undefined;
    for (const [j, one] of old.entries()) {
      const other = fresh[j] as Said;
      const [a, b] = [one.means && placesBefore.get(one.means), other.means && placesNow.get(other.means)];
      if (a !== b) found.push({ before: one, now: other });
    }
  }
  return found;
}
