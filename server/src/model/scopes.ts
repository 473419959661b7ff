import { NONE, withOneMore } from '../text/lists.ts';
import type { Declaration } from './declaration.ts';
import { takingOver } from './definitions.ts';
import { groupFiles, regroupFiles } from './groups.ts';
import { Scope, type Scopes } from './scope.ts';
import type { SourceFile } from './workspace.ts';

/** What a workspace knows besides its files. */
type Around = Pick<Scopes, 'data'> & { readonly ids?: Scopes['ids'] | undefined };

/** Groups files into scopes and links them; scopes that nothing touched are taken over from before. */
export function buildScopes(files: ReadonlyMap<string, SourceFile>, around: Around, before?: Scopes): Scopes {
  const grouping = (before && regroupFiles(files, headsOf, { files: before.files, ...before.grouping })) ?? groupFiles(files.values(), headsOf);
  const written = grouping.groups.map((group, i) => {
    const { kind, head, files } = group;
    if (group === before?.grouping.groups[i]) return (before.list[i] as Scope).written;
    const old = before?.byFile.get((files[0] as SourceFile).uri);
    const same =
      old !== undefined && old.kind === kind && old.head === head && old.files.length === files.length && old.files.every((file, i) => file === files[i]);
    return same ? old.written : new Scope(kind, head, files);
  });
  const contents = defined(written, before);
  const made = { files, grouping };
  return (before && linkedAgain(contents, made, around, before)) ?? link(contents, made, around, before);
}

type Made = Pick<Scopes, 'files' | 'grouping'>;

function headsOf({ readings }: SourceFile): readonly Declaration[] {
  let heads: Declaration[] | undefined;
  for (const { declarations } of readings) for (const one of declarations) if (one.kind === 'plan' || one.kind === 'framework') heads = withOneMore(heads, one);
  return heads ?? NONE;
}

interface Links {
  readonly ancestors: readonly Scope[];
  readonly frameworks: readonly Scope[];
  readonly below: Scope[];
  readonly successors: Scope[];
  readonly ring: readonly Scope[];
  readonly twins: readonly Scope[];
}

/** Gives the indicators that are `defined by` others what they take over; a scope is made anew only where that is something else than before. */
function defined(written: readonly Scope[], before: Scopes | undefined): readonly Scope[] {
  if (written.every((scope) => scope.borrowing.length === 0)) return written;
  const byId = firstById(written);
  const lookUp = (name: string, from: Scope) => {
    const dot = name.indexOf('.');
    const { ancestors, frameworks } = dot > 0 ? { ancestors: [], frameworks: [] } : above(from, byId);
    const places = dot > 0 ? [byId.get(name.slice(0, dot))] : [from, ...ancestors, ...frameworks];
    const home = places.find((place) => place?.names.has(name.slice(name.lastIndexOf('.') + 1)));
    const found = home?.names.get(name.slice(name.lastIndexOf('.') + 1));
    return home === undefined || found === undefined ? undefined : { declaration: found, home };
  };
  return written.map((scope) => {
    const full = takingOver(scope, lookUp);
    if (full.size === 0) return scope;
    const old = before?.byFile.get((scope.files[0] as SourceFile).uri);
    const same = old?.written === scope && old.full.size === full.size && [...full].every(([own, whole]) => old.full.get(own) === whole);
    return same ? old : new Scope(scope.kind, scope.head, scope.files, { written: scope, full });
  });
}

function firstById(scopes: readonly Scope[]): ReadonlyMap<string, Scope> {
  const byId = new Map<string, Scope>();
  for (const scope of scopes) if (scope.kind !== 'loose' && scope.id !== '' && !byId.has(scope.id)) byId.set(scope.id, scope);
  return byId;
}

function link(contents: readonly Scope[], made: Made, { data, ids }: Around, before: Scopes | undefined): Scopes {
  const { unclear } = made.grouping;
  const byId = firstById(contents);
  const sameId = new Map<string, Scope[]>();
  for (const scope of contents) {
    const first = scope.kind === 'loose' ? undefined : byId.get(scope.id);
    if (first !== undefined && first !== scope) sameId.set(scope.id, [...(sameId.get(scope.id) ?? [first]), scope]);
  }
  const links = new Map<Scope, Links>();
  for (const scope of contents)
    links.set(scope, {
      ...above(scope, byId),
      below: [],
      successors: [],
      twins: (sameId.get(scope.id) ?? []).filter((twin) => twin !== scope),
    });
  for (const scope of contents) {
    for (const parent of (links.get(scope) as Links).ancestors) links.get(parent)?.below.push(scope);
    for (const ref of scope.plan?.refs('supersedes') ?? []) {
      const old = byId.get(ref.name);
      if (old !== undefined && old !== scope) links.get(old)?.successors.push(scope);
    }
  }

  const list: Scope[] = [];
  const scopes: Scopes = { ...made, list, byId: new Map(), byFile: new Map(), data, ids: ids ?? [...byId.keys()] };
  const fresh = new Map<Scope, Scope>();
  const old = new Set(before?.list ?? []);
  // What a plan was told by another may rest on a third: it is kept only while all that it can see still holds itself.
  const holding = new Set([...old].filter((scope) => scope.holds({ ...scopes, byId })));
  for (const [scope, wanted] of links) {
    const why = unclear.get((scope.files[0] as SourceFile).uri);
    const keeps =
      old.has(scope) &&
      before?.data === data &&
      scope.unclear === why &&
      EACH.every((key) => sameContent(scope[key], wanted[key])) &&
      inSight(scope, wanted, byId).every((one) => holding.has(one));
    fresh.set(scope, keeps ? scope : scope.relinked());
    list.push(fresh.get(scope) as Scope);
  }
  const now = (some: readonly Scope[]) => some.map((scope) => fresh.get(scope) as Scope);
  for (const [id, scope] of byId) (scopes.byId as Map<string, Scope>).set(id, fresh.get(scope) as Scope);
  for (const [scope, wanted] of links) {
    const target = fresh.get(scope) as Scope;
    for (const file of scope.files) (scopes.byFile as Map<string, Scope>).set(file.uri, target);
    for (const key of EACH) target[key] = now(wanted[key]);
    target.unclear = unclear.get((scope.files[0] as SourceFile).uri);
    target.all = scopes;
  }
  return scopes;
}

/**
 * The same links where plans hold something else and none of them begins otherwise, which is nearly always so after a letter: who stands
 * above, below or beside whom is decided by what they begin with. Only those are linked anew that can see what has changed.
 */
function linkedAgain(contents: readonly Scope[], made: Made, { data, ids }: Around, before: Scopes): Scopes | undefined {
  if (made.grouping.unclear !== before.grouping.unclear || before.data !== data) return undefined;
  const fresh = new Map<Scope, Scope>();
  for (const [i, scope] of contents.entries()) {
    const old = before.list[i] as Scope;
    if (scope === old) continue;
    if (scope.head !== old.head) return undefined;
    fresh.set(old, scope);
  }
  const changed = new Set(fresh.keys());
  const now = (scope: Scope): Scope => fresh.get(scope) ?? scope;
  const byId = new Map(before.byId);
  for (const [id, scope] of before.byId) if (changed.has(scope)) byId.set(id, now(scope));
  const told = { byId, ids: ids ?? before.ids };
  const holding = new Set(before.list.filter((scope) => !changed.has(scope) && scope.holds(told)));
  for (const scope of before.list) {
    const keeps = EACH.every((key) => !scope[key].some((one) => changed.has(one))) && inSight(scope, scope, byId).every((one) => holding.has(one));
    if (!keeps && !changed.has(scope)) fresh.set(scope, scope.relinked());
  }
  const byFile = new Map(before.byFile);
  for (const [old, scope] of fresh) {
    if (byId.get(old.id) === old) byId.set(old.id, scope);
    for (const file of scope.files) byFile.set(file.uri, scope);
    for (const key of EACH) scope[key] = old[key];
    scope.unclear = old.unclear;
  }
  const scopes: Scopes = { ...made, ...told, list: before.list.map(now), byFile, data };
  for (const scope of scopes.list) {
    for (const key of EACH) if (scope[key].some((one) => fresh.has(one))) scope[key] = scope[key].map(now);
    scope.all = scopes;
  }
  return scopes;
}

const inSight = (
  scope: Scope,
  { ancestors, frameworks, below }: Readonly<Record<'ancestors' | 'frameworks' | 'below', readonly Scope[]>>,
  byId: Scopes['byId'],
): readonly Scope[] => [scope, ...ancestors, ...frameworks, ...below, ...scope.asked(byId)];

const EACH = ['ancestors', 'frameworks', 'below', 'ring', 'successors', 'twins'] as const;
const sameContent = (a: readonly Scope[], b: readonly Scope[]): boolean => a.length === b.length && a.every((scope, i) => scope.contents === b[i]?.contents);

/** The plans and frameworks a scope stands under or uses, and the ring of `under` it may stand in. */
function above(scope: Scope, byId: ReadonlyMap<string, Scope>): Pick<Links, 'ancestors' | 'frameworks' | 'ring'> {
  const named = (from: Scope, kind: Scope['kind'], ...words: readonly ('under' | 'uses' | 'implements')[]) =>
    from.plan === undefined
      ? []
      : from.plan
          .refs(...words)
          .map((ref) => byId.get(ref.name))
          .filter((found): found is Scope => found?.kind === kind);
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
  // A framework that is for a level applies to every plan of that level below a plan that uses it.
  const inherited = ancestors
    .flatMap((parent) => named(parent, 'framework', 'uses', 'under', 'implements'))
    .filter((framework) => {
      const level = framework.head?.is('framework') ? framework.head.one('for')?.value : undefined;
      return level !== undefined && scope.levels.includes(level as string);
    });
  return { ancestors, frameworks: [...new Set([...own, ...inherited])], ring };
}
