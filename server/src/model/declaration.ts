import type { Quantity } from '../language/amounts.ts';
import type { DateSpan } from '../language/dates.ts';
import type { Ref } from '../language/shape.ts';
import type { Token } from '../language/token.ts';
import type { Kind, ValueOf, Words } from '../language/vocabulary.ts';
import { isId } from '../language/words.ts';
import type { Statement } from '../syntax/tree.ts';
import { justSoMany, NONE, withOneMore } from '../text/lists.ts';
import { holds, type Span } from '../text/span.ts';

/** `tbd`, `tbd until 2026-06 "after the survey"`: absence with a promise. */
export interface Tbd {
  readonly until?: DateSpan;
  readonly note?: string;
}

/** One line of a split value: `women 41%`. */
export interface Part {
  readonly category: string;
  readonly ref: Ref;
  readonly value?: Quantity;
  readonly node: Statement;
}

/** A statement that was read: its value as the vocabulary shapes it, or `undefined` where it was wrong or is not known yet. */
export interface Fact<T = unknown> {
  /** As the vocabulary writes it, also where it is misspelt; `?` and what was written where nobody knows it. */
  readonly word: string;
  readonly value: T | undefined;
  readonly tbd?: Tbd;
  /** Not all of it could be read: what it seems to lack may stand there. */
  readonly broken?: true;
  /** Every name written in it. */
  readonly refs: readonly Ref[];
  readonly node: Statement;
  readonly parts: readonly Part[];
}

/** What stands in a declaration. */
export interface Content {
  readonly facts: readonly Fact[];
  readonly children: readonly Declaration[];
}

/**
 * Something declared. It holds no absolute place, so it stays the same object while the text around it changes.
 * A sector that is opened in several places is one declaration whose `parts` are those places.
 */
// biome-ignore lint/suspicious/noExplicitAny: a declaration of whatever kind must take one of each kind.
export class Declaration<K extends Kind = any> {
  readonly kind: K;
  /** As written, else made of the title: a name to speak of it by. */
  readonly id: string;
  readonly title: string;
  readonly node: Statement;
  readonly parts: readonly Declaration<K>[];
  /** Whether there was nothing to tell when it was read, so that it is the same wherever it moves. */
  readonly isPlain: boolean;
  /** The declaration it is written in; of a reopened sector, the part. Set once, when the parent is read. */
  parent: Declaration | undefined;
  #facts: readonly Fact[] | undefined;
  #children: readonly Declaration[] | undefined;
  readonly #read: ((node: Statement, kind: K) => Content) | undefined;
  #refs: readonly Ref[] | undefined;

  /** What stands in it is given, or read when somebody asks. */
  constructor(
    kind: K,
    header: { readonly id: string; readonly title: string },
    node: Statement,
    content: Content | ((node: Statement, kind: K) => Content),
    isPlain = false,
    parts: readonly Declaration<K>[] = NONE,
  ) {
    this.kind = kind;
    this.id = header.id;
    this.title = header.title;
    this.node = node;
    this.isPlain = isPlain;
    this.parts = parts;
    if (typeof content === 'function') this.#read = content;
    else this.#hold(content);
  }

  #hold({ facts, children }: Content): Content {
    this.#facts = facts;
    this.#children = children;
    if (this.parts.length === 0) for (const child of children) child.parent = this;
    return { facts, children };
  }

  #now(): Content {
    return this.#hold((this.#read as (node: Statement, kind: K) => Content)(this.node, this.kind));
  }

  get facts(): readonly Fact[] {
    return this.#facts ?? this.#now().facts;
  }

  get children(): readonly Declaration[] {
    return this.#children ?? this.#now().children;
  }

  get idToken(): Token | undefined {
    return idTokenOf(this.node);
  }

  get titleToken(): Token | undefined {
    return titleTokenOf(this.node);
  }

  // Rules ask these some hundred times of every declaration: plain loops, and no new list where an old one says the same.

  /** Every statement with this word, in the order written. */
  all<W extends Words<K> & string>(word: W): readonly Fact<ValueOf<K, W>>[] {
    let found: Fact[] | undefined;
    for (const fact of this.facts) if (fact.word === word) found = withOneMore(found, fact);
    return (found ?? NONE) as readonly Fact<ValueOf<K, W>>[];
  }

  /** The first statement with this word. */
  one<W extends Words<K> & string>(word: W): Fact<ValueOf<K, W>> | undefined {
    for (const fact of this.facts) if (fact.word === word) return fact as Fact<ValueOf<K, W>>;
    return undefined;
  }

  /** Whether the statement stands there with a value; `tbd` is absence. */
  has(...words: readonly (Words<K> & string)[]): boolean {
    for (const fact of this.facts) if (fact.tbd === undefined && isAmong(fact.word, words)) return true;
    return false;
  }

  /** The names written in the statements with these words; in all of them when none is given. */
  refs(...words: readonly (Words<K> & string)[]): readonly Ref[] {
    if (words.length === 0) return (this.#refs ??= justSoMany(this.facts.flatMap((fact) => fact.refs)));
    let found: readonly Ref[] = NONE;
    for (const { refs, word } of this.facts) if (refs.length > 0 && isAmong(word, words)) found = found.length === 0 ? refs : [...found, ...refs];
    return found;
  }

  is<Q extends Kind>(...kinds: readonly Q[]): this is Declaration<Q> {
    return isAmong(this.kind, kinds);
  }

  childrenOf<Q extends Kind>(...kinds: readonly Q[]): readonly Declaration<Q>[] {
    return this.children.filter(({ kind }) => isAmong(kind, kinds)) as unknown as readonly Declaration<Q>[];
  }
}

/** The id that a declaration is written with. */
export function idTokenOf({ values: [first] }: Statement): Token | undefined {
  return first?.kind === 'word' && isId(first.image) ? first : undefined;
}

/** The title that a declaration is written with, after its id or alone. */
export function titleTokenOf(node: Statement): Token | undefined {
  const token = node.values[idTokenOf(node) === undefined ? 0 : 1];
  return token?.kind === 'text' ? token : undefined;
}

function isAmong(word: string, words: readonly string[]): boolean {
  for (const one of words) if (one === word) return true;
  return false;
}

/** What to show of a declaration first: its id, else its title, else its kind. */
export const nameSpan = (declaration: Declaration): Span => declaration.idToken ?? declaration.titleToken ?? declaration.node.head;

/** `waive rule on name … until date approved by holder because text`. */
export interface Waiver {
  readonly rule: string;
  readonly on: readonly Ref[];
  readonly until?: DateSpan;
  readonly by?: Ref;
  readonly because?: string;
  readonly refs: readonly Ref[];
  readonly node: Statement;
}

/** The innermost of some declarations, and those written in them, around an offset of their chunk. */
export function innermost(declarations: readonly Declaration[], offset: number): Declaration | undefined {
  const inside = declarations.find((declaration) => holds(declaration.node.span, offset));
  return inside && (innermost(inside.children, offset) ?? inside);
}
