import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { say } from '../text/say.ts';

/** Writes a file so that nobody ever sees half of it. What keeps it from being written comes back as a sentence; nothing is thrown. */
export function save(path: string, content: string | Uint8Array): { readonly error?: string } {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    writeFileSync(beside, content, { flag: 'wx' });
    renameSync(beside, path);
    return {};
  } catch (error) {
    rmSync(beside, { force: true });
    return { error: sayWhy(error) };
  }
}

/** Writes several files into a folder, which is made where it is not there; the last one is written when the others are. */
export function saveAll(folder: string, files: Iterable<readonly [name: string, content: string | Uint8Array]>): { readonly error?: string } {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    return { error: sayWhy(error) };
  }
  for (const [name, content] of files) {
    const done = save(join(folder, name), content);
    if (done.error !== undefined) return { error: `${done.error} (${name})` };
  }
  return {};
}

function sayWhy(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === 'ENOENT') return say`cannot be written: its folder does not exist`;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return say`may not be written: you lack the permission`;
  if (code === 'ENOTDIR' || code === 'EEXIST') return say`cannot be written: a part of its path is a file`;
  if (code === 'EISDIR') return say`cannot be written: it is a folder`;
  if (code === 'ENOSPC') return say`cannot be written: the disk is full`;
  return say`cannot be written (${code ?? String(error)})`;
}
