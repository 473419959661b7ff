import { closeSync, fchmodSync, fsyncSync, openSync, readFileSync, realpathSync, renameSync, rmSync, type Stats, statSync, writeFileSync } from 'node:fs';
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
type Content = string | Uint8Array | Iterable<string>;

/** Writes a file that may not be there yet, whole or not at all; what is no ordinary file is written to as it is. Returns why it could not be done. */
export function writeText(path: string, text: Content): string | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  try {
    if (stat === undefined || stat.isFile()) return put(stat === undefined ? path : realpathSync(path), text, stat);
    if (stat.isDirectory()) return say`is a folder, not a file`;
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

/** Writes beside a file and then takes its name: whoever reads it sees the old text or the new one. */
function put(path: string, text: Content, before: Stats | undefined): string | undefined {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const handle = openSync(beside, 'wx');
    try {
      write(handle, text);
      if (before !== undefined) fchmodSync(handle, before.mode);
      fsyncSync(handle);
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

function why(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  const said = {
    ENOSPC: say`the disk is full`,
    EACCES: say`you lack the permission`,
    EPERM: say`you lack the permission`,
    ENOENT: say`its folder does not exist`,
  }[code];
  return say`could not be written${said === undefined ? ` (${code})` : `: ${said}`}`;
}
