import type { Ref } from '../language/shape.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Reading } from '../model/read.ts';
import type { Scope } from '../model/scope.ts';
import type { SourceFile, Workspace } from '../model/workspace.ts';
import type { Chunk, Statement } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';
import { leadsTo, type Segment, segmentsOf, whole } from './spot.ts';

/** One place where something is named. */
export interface Use {
  readonly chunk: Chunk;
  readonly span: Span;
  readonly scope: Scope;
  /** The declaration in which it is named; a waiver has none. */
  readonly by: Declaration | undefined;
  readonly node: Statement;
}

/** A name as it stands in a text, before it is looked up. */
interface Written {
  readonly segment: Segment;
  /** How many names the reference has. */
  readonly of: number;
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
  for (const file of scope.files)
    for (const reading of readingsNaming(file).get(target.id) ?? NONE)
      for (const { segment, of, by, node } of writtenIn(reading).get(target.id) ?? NONE)
        if (leadsTo(segment, of, scope)?.declaration === target) uses.push({ chunk: node.chunk, span: segment.span, scope, by: by && whole(by, scope), node });
  // Most things are named in few plans: that they are not named is told as soon again.
  if (uses.length > 0) known.set(target, (known.get(target) ?? new WeakMap()).set(scope, uses));
  return uses;
}
const NONE: readonly never[] = [];

// While one types, one reading of a plan is replaced and all others stay: names are gathered reading by reading, and only those with the
// right id are looked up, which another plan may decide.

const byReading = new WeakMap<Reading, ReadonlyMap<string, readonly Written[]>>();

/** The names in a reading, by the id that each ends with. */
function writtenIn(reading: Reading): ReadonlyMap<string, readonly Written[]> {
  let names = byReading.get(reading);
  if (names === undefined) byReading.set(reading, (names = gathered(reading)));
  return names;
}

function gathered({ declarations, waivers }: Reading): ReadonlyMap<string, readonly Written[]> {
  const found = new Map<string, Written[]>();
  const look = (refs: readonly Ref[], node: Statement, by: Declaration | undefined): void => {
    for (const ref of refs) {
      const segments = segmentsOf(ref);
      for (const segment of segments) add(found, segment.name.slice(segment.name.lastIndexOf('.') + 1), { segment, of: segments.length, by, node });
    }
  };
  const visit = (declaration: Declaration): void => {
    for (const fact of declaration.facts) look(fact.refs, fact.node, declaration);
    declaration.children.forEach(visit);
  };
  declarations.forEach(visit);
  for (const waiver of waivers) look(waiver.refs, waiver.node, undefined);
  return found;
}

const byFile = new WeakMap<SourceFile, ReadonlyMap<string, readonly Reading[]>>();

/** The readings of a file in which a name ends with an id. */
function readingsNaming(file: SourceFile): ReadonlyMap<string, readonly Reading[]> {
  let naming = byFile.get(file);
  if (naming === undefined) {
    const found = new Map<string, Reading[]>();
    for (const reading of file.readings) for (const id of writtenIn(reading).keys()) add(found, id, reading);
    byFile.set(file, (naming = found));
  }
  return naming;
}

function add<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}
