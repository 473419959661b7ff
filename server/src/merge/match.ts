import { FORMS } from '../language/forms.ts';
import { kindRow } from '../language/vocabulary.ts';
import type { Statement } from '../syntax/tree.ts';
import type { Piece } from './piece.ts';

/** Pieces by the names under which the three versions speak of the same thing. */
export type Named = ReadonlyMap<string, Piece>;

const AIMS: ReadonlySet<string> = new Set(FORMS);
const REASONS: ReadonlySet<string> = new Set(['until', 'approved', 'because']);

/**
 * Tells which pieces of three lists are the same: declarations by their ids, statements that stand once by their word, and those that
 * may be repeated by what they say. What of these was changed is known by what it says besides its figures; failing that, by its place,
 * but only where both sides have put something in the place of the same.
 */
export function matched(base: readonly Piece[], ours: readonly Piece[], theirs: readonly Piece[]): readonly [Named, Named, Named] {
  const lists = [base, ours, theirs].map((list) => list.map((piece) => ({ piece, name: keyOf(piece.statement) })));
  const [o, a, b] = lists as [Entry[], Entry[], Entry[]];
  const repeated = o.filter(({ name }) => name === undefined);
  for (const [i, entry] of repeated.entries()) entry.name = `${entry.piece.statement.word} ${i}`;
  const left = [a, b].map((list) => {
    const own = list.filter(({ name }) => name === undefined);
    const free = new Set(repeated);
    take(own, free, ({ piece }) => piece.full);
    take(own, free, ({ piece }) => piece.says);
    take(own, free, ({ piece }) => identityOf(piece.statement));
    return { own: own.filter(({ name }) => name === undefined), free };
  });
  const [fromA, fromB] = left as [Left, Left];
  // In the place of what both have taken out, each may have put something else.
  const gone = [...fromA.free].filter((entry) => fromB.free.has(entry));
  for (const { own } of left) take(own, new Set(gone), ({ piece }) => piece.statement.word);
  for (const list of [a, b]) for (const entry of list) entry.name ??= `+ ${identityOf(entry.piece.statement)}`;
  return [unique(o), unique(a), unique(b)];
}

interface Entry {
  readonly piece: Piece;
  name: string | undefined;
}
interface Left {
  readonly own: Entry[];
  readonly free: Set<Entry>;
}

/** Gives names to those that are alike in something, each of the others once and in order. */
function take(entries: readonly Entry[], others: Set<Entry>, alike: (entry: Entry) => string): void {
  const found = Map.groupBy(others, alike);
  for (const entry of entries) {
    if (entry.name !== undefined) continue;
    const other = found.get(alike(entry))?.shift();
    if (other === undefined) continue;
    entry.name = other.name;
    others.delete(other);
  }
}

function unique(entries: readonly Entry[]): Named {
  const named = new Map<string, Piece>();
  for (const { piece, name = '' } of entries) {
    let free = name;
    for (let i = 2; named.has(free); i++) free = `${name} (${i})`;
    named.set(free, piece);
  }
  return named;
}

/** The id of a declaration, its title where it has none; nothing for a statement. */
export function idOf({ kind, values }: Statement): string | undefined {
  if (kind === undefined || kindRow(kind).header === 'none') return undefined;
  const [first] = values;
  return first?.kind === 'comma' ? undefined : first?.image;
}

/** By what a piece is known in every version; nothing where it may stand several times. */
function keyOf(statement: Statement): string | undefined {
  const { kind, word, values, row, parent } = statement;
  if (kind === 'waive') {
    const end = values.findIndex(({ image }) => REASONS.has(image));
    return `waive ${values
      .slice(0, end < 0 ? undefined : end)
      .map(({ image }) => image)
      .join(' ')}`;
  }
  if (kind !== undefined) {
    const id = idOf(statement);
    return id === undefined ? undefined : `#${id}`;
  }
  if (parent?.kind === 'target' && AIMS.has(word)) return 'what a target asks for';
  return row === undefined || row.many === true ? undefined : word;
}

/** What a statement says besides its first figure: two values of one year are the same value, two of different years are not. */
function identityOf({ word, values }: Statement): string {
  const figure = values.findIndex(({ kind, image }) => kind === 'word' && /\d/.test(image));
  return [word, ...values.filter((_, i) => i !== figure).map(({ image }) => image)].join(' ');
}
