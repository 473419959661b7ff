import { idOf } from './match.ts';
import type { Block, Piece } from './piece.ts';

/** Something that both versions have moved, each to another place: nobody can tell where it belongs. */
export class TornApart extends Error {}

/** A declaration that one version has moved into another block, as the three versions have it. */
export interface Moved {
  readonly base: Piece;
  readonly ours: Piece | undefined;
  readonly theirs: Piece | undefined;
}

interface Place {
  readonly piece: Piece;
  /** The ids of the blocks around it. */
  readonly around: string;
  /** The pieces around it. */
  readonly holders: readonly Piece[];
}

/** What stands in another block than before, by its id: what the other version has changed in it must go with it. */
export class Moves {
  readonly #moved = new Map<string, { readonly base: Place; readonly ours: Place | undefined; readonly theirs: Place | undefined }>();
  /** What holds something that one version has moved and the other has changed: here no side can be taken as it is. */
  readonly #tangled = new Set<Piece>();
  readonly #ours = new Set<Piece>();

  constructor(base: Block, ours: Block, theirs: Block) {
    const [o, a, b] = [placesIn(base), placesIn(ours), placesIn(theirs)];
    for (const { piece } of [...a.values()].flat()) this.#ours.add(piece);
    for (const [id, places] of o) {
      const [old, mine, other] = [places, a.get(id) ?? [], b.get(id) ?? []];
      if (old.length !== 1 || mine.length > 1 || other.length > 1) continue;
      const [was, here, there] = [old[0] as Place, mine[0], other[0]];
      const [movedHere, movedThere] = [here, there].map((place) => place !== undefined && place.around !== was.around);
      if (!movedHere && !movedThere) continue;
      if (movedHere && movedThere && here?.around !== there?.around) throw new TornApart();
      this.#moved.set(id, { base: was, ours: here, theirs: there });
      const untouched = movedHere ? there?.piece.full === was.piece.full : here?.piece.full === was.piece.full;
      if (untouched && !(movedHere && movedThere)) continue;
      for (const place of [was, here, there]) for (const piece of place === undefined ? [] : [...place.holders, place.piece]) this.#tangled.add(piece);
    }
  }

  of(id: string | undefined): Moved | undefined {
    const moved = id === undefined ? undefined : this.#moved.get(id);
    return moved && { base: moved.base.piece, ours: moved.ours?.piece, theirs: moved.theirs?.piece };
  }

  /** Whether a version has put something into another block than the one where the base has it. */
  isElsewhere(id: string | undefined, side: 'ours' | 'theirs'): boolean {
    const moved = id === undefined ? undefined : this.#moved.get(id);
    const place = moved?.[side];
    return place !== undefined && place.around !== moved?.base.around;
  }

  isTangled(piece: Piece): boolean {
    return this.#tangled.has(piece);
  }

  isOurs(piece: Piece): boolean {
    return this.#ours.has(piece);
  }
}

function placesIn(block: Block): ReadonlyMap<string, readonly Place[]> {
  const found = new Map<string, Place[]>();
  const visit = ({ pieces }: Block, around: string, holders: readonly Piece[]): void => {
    for (const piece of pieces) {
      const id = idOf(piece.statement);
      if (id !== undefined) found.set(id, [...(found.get(id) ?? []), { piece, around, holders }]);
      if (piece.block !== undefined) visit(piece.block, `${around}/${id ?? piece.statement.word}`, [...holders, piece]);
    }
  };
  visit(block, '', []);
  return found;
}
