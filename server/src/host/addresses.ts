import { fileURLToPath, pathToFileURL } from 'node:url';

/** Paths of which every character stands for itself in an address. Of ten thousand files nearly all are such. */
const PLAIN = /^(?:\/[\w-][\w.-]*)+$/;
const posix = process.platform !== 'win32';

/** The address of a file. */
export const uriOf = (path: string): string => (posix && PLAIN.test(path) ? `file://${path}` : pathToFileURL(path).href);

/** The path of an address that begins with `file:`. */
export function pathOf(uri: string): string {
  const path = uri.slice('file://'.length);
  return posix && PLAIN.test(path) ? path : fileURLToPath(uri);
}
