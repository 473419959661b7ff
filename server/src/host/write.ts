import { closeSync, fchmodSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { decode } from './files.ts';

/**
 * Puts a text in the place of another, whole or not at all: it is written beside the file, which then takes its name. Returns why it
 * could not be done. A file that somebody has changed since it was read is left to them.
 */
export function replaceText(path: string, was: string, text: string): string | undefined {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  try {
    const bytes = readFileSync(path);
    const now = decode(bytes);
    if (!('text' in now) || now.text !== was) return 'has changed while it was being read';
    const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\uFEFF' : '';
    const handle = openSync(beside, 'wx');
    try {
      writeFileSync(handle, mark + text);
      fchmodSync(handle, statSync(path).mode);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, path);
    return undefined;
  } catch (error) {
    rmSync(beside, { force: true });
    return `could not be written (${(error as NodeJS.ErrnoException).code ?? String(error)})`;
  }
}
