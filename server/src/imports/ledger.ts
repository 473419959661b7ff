import { say } from '../text/say.ts';
import { type Piece, piecesOf, type Source } from './read/source.ts';

/** What became of a piece of a source: it stands in the plan, in the words given (several in lines), or it was left out for a reason. */
export type Fate = { readonly in: string; readonly as: string } | { readonly left: string };

/** Says of every piece of the sources what became of it. What nobody spoke of was not understood, and is said so. */
export class Ledger {
  readonly #fates = new Map<Piece, Fate>();
  readonly pieces: readonly (readonly [source: Source, piece: Piece])[];

  constructor(sources: readonly Source[]) {
    this.pieces = sources.flatMap((source) => piecesOf(source).map((piece) => [source, piece] as const));
  }

  /** The piece stands in the plan: below the name given, in these words. The first place is told. */
  take(piece: Piece, id: string, as: string): void {
    const known = this.#fates.get(piece);
    if (known === undefined || 'left' in known) this.#fates.set(piece, { in: id, as });
  }

  leave(piece: Piece, reason: string): void {
    if (!this.#fates.has(piece)) this.#fates.set(piece, { left: reason });
  }

  has(piece: Piece): boolean {
    return this.#fates.has(piece);
  }

  /** What became of pieces elsewhere became of them here. */
  follow(other: Ledger, piece: Piece): boolean {
    const fate = other.#fates.get(piece);
    if (fate !== undefined && 'in' in fate) this.take(piece, fate.in, fate.as);
    return fate !== undefined && 'in' in fate;
  }

  fateOf(piece: Piece): Fate {
    return this.#fates.get(piece) ?? { left: say`It stands where nothing was recognised.` };
  }

  /** How many pieces there are, in the plan and left out: the two always make the whole. */
  count(): { readonly all: number; readonly taken: number; readonly left: number } {
    const taken = this.pieces.filter(([, piece]) => 'in' in this.fateOf(piece)).length;
    return { all: this.pieces.length, taken, left: this.pieces.length - taken };
  }
}
