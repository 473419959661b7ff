import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { PASSED_OVER } from '../../../client/src/messages.ts';
import { CONFIG_FILE } from '../config/config.ts';
import { say } from '../text/say.ts';

/** The largest file that is read, in bytes. */
export const LARGEST = 2 * 1024 * 1024;
export const MOST_FILES = 20_000;
/** More folders are not looked through: somebody has opened a whole disk. */
export const MOST_FOLDERS = 50_000;

/** What is said of a file that is not there. */
export const MISSING = 'does not exist';

export type TextOrError = { readonly text: string } | { readonly error: string };

/** Reads a text file. What cannot be read comes back as a sentence for people; nothing is thrown. */
export function readText(path: string): TextOrError {
  const read = readBytes(path);
  return 'bytes' in read ? decode(read.bytes) : read;
}

/** Reads a file that may be text. */
export function readBytes(path: string, largest = LARGEST): { readonly bytes: Buffer } | { readonly error: string } {
  let handle: number | undefined;
  try {
    // Without waiting: a pipe that nobody writes to would never answer.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = fstatSync(handle);
    if (stat.isDirectory()) return { error: say`is a folder, not a file` };
    if (!stat.isFile()) return { error: say`is no ordinary file and was not read` };
    if (stat.size > largest)
      return { error: say`is ${Math.round(stat.size / 1024 / 1024)} MB large; files of more than 2 MB are not read. Split the plan into several files` };
    return { bytes: upTo(stat.size, handle) };
  } catch (error) {
    return { error: sayWhy(error) };
  } finally {
    if (handle !== undefined) closeSync(handle);
  }
}

/** A file that was touched so short a while ago, in milliseconds, may be touched again at what a coarse clock calls the same moment. */
const SETTLED = 2000;

/**
 * What a file is known to be untouched by: where it lies on its disk, its size and when it was last changed. Nothing of a file that was
 * changed a moment ago. Ask for it before the file is read.
 */
export function stampOf(path: string): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile()) return undefined;
  const { dev, ino, size, mtimeMs, ctimeMs } = stat;
  return Date.now() - Math.max(mtimeMs, ctimeMs) < SETTLED ? undefined : `${dev} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
}

/** The first bytes of a file: one that somebody writes to while it is read is not followed for as long as it grows. */
function upTo(size: number, handle: number): Buffer {
  const bytes = Buffer.alloc(size);
  let length = 0;
  for (let read = -1; read !== 0 && length < size; length += read) read = readSync(handle, bytes, length, size - length, null);
  return bytes.subarray(0, length);
}

/** Text of bytes that must be UTF-8; a byte-order mark is left out. */
export function decode(bytes: Uint8Array): TextOrError {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const wide = bytes[0] === 0xff || bytes[0] === 0xfe;
    return { error: say`is not written in UTF-8${wide ? say` but in UTF-16` : ''}. Save it again with the encoding UTF-8` };
  }
}

function sayWhy(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return MISSING;
  if (code === 'EACCES' || code === 'EPERM') return say`may not be read: you lack the permission`;
  if (code === 'ELOOP') return say`is a link that leads back to itself`;
  return say`cannot be read (${code ?? String(error)})`;
}

export interface Listing {
  readonly plans: readonly string[];
  readonly configs: readonly string[];
  /** Folders that could not be read, and the end of a list that grew too long. */
  readonly problems: readonly { readonly path: string; readonly error: string }[];
}

/** The plan and configuration files at any depth below a folder, in the order of their names. Links are not followed. */
export function listFiles(folder: string): Listing {
  const plans: string[] = [];
  const configs: string[] = [];
  const problems: { path: string; error: string }[] = [];
  const folders = [folder];
  for (let current = folders.pop(); current !== undefined; current = folders.pop()) {
    let entries: import('node:fs').Dirent[];
    try {
      entries = readdirSync(current, { withFileTypes: true });
    } catch (error) {
      problems.push({ path: current, error: sayWhy(error) });
      continue;
    }
    for (const entry of entries) {
      const path = current.endsWith(sep) ? current + entry.name : current + sep + entry.name;
      if (entry.isDirectory() && !PASSED_OVER.includes(entry.name)) folders.push(path);
      else if (entry.isFile() && entry.name.endsWith('.iplan')) plans.push(path);
      else if (entry.isFile() && entry.name === CONFIG_FILE) configs.push(path);
    }
    if (plans.length > MOST_FILES) {
      problems.push({ path: folder, error: say`holds more than ${MOST_FILES.toLocaleString('en')} plan files; only these were read` });
      plans.length = MOST_FILES;
      break;
    }
  }
  return { plans: plans.sort(), configs: configs.sort(), problems };
}

/** The folder from which a path's plans are read: the nearest repository around it, else the highest folder with a configuration, else the path's own. */
function rootOf(path: string): string {
  const own = isFolder(path) ? path : dirname(path);
  let found: string | undefined;
  for (let folder = own; ; folder = dirname(folder)) {
    if (exists(join(folder, CONFIG_FILE))) found = folder;
    if (exists(join(folder, '.git'))) return folder;
    if (dirname(folder) === folder) return found ?? topPlan(own);
  }
}

/** The folders to be read for a path: what its names may lead to, and itself where it would be passed over on the way down. */
export function rootsOf(path: string): readonly string[] {
  const root = rootOf(path);
  const folder = isFolder(path) ? path : dirname(path);
  return relative(root, folder)
    .split(sep)
    .some((name) => PASSED_OVER.includes(name))
    ? [root, folder]
    : [root];
}

/** The highest folder of an unbroken chain of folders with plan files above one. */
function topPlan(own: string): string {
  let top = own;
  for (let folder = dirname(own); dirname(folder) !== folder && hasPlans(folder); folder = dirname(folder)) top = folder;
  return top;
}

const hasPlans = (folder: string): boolean => {
  try {
    return readdirSync(folder).some((name) => name.endsWith('.iplan'));
  } catch {
    return false;
  }
};

export const isFolder = (path: string): boolean => {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
};
export const exists = (path: string): boolean => {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
};

/** Whether a file that a plan names lies, links resolved, anywhere else than its path below one of the folders says. */
export function leadsElsewhere(path: string, roots: Iterable<string>): boolean {
  const [root] = [...roots].filter((folder) => !isOutside(relative(folder, path))).sort((a, b) => a.length - b.length);
  if (root === undefined) return true;
  try {
    return realpathSync(path) !== join(realpathSync(root), relative(root, path));
  } catch {
    return false; // There is no such file, so it leads nowhere.
  }
}

const isOutside = (path: string): boolean => path === '..' || /^\.\.[/\\]/.test(path) || isAbsolute(path);

/** A path as it is shown: relative to a folder when it lies below it, with forward slashes, and never like a command of a build log. */
export function shownPath(path: string, from: string): string {
  const short = relative(from, path);
  const shown = (short === '' || isOutside(short) ? path : short).replaceAll(sep, '/');
  return /^[:#-]/.test(shown) ? `./${shown}` : shown;
}
