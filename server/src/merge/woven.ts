/**
 * The names of both lists in one order: that of the second list where only it has changed the order of the base, else that of the first;
 * what only the other has stands behind what it follows there.
 */
export function woven(base: readonly string[], ours: readonly string[], theirs: readonly string[]): readonly string[] {
  const [inBase, inOurs, inTheirs] = [new Set(base), new Set(ours), new Set(theirs)];
  const common = (name: string): boolean => inBase.has(name) && inOurs.has(name) && inTheirs.has(name);
  const orderOf = (list: readonly string[]): string => list.filter(common).join('\n');
  const isMoved = orderOf(theirs) !== orderOf(base) && orderOf(ours) === orderOf(base);
  const [first, second, inSecond] = isMoved ? [theirs, ours, inOurs] : [ours, theirs, inTheirs];
  const result = [...first];
  const known = new Set(first);
  let before: string | undefined;
  for (const name of second) {
    if (!known.has(name)) {
      let at = before === undefined ? 0 : result.indexOf(before) + 1;
      // What the first list has put at the same place stands first.
      while (at < result.length && !inBase.has(result[at] as string) && !inSecond.has(result[at] as string)) at++;
      result.splice(at, 0, name);
      known.add(name);
    }
    before = name;
  }
  return result;
}
