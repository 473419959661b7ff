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

/** What stood at the end of an edit or behind it stands so much further on. */
export interface Moving {
  readonly end: number;
  readonly by: number;
}

export const movedBy = ({ end, by }: Moving, at: number): number => (at < end ? at : at + by);

/** What stands in a block that has moved as a whole: nobody has looked into it yet. */
class Unmoved {
  readonly statements: readonly Built[];
  readonly by: number;

  constructor(statements: readonly Built[], by: number) {
    this.statements = statements;
    this.by = by;
  }
}

function unmoved(block: readonly Built[] | Unmoved | undefined, by: number): readonly Built[] | Unmoved | undefined {
  if (block instanceof Unmoved) return new Unmoved(block.statements, block.by + by);
  return block === undefined || block.length === 0 ? block : new Unmoved(block, by);
}

/** A statement as places in the text of its chunk. Its spans and tokens are made when somebody asks for them. */
export class Built implements Statement {
  readonly chunk: Chunk;
  word: string;
  kind: Kind | undefined;
  readonly row: Row | undefined;
  parent: Built | undefined = undefined;
  readonly start: number;
  readonly headEnd: number;
  end: number;
  /** Where the brace of its block stands; -1 when it has none. */
  brace = -1;
  #block: readonly Built[] | Unmoved | undefined = undefined;

  constructor(chunk: Chunk, word: string, start: number, headEnd: number, end: number, kind: Kind | undefined, row: Row | undefined) {
    this.chunk = chunk;
    this.word = word;
    this.kind = kind;
    this.row = row;
    this.start = start;
    this.headEnd = headEnd;
    this.end = end;
  }

  get block(): readonly Built[] | undefined {
    if (this.#block instanceof Unmoved) {
      const { statements, by } = this.#block;
      this.#block = statements.map((one) => one.movedTo(this.chunk, this, { end: 0, by }));
    }
    return this.#block;
  }

  set block(statements: readonly Built[]) {
    this.#block = statements;
  }

  /** The same statement in another chunk, in which all that stood behind an edit is so much further on. */
  movedTo(chunk: Chunk, parent: Built | undefined, edit: Moving): Built {
    const moved = new Built(chunk, this.word, movedBy(edit, this.start), movedBy(edit, this.headEnd), movedBy(edit, this.end), this.kind, this.row);
    moved.parent = parent;
    if (this.brace >= 0) moved.brace = movedBy(edit, this.brace);
    const isAround = this.start < edit.end && edit.end <= this.end;
    if (isAround) moved.#block = this.block?.map((one) => one.movedTo(chunk, moved, edit));
    else moved.#block = unmoved(this.#block, this.start < edit.end ? 0 : edit.by);
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
