import type { Kind } from '../language/vocabulary.ts';
import type { Declaration } from './declaration.ts';

/**
 * Everything that is declared below some declarations, in order, by kind and by name. A large plan is only gone through when somebody
 * asks: between two letters hardly anybody does.
 */
export class Contents {
  readonly #top: readonly Declaration[];
  #found: Found | undefined;

  constructor(top: readonly Declaration[]) {
    this.#top = top;
  }

  /** All, at any depth. */
  get all(): readonly Declaration[] {
    return this.#look().all;
  }

  get names(): ReadonlyMap<string, Declaration> {
    return this.#look().names;
  }

  /** Ids that stand more than once, with all their places. */
  get duplicates(): ReadonlyMap<string, readonly Declaration[]> {
    return this.#look().duplicates;
  }

  /** All of these kinds. */
  of<K extends Kind>(...kinds: readonly K[]): readonly Declaration<K>[] {
    const { all, byKind } = this.#look();
    if (kinds.length === 1) return (byKind.get(kinds[0] as K) ?? []) as unknown as readonly Declaration<K>[];
    const key = kinds.join();
    let found = byKind.get(key);
    if (found === undefined) byKind.set(key, (found = all.filter(({ kind }) => (kinds as readonly string[]).includes(kind))));
    return found as unknown as readonly Declaration<K>[];
  }

  #look(): Found {
    return (this.#found ??= lookThrough(this.#top));
  }
}

interface Found {
  readonly all: readonly Declaration[];
  readonly names: ReadonlyMap<string, Declaration>;
  readonly duplicates: ReadonlyMap<string, readonly Declaration[]>;
  /** By one kind, and by several that somebody asked for together. */
  readonly byKind: Map<string, Declaration[]>;
}

function lookThrough(top: readonly Declaration[]): Found {
  const all: Declaration[] = [];
  const names = new Map<string, Declaration>();
  const duplicates = new Map<string, Declaration[]>();
  const byKind = new Map<string, Declaration[]>();
  const visit = (declaration: Declaration) => {
    const { id, kind } = declaration;
    all.push(declaration);
    const kindred = byKind.get(kind);
    if (kindred === undefined) byKind.set(kind, [declaration]);
    else kindred.push(declaration);
    if (id !== '' && kind !== 'plan' && kind !== 'framework') {
      const first = names.get(id);
      if (first === undefined) names.set(id, declaration);
      else if (kind !== 'agreement') duplicates.set(id, [...(duplicates.get(id) ?? [first]), declaration]);
    }
    for (const child of declaration.children) visit(child);
  };
  for (const declaration of top) visit(declaration);
  return { all, names, duplicates, byKind };
}
