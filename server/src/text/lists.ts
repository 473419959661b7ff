// Lists that hold no more room than they need: most of what a plan is read into holds one thing or nothing, some hundred thousand times.

/** The one empty list. */
export const NONE: readonly never[] = [];

/** A list with one more. Its first stands in a list that has no room for others; with `push` it would have room for sixteen. */
export function withOneMore<T>(list: T[] | undefined, one: T): T[] {
  if (list === undefined) return [one];
  list.push(one);
  return list;
}

/** A list that has grown has room for more, which nobody will ever fill. */
export const justSoMany = <T>(list: readonly T[] | undefined): readonly T[] => (list === undefined || list.length === 0 ? NONE : list.slice());
