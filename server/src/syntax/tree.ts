import type { Token } from '../language/token.ts';
import type { Kind, Row } from '../language/vocabulary.ts';
import type { Edit, Span } from '../text/span.ts';

/** What the parser or reader found wrong. Spans are relative to the chunk. */
export interface Problem {
  /** The rule that speaks of it: `structure/unknown-statement`. */
  readonly rule: string;
  readonly message: string;
  /** What to do about it. */
  readonly instead?: string;
  readonly statement?: Statement;
  readonly span: Span;
  readonly fix?: { readonly title: string; readonly edits: readonly Edit[] };
}

/**
 * One statement, declaration or entry. Its spans are relative to its chunk, so a chunk that only moved is still the same chunk
 * and everything that was computed from it stays true.
 */
export interface Statement {
  readonly chunk: Chunk;
  /** The words it begins with, as the vocabulary writes them: `anchored in`. */
  readonly word: string;
  /** Where the head words stand. */
  readonly head: Span;
  /** What follows the head. */
  readonly values: readonly Token[];
  /** The whole statement with its block. */
  readonly span: Span;
  /** Set on a declaration or entry. */
  readonly kind: Kind | undefined;
  /** Set on a statement that the vocabulary knows in this place. */
  readonly row: Row | undefined;
  /** The block that it stands in. */
  readonly parent: Statement | undefined;
  /** What stands in its block; `undefined` when it has none. */
  readonly block: readonly Statement[] | undefined;
  /** Where the block begins and ends, braces included. */
  readonly braces: Span | undefined;
}

/** A stretch of text that is parsed alone: one declaration that stands in column 0, with the comment above it. */
export interface Chunk {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
}

/** A whole file as a list of chunks and the offsets at which they begin. */
export interface Tree {
  readonly text: string;
  readonly chunks: readonly Chunk[];
  readonly starts: readonly number[];
}

const places = new WeakMap<Tree, Map<Chunk, number>>();

/** The offset in the file at which a chunk begins; `undefined` for a chunk of another version of the file. */
export function startOf(tree: Tree, chunk: Chunk): number | undefined {
  let known = places.get(tree);
  if (known === undefined) {
    known = new Map(tree.chunks.map((c, i) => [c, tree.starts[i] as number]));
    places.set(tree, known);
  }
  return known.get(chunk);
}

/** The chunk in which an offset of the file lies. */
export function chunkAt(tree: Tree, offset: number): { readonly chunk: Chunk; readonly start: number } {
  let low = 0;
  let high = tree.starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((tree.starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return { chunk: tree.chunks[low] as Chunk, start: tree.starts[low] as number };
}

/** The innermost statement around an offset of the chunk: its block counts, and so does the end of its line. */
export function statementAt(chunk: Chunk, offset: number): Statement | undefined {
  let found: Statement | undefined;
  for (let level: readonly Statement[] | undefined = chunk.statements; level !== undefined; ) {
    const inside: Statement | undefined = level.find((s) => s.span.start <= offset && offset <= s.span.end);
    if (inside === undefined) break;
    found = inside;
    level = inside.block;
  }
  return found;
}
