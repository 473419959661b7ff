import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Day, daysBetween } from '../language/dates.ts';
import { exists } from './files.ts';
import { why, writeAll, writeText } from './write.ts';

/** So many things are kept of one place: those of a few branches, days or settings. */
const MOST = 4;
/** What nobody has asked for in so many days is left out when its drawer is written anew. */
export const KEPT_DAYS = 30;
/** A file that a run was writing when it was ended is taken away after so long, in milliseconds. */
const ABANDONED = 60 * 60 * 1000;

interface Kept {
  readonly key: string;
  /** The day of its last use. */
  day: Day;
  /** The value as JSON, made when it is needed: of a drawer that is read few are asked for, and what is put there is in memory already. */
  readonly text: () => string;
}
interface Drawer {
  /** By their places; the last one used first. */
  readonly places: Map<string, Kept[]>;
  changed: boolean;
}

/**
 * Plain data on disk, by a place and a key, in 256 files of a line for each. A file begins with the hash of what it holds and is replaced
 * as a whole, so whoever reads it finds what somebody has written or nothing; of two who write at once, the second wins. What cannot be
 * read is not there.
 */
export class Shelf<T> {
  readonly #folder: string;
  readonly #today: Day;
  readonly #drawers = new Map<string, Drawer>();

  constructor(folder: string, today: Day) {
    this.#folder = folder;
    this.#today = today;
  }

  get(place: string, matches: (key: string) => boolean): T | undefined {
    const { places } = this.#drawer(place);
    const found = places.get(place)?.find(({ key }) => matches(key));
    if (found === undefined) return undefined;
    found.day = this.#today;
    return JSON.parse(found.text()) as T;
  }

  has(place: string, matches: (key: string) => boolean): boolean {
    return (
      this.#drawer(place)
        .places.get(place)
        ?.some(({ key }) => matches(key)) === true
    );
  }

  put(place: string, key: string, value: () => T): void {
    const drawer = this.#drawer(place);
    const others = (drawer.places.get(place) ?? []).filter((other) => other.key !== key);
    drawer.places.set(place, [{ key, day: this.#today, text: () => JSON.stringify(value()) }, ...others.slice(0, MOST - 1)]);
    drawer.changed = true;
  }

  /** Writes what is new. Returns why something could not be written. */
  save(): string | undefined {
    const changed = [...this.#drawers].filter(([, drawer]) => drawer.changed);
    if (changed.length === 0) return undefined;
    const unready = readied(this.#folder);
    if (unready !== undefined) return unready;
    for (const [name, drawer] of changed) {
      const text = [...drawer.places].flatMap(([place, kept]) => this.#lines(place, kept)).join('');
      const failed = writeText(join(this.#folder, name), `${hash('sha256', text, 'hex')}\n${text}`, true);
      if (failed !== undefined) return failed;
    }
    // What is on disk need not be held in memory as well.
    this.#drawers.clear();
    return undefined;
  }

  #lines(place: string, kept: readonly Kept[]): readonly string[] {
    return kept
      .filter(({ day }) => daysBetween(day, this.#today) <= KEPT_DAYS)
      .map(({ key, day, text }) => `${JSON.stringify([place, key, day])}\t${text()}\n`);
  }

  #drawer(place: string): Drawer {
    const name = hash('sha256', place, 'hex').slice(0, 2);
    let drawer = this.#drawers.get(name);
    if (drawer === undefined) this.#drawers.set(name, (drawer = { places: opened(join(this.#folder, name)), changed: false }));
    return drawer;
  }
}

function opened(path: string): Map<string, Kept[]> {
  try {
    const bytes = readFileSync(path);
    const end = bytes.indexOf('\n');
    if (hash('sha256', bytes.subarray(end + 1), 'hex') !== bytes.toString('latin1', 0, end)) return new Map();
    const places = new Map<string, Kept[]>();
    const lines = bytes.toString('utf8', end + 1).split('\n');
    for (const line of lines.slice(0, -1)) {
      const tab = line.indexOf('\t');
      const [place, key, day] = JSON.parse(line.slice(0, tab)) as [string, string, Day];
      const one = { key, day, text: () => line.slice(tab + 1) };
      const known = places.get(place);
      if (known === undefined) places.set(place, [one]);
      else known.push(one);
    }
    return places;
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
