import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Repository } from '../host/git.ts';
import { libraryFiles } from '../host/library.ts';
import { cacheFolder, Shelf } from '../host/shelf.ts';
import type { Day } from '../language/dates.ts';
import type { Unit } from '../sight/sight.ts';
import { say, spoken } from '../text/say.ts';
import { edition } from './edition.ts';
import { Looks } from './looks.ts';
import { type Packed, packed, unpacked } from './packed.ts';
import { contentOf, keysOf, type Scan } from './scan.ts';
import type { Known } from './verdicts.ts';

/**
 * What was found before, by what decides it: the program, its language, the texts of a plan and of all that it may see, their data files,
 * the settings, the day. Nothing is ever invalidated: another text has another name.
 */
export class Cache {
  readonly looks: Looks;
  readonly #made: string;
  readonly #verdicts: Shelf<Packed>;
  readonly #commits: Shelf<[path: string, content: string][]>;
  readonly #folder: string;

  constructor(folder: string, today: Day) {
    this.#folder = folder;
    this.#made = contentOf(JSON.stringify([edition(), spoken() ?? null]));
    this.looks = new Looks(join(folder, 'files'), this.#made, today);
    this.#commits = new Shelf(join(folder, 'commits'), today);
    this.#verdicts = new Shelf(join(folder, 'findings'), today);
  }

  knows(commit: string): boolean {
    return this.#commits.has(commit, (key) => key === this.#made);
  }

  /** What commits hold never changes. */
  async filesAt(repository: Repository, commit: string): Promise<ReadonlyMap<string, string>> {
    const known = this.#commits.get(commit, (key) => key === this.#made);
    if (known !== undefined) return new Map(known);
    const { filesAt } = await import('../host/git.ts');
    const files = await filesAt(repository, commit);
    this.#commits.put(commit, this.#made, () => [...files]);
    return files;
  }

  /** The verdicts on the units of a repository. Addresses are kept relative to its folder, so it may lie elsewhere the next time. */
  verdictsOf(scan: Scan, units: readonly Unit[]): Known {
    const places = placesOf(scan);
    const keys = keysOf(scan, units, places.short);
    const ids = contentOf(scan.sight.ids.join('\n'));
    const placeOf = ({ files }: Unit) => places.short(files[0]?.uri ?? '');
    const keyOf = (unit: Unit) => contentOf(`${this.#made}\n${keys.get(unit)}`);
    return {
      get: (unit) => {
        const key = keyOf(unit);
        const found = this.#verdicts.get(placeOf(unit), (other) => other === key || other === `${key} ${ids}`);
        return found && unpacked(found, places.long);
      },
      // What was said with a look at the ids of all plans holds while they are the same.
      put: (unit, verdict) =>
        this.#verdicts.put(placeOf(unit), verdict.asksForIds ? `${keyOf(unit)} ${ids}` : keyOf(unit), () => packed(verdict, places.short)),
    };
  }

  /** Writes what is new; why that could not be done is said, and changes nothing else. */
  save(): readonly string[] {
    const failed = cacheFolder(this.#folder) ?? this.looks.save() ?? this.#commits.save() ?? this.#verdicts.save();
    return failed === undefined ? [] : [say`The cache ${failed}; the next run will take longer.`];
  }
}

/** Addresses as they are kept, and back: below the folder that was read, or among the frameworks that ship. */
export function placesOf({ roots }: Pick<Scan, 'roots'>): { short(uri: string): string; long(short: string): string } {
  const root = `${pathToFileURL(roots[0] ?? '/').href}/`;
  const library = (libraryFiles()[0]?.uri ?? '').replace(/[^/]*$/, '');
  return {
    short: (uri) => (uri.startsWith(root) ? `./${uri.slice(root.length)}` : library !== '' && uri.startsWith(library) ? `+/${uri.slice(library.length)}` : uri),
    long: (short) => (short.startsWith('./') ? root + short.slice(2) : short.startsWith('+/') ? library + short.slice(2) : short),
  };
}
