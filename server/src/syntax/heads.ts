import { KINDS, type Kind, kindRow, type Row } from '../language/vocabulary.ts';

export interface Head {
  readonly words: readonly string[];
  readonly word: string;
  readonly row: Row;
}

/** The statements of a kind by their first word; those of several words come first. */
function headsOf(kind: Kind): ReadonlyMap<string, readonly Head[]> {
  const byFirst = new Map<string, Head[]>();
  for (const [word, row] of Object.entries(kindRow(kind).rows)) {
    const words = word.split(' ');
    const first = words[0] as string;
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), { words, word, row }].sort((a, b) => b.words.length - a.words.length),
    );
  }
  return byFirst;
}

const HEADS = new Map<Kind, ReadonlyMap<string, readonly Head[]>>(KINDS.map((kind) => [kind, headsOf(kind)]));
export const TOP_KINDS: readonly Kind[] = KINDS.filter((kind) => kindRow(kind).top);

/** The statements of a kind that begin with a word; those of several words come first. */
export const headsWith = (kind: Kind, first: string): readonly Head[] | undefined => HEADS.get(kind)?.get(first);

/** Whether a kind may stand in another (`undefined`: at the top of a file). */
export function mayStand(kind: Kind, inside: Kind | undefined): boolean {
  if (inside === undefined) return kindRow(kind).top === true || kindRow(kind).alsoTop === true;
  return kindRow(inside).holds.includes(kind);
}

/** The kinds that have a statement with this head: said when it stands in the wrong place. */
export const kindsWith = (word: string): readonly Kind[] => KINDS.filter((kind) => Object.hasOwn(kindRow(kind).rows, word));
