import { dataOf } from './data.ts';
import type { Declaration, Waiver } from './declaration.ts';
import type { Scope, Scopes } from './scope.ts';
import type { SourceFile } from './workspace.ts';

/** What has changed. */
export interface Changes {
  /** The files, by their addresses. */
  readonly uris: Set<string>;
  /** The ids that plans and frameworks in them have or had. */
  readonly ids: Set<string>;
  /** Those of the files in which a plan begins that did not before, or the other way round. */
  readonly heads: Set<string>;
  /** The ids that were named in them before: those plans may have lost somebody below them. */
  readonly named: Set<string>;
}

export const noChanges = (): Changes => ({ uris: new Set(), ids: new Set(), heads: new Set(), named: new Set() });

/** Adds a plan file as it was and as it is; either may be missing. */
export function addChange({ uris, ids, heads, named }: Changes, uri: string, was: SourceFile | undefined, is: SourceFile | undefined): void {
  uris.add(uri);
  const [before, after] = [idsIn(was), idsIn(is)];
  for (const id of [...before, ...after]) ids.add(id);
  if (before.join() !== after.join()) heads.add(uri);
  for (const { declarations, waivers } of was?.readings ?? []) for (const id of namesOf(declarations, waivers)) named.add(id);
}

const idsIn = (file: SourceFile | undefined): readonly string[] =>
  file?.readings.flatMap(({ declarations }) => declarations.filter((one) => one.is('plan', 'framework')).map(({ id }) => id)) ?? [];

/**
 * The plans, frameworks and loose files of which findings may differ after a change: those whose files or data changed, those that name
 * one of them, and those that stand above, below or beside one in the same hierarchy.
 */
export function dependentsOf(scopes: Scopes, changes: Changes): ReadonlySet<Scope> {
  const ids = new Set(changes.ids);
  const found = new Set<Scope>();
  const add = (scope: Scope) => {
    found.add(scope);
    if (scope.id !== '') ids.add(scope.id);
  };
  for (const scope of scopes.list) if (ids.has(scope.id) || isTouched(scope, scopes, changes)) add(scope);
  // Who names a plan may hand on what it takes from there.
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    for (const scope of scopes.list) if (!found.has(scope) && [...namesIn(scope)].some((id) => ids.has(id))) add(scope);
  }
  const lost = scopes.list.filter((scope) => changes.named.has(scope.id)).flatMap((scope) => [scope, ...scope.ancestors]);
  const linked = scopes.list.filter((scope) =>
    [scope.ancestors, scope.below, scope.frameworks, scope.twins, scope.ring].some((list) => list.some((other) => found.has(other))),
  );
  return new Set([...found, ...linked, ...lost]);
}

/** A file that is gone belonged to a plan in a folder above it, and where a plan begins or ends, files around it change hands. */
function isTouched(scope: Scope, scopes: Scopes, { uris, heads }: Changes): boolean {
  if (scope.files.some((file) => uris.has(file.uri))) return true;
  const folder = folderOf(scope.files[0]?.uri ?? '');
  for (const uri of uris) if (scope.kind === 'plan' && uri.startsWith(folder) && (heads.has(uri) || !scopes.byFile.has(uri))) return true;
  for (const uri of heads) if (scope.files.some((file) => file.uri.startsWith(folderOf(uri)))) return true;
  return scope.of('indicator').some((indicator) => {
    const data = dataOf(indicator, scopes);
    return typeof data === 'string' && uris.has(data);
  });
}

const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);

const named = new WeakMap<Scope['declarations'], ReadonlySet<string>>();

/** The ids of plans and frameworks that a scope may mean: the first part of each name. */
function namesIn(scope: Scope): ReadonlySet<string> {
  let names = named.get(scope.declarations);
  if (names === undefined) {
    names = new Set(namesOf(scope.declarations, scope.waivers));
    named.set(scope.declarations, names);
  }
  return names;
}

function* namesOf(declarations: readonly Declaration[], waivers: readonly Waiver[]): Generator<string> {
  for (const { refs } of waivers) for (const { name } of refs) yield firstOf(name);
  for (const declaration of declarations) {
    for (const { name } of declaration.refs()) yield firstOf(name);
    yield* namesOf(declaration.children, []);
  }
}

const firstOf = (name: string): string => (name.includes('.') ? name.slice(0, name.indexOf('.')) : name);
