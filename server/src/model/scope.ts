import type { Ref } from '../language/shape.ts';
import type { Kind } from '../language/vocabulary.ts';
import { NONE, withOneMore } from '../text/lists.ts';
import { Contents } from './contents.ts';
import { Declaration, type Waiver } from './declaration.ts';
import type { Grouping, Why } from './groups.ts';
import type { SourceFile } from './workspace.ts';

/** A name and where it was found. */
export interface Found {
  readonly declaration: Declaration;
  readonly scope: Scope;
}

/** Indicators with what they have taken over, by how they are written. */
export type Full = ReadonlyMap<Declaration, Declaration<'indicator'>>;
const NOTHING: Full = new Map();

/** What one plan, framework or loose file holds, before names are looked up elsewhere. */
export class Scope {
  readonly kind: 'plan' | 'framework' | 'loose';
  readonly id: string;
  /** The `plan` or `framework` declaration; a loose file has none. */
  readonly head: Declaration | undefined;
  readonly files: readonly SourceFile[];
  /** Everything declared at the top, sectors merged. */
  readonly top: readonly Declaration[];
  /** Everything declared, at any depth; the same object as long as it is the same content. */
  readonly contents: Contents;
  readonly waivers: readonly Waiver[];
  /** The indicators that are `defined by` others, as they are written. */
  readonly borrowing: readonly Declaration<'indicator'>[];
  /** The same scope before its indicators took anything over; of most scopes, the scope itself. */
  readonly written: Scope;
  /** Those indicators with what they have taken over, by how they are written. */
  readonly full: Full;
  /** What was computed of things in this scope, by what computes it; `perScope` keeps it. */
  readonly remembered = new Map<object, Map<object, unknown>>();
  #sectorByPart = new Map<Declaration, Declaration<'sector'>>();

  // Set when the scopes of a workspace are linked; a scope is linked anew when any of these changed.
  /** The plans above, nearest first. */
  ancestors: readonly Scope[] = [];
  /** The plans under this one, at any depth. */
  below: readonly Scope[] = [];
  frameworks: readonly Scope[] = [];
  /** The ring of `under` that this plan stands in, if any. */
  ring: readonly Scope[] = [];
  /** The plans that say that they supersede this one. */
  successors: readonly Scope[] = [];
  /** Other plans or frameworks with the same id. */
  twins: readonly Scope[] = [];
  /** Why it is not clear which plan its file belongs to. */
  unclear: Why | undefined;
  all: Scopes | undefined;
  #found = new Map<string, Found | undefined>();
  /** What was asked of plans by their id, and what they held then: while that holds, so does every answer. */
  readonly #asked = new Map<string, Contents | undefined>();
  #askedIds: readonly string[] | undefined;

  constructor(
    kind: Scope['kind'],
    head: Declaration | undefined,
    files: readonly SourceFile[],
    { same, written, full = NOTHING }: { same?: Scope; written?: Scope; full?: Full } = {},
  ) {
    this.kind = kind;
    this.head = head;
    this.id = head?.id ?? '';
    this.files = files;
    this.written = written ?? this;
    this.full = full;
    if (same !== undefined) {
      if (same.written !== same) this.written = same.written;
      this.full = same.full;
      this.borrowing = same.borrowing;
      this.top = same.top;
      this.waivers = same.waivers;
      this.contents = same.contents;
      this.#sectorByPart = same.#sectorByPart;
      return;
    }
    const declared: Declaration[] = [];
    const waivers: Waiver[] = [];
    const borrowing: Declaration<'indicator'>[] = [];
    for (const { readings } of files)
      for (const reading of readings) {
        for (const one of reading.declarations) declared.push(one);
        for (const one of reading.waivers) waivers.push(one);
        for (const one of reading.borrowing) borrowing.push(one);
      }
    this.top = this.#merge(declared);
    this.contents = new Contents(this.top);
    this.waivers = waivers;
    this.borrowing = borrowing;
  }

  get title(): string {
    return this.head?.title ?? '';
  }

  /** The `plan` declaration of a plan. */
  get plan(): Declaration<'plan'> | undefined {
    return this.head?.is('plan') ? (this.head as Declaration<'plan'>) : undefined;
  }

  /** The plan's kind, `action-plan` unless it says otherwise. */
  get planKind(): string {
    return (this.plan?.one('kind')?.value as string | undefined) ?? 'action-plan';
  }

  get levels(): readonly string[] {
    return this.plan?.all('level').flatMap((fact) => fact.value ?? []) ?? [];
  }

  get declarations(): readonly Declaration[] {
    return this.contents.all;
  }

  get names(): ReadonlyMap<string, Declaration> {
    return this.contents.names;
  }

  /** Ids that stand more than once, with all their places. */
  get duplicates(): ReadonlyMap<string, readonly Declaration[]> {
    return this.contents.duplicates;
  }

  /** Everything declared of these kinds, at any depth, in the order written. */
  of<K extends Kind>(...kinds: readonly K[]): readonly Declaration<K>[] {
    return this.contents.of(...kinds);
  }

  /** The sector a declaration stands in, with all its parts. */
  sectorOf(declaration: Declaration): Declaration<'sector'> | undefined {
    const parent = declaration.parent;
    return parent?.is('sector') ? (this.#sectorByPart.get(parent) ?? (parent as Declaration<'sector'>)) : undefined;
  }

  /** Looks a name up: own plan, the plans above, the frameworks used; `plan.name` says it outright. */
  resolve(name: string): Found | undefined {
    let found = this.#found.get(name);
    if (found === undefined && !this.#found.has(name)) this.#found.set(name, (found = this.#lookUp(name)));
    return found;
  }

  /** The plan or framework with an id. */
  named(id: string): Scope | undefined {
    const found = this.id === id ? this : this.all?.byId.get(id);
    this.#asked.set(id, found?.contents);
    return found;
  }

  /** The ids of all plans and frameworks. */
  ids(): readonly string[] {
    this.#askedIds ??= this.all?.ids ?? [];
    return this.#askedIds;
  }

  /** Whether it was told the ids of all plans: what was found in it may rest on any of them. */
  get askedForIds(): boolean {
    return this.#askedIds !== undefined;
  }

  /** Whether everything this scope was told about others still holds among these. */
  holds(all: Pick<Scopes, 'byId' | 'ids'>): boolean {
    for (const [id, content] of this.#asked) if (all.byId.get(id)?.contents !== content) return false;
    return this.#askedIds === undefined || (this.#askedIds.length === all.ids.length && this.#askedIds.every((id, i) => all.ids[i] === id));
  }

  /** The plans and frameworks that it was told something of. */
  asked(byId: Scopes['byId']): readonly Scope[] {
    return [...this.#asked.keys()].flatMap((id) => byId.get(id) ?? []);
  }

  /** The declaration a name leads to. */
  find(ref: Ref): Declaration | undefined {
    return this.resolve(ref.name)?.declaration;
  }

  /** The declarations that names lead to; those that lead nowhere are left out. */
  findAll(refs: readonly Ref[]): readonly Declaration[] {
    let all: Declaration[] | undefined;
    for (const ref of refs) {
      const found = this.find(ref);
      if (found !== undefined) all = withOneMore(all, found);
    }
    return all ?? NONE;
  }

  #lookUp(name: string): Found | undefined {
    const dot = name.indexOf('.');
    if (dot > 0) {
      const scope = this.named(name.slice(0, dot));
      const declaration = scope?.names.get(name.slice(name.lastIndexOf('.') + 1));
      return scope === undefined || declaration === undefined ? undefined : { declaration, scope };
    }
    for (const scope of [this, ...this.ancestors, ...this.frameworks]) {
      const declaration = scope.names.get(name);
      if (declaration !== undefined) return { declaration, scope };
    }
    const whole = this.named(name);
    return whole?.head === undefined ? undefined : { declaration: whole.head, scope: whole };
  }

  #merge(written: readonly Declaration[]): readonly Declaration[] {
    const sectors = new Map<string, Declaration<'sector'>[]>();
    let isOpenedAgain = false;
    for (const declaration of written) {
      if (declaration.kind !== 'sector' || declaration.id === '') continue;
      const parts = sectors.get(declaration.id);
      sectors.set(declaration.id, withOneMore(parts, declaration));
      isOpenedAgain ||= parts !== undefined;
    }
    if (!isOpenedAgain && this.full.size === 0) return written;
    const full = (declaration: Declaration): Declaration => this.full.get(declaration) ?? declaration;
    const done = new Set<string>();
    return written.flatMap((declaration) => {
      const parts = declaration.is('sector') ? sectors.get(declaration.id) : undefined;
      if (parts === undefined) return [full(declaration)];
      if (parts.length === 1 && !declaration.children.some((child) => this.full.has(child))) return [declaration];
      if (done.has(declaration.id)) return [];
      done.add(declaration.id);
      const titled = parts.find((part) => part.titleToken !== undefined) ?? (parts[0] as Declaration<'sector'>);
      const merged = new Declaration(
        'sector',
        titled,
        titled.node,
        { facts: parts.flatMap((part) => part.facts), children: parts.flatMap((part) => part.children.map(full)) },
        false,
        parts,
      );
      for (const part of parts) this.#sectorByPart.set(part, merged);
      return [merged];
    });
  }

  /** The same content, to be linked anew because something around it has changed. */
  relinked(): Scope {
    return new Scope(this.kind, this.head, this.files, { same: this });
  }
}

/** All scopes of a workspace, linked. */
export interface Scopes {
  /** One for each group of files, in their order. */
  readonly list: readonly Scope[];
  readonly byId: ReadonlyMap<string, Scope>;
  readonly byFile: ReadonlyMap<string, Scope>;
  /** The data files of the workspace, by address: what their text says of observed values is read when asked for. */
  readonly data: ReadonlyMap<string, string> | undefined;
  /** The ids of all plans and frameworks, those among them that this part of a repository does not hold. */
  readonly ids: readonly string[];
  /** The files that they are made of. */
  readonly files: ReadonlyMap<string, SourceFile>;
  readonly grouping: Grouping<SourceFile, Declaration>;
}
