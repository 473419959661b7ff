import fs, { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import git from 'isomorphic-git';
import { PASSED_OVER } from '../../../client/src/messages.ts';
import type { Versions } from './access.ts';
import { decode, LARGEST } from './files.ts';
import { treesOfIndex } from './git-index.ts';

/** So many commits are offered. */
const NEWEST = 15;
const OURS = /\.(?:iplan|csv)$|(?:^|\/)iplan\.config\.json$/;

/** A repository: where its files stand, its own folder, and how the library reads its objects and branches, keeping what it has read. */
export interface Repository {
  readonly root: string;
  readonly own: string;
  readonly at: { readonly fs: typeof fs; readonly gitdir: string; readonly cache: object };
}

/** The texts of a repository at one moment, by the address they have in the working tree; what could not be read has a sentence. */
export interface Snapshot {
  readonly texts: ReadonlyMap<string, string>;
  readonly unread: readonly { readonly path: string; readonly error: string }[];
}

/** Looks for the repository that a folder lies in. Its objects are read as they are: no process is started. */
export function repositoryOf(folder: string): Repository | undefined {
  for (let root = resolve(folder); ; root = dirname(root)) {
    const dot = join(root, '.git');
    if (existsSync(dot)) return opened(root, dot);
    if (dirname(root) === root) return undefined;
  }
}

/** A second working tree has a file in the place of the folder, and shares the objects of the first. */
function opened(root: string, dot: string): Repository {
  const at = (gitdir: string) => ({ fs, gitdir, cache: {} });
  if (statSync(dot).isDirectory()) return { root, own: dot, at: at(dot) };
  const target = /^gitdir: (.+)$/m.exec(readFileSync(dot, 'utf8'))?.[1]?.trim() ?? dot;
  const own = isAbsolute(target) ? target : resolve(root, target);
  const shared = join(own, 'commondir');
  return { root, own, at: at(existsSync(shared) ? resolve(own, readFileSync(shared, 'utf8').trim()) : own) };
}

/**
 * The commit that a revision names: a branch, a tag, a commit or its beginning, with `~2` and `^` after it. What is known to be a commit
 * is not looked up.
 */
export async function commitOf(repository: Repository, revision: string, isCommit: (oid: string) => boolean = () => false): Promise<string | undefined> {
  const [, name, steps] = /^(.*?)((?:[~^]\d*)*)$/.exec(revision) as unknown as [string, string, string];
  let commit = await named(repository, name === '' || name === '@' ? 'HEAD' : name, isCommit);
  for (const [, sign, number] of steps.matchAll(/([~^])(\d*)/g)) {
    const times = sign === '~' ? Number(number || 1) : 1;
    const parent = sign === '^' ? Number(number || 1) : 1;
    for (let i = 0; i < times && commit !== undefined; i++) commit = await parentOf(repository, commit, parent);
  }
  return commit;
}

async function named({ own, at }: Repository, name: string, isCommit: (oid: string) => boolean): Promise<string | undefined> {
  const head =
    name === 'HEAD'
      ? readFileSync(join(own, 'HEAD'), 'utf8')
          .trim()
          .replace(/^ref: /, '')
      : name;
  const found = await git.resolveRef({ ...at, ref: head }).catch(() => undefined);
  const oid = found ?? (/^[0-9a-f]{4,40}$/.test(head) ? await git.expandOid({ ...at, oid: head }).catch(() => undefined) : undefined);
  if (oid === undefined) return undefined;
  if (isCommit(oid)) return oid;
  // A tag with a message is an object of its own that points at the commit.
  const object = await git.readObject({ ...at, oid, format: 'parsed' }).catch(() => undefined);
  return object?.type === 'tag' ? (object.object as { object: string }).object : object?.type === 'commit' ? oid : undefined;
}

async function parentOf({ at }: Repository, commit: string, which: number): Promise<string | undefined> {
  const read = await git.readCommit({ ...at, oid: commit }).catch(() => undefined);
  return which === 0 ? commit : read?.commit.parent[which - 1];
}

/** Branches, tags and the newest commits of a repository: what there is to choose from. */
export async function versionsIn(repository: Repository): Promise<Versions> {
  const { at } = repository;
  const head = await commitOf(repository, 'HEAD');
  const log = head === undefined ? [] : await git.log({ ...at, ref: head, depth: NEWEST }).catch(() => []);
  return {
    branches: (await git.listBranches(at)).sort(),
    tags: (await git.listTags(at)).sort(),
    commits: log.map(({ oid, commit: { message, committer } }) => ({
      id: oid,
      says: message.split('\n', 1)[0] as string,
      day: new Date((committer.timestamp - committer.timezoneOffset * 60) * 1000).toISOString().slice(0, 10),
    })),
  };
}

/** Plans, data and configurations as they were at a commit. */
export async function snapshot(repository: Repository, commit: string): Promise<Snapshot> {
  const { root, at } = repository;
  const texts = new Map<string, string>();
  const unread: { path: string; error: string }[] = [];
  for (const [path, oid] of await filesAt(repository, commit)) {
    const { blob } = await git.readBlob({ ...at, oid });
    const read = blob.byteLength > LARGEST ? { error: 'is larger than 2 MB and was not read' } : decode(blob);
    if ('text' in read) texts.set(pathToFileURL(join(root, path)).href, read.text);
    else unread.push({ path: join(root, path), error: read.error });
  }
  return { texts, unread };
}

/** The files of plans, data and configurations at a commit, as paths from the root and in their order, with the names of their contents. */
export async function filesAt({ own, at }: Omit<Repository, 'root'>, commit: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const inIndex = treesOfIndex(own);
  const isOurs = (path: string): boolean => OURS.test(path) && !path.split('/').some((name) => PASSED_OVER.includes(name));
  const visit = async (oid: string, folder: string): Promise<void> => {
    const known = inIndex(oid);
    for (const [path, blob] of known ?? []) if (isOurs(path)) found.set(folder + path, blob);
    if (known !== undefined) return;
    const { tree } = await git.readTree({ ...at, oid });
    for (const { path: name, type, oid: child } of tree) {
      if (type === 'tree' && !PASSED_OVER.includes(name)) await visit(child, `${folder}${name}/`);
      if (type === 'blob' && OURS.test(name)) found.set(folder + name, child);
    }
  };
  await visit(commit, '');
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The text of a content; `undefined` where it cannot be read. */
export async function textOf({ at }: Repository, oid: string): Promise<string | undefined> {
  const { blob } = await git.readBlob({ ...at, oid });
  const read = blob.byteLength > LARGEST ? { error: 'too large' } : decode(blob);
  return 'text' in read ? read.text : undefined;
}
