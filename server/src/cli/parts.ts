import { fileURLToPath } from 'node:url';
import { decode, readBytes } from '../host/files.ts';
import { parseFile, type SourceFile, Workspace } from '../model/workspace.ts';
import type { Settings } from '../rules/run.ts';
import type { Unit } from '../sight/sight.ts';
import { type Verdict, verdictsOf } from '../sight/verdict.ts';
import { contentOf, dataUris, type Scan } from './scan.ts';

/** Some units of a repository with all that they may see, as plain data: it can be judged anywhere. */
export interface Part {
  readonly files: readonly { readonly uri: string; readonly content: string; readonly library: boolean; readonly text?: string }[];
  readonly data: ReadonlyMap<string, string>;
  /** The addresses of the files of each unit that is to be judged. */
  readonly units: readonly (readonly string[])[];
}

/** What was found in a part. Its texts may be pieces of those of the plans, which they hold in memory: keep none without a `Pool`. */
export interface Judged {
  /** In the order of its units. */
  readonly verdicts: readonly Verdict[];
  /** A file read otherwise than when it was first looked at: what was found holds for nothing that is known by name. */
  readonly stale: boolean;
}

/** So many files are read at a time: enough that the frameworks around them weigh little, few enough that memory stays small. */
const AT_ONCE = 60;

/** Cuts a repository into parts; what belongs together stays together. */
export function partsOf(scan: Scan, units: readonly Unit[], most = AT_ONCE): readonly (readonly Unit[])[] {
  const parts: Unit[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const set of scan.sight.apart(units)) {
    const files = set.reduce((sum, unit) => sum + unit.files.length, 0);
    if (size + files > most) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(...set);
    size += files;
  }
  return parts;
}

export function partOf({ sight, files, given, data }: Scan, units: readonly Unit[]): Part {
  const seen = [...sight.around(units)];
  return {
    files: seen
      .flatMap((unit) => unit.files)
      .map(({ uri, library }) => {
        const text = given.get(uri);
        return { uri, library, content: files.get(uri)?.content ?? '', ...(text === undefined ? {} : { text }) };
      }),
    data: new Map(seen.flatMap(dataUris).flatMap((uri) => (data.has(uri) ? [[uri, data.get(uri) as string]] : []))),
    units: units.map((unit) => unit.files.map(({ uri }) => uri)),
  };
}

/** Reads and judges parts of one repository. Frameworks are read once: most plans use the same ones. */
export class Reader {
  readonly #frameworks = new Map<string, SourceFile>();
  readonly #ids: readonly string[];
  readonly #settings: (uri: string) => Settings;

  constructor(ids: readonly string[], settings: (uri: string) => Settings) {
    this.#ids = ids;
    this.#settings = settings;
  }

  /** The workspace of a part, and whether it reads otherwise than it was looked at. */
  read(part: Part): { readonly workspace: Workspace; readonly stale: boolean } {
    let stale = false;
    const files = new Map<string, SourceFile>();
    for (const { uri, content, library, text } of part.files) {
      const known = library ? this.#frameworks.get(uri) : undefined;
      if (known !== undefined) {
        files.set(uri, known);
        continue;
      }
      const read = text === undefined ? readBytes(fileURLToPath(uri)) : { bytes: text };
      if ('error' in read || contentOf(read.bytes) !== content) stale = true;
      const decoded = 'error' in read ? read : typeof read.bytes === 'string' ? { text: read.bytes } : decode(read.bytes);
      if ('error' in decoded) continue;
      const file = parseFile(uri, decoded.text, library);
      files.set(uri, file);
      if (library) this.#frameworks.set(uri, file);
    }
    return { workspace: new Workspace(files, undefined, part.data, this.#ids), stale };
  }

  judge(part: Part): Judged {
    const { workspace, stale } = this.read(part);
    const units = part.units.map((uris) => ({ files: uris.flatMap((uri) => workspace.files.get(uri) ?? []) }));
    return { verdicts: verdictsOf(workspace, units, this.#settings), stale };
  }
}
