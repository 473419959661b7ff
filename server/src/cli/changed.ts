import { relative, sep } from 'node:path';
import { Configs } from '../config/configs.ts';
import { pathOf, uriOf } from '../host/addresses.ts';
import { blobsOf } from '../host/blobs.ts';
import { readBytes } from '../host/files.ts';
import { commitOf, filesAt, type Repository, repositoryOf, textOf } from '../host/git.ts';
import { counted } from '../language/nouns.ts';
import { type Seen, Sight, type Unit } from '../sight/sight.ts';
import { summaryOf } from '../sight/summary.ts';
import { say } from '../text/say.ts';
import { contentOf, dataOf, dataUris, type Looked, type Memory, type Scan, settingsOf } from './scan.ts';
import { UsageError } from './usage.ts';

/** What is remembered of commits: which files of ours they hold. */
export interface Commits {
  filesAt(repository: Repository, commit: string): Promise<ReadonlyMap<string, string>>;
  /** Whether something is remembered of a commit, which it is then. */
  knows?(commit: string): boolean;
  readonly looks?: Memory;
}

const FROM_GIT: Commits = { filesAt };

/**
 * Of the files that were asked about, those that have changed since a commit and everything that depends on a change; and a sentence
 * about the rest. A plan is among them where it, or anything that it may see or might see then, is not what it was.
 */
export async function changedSince(
  base: string,
  scan: Scan,
  commits: Commits = FROM_GIT,
): Promise<{ readonly uris: readonly string[]; readonly said: string }> {
  // The plans that are asked about may lie elsewhere than whoever asks.
  const repository = repositoryOf(scan.roots[0] ?? process.cwd());
  if (repository === undefined) throw new UsageError(say`--changed needs a git repository, and there is none here.`);
  const commit = await commitOf(repository, base, (oid) => commits.knows?.(oid) === true).catch(() => undefined);
  if (commit === undefined) throw new UsageError(say`--changed: there is no branch, tag or commit "${base}".`);
  const before = await then(repository, await commits.filesAt(repository, commit), scan, commits.looks);
  const affected = affectedSince(before, scan);
  const uris = scan.uris.filter((uri) => affected.has(scan.sight.byFile.get(uri) as never));
  const skipped = scan.uris.length - uris.length;
  const said = say`${counted(before.changed.size, 'file')} changed since ${base}: ${counted(uris.length, 'file')} checked, with what depends on a change; ${skipped} skipped.`;
  return { uris, said };
}

/** What of a repository decides what is found in it. */
type Side = Pick<Scan, 'sight' | 'files' | 'configs' | 'data'>;

/** The units that are not what they were, by themselves or in anything that they may see, now or then. */
export function affectedSince(then: Side, now: Side): ReadonlySet<Unit> {
  const first = ({ files }: Unit): string => files[0]?.uri ?? '';
  const isSame = ({ uri }: Seen): boolean => now.files.get(uri) === then.files.get(uri);
  const was = new Map(then.sight.units.map((unit) => [first(unit), unit]));
  const is = new Map(now.sight.units.map((unit) => [first(unit), unit]));
  const settings = now.configs === then.configs ? undefined : ([settingsOf(now.configs), settingsOf(then.configs)] as const);
  const asItWas = (unit: Unit): boolean => {
    const old = was.get(first(unit));
    return (
      old !== undefined &&
      old.unclear === unit.unclear &&
      old.files.length === unit.files.length &&
      (old === unit || old.names.size === unit.names.size) &&
      unit.files.every(
        (file, i) =>
          file.uri === old.files[i]?.uri &&
          isSame(file) &&
          (file.library || settings === undefined || settings[0](file.uri) === settings[1](file.uri)) &&
          dataOf(file, first(unit)).every((uri) => now.data.get(uri) === then.data.get(uri)),
      ) &&
      (old === unit || [...unit.names].every((other) => old.names.has(was.get(first(other)) as Unit)))
    );
  };
  const altered = now.sight.units.filter((unit) => !asItWas(unit));
  const before = new Set(altered.flatMap((unit) => was.get(first(unit)) ?? []));
  for (const unit of then.sight.units) if (!is.has(first(unit))) before.add(unit);
  const seenThen = [...then.sight.seeing(before)].flatMap((unit) => is.get(first(unit)) ?? []);
  return new Set([...now.sight.seeing(altered), ...seenThen]);
}

/** The repository as it was; what has not changed is taken from how it is. */
async function then(repository: Repository, files: ReadonlyMap<string, string>, scan: Scan, looks: Memory | undefined) {
  const { root } = repository;
  const changed = new Set<string>();
  const base = root.endsWith(sep) ? root : root + sep;
  const below = `${uriOf(root)}/`;
  const placeOf = (uri: string): string | undefined => {
    if (!uri.startsWith('file:')) return undefined;
    // Of nearly all files, every character stands for itself.
    if (uri.startsWith(below) && !uri.includes('%')) return uri.slice(below.length);
    const path = pathOf(uri);
    const place = (path.startsWith(base) ? path.slice(base.length) : relative(root, path)).replaceAll(sep, '/');
    return place.startsWith('..') ? undefined : place;
  };
  const oldText = async (path: string): Promise<string | undefined> => {
    const name = files.get(path);
    return name === undefined ? undefined : textOf(repository, name);
  };
  const uriAt = (path: string): string => (/^[\w./-]+$/.test(path) && root !== sep ? below + path : uriOf(base + path.replaceAll('/', sep)));
  const is = (uri: string, bytes: Uint8Array): boolean => blobsOf(bytes).includes(files.get(placeOf(uri) as string) ?? '');

  const configTexts = new Map<string, string>();
  for (const [uri, text] of scan.configTexts) {
    if (placeOf(uri) === undefined || is(uri, Buffer.from(text))) configTexts.set(uri, text);
    else changed.add(uri);
  }
  for (const path of files.keys()) if (path.endsWith('iplan.config.json') && !scan.configTexts.has(uriAt(path))) changed.add(uriAt(path));
  for (const uri of changed) {
    const text = await oldText(placeOf(uri) as string);
    if (text !== undefined) configTexts.set(uri, text);
  }
  const configs = changed.size === 0 ? scan.configs : new Configs(configTexts, scan.overrides);

  const looked = new Map<string, Looked>();
  for (const file of scan.files.values()) {
    const path = placeOf(file.uri);
    if (path === undefined || isSame(file, files.get(path))) looked.set(file.uri, file);
    else changed.add(file.uri);
  }
  for (const path of files.keys())
    if (path.endsWith('.iplan') && !scan.files.has(uriAt(path)) && !(scan.configs.excluded(uriAt(path)) && configs.excluded(uriAt(path))))
      changed.add(uriAt(path));
  for (const uri of changed) {
    const name = uri.endsWith('.iplan') ? files.get(placeOf(uri) as string) : undefined;
    if (name === undefined) continue;
    const library = scan.files.get(uri)?.library ?? false;
    const held = looks?.before?.(uri, name);
    const text = held === undefined ? await textOf(repository, name) : undefined;
    if (held !== undefined) looked.set(uri, { uri, library, ...held });
    else if (text !== undefined) looked.set(uri, { uri, library, content: contentOf(text), summary: summaryOf(text) });
  }
  for (const uri of looked.keys()) if (configs.excluded(uri)) looked.delete(uri);

  const alike = (uri: string): boolean => {
    const [is, was] = [scan.files.get(uri), looked.get(uri)];
    return is !== undefined && was !== undefined && scan.sight.alike(is.summary, was.summary);
  };
  const sight = configs === scan.configs && looked.size === scan.files.size && [...changed].every(alike) ? scan.sight : new Sight(looked.values());
  const data = new Map<string, string>();
  for (const uri of new Set([...sight.units.flatMap(dataUris), ...scan.data.keys()])) {
    const path = placeOf(uri);
    const now = scan.data.get(uri);
    const read = path === undefined || now === undefined ? undefined : readBytes(pathOf(uri));
    const kept = path === undefined || (read !== undefined && 'bytes' in read && is(uri, read.bytes));
    const text = kept ? now : await oldText(path as string);
    if (text !== now) changed.add(uri);
    if (text !== undefined) data.set(uri, text);
  }
  return { sight, files: looked, configs, data, changed };
}

const isSame = ({ blobs = [] }: Looked, name: string | undefined): boolean => name !== undefined && blobs.includes(name);
