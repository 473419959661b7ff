// What was measured: a list of numbers for each name, one or more a round, and what can be said of a list.

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

export class Record {
  #lists = new Map();

  /** Numbers are in milliseconds or megabytes, as the name says; what is not a number was not measured. */
  add(name, ...numbers) {
    const list = this.#lists.get(name) ?? [];
    list.push(...numbers.filter(Number.isFinite));
    this.#lists.set(name, list);
  }

  /** A share of the list between its smallest (0) and its largest (1); `undefined` for what was not measured. */
  quantile(name, share) {
    const list = this.#lists.get(name);
    return list === undefined || list.length === 0
      ? undefined
      : at(
          list.toSorted((a, b) => a - b),
          share,
        );
  }

  median = (name) => this.quantile(name, 0.5);
  has = (name) => this.median(name) !== undefined;

  toJSON() {
    return Object.fromEntries(this.#lists);
  }
}

/** The exponent with which a time grows with a size, from [size, time] pairs: 1 is in proportion. Least squares on the logarithms. */
export function growth(pairs) {
  const points = pairs.filter(([, time]) => time !== undefined).map(([size, time]) => [Math.log(size), Math.log(time)]);
  if (points.length < 2) return undefined;
  const mean = (i) => points.reduce((sum, point) => sum + point[i], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  return points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}

/** Rounds of A B C, A B C …, so that what disturbs the machine disturbs all alike: at least one, then until the time is over. */
export async function interleaved(names, { rounds, until }, measure) {
  for (let round = 0; round < rounds && (round === 0 || Date.now() < until); round++) {
    for (const name of names) {
      try {
        await measure(name, round);
      } catch (error) {
        console.error(`  ${name}: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
}
