// Plans that were imported before: where they lie, and what stands in them now.
import { FileType, Uri, workspace } from 'vscode';
import type { ImportParams } from './messages.ts';

/** The file beside a plan that holds what was imported, and of which files. */
const BASE = '.iplan-import.json';

interface Base {
  readonly sources?: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
}

/** The folders in and directly below one that hold a plan made of files with these names, or a plan with this id. */
export async function importedBefore(parent: Uri, id: string, names: readonly string[]): Promise<readonly Uri[]> {
  const below = await workspace.fs.readDirectory(parent).then(
    (entries) => entries.flatMap(([name, type]) => (type === FileType.Directory ? [Uri.joinPath(parent, name)] : [])),
    () => [],
  );
  const found = await Promise.all(
    [parent, ...below].map(async (folder) => {
      const base = await baseOf(folder);
      const isIt = base?.sources === undefined ? base !== undefined && folder.path.endsWith(`/${id}`) : base.sources.some((name) => names.includes(name));
      return isIt ? [folder] : [];
    }),
  );
  return found.flat();
}

/** What stands in the files of a plan that was imported before, those that are open and not saved yet among them. */
export async function planIn(folder: Uri): Promise<ImportParams['into']> {
  const base = await textOf(Uri.joinPath(folder, BASE));
  if (base === undefined) return undefined;
  const paths = new Set([...(await plansBelow(folder, '')), ...Object.keys((await baseOf(folder))?.files ?? {}).filter(isBelow)]);
  const files = await Promise.all(
    [...paths].map(async (path) => {
      const text = await textOf(Uri.joinPath(folder, path));
      return text === undefined ? [] : [{ path, text }];
    }),
  );
  return { base, files: files.flat() };
}

/** Whether a path stays in its folder. */
const isBelow = (path: string): boolean => path.split(/[/\\]/).every((part) => part !== '' && part !== '..') && !path.includes(':');

async function baseOf(folder: Uri): Promise<Base | undefined> {
  try {
    return JSON.parse((await textOf(Uri.joinPath(folder, BASE))) ?? 'null') ?? undefined;
  } catch {
    return {};
  }
}

async function textOf(uri: Uri): Promise<string | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open?.isDirty === true) await open.save();
  return workspace.fs.readFile(uri).then(
    (bytes) => new TextDecoder().decode(bytes),
    () => undefined,
  );
}

/** The plans in a folder and below it, by their paths; links are not followed. */
async function plansBelow(folder: Uri, path: string): Promise<readonly string[]> {
  const entries = await workspace.fs.readDirectory(Uri.joinPath(folder, path));
  const found = await Promise.all(
    entries.map(async ([name, type]) => {
      if (type === FileType.Directory) return plansBelow(folder, `${path}${name}/`);
      return type === FileType.File && name.endsWith('.iplan') ? [`${path}${name}`] : [];
    }),
  );
  return found.flat();
}
