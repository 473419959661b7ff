import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { say } from '../text/say.ts';
import { decode } from './files.ts';

/**
 * Puts a text in the place of another, whole or not at all. Returns why it could not be done. A file that somebody has changed since
 * it was read is left to them.
 */
export function replaceText(path: string, was: string, text: string): string | undefined {
  try {
    const bytes = readFileSync(path);
    const now = decode(bytes);
    if (!('text' in now) || now.text !== was) return say`has changed while it was being read`;
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '';
    return put(path, mark + text, statSync(path));
  } catch (error) {
    return why(error);
  }
}

/** What a file is to hold; a long text piece by piece. */
export type Content = string | Uint8Array | Iterable<string>;

/**
 * Writes a file that may not be there yet, whole or not at all; what is no ordinary file is written to as it is. A file that begins with the
 * hash of what it holds need not have reached the disk (`hashed`): it is known if it has not. Returns why it could not be done.
 */
export function writeText(path: string, text: Content, hashed = false): string | undefined {
  try {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat === undefined) return put(path, text, undefined, hashed);
    if (stat.isFile()) return put(realpathSync(path), text, stat, hashed);
    if (stat.isDirectory()) return say`cannot be written: it is a folder`;
    const handle = openSync(path, 'w');
    try {
      write(handle, text);
    } finally {
      closeSync(handle);
    }
    return undefined;
  } catch (error) {
    return why(error);
  }
}

/**
 * Writes several files into a folder, which is made where it is not there; the last one is written when the others are. A link that lies
 * in it is replaced, not followed. Returns why it could not be done.
 */
export function writeAll(folder: string, files: Iterable<readonly [name: string, content: Content]>): string | undefined {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    return why(error);
  }
  for (const [name, content] of files) {
    const failed = put(join(folder, name), content);
    if (failed !== undefined) return `${failed} (${name})`;
  }
  return undefined;
}

/** Writes beside a file and then takes its name: whoever reads it sees the old text or the new one. */
function put(path: string, text: Content, before?: Stats, hashed = false): string | undefined {
  const beside = join(dirname(path), `.${basename(path)}.${randomUUID().slice(0, 8)}.tmp`);
  try {
    const handle = openSync(beside, 'wx');
    try {
      write(handle, text);
      if (before !== undefined) fchmodSync(handle, before.mode);
      if (!hashed) fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path);
    return undefined;
  } catch (error) {
    rmSync(beside, { force: true });
    return why(error);
  }
}

function write(handle: number, text: Content): void {
  if (typeof text === 'string' || text instanceof Uint8Array) writeFileSync(handle, text);
  else for (const piece of text) writeFileSync(handle, piece);
}

/** Why something could not be written, as it stands behind the name of a file. */
export function why(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOSPC' || code === 'EDQUOT') return say`cannot be written: the disk is full`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return say`may not be written: you lack the permission`;
  if (code === 'ENOENT') return say`cannot be written: its folder does not exist`;
  if (code === 'ENOTDIR' || code === 'EEXIST') return say`cannot be written: a part of its path is a file`;
  if (code === 'EISDIR') return say`cannot be written: it is a folder`;
  return say`cannot be written (${code ?? String(error)})`;
}
