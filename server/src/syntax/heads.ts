import { KINDS, type Kind, kindRow, type Row } from '../language/vocabulary.ts';

/** The statements of a kind by their first word; those of several words come first. */
interface Heads {
  readonly byFirst: ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly word: string; readonly row: Row }[]>;
}

function headsOf(kind: Kind): Heads {
  const byFirst = new Map<string, { words: string[]; word: string; row: Row }[]>();
  for (const [word, row] of Object.entries(kindRow(kind).rows)) {
    const words = word.split(' ');
    const first = words[0] as string;
    const rows = byFirst.get(first) ?? [];
    rows.push({ words, word, row });
    rows.sort((a, b) => b.words.length - a.words.length);
    byFirst.set(first, rows);
  }
  return { byFirst };
}

const HEADS = new Map<Kind, Heads>(KINDS.map((kind) => [kind, headsOf(kind)]));
export const TOP_KINDS: readonly Kind[] = KINDS.filter((kind) => kindRow(kind).top);

/** The statement of a kind that some words begin, and how many of them. */
export function matchHead(kind: Kind, words: readonly { readonly image: string }[]): { readonly word: string; readonly row: Row; readonly count: number } | undefined {
  const candidates = HEADS.get(kind)?.byFirst.get((words[0] as { image: string }).image);
  if (candidates === undefined) return undefined;
  for (const candidate of candidates) {
    if (candidate.words.every((word, i) => words[i]?.image === word)) return { word: candidate.word, row: candidate.row, count: candidate.words.length };
  }
  return undefined;
}

/** Whether a kind may stand in another (`undefined`: at the top of a file). */
export function mayStand(kind: Kind, inside: Kind | undefined): boolean {
  if (inside === undefined) return kindRow(kind).top === true || kindRow(kind).alsoTop === true;
  return kindRow(inside).holds.includes(kind);
}

/** The kinds that have a statement with this head: said when it stands in the wrong place. */
export const kindsWith = (word: string): readonly Kind[] => KINDS.filter((kind) => Object.hasOwn(kindRow(kind).rows, word));
