import type { Piece } from './piece.ts';
import { woven } from './woven.ts';

/** How long a line may grow before a list goes on in the next one. */
const WIDTH = 120;

/**
 * A statement that lists names or texts, with what both versions added and took out. Nothing where it is no plain list, or where both have
 * put something else in the place of the same.
 */
export function mergedList(base: Piece, ours: Piece, theirs: Piece): string | undefined {
  const [o, a, b] = [elementsOf(base), elementsOf(ours), elementsOf(theirs)];
  if (o === undefined || a === undefined || b === undefined || o.length + a.length + b.length < 4) return undefined;
  const added = (list: readonly string[]) => list.filter((one) => !o.includes(one));
  const gone = (list: readonly string[]) => o.filter((one) => !list.includes(one));
  const bothGone = gone(a).some((one) => !b.includes(one));
  const [newA, newB] = [added(a), added(b)];
  if (bothGone && newA.length > 0 && newB.length > 0 && newA.join('\n') !== newB.join('\n')) return undefined;
  const kept = woven(o, a, b).filter((one) => (o.includes(one) ? a.includes(one) && b.includes(one) : true));
  return kept.length === 0 ? undefined : written(ours, kept);
}

/** What a list holds, each as it is written; nothing where it is more than a list, says something twice or holds a comment. */
function elementsOf({ statement: { values }, head }: Piece): readonly string[] | undefined {
  if (head.includes('#')) return undefined;
  const isList = values.every(({ kind }, i) => (kind === 'comma') === (i % 2 === 1)) && values.length % 2 === 1;
  const elements = values.filter(({ kind }) => kind !== 'comma').map(({ image }) => image);
  return isList && new Set(elements).size === elements.length ? elements : undefined;
}

function written({ statement: { word }, indent }: Piece, elements: readonly string[]): string {
  let text = word;
  let width = indent.length + word.length;
  for (const [i, element] of elements.entries()) {
    const more = i === elements.length - 1 ? element : `${element},`;
    const breaks = i > 0 && width + more.length + 1 > WIDTH;
    text += breaks ? `\n${indent}    ${more}` : ` ${more}`;
    width = breaks ? indent.length + 4 + more.length : width + more.length + 1;
  }
  return text;
}
