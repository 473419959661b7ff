interface Visit<T> {
  readonly thing: T;
  readonly left: Iterator<T>;
  readonly number: number;
  low: number;
}

/** Sets of things that lead to each other in a ring; things of no ring stand alone. What a set leads to comes before it (Tarjan 1972). */
export function joined<T>(things: Iterable<T>, next: (thing: T) => Iterable<T>): readonly (readonly T[])[] {
  const sets: T[][] = [];
  const numbers = new Map<T, number>();
  const open = new Set<T>();
  const entered: T[] = [];
  for (const first of things) {
    if (numbers.has(first)) continue;
    const path: Visit<T>[] = [];
    const enter = (thing: T) => {
      const number = numbers.size;
      numbers.set(thing, number);
      open.add(thing);
      entered.push(thing);
      path.push({ thing, left: next(thing)[Symbol.iterator](), number, low: number });
    };
    enter(first);
    for (let visit = path.at(-1); visit !== undefined; visit = path.at(-1)) {
      const step = visit.left.next();
      if (step.done !== true) {
        const known = numbers.get(step.value);
        if (known === undefined) enter(step.value);
        else if (open.has(step.value)) visit.low = Math.min(visit.low, known);
        continue;
      }
      path.pop();
      const parent = path.at(-1);
      if (parent !== undefined) parent.low = Math.min(parent.low, visit.low);
      if (visit.low !== visit.number) continue;
      const set = entered.splice(entered.lastIndexOf(visit.thing));
      for (const thing of set) open.delete(thing);
      sets.push(set);
    }
  }
  return sets;
}
