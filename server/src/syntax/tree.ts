import type { Token } from '../language/token.ts';
import type { Kind, Row } from '../language/vocabulary.ts';
import { offsetAt, positionAt, rangeOf } from '../text/lines.ts';
import type { Edit, Position, Range, Span } from '../text/span.ts';

/** What the parser or reader found wrong. Spans are relative to the chunk. */
export interface Problem {
  /** The rule that speaks of it: `structure/unknown-statement`. */
  readonly rule: string;
  readonly message: string;
  /** What to do about it. */
  readonly instead?: string;
  readonly statement?: Statement;
  readonly span: Span;
  readonly fix?: { readonly title: string; readonly edits: readonly Edit[]; readonly safe?: true };
  /** The statement that a misspelt one was probably meant to be, as the vocabulary writes it; its words are those of the span. */
  readonly meant?: string;
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
  /** Where its lines begin. */
  readonly lines: readonly number[];
  readonly statements: readonly Statement[];
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
}

/** A chunk of which an edit changed no more than the values of one statement: what it was, and that statement as it is now. */
interface Former {
  readonly chunk: Chunk;
  readonly edited: Statement;
}

const formers = new WeakMap<Chunk, Former>();

/** Notes what a chunk was before an edit. What that one was before is forgotten: a chain would hold all that was ever typed. */
export function succeed(next: Chunk, former: Former): void {
  formers.delete(former.chunk);
  formers.set(next, former);
}

/**
 * Keeps what is computed of a chunk with the chunk, where nothing else decides it: while one types, all of a file but one are as they were.
 * Of that one most is as it was too: `renew` computes it of what was known before an edit, and of the one statement whose values it changed.
 */
export function perChunk<T extends object>(compute: (chunk: Chunk) => T, renew?: (chunk: Chunk, edited: Statement, before: T) => T): (chunk: Chunk) => T {
  const known = new WeakMap<Chunk, T>();
  return (chunk) => {
    let found = known.get(chunk);
    if (found === undefined) {
      const former = renew && formers.get(chunk);
      const before = former && known.get(former.chunk);
      known.set(chunk, (found = before === undefined ? compute(chunk) : (renew as NonNullable<typeof renew>)(chunk, (former as Former).edited, before)));
    }
    return found;
  };
}

/**
 * A whole file: its chunks, and where they begin. Offsets and lines are counted chunk by chunk, so that an edit in a large file
 * never walks over the whole of it; the text is put together only when somebody asks.
 */
export class Tree {
  readonly chunks: readonly Chunk[];
  /** The offset at which each chunk begins; it always begins a line. */
  readonly starts: readonly number[];
  readonly length: number;
  #lines: readonly number[] | undefined;
  #text: string | undefined;
  #places: Map<Chunk, number> | undefined;

  constructor(chunks: readonly Chunk[], text?: string) {
    this.chunks = chunks;
    this.starts = sumsBefore(chunks.map((chunk) => chunk.text.length));
    this.length = (this.starts.at(-1) ?? 0) + (chunks.at(-1)?.text.length ?? 0);
    this.#text = text;
  }

  /** The line at which each chunk begins. */
  get lines(): readonly number[] {
    this.#lines ??= sumsBefore(this.chunks.map((chunk) => chunk.lines.length - 1));
    return this.#lines;
  }

  get text(): string {
    this.#text ??= this.chunks.map((chunk) => chunk.text).join('');
    return this.#text;
  }

  /** The index of the chunk in which an offset of the file lies. */
  indexAt(offset: number): number {
    return lastAtMost(this.starts, offset);
  }

  /** The offset in the file at which a chunk begins; `undefined` for a chunk of another version of the file. */
  startOf(chunk: Chunk): number | undefined {
    const index = this.#indexOf(chunk);
    return index === undefined ? undefined : this.starts[index];
  }

  /** A span of a chunk as lines and characters; `undefined` for a chunk of another version of the file. */
  rangeIn(chunk: Chunk, span: Span): Range | undefined {
    const index = this.#indexOf(chunk);
    if (index === undefined) return undefined;
    const first = this.lines[index] as number;
    const { start, end } = rangeOf(chunk.lines, span);
    return { start: { line: first + start.line, character: start.character }, end: { line: first + end.line, character: end.character } };
  }

  /** Line and character of an offset of the file. */
  positionAt(offset: number): Position {
    const index = this.indexAt(offset);
    const { line, character } = positionAt((this.chunks[index] as Chunk).lines, offset - (this.starts[index] as number));
    return { line: (this.lines[index] as number) + line, character };
  }

  /** The offset of a position; what lies beyond the text, or is no number, is taken to the nearest place that exists. */
  offsetAt(position: Position): number {
    const line = Number.isFinite(position.line) ? position.line : 0;
    const character = Number.isFinite(position.character) ? position.character : 0;
    const index = lastAtMost(this.lines, Math.max(0, line));
    const chunk = this.chunks[index] as Chunk;
    const at = offsetAt(chunk.text, chunk.lines, { line: line - (this.lines[index] as number), character });
    return (this.starts[index] as number) + at;
  }

  #indexOf(chunk: Chunk): number | undefined {
    this.#places ??= new Map(this.chunks.map((c, i) => [c, i]));
    return this.#places.get(chunk);
  }
}

/** For each number the sum of those before it. */
function sumsBefore(numbers: readonly number[]): readonly number[] {
  let sum = 0;
  return numbers.map((number) => {
    sum += number;
    return sum - number;
  });
}

/** The last index whose value is at most the one given; several chunks may begin at one line only when they are empty. */
function lastAtMost(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) <= value) low = middle;
    else high = middle;
  }
  return low;
}

export const startOf = (tree: Tree, chunk: Chunk): number | undefined => tree.startOf(chunk);

/** The chunk in which an offset of the file lies. */
export function chunkAt(tree: Tree, offset: number): { readonly chunk: Chunk; readonly start: number } {
  const index = tree.indexAt(offset);
  return { chunk: tree.chunks[index] as Chunk, start: tree.starts[index] as number };
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
