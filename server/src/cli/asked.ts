import { realpathSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import picomatch from 'picomatch';
import { decode, exists, isFolder, LARGEST, listFiles } from '../host/files.ts';
import { say } from '../text/say.ts';

/** What a command was asked to look at. */
export interface Asked {
  /** Files and folders, absolute, links resolved. */
  readonly paths: readonly string[];
  /** Texts that stand in for files, by address: what came over standard input. */
  readonly given: ReadonlyMap<string, string>;
  /** A sentence for each thing that was asked for and cannot be had. */
  readonly failures: readonly string[];
}

/** Resolves the paths of a command: folders and files are taken as they are, globs are spread out, `-` is standard input. */
export async function askedFor(paths: readonly string[], stdinPath = 'stdin.iplan'): Promise<Asked> {
  const asked: string[] = [];
  const given = new Map<string, string>();
  const failures: string[] = [];
  for (const path of paths) {
    if (path === '-') {
      const read = await standardInput();
      const target = real(stdinPath);
      if ('error' in read) failures.push(say`Standard input ${read.error}.`);
      else if (!target.endsWith('.iplan')) failures.push(say`--stdin-path names no plan file: ${stdinPath} does not end in .iplan.`);
      else {
        given.set(pathToFileURL(target).href, read.text);
        asked.push(target);
      }
    } else if (exists(path)) {
      const full = real(path);
      if (isFolder(full) || full.endsWith('.iplan')) asked.push(full);
      else failures.push(say`${shown(path)} is no plan file: plan files end in .iplan.`);
    } else if (/[*?[{]/.test(path)) {
      const { base, glob } = picomatch.scan(path.replaceAll(sep, '/'));
      const folder = real(base === '' ? '.' : base);
      const matches = picomatch(glob, { dot: true });
      const found = listFiles(folder).plans.filter((file) => matches(relative(folder, file).replaceAll(sep, '/')));
      if (found.length === 0) failures.push(say`No plan file matches ${shown(path)}.`);
      asked.push(...found);
    } else failures.push(say`${shown(path)} does not exist.`);
  }
  return { paths: asked, given, failures };
}

/** Whether a path is one of those asked for, or lies in one of them. */
export function wantedBy(asked: readonly string[]): (path: string) => boolean {
  const files = new Set(asked);
  const folders = asked.filter(isFolder).map((folder) => (folder.endsWith(sep) ? folder : folder + sep));
  return (path) => files.has(path) || folders.some((folder) => path.startsWith(folder));
}

const shown = (path: string): string => (/^[:#]/.test(path) ? `./${path}` : path);

/** The path that links lead to; of a file that is not there yet, that of its folder. */
function real(path: string): string {
  const full = resolve(path);
  try {
    return realpathSync(full);
  } catch {
    return full;
  }
}

async function standardInput() {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    size += (chunk as Buffer).length;
    if (size > LARGEST) return { error: say`brings more than 2 MB, which is the most that is read of a file` };
    chunks.push(chunk as Buffer);
  }
  return decode(Buffer.concat(chunks));
}
