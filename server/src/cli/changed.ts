import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Configs } from '../config/configs.ts';
import { blobsOf } from '../host/blobs.ts';
import { readBytes } from '../host/files.ts';
import { commitOf, filesAt, type Repository, repositoryOf, textOf } from '../host/git.ts';
import { counted } from '../language/nouns.ts';
import { Sight } from '../sight/sight.ts';
import { summaryOf } from '../sight/summary.ts';
import { say } from '../text/say.ts';
import { contentOf, dataUris, keysOf, type Looked, type Scan, type Summaries, uriOf } from './scan.ts';
import { UsageError } from './usage.ts';

/** What is remembered of commits: which files of ours they hold. */
export interface Commits {
  filesAt(repository: Repository, commit: string): Promise<ReadonlyMap<string, string>>;
  readonly summaries?: Summaries;
}

const FROM_GIT: Commits = { filesAt };

/**
 * Of the files that were asked about, those that have changed since a commit and everything that depends on a change; and a sentence
 * about the rest. A plan is among them where what it is known by, with all that it may see, is not what it was known by then.
 */
export async function changedSince(
  base: string,
  scan: Scan,
  commits: Commits = FROM_GIT,
): Promise<{ readonly uris: readonly string[]; readonly said: string }> {
  const repository = repositoryOf(process.cwd());
  if (repository === undefined) throw new UsageError(say`--changed needs a git repository, and there is none here.`);
  const commit = await commitOf(repository, base).catch(() => undefined);
  if (commit === undefined) throw new UsageError(say`--changed: there is no branch, tag or commit "${base}".`);
  const before = await then(repository, await commits.filesAt(repository, commit), scan, commits.summaries);
  const same = (uri: string) => uri;
  const was = new Map([...keysOf(before, same)].map(([unit, key]) => [unit.files[0]?.uri, key]));
  const affected = new Set([...keysOf(scan, same)].filter(([unit, key]) => was.get(unit.files[0]?.uri) !== key).map(([unit]) => unit));
  const uris = scan.uris.filter((uri) => affected.has(scan.sight.byFile.get(uri) as never));
  const skipped = scan.uris.length - uris.length;
  const said = say`${counted(before.changed.size, 'file')} changed since ${base}: ${counted(uris.length, 'file')} checked, with what depends on a change; ${skipped} skipped.`;
  return { uris, said };
}

/** The repository as it was; what has not changed is taken from how it is. */
async function then(repository: Repository, files: ReadonlyMap<string, string>, scan: Scan, summaries: Summaries | undefined) {
  const { root } = repository;
  const changed = new Set<string>();
  const pathOf = (uri: string): string | undefined => {
    const path = uri.startsWith('file:') ? relative(root, fileURLToPath(uri)).split(sep).join('/') : '..';
    return path.startsWith('..') ? undefined : path;
  };
  const oldText = async (path: string): Promise<string | undefined> => {
    const name = files.get(path);
    return name === undefined ? undefined : textOf(repository, name);
  };
  const uriAt = (path: string): string => uriOf(join(root, path));
  const is = (uri: string, bytes: Uint8Array): boolean => blobsOf(bytes).includes(files.get(pathOf(uri) as string) ?? '');

  const configTexts = new Map<string, string>();
  for (const [uri, text] of scan.configTexts) {
    if (pathOf(uri) === undefined || is(uri, Buffer.from(text))) configTexts.set(uri, text);
    else changed.add(uri);
  }
  for (const path of files.keys()) if (path.endsWith('iplan.config.json') && !scan.configTexts.has(uriAt(path))) changed.add(uriAt(path));
  for (const uri of changed) {
    const text = await oldText(pathOf(uri) as string);
    if (text !== undefined) configTexts.set(uri, text);
  }
  const configs = new Configs(configTexts, scan.overrides);

  const looked = new Map<string, Looked>();
  for (const file of scan.files.values()) {
    const path = pathOf(file.uri);
    if (path === undefined || isSame(file, files.get(path))) looked.set(file.uri, file);
    else changed.add(file.uri);
  }
  for (const path of files.keys())
    if (path.endsWith('.iplan') && !scan.files.has(uriAt(path)) && !(scan.configs.excluded(uriAt(path)) && configs.excluded(uriAt(path))))
      changed.add(uriAt(path));
  for (const uri of changed) {
    const text = uri.endsWith('.iplan') ? await oldText(pathOf(uri) as string) : undefined;
    if (text === undefined) continue;
    const content = contentOf(text);
    looked.set(uri, { uri, library: scan.files.get(uri)?.library ?? false, content, summary: summaries?.get(content) ?? summaryOf(text) });
  }
  for (const uri of looked.keys()) if (configs.excluded(uri)) looked.delete(uri);

  const sight = new Sight(looked.values());
  const data = new Map<string, string>();
  for (const uri of new Set([...sight.units.flatMap(dataUris), ...scan.data.keys()])) {
    const path = pathOf(uri);
    const now = scan.data.get(uri);
    const read = path === undefined || now === undefined ? undefined : readBytes(fileURLToPath(uri));
    const kept = path === undefined || (read !== undefined && 'bytes' in read && is(uri, read.bytes));
    const text = kept ? now : await oldText(path as string);
    if (text !== now) changed.add(uri);
    if (text !== undefined) data.set(uri, text);
  }
  return { sight, files: looked, configs, data, changed };
}

const isSame = ({ blobs = [] }: Looked, name: string | undefined): boolean => name !== undefined && blobs.includes(name);
