import { listed } from '../language/nouns.ts';
import { quote, type Token } from '../language/token.ts';
import { dataOf } from '../model/data.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import { uriOf, type Workspace } from '../model/workspace.ts';
import type { Chunk, Statement } from '../syntax/tree.ts';
import { say } from '../text/say.ts';
import { isBelow } from '../text/uris.ts';
import { type Edits, type FileEdit, relocated } from './edits.ts';
import { type Said, saidIn } from './meaning.ts';
import { placesOf } from './places.ts';

/** A file or folder that is about to be somewhere else. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/**
 * What has to change when files or folders are moved, so that plans stay whole: paths of data files, and names that would lead elsewhere
 * from their new plan. What cannot be kept is told.
 */
export function relocation(workspace: Workspace, moves: readonly Move[]): Edits & { readonly warnings: readonly string[] } {
  const to = addresses(workspace, moves);
  if (to.size === 0) return { edits: [], warnings: [] };
  const then = relocated(workspace, to);
  const names = renamed(workspace, then, to);
  return { edits: [...dataPaths(workspace, to), ...names.edits], warnings: [...strays(workspace, then, to), ...names.warnings] };
}

function addresses(workspace: Workspace, moves: readonly Move[]): ReadonlyMap<string, string> {
  const to = new Map<string, string>();
  const known = [...[...workspace.files.values()].filter((file) => !file.library).map((file) => file.uri), ...(workspace.data?.keys() ?? [])];
  for (const { from, to: target } of moves)
    for (const uri of known) {
      if (uri === from) to.set(uri, target);
      else if (isBelow(uri, from)) to.set(uri, target + uri.slice(from.length));
    }
  return to;
}

function dataPaths(workspace: Workspace, to: ReadonlyMap<string, string>): FileEdit[] {
  return workspace.scopes.list.flatMap((scope) =>
    scope.of('indicator').flatMap((indicator): FileEdit[] => {
      const edit = dataPathEdit(workspace, indicator, (uri) => to.get(uri) ?? uri);
      return edit === undefined ? [] : [edit];
    }),
  );
}

/** The path of an indicator's data, as it must be written once the plan or the data stand elsewhere. */
export function dataPathEdit(workspace: Workspace, indicator: Declaration<'indicator'>, now: (uri: string) => string): FileEdit | undefined {
  const data = dataOf(indicator, workspace.scopes);
  const fact = indicator.one('data');
  const token = fact?.node.values[0];
  if (typeof data !== 'string' || fact === undefined || token === undefined) return undefined;
  const path = pathBetween(now(uriOf(fact.node.chunk)), now(data));
  const place = workspace.place(fact.node.chunk, token);
  return place === undefined || pathBetween(place.file.uri, data) === path ? undefined : { uri: place.file.uri, span: place.span, text: quote(path) };
}

/** The way from one file to another, as plans write it. */
function pathBetween(from: string, to: string): string {
  const [a, b] = [from.split('/').slice(0, -1), to.split('/')];
  let same = 0;
  while (same < a.length && same < b.length - 1 && a[same] === b[same]) same++;
  return [...a.slice(same).map(() => '..'), ...b.slice(same).map(decodeURIComponent)].join('/');
}

type Keys = (chunk: Chunk, offset: number) => string;

/** Places by file, chunk and offset: the same in both workspaces, since only addresses differ. */
function keysOf(workspace: Workspace, to: ReadonlyMap<string, string>): Keys {
  const indices = new Map([...workspace.files.values()].flatMap((file) => file.tree.chunks.map((chunk, i) => [chunk, i] as const)));
  return (chunk, offset) => `${to.get(uriOf(chunk)) ?? uriOf(chunk)}\n${indices.get(chunk)}:${offset}`;
}

function renamed(workspace: Workspace, then: Workspace, to: ReadonlyMap<string, string>): { edits: FileEdit[]; warnings: string[] } {
  const [keyBefore, keyThen] = [keysOf(workspace, to), keysOf(then, new Map())];
  const later = new Map<string, Said>();
  const declared = new Map<string, { declaration: Declaration; scope: Scope }>();
  const keyOf = (key: Keys, node: Statement) => key(node.chunk, node.span.start);
  for (const scope of then.scopes.list) {
    for (const said of saidIn(scope)) later.set(keyThen(said.node.chunk, said.ref.token.start), said);
    for (const declaration of scope.declarations) for (const place of placesOf(declaration)) declared.set(keyOf(keyThen, place.node), { declaration, scope });
  }
  const edits: FileEdit[] = [];
  const lost: string[] = [];
  for (const scope of workspace.scopes.list)
    for (const said of saidIn(scope)) {
      const now = later.get(keyBefore(said.node.chunk, said.ref.token.start));
      if (said.means === undefined || said.ref.kinds[0] === 'category' || now === undefined) continue;
      const meant = placesOf(said.means).map((place) => keyOf(keyBefore, place.node));
      if (now.means !== undefined && placesOf(now.means).some((place) => meant.includes(keyOf(keyThen, place.node)))) continue;
      const target = declared.get(meant[0] ?? '');
      const name = target === undefined ? undefined : fullName(target.declaration, target.scope, now.scope);
      const place = workspace.place(said.node.chunk, said.ref.token as Token);
      if (name === undefined || place === undefined) lost.push(said.ref.name);
      else edits.push({ uri: place.file.uri, span: place.span, text: name });
    }
  const names = [...new Set(lost)];
  const some = names.slice(0, 5).join(', ');
  return {
    edits,
    warnings: names.length === 0 ? [] : [say`After the move these names would lead nowhere or elsewhere: ${some}${names.length > 5 ? ' …' : ''}.`],
  };
}

/** How a thing is named from a scope; `undefined` where no name leads there. */
function fullName(declaration: Declaration, owner: Scope, from: Scope): string | undefined {
  const names = [declaration.id, `${owner.id}.${declaration.id}`];
  return names.find((name) => from.resolve(name)?.declaration === declaration);
}

/** Files that would lose their plan, or get into another. */
function strays(workspace: Workspace, then: Workspace, to: ReadonlyMap<string, string>): string[] {
  const without = new Map<Scope, string[]>();
  const elsewhere: string[] = [];
  for (const file of workspace.files.values()) {
    const [was, is] = [workspace.scopeOf(file.uri), then.scopeOf(to.get(file.uri) ?? file.uri)];
    if (was?.kind !== 'plan' || is === undefined) continue;
    const name = decodeURIComponent(file.uri.slice(file.uri.lastIndexOf('/') + 1));
    if (is.kind === 'loose') without.set(was, [...(without.get(was) ?? []), name]);
    else if (is.id !== was.id) elsewhere.push(say`${name} would then belong to the plan "${is.title}" instead of "${was.title}".`);
  }
  const lost = [...without].map(
    ([plan, names]) => say`${listed(names)} would then belong to no plan: a folder is a plan, so move the whole folder of "${plan.title}".`,
  );
  return [...lost, ...elsewhere];
}
