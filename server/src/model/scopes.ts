import type { Declaration } from './declaration.ts';
import { Scope, type Scopes } from './scope.ts';
import type { SourceFile } from './workspace.ts';

interface Group {
  readonly kind: Scope['kind'];
  readonly head: Declaration | undefined;
  readonly files: SourceFile[];
}

/** Groups files into scopes and links them; scopes that nothing touched are taken over from before. */
export function buildScopes(files: ReadonlyMap<string, SourceFile>, data: Scopes['data'], before?: Scopes): Scopes {
  const { groups, unclear } = groupFiles(files);
  const contents = groups.map((group) => {
    const old = before?.byFile.get((group.files[0] as SourceFile).uri);
    const same = old !== undefined && old.kind === group.kind && old.head === group.head && old.files.length === group.files.length && old.files.every((file, i) => file === group.files[i]);
    return same ? old : new Scope(group.kind, group.head, group.files);
  });
  return link(contents, unclear, data, before);
}

const headsOf = (file: SourceFile): readonly Declaration[] => file.readings.flatMap((reading) => reading.declarations.filter((d) => d.is('plan', 'framework')));
const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

function groupFiles(files: ReadonlyMap<string, SourceFile>): { groups: readonly Group[]; unclear: Scopes['unclear'] } {
  const groups: Group[] = [];
  const byFolder = new Map<string, Group[]>();
  const rest: SourceFile[] = [];
  const unclear = new Map<string, 'two heads in one file' | 'two plans in one folder'>();
  for (const uri of [...files.keys()].sort()) {
    const file = files.get(uri) as SourceFile;
    const heads = headsOf(file);
    const head = heads[0];
    if (head === undefined) {
      rest.push(file);
      continue;
    }
    if (heads.length > 1) unclear.set(uri, 'two heads in one file');
    const group: Group = { kind: head.is('plan') ? 'plan' : 'framework', head, files: [file] };
    groups.push(group);
    if (group.kind === 'plan') byFolder.set(folderOf(uri), [...(byFolder.get(folderOf(uri)) ?? []), group]);
  }
  for (const file of rest) {
    let folder = folderOf(file.uri);
    while (!byFolder.has(folder) && folder.includes('/')) folder = folderOf(folder);
    const owners = byFolder.get(folder) ?? [];
    if (owners.length === 1) (owners[0] as Group).files.push(file);
    else groups.push({ kind: 'loose', head: undefined, files: [file] });
    if (owners.length > 1) unclear.set(file.uri, 'two plans in one folder');
  }
  return { groups, unclear };
}

function link(contents: readonly Scope[], unclear: Scopes['unclear'], data: Scopes['data'], before: Scopes | undefined): Scopes {
  const byId = new Map<string, Scope>();
  const sameId = new Map<string, Scope[]>();
  for (const scope of contents) {
    if (scope.kind === 'loose' || scope.id === '') continue;
    const first = byId.get(scope.id);
    if (first === undefined) byId.set(scope.id, scope);
    else sameId.set(scope.id, [...(sameId.get(scope.id) ?? [first]), scope]);
  }
  const named = (scope: Scope, kind: Scope['kind'], ...words: ('under' | 'uses' | 'implements')[]) =>
    scope.plan === undefined ? [] : scope.plan.refs(...words).map((ref) => byId.get(ref.name)).filter((found): found is Scope => found !== undefined && found.kind === kind);
  const below = new Map<Scope, Scope[]>();
  const fresh = new Map<Scope, Scope>();
  const links = new Map<Scope, { ancestors: Scope[]; frameworks: Scope[]; ring: Scope[] }>();
  for (const scope of contents) {
    const ancestors: Scope[] = [];
    const ring: Scope[] = [];
    for (let level = named(scope, 'plan', 'under'); level.length > 0; ) {
      const next: Scope[] = [];
      for (const parent of level) {
        if (parent === scope) ring.push(scope);
        else if (!ancestors.includes(parent)) {
          ancestors.push(parent);
          next.push(...named(parent, 'plan', 'under'));
        }
      }
      level = next;
    }
    const own = named(scope, 'framework', 'uses', 'under', 'implements');
    const inherited = ancestors.flatMap((parent) => named(parent, 'framework', 'uses', 'under', 'implements')).filter((framework) => {
      const level = framework.head?.is('framework') ? framework.head.one('for')?.value : undefined;
      return level !== undefined && scope.levels.includes(level as string);
    });
    for (const parent of ancestors) below.set(parent, [...(below.get(parent) ?? []), scope]);
    links.set(scope, { ancestors, frameworks: [...new Set([...own, ...inherited])], ring });
  }
  const old = new Set(before?.list ?? []);
  const same = (a: readonly Scope[], b: readonly Scope[]) => a.length === b.length && a.every((x, i) => x.declarations === b[i]?.declarations);
  const reuse = new Set<Scope>();
  for (const [scope, { ancestors, frameworks }] of links) {
    const keeps = old.has(scope) && scope.all?.data === data && same(scope.ancestors, ancestors) && same(scope.frameworks, frameworks) && same(scope.below, below.get(scope) ?? []) && sameNames(scope.all, byId);
    if (keeps) reuse.add(scope);
    fresh.set(scope, keeps ? scope : scope.relinked());
  }
  const now = (scopes: readonly Scope[]) => scopes.map((scope) => fresh.get(scope) as Scope);
  const scopes: Scopes = {
    list: now(contents),
    byId: new Map([...byId].map(([id, scope]) => [id, fresh.get(scope) as Scope])),
    byFile: new Map(contents.flatMap((scope) => scope.files.map((file) => [file.uri, fresh.get(scope) as Scope] as const))),
    sameId: new Map([...sameId].map(([id, list]) => [id, now(list)])),
    unclear,
    data,
  };
  for (const [scope, { ancestors, frameworks, ring }] of links) {
    const target = fresh.get(scope) as Scope;
    if (reuse.has(scope)) continue;
    target.ancestors = now(ancestors);
    target.frameworks = now(frameworks);
    target.below = now(below.get(scope) ?? []);
    target.ring = now(ring);
    target.all = scopes;
  }
  return scopes;
}

/** Whether the same plans and frameworks with the same content can be named. */
function sameNames(before: Scopes | undefined, byId: ReadonlyMap<string, Scope>): boolean {
  if (before === undefined || before.byId.size !== byId.size) return false;
  for (const [id, scope] of byId) if (before.byId.get(id)?.declarations !== scope.declarations) return false;
  return true;
}
