import type { Ref } from '../language/shape.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Reading } from '../model/read.ts';
import type { Scope, Scopes } from '../model/scope.ts';
import { type SourceFile, uriOf, type Workspace } from '../model/workspace.ts';
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
export function usesOf(target: Declaration, workspace: Workspace, scopes = scopesNaming(target, workspace)): readonly Use[] {
  return scopes.flatMap((scope) => usesIn(target, scope));
}

const bySight = new WeakMap<Scopes, Map<Scope, readonly Scope[]>>();

/** The plans that can name a declaration: its own, those that see its own, and those that write the id of its own before a dot. A plan itself is seen by all. */
function scopesNaming(target: Declaration, { scopes }: Workspace): readonly Scope[] {
  const home = scopes.byFile.get(uriOf(target.node.chunk));
  if (home === undefined || target.is('plan', 'framework')) return scopes.list;
  let byHome = bySight.get(scopes);
  if (byHome === undefined) bySight.set(scopes, (byHome = new Map()));
  let naming = byHome.get(home);
  if (naming === undefined) {
    const sees = (scope: Scope) => scope === home || scope.ancestors.includes(home) || scope.frameworks.includes(home);
    naming = scopes.list.filter((scope) => sees(scope) || scope.files.some((file) => idsIn(file).has(`${home.id}.`)));
    byHome.set(home, naming);
  }
  return naming;
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
  const look: Look = (ref, node, by) => {
    const segments = segmentsOf(ref);
    for (const segment of segments)
      if (lastOf(segment.name) === target.id && leadsTo(segment, segments.length, scope)?.declaration === target)
        uses.push({ chunk: node.chunk, span: segment.span, scope, by: by && whole(by, scope), node });
  };
  const home = uriOf(target.node.chunk);
  if (scope.files.some(({ uri }) => uri === home)) lookAtHome(target.id, scope, look);
  else
    for (const file of scope.files)
      if (mayName(file, target, scope))
        for (const reading of file.readings)
          eachRef(reading, (ref, node, by) => {
            if (ref.name.includes(target.id)) look(ref, node, by);
          });
  // Most things are named in few plans: that they are not named is told as soon again.
  if (uses.length > 0) known.set(target, (known.get(target) ?? new WeakMap()).set(scope, uses));
  return uses;
}

type Look = (ref: Ref, node: Statement, by: Declaration | undefined) => void;

/**
 * The references of the plan in which something was asked for last, piece by piece, by the ids in them: there everything else is asked for
 * at once, after every letter, and a letter touches one piece. For all plans it would be too much to keep.
 */
let lately = { plan: '', pieces: new WeakMap<Reading, ReadonlyMap<string, readonly Parameters<Look>[]>>() };

function lookAtHome(id: string, scope: Scope, look: Look): void {
  if (lately.plan !== scope.id) lately = { plan: scope.id, pieces: new WeakMap() };
  for (const { readings } of scope.files)
    for (const reading of readings) {
      let byId = lately.pieces.get(reading);
      if (byId === undefined) lately.pieces.set(reading, (byId = refsOf(reading)));
      for (const found of byId.get(id) ?? []) look(...found);
    }
}

function refsOf(reading: Reading): ReadonlyMap<string, readonly Parameters<Look>[]> {
  const byId = new Map<string, Parameters<Look>[]>();
  eachRef(reading, (...found) => {
    for (const id of new Set(found[0].name.split('.'))) {
      const list = byId.get(id);
      if (list === undefined) byId.set(id, [found]);
      else list.push(found);
    }
  });
  return byId;
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
    for (const reading of file.readings)
      eachRef(reading, (ref) => {
        const segments = segmentsOf(ref);
        for (const [i, { name }] of segments.entries()) found.add(segments.length === 1 ? name : i === 0 ? `${name}.` : `.${lastOf(name)}`);
      });
    byFile.set(file, (ids = found));
  }
  return ids;
}

const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** Goes through all references of a piece of a file, as they are written. */
function eachRef({ declarations, waivers }: Reading, look: Look): void {
  const visit = (declaration: Declaration): void => {
    for (const { refs, node } of declaration.facts) for (const ref of refs) look(ref, node, declaration);
    declaration.children.forEach(visit);
  };
  declarations.forEach(visit);
  for (const { refs, node } of waivers) for (const ref of refs) look(ref, node, undefined);
}
