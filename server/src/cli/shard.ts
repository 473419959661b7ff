import type { Unit } from '../sight/sight.ts';
import { say, spoken } from '../text/say.ts';
import { placesOf } from './cache.ts';
import { edition } from './edition.ts';
import { contentOf, keysOf, type Scan } from './scan.ts';
import { UsageError } from './usage.ts';

/** Which part of how many. */
export interface Shard {
  readonly number: number;
  readonly of: number;
}

export function shardOf(given: string | undefined): Shard | undefined {
  if (given === undefined) return undefined;
  const [, number, of] = (/^(\d{1,4})\/(\d{1,4})$/.exec(given) ?? []).map(Number);
  if (number === undefined || of === undefined || number < 1 || number > of)
    throw new UsageError(say`--shard takes a part and the number of parts, such as 1/4, not "${given}".`);
  return { number, of };
}

/**
 * The units of one part: the same on every machine, about as much text in each. What sees each other is judged together, unless it is
 * larger than a part; each unit is in one part alone, so nothing is found twice or by nobody.
 */
export function shareOf({ sight }: Scan, units: readonly Unit[], { number, of }: Shard): readonly Unit[] {
  const size = (some: readonly Unit[]) => some.reduce((sum, unit) => sum + unit.files.reduce((all, { summary }) => all + summary.size, 1), 0);
  const fair = size(units) / of;
  const sets = sight.apart(units).flatMap((set) => (size(set) > fair ? set.map((unit) => [unit]) : [set]));
  const bySize = sets.map((set) => ({ set, size: size(set) })).sort((a, b) => b.size - a.size);
  const shares = Array.from({ length: of }, () => ({ units: [] as Unit[], size: 0 }));
  for (const one of bySize) {
    const least = shares.reduce((a, b) => (b.size < a.size ? b : a));
    least.units.push(...one.set);
    least.size += one.size;
  }
  const own = new Set(shares[number - 1]?.units);
  return units.filter((unit) => own.has(unit));
}

/** What a repository, the program and its language are known by: parts of different ones are no whole. */
export const stateOf = (scan: Scan): string =>
  contentOf(
    [
      edition(),
      JSON.stringify(spoken() ?? null),
      ...scan.uris.map(placesOf(scan).short),
      ...[...keysOf(scan, scan.sight.units, placesOf(scan).short).values()].sort(),
    ].join('\n'),
  );
