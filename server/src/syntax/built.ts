import type { Token } from '../language/token.ts';
import type { Kind, Row } from '../language/vocabulary.ts';
import { lineStarts } from '../text/lines.ts';
import { NONE } from '../text/lists.ts';
import type { Span } from '../text/span.ts';
import { tokensIn } from './tokens.ts';
import type { Chunk, Problem, Statement } from './tree.ts';

/** The statement that was asked for its values last: whoever asks asks again, while those of all statements would be a tenth of what a plan takes. */
let asked: Built | undefined;
let values: readonly Token[] = NONE;

/** A statement as places in the text of its chunk. Its spans and tokens are made when somebody asks for them. */
export class Built implements Statement {
  readonly chunk: Chunk;
  word: string;
  kind: Kind | undefined;
  readonly row: Row | undefined;
  parent: Built | undefined = undefined;
  block: readonly Built[] | undefined = undefined;
  readonly start: number;
  readonly headEnd: number;
  end: number;
  /** Where the brace of its block stands; -1 when it has none. */
  brace = -1;

  constructor(chunk: Chunk, word: string, start: number, headEnd: number, end: number, kind: Kind | undefined, row: Row | undefined) {
    this.chunk = chunk;
    this.word = word;
    this.kind = kind;
    this.row = row;
    this.start = start;
    this.headEnd = headEnd;
    this.end = end;
  }

  /** The same statement in another chunk, its places moved. */
  movedTo(chunk: Chunk, parent: Built | undefined, place: (at: number) => number): Built {
    const moved = new Built(chunk, this.word, place(this.start), place(this.headEnd), place(this.end), this.kind, this.row);
    moved.parent = parent;
    if (this.brace >= 0) moved.brace = place(this.brace);
    if (this.block !== undefined) moved.block = this.block.length === 0 ? NONE : this.block.map((one) => one.movedTo(chunk, moved, place));
    return moved;
  }

  get head(): Span {
    return { start: this.start, end: this.headEnd };
  }

  get values(): readonly Token[] {
    if (asked !== this) {
      values = tokensIn(this.chunk.text, this.headEnd, this.brace < 0 ? this.end : this.brace);
      asked = this;
    }
    return values;
  }

  get span(): Span {
    return { start: this.start, end: this.end };
  }

  get braces(): Span | undefined {
    return this.brace < 0 ? undefined : { start: this.brace, end: this.end };
  }
}

export class Piece implements Chunk {
  readonly text: string;
  readonly comments: readonly Span[];
  readonly problems: Problem[] = [];
  statements: readonly Built[] = NONE;
  #lines: readonly number[] | undefined;

  constructor(text: string, comments: readonly Span[], lines?: readonly number[]) {
    this.text = text;
    this.comments = comments;
    this.#lines = lines;
  }

  get lines(): readonly number[] {
    this.#lines ??= lineStarts(this.text);
    return this.#lines;
  }
}
