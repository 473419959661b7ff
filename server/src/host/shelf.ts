import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Day } from '../language/dates.ts';
import { exists } from './files.ts';
import { why, writeAll, writeText } from './write.ts';

/** So many things are kept of one place: those of a few branches, days or settings. */
const MOST = 4;
/** What nobody has asked for in so many days is left out when its drawer is written anew. */
export const KEPT_DAYS = 30;
/** A file that a run was writing when it was ended is taken away after so long, in milliseconds. */
const ABANDONED = 60 * 60 * 1000;

/** `[key, the day of its last use, value]`, the last one used first. */
type Kept<T> = [key: string, day: Day, value: T];
interface Drawer<T> {
  readonly places: Map<string, Kept<T>[]>;
  changed: boolean;
}

/**
 * Plain data on disk, by a place and a key, in 256 files. A file begins with the hash of what it holds and is replaced as a whole, so
 * whoever reads it finds what somebody has written or nothing; of two who write at once, the second wins. What cannot be read is not there.
 */
export class Shelf<T> {
  readonly #folder: string;
  readonly #today: Day;
  readonly #drawers = new Map<string, Drawer<T>>();

  constructor(folder: string, today: Day) {
    this.#folder = folder;
    this.#today = today;
  }

  get(place: string, matches: (key: string) => boolean): T | undefined {
    const { places } = this.#drawer(place);
    const kept = places.get(place);
    const found = kept?.find(([key]) => matches(key));
    if (found === undefined) return undefined;
    found[1] = this.#today;
    return found[2];
  }

  put(place: string, key: string, value: T): void {
    const drawer = this.#drawer(place);
    const others = (drawer.places.get(place) ?? []).filter(([other]) => other !== key);
    drawer.places.set(place, [[key, this.#today, value], ...others.slice(0, MOST - 1)]);
    drawer.changed = true;
  }

  /** Writes what is new. Returns why something could not be written. */
  save(): string | undefined {
    const changed = [...this.#drawers].filter(([, drawer]) => drawer.changed);
    if (changed.length === 0) return undefined;
    const unready = readied(this.#folder);
    if (unready !== undefined) return unready;
    for (const [name, drawer] of changed) {
      const places = [...drawer.places].map(([place, kept]) => [place, kept.filter(([, day]) => daysBetween(day, this.#today) <= KEPT_DAYS)] as const);
      const text = JSON.stringify(places.filter(([, kept]) => kept.length > 0));
      const failed = writeText(join(this.#folder, name), `${hash('sha256', text, 'hex')}\n${text}`);
      if (failed !== undefined) return failed;
    }
    // What is on disk need not be held in memory as well.
    this.#drawers.clear();
    return undefined;
  }

  #drawer(place: string): Drawer<T> {
    const name = `${hash('sha256', place, 'hex').slice(0, 2)}.json`;
    let drawer = this.#drawers.get(name);
    if (drawer === undefined) this.#drawers.set(name, (drawer = { places: opened(join(this.#folder, name)), changed: false }));
    return drawer;
  }
}

function opened<T>(path: string): Map<string, Kept<T>[]> {
  try {
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const held = text.slice(end + 1);
    return hash('sha256', held, 'hex') === text.slice(0, end) ? new Map(JSON.parse(held) as [string, Kept<T>[]][]) : new Map();
  } catch {
    return new Map();
  }
}

/** Makes a folder to write in, and takes away what runs have left there. Returns why it could not be made. */
export function readied(folder: string): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
    tidy(folder);
    return undefined;
  } catch (error) {
    return why(error);
  }
}

function tidy(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (name.endsWith('.tmp') && Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()) > ABANDONED) rmSync(path, { force: true });
  }
}

export const daysBetween = (a: Day, b: Day): number => (Date.parse(b) - Date.parse(a)) / 86_400_000;

/** Makes a folder for what can be made again: git and the programs that keep copies pass over it. Returns why it cannot be had. */
export function cacheFolder(folder: string): string | undefined {
  const signs = {
    '.gitignore': '*\n',
    'CACHEDIR.TAG': `Signature: 8a477f597d28d172789f06886806bc55\n# Made by iplan check --cache; it may be deleted.\n`,
  };
  return writeAll(
    folder,
    Object.entries(signs).filter(([name]) => !exists(join(folder, name))),
  );
}
