import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listFiles } from '../host/files.ts';
import { commitOf, filesAt, isContent, type Repository, repositoryOf, textOf } from '../host/git.ts';
import { counted } from '../language/nouns.ts';
import { wantedData } from '../model/data.ts';
import { addChange, dependentsOf, noChanges } from '../model/dependents.ts';
import { parseFile } from '../model/workspace.ts';
import { say } from '../text/say.ts';
import { isBelow } from '../text/uris.ts';
import type { Gathered } from './checking.ts';
import { UsageError } from './usage.ts';

/** Of the files that were asked about, those that have changed since a commit and everything that depends on a change; and a sentence about the rest. */
export async function changedSince(base: string, work: Gathered): Promise<{ readonly uris: readonly string[]; readonly said: string }> {
  const repository = repositoryOf(process.cwd());
  if (repository === undefined) throw new UsageError(say`--changed needs a git repository, and there is none here.`);
  const commit = await commitOf(repository, base).catch(() => undefined);
  if (commit === undefined) throw new UsageError(say`--changed: there is no branch, tag or commit "${base}".`);
  const before = await filesAt(repository, commit);
  const changed = differing(repository, before, work);
  const changes = noChanges();
  for (const path of changed) {
    const uri = pathToFileURL(join(repository.root, path)).href;
    const old = path.endsWith('.iplan') ? before.get(path) : undefined;
    const text = old === undefined ? undefined : await textOf(repository, old);
    addChange(changes, uri, text === undefined ? undefined : parseFile(uri, text), work.workspace.files.get(uri));
  }
  const { uris } = changes;
  const configs = [...uris].filter((uri) => uri.endsWith('/iplan.config.json')).map((uri) => uri.slice(0, uri.lastIndexOf('/')));
  // A configuration holds for everything below it.
  for (const uri of work.workspace.files.keys()) if (configs.some((folder) => isBelow(uri, folder))) uris.add(uri);
  const affected = dependentsOf(work.workspace.scopes, changes);
  const kept = work.uris.filter((uri) => affected.has(work.workspace.scopeOf(uri) as never));
  const skipped = work.uris.length - kept.length;
  const said = say`${counted(changed.size, 'file')} changed since ${base}: ${counted(kept.length, 'file')} checked, with what depends on a change; ${skipped} skipped.`;
  return { uris: kept, said };
}

/** The paths, from the root, of what is new, gone or other than before. */
function differing({ root }: Repository, before: ReadonlyMap<string, string>, work: Gathered): ReadonlySet<string> {
  const { plans, configs } = listFiles(root);
  const data = [...wantedData(work.workspace)].map((uri) => fileURLToPath(uri));
  const changed = new Set<string>();
  const seen = new Set<string>();
  for (const file of [...plans, ...configs, ...data]) {
    const path = relative(root, file).split(sep).join('/');
    const bytes = bytesOf(file);
    if (bytes === undefined) continue;
    seen.add(path);
    const old = before.get(path);
    if (old === undefined || !isContent(bytes, old)) changed.add(path);
  }
  for (const path of before.keys()) if (!seen.has(path) && (!path.endsWith('.csv') || bytesOf(join(root, path)) === undefined)) changed.add(path);
  return changed;
}

function bytesOf(path: string): Uint8Array | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
