import { hash } from 'node:crypto';
import { Configs, type Overrides } from '../config/configs.ts';
import { pathOf, uriOf } from '../host/addresses.ts';
import { blobsOf } from '../host/blobs.ts';
import { decode, isFolder, leadsElsewhere, listFiles, MISSING, readBytes, readText, rootsOf, stampOf } from '../host/files.ts';
import { libraryFiles } from '../host/library.ts';
import { keepYoungSmall } from '../host/memory.ts';
import { dataUri } from '../model/data.ts';
import type { Settings } from '../rules/run.ts';
import { type Seen, Sight, type Unit } from '../sight/sight.ts';
import { type Summary, summaryOf } from '../sight/summary.ts';
import { say } from '../text/say.ts';
import { type Asked, wantedBy } from './asked.ts';
import { here } from './judging.ts';

/** A file that was looked at. */
export interface Looked extends Seen {
  /** What its content is known by: SHA-256 of its bytes, as hexadecimal digits. */
  readonly content: string;
  /** The names that git may know it by, where they were asked for. */
  readonly blobs?: readonly string[];
}

/** A repository at one moment, as it is known before any plan is parsed. */
export interface Scan {
  readonly sight: Sight;
  readonly files: ReadonlyMap<string, Looked>;
  readonly configs: Configs;
  /** The texts of the configurations, by their addresses. */
  readonly configTexts: ReadonlyMap<string, string>;
  readonly overrides: Overrides;
  /** Texts that stand in for files on disk. */
  readonly given: ReadonlyMap<string, string>;
  /** The texts of the data files that plans may name, by their addresses. */
  readonly data: ReadonlyMap<string, string>;
  /** The folders that were read. */
  readonly roots: readonly string[];
  /** The files that were asked about, in order. */
  readonly uris: readonly string[];
  /** A sentence for each thing that could not be read. */
  readonly failures: readonly string[];
  /** A sentence for each thing that was asked for and is left out on purpose. */
  readonly leftOut: readonly string[];
}

/** What a file was seen to hold. */
export type Held = Required<Pick<Looked, 'content' | 'blobs' | 'summary'>>;

/** What was seen before: the summaries of contents, and what each file held, which it still holds while its stamp is the same. */
export interface Memory {
  get(content: string): Summary | undefined;
  put(content: string, summary: Summary): void;
  untouched(uri: string, stamp: string): Held | undefined;
  /** What a file held when git knew it by this name. */
  before?(uri: string, blob: string): Held | undefined;
  seen(uri: string, stamp: string, held: Held): void;
}

export const contentOf = (bytes: Uint8Array | string): string => hash('sha256', bytes, 'hex');

/** With fewer files memory hardly grows, and to say how it may would only take time. */
const MANY = 100;

/** Looks at what a command was asked about and at everything around it that names may lead to. Nothing is parsed that was seen before. */
export async function scanned(
  asked: Asked,
  overrides: Overrides,
  known: Memory | undefined,
  step: (done: number, all: number) => void,
  forGit = false,
): Promise<Scan> {
  const roots = [...new Set(asked.paths.flatMap(rootsOf))];
  const { given } = asked;
  const named = asked.paths.filter((path) => !isFolder(path) && !given.has(uriOf(path)));
  const unread: { path: string; error: string }[] = [];
  const listings = roots.map(listFiles);
  for (const { problems } of listings) unread.push(...problems);
  const configTexts = new Map<string, string>();
  for (const path of new Set(listings.flatMap(({ configs }) => configs))) {
    const read = readText(path);
    if ('text' in read) configTexts.set(uriOf(path), read.text);
    else unread.push({ path, error: read.error });
  }
  const configs = new Configs(configTexts, overrides);
  const own = new Map<string, string>();
  for (const path of [...listings.flatMap((listing) => listing.plans), ...named]) {
    const uri = uriOf(path);
    if (!configs.excluded(uri)) own.set(uri, path);
  }
  const frameworks = configs.frameworkFolders.flatMap((folder) => listFiles(pathOf(folder)).plans).map((path) => [uriOf(path), path] as const);

  const files = new Map<string, Looked>();
  const look = (uri: string, library: boolean, bytes: Uint8Array | string, stamp?: string): string | undefined => {
    const content = contentOf(bytes);
    let summary = known?.get(content);
    if (summary === undefined) {
      const read = typeof bytes === 'string' ? { text: bytes } : decode(bytes);
      if ('error' in read) return read.error;
      summary = summaryOf(read.text);
      known?.put(content, summary);
    }
    const blobs = stamp !== undefined || (forGit && !library) ? blobsOf(Buffer.from(bytes)) : undefined;
    files.set(uri, { uri, library, content, summary, ...(blobs && { blobs }) });
    if (stamp !== undefined) known?.seen(uri, stamp, { content, summary, blobs: blobs ?? [] });
    return undefined;
  };
  for (const { uri, text } of libraryFiles()) look(uri, true, text);
  const all = new Map([...own, ...frameworks.filter(([uri]) => !own.has(uri))]);
  if (all.size >= MANY) keepYoungSmall();
  let done = 0;
  for (const [uri, path] of all) {
    if (!given.has(uri)) {
      const stamp = known && stampOf(path);
      const held = stamp && known.untouched(uri, stamp);
      if (held) files.set(uri, { uri, library: !own.has(uri), content: held.content, summary: held.summary, blobs: held.blobs });
      else {
        const read = readBytes(path);
        const error = 'error' in read ? read.error : look(uri, !own.has(uri), read.bytes, stamp);
        if (error !== undefined) unread.push({ path, error });
      }
    }
    if (done++ % 200 === 0) {
      step(done, all.size);
      // Whoever has had enough is heard.
      await new Promise(setImmediate);
    }
  }
  for (const [uri, text] of given) if (!configs.excluded(uri)) look(uri, false, text);

  const sight = new Sight(files.values());
  const data = new Map<string, string>();
  for (const uri of new Set(sight.units.flatMap(dataUris))) {
    const path = pathOf(uri);
    if (leadsElsewhere(path, roots)) {
      unread.push({ path, error: say`was not read: it is reached by a link` });
      continue;
    }
    const read = readText(path);
    if ('text' in read) data.set(uri, read.text);
    // A rule says so when a file that is named is not there.
    else if (read.error !== MISSING) unread.push({ path, error: read.error });
  }

  const wanted = wantedBy(asked.paths);
  const failures = [...asked.failures, ...unread.filter(({ path }) => wanted(path)).map(({ path, error }) => `${here(path)} ${error}.`)];
  const uris = [...files.values()].filter(({ uri, library }) => !library && wanted(all.get(uri) ?? pathOf(uri))).map(({ uri }) => uri);
  const leftOut = asked.paths.filter((path) => configs.excluded(uriOf(path))).map((path) => say`${here(path)} is left out by the configuration.`);
  if (uris.length === 0 && failures.length === 0 && leftOut.length === 0)
    failures.push(say`There is no plan in ${asked.paths.map(here).join(', ')}: no file that ends in .iplan.`);
  return { sight, files, configs, configTexts, overrides, given, data, roots, uris: uris.sort(), failures, leftOut };
}

/** The data files that a unit may name. */
export const dataUris = ({ files }: Unit): readonly string[] => files.flatMap((file) => dataOf(file, files[0]?.uri ?? file.uri));

export const dataOf = ({ uri, summary }: Seen, home: string): readonly string[] =>
  summary.data.map((path) => dataUri(uri, home, path)).filter((found) => typeof found === 'string');

/** The units that some files belong to, in the order of the repository. */
export function unitsOf({ sight }: Pick<Scan, 'sight'>, uris: readonly string[]): readonly Unit[] {
  const wanted = new Set(uris.map((uri) => sight.byFile.get(uri)));
  return sight.units.filter((unit) => wanted.has(unit));
}

/** What the settings that hold for a file are known by. */
export function settingsOf(configs: Configs): (uri: string) => string {
  const settings = new Map<Settings, string>();
  return (uri) => {
    const one = configs.settingsOf(uri);
    const { today, rules, jurisdiction } = one;
    let known = settings.get(one);
    if (known === undefined) settings.set(one, (known = contentOf(JSON.stringify([today, jurisdiction ?? null, [...rules]]))));
    return known;
  };
}

/** What the findings of some units are known by, seen from a folder, so that they are the same ones wherever the folder lies. */
export function keysOf(
  { sight, files, configs, data }: Pick<Scan, 'sight' | 'files' | 'configs' | 'data'>,
  units: readonly Unit[],
  shorten: (uri: string) => string,
): ReadonlyMap<Unit, string> {
  const settings = settingsOf(configs);
  const contents = new Map([...data].map(([uri, text]) => [uri, contentOf(text)]));
  return sight.keys(units, (file, unit) => {
    const { uri, library } = file;
    const of = dataOf(file, unit.files[0]?.uri ?? uri).map((one) => `${shorten(one)} ${contents.get(one) ?? ''}`);
    return JSON.stringify([shorten(uri), files.get(uri)?.content, library, library ? '' : settings(uri), ...of]);
  });
}
