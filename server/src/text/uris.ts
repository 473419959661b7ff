const PLAIN = /^[\w+.-]+:[\w./-]*$/;

/**
 * One spelling for each address: editors differ in what they encode (`c:` or `c%3A`, brackets, accents), and a file must not be there
 * twice for that. Encoded as data files named in plans are, so that both meet.
 */
export function canonical(uri: string): string {
  // Whoever speaks the protocol wrongly is refused here, before anything is kept under a name that is none.
  if (typeof uri !== 'string') throw new TypeError('An address is no text.');
  if (PLAIN.test(uri)) return uri;
  const parts = /^([\w+.-]+:(?:\/\/[^/?#]*)?)([^?#]*)(.*)$/s.exec(uri);
  if (parts === null) return uri;
  const [, start, path, rest] = parts as unknown as [string, string, string, string];
  try {
    const segments = path.split('/').map((segment) => encodeURIComponent(decodeURIComponent(segment)));
    // The drive of a Windows path is written small.
    if (/^[A-Za-z]%3A$/.test(segments[1] ?? '')) segments[1] = (segments[1] as string).toLowerCase().replace('%3a', '%3A');
    return start + segments.join('/') + rest;
  } catch {
    return uri;
  }
}

/** Whether a file lies in a folder, at any depth. */
export const isBelow = (uri: string, folder: string): boolean => uri.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

/** The folders above a file or folder, nearest first; each ends with a slash. */
export function foldersAbove(uri: string): readonly string[] {
  const floor = uri.indexOf('://') + 3;
  const folders: string[] = [];
  for (let end = uri.replace(/\/$/, '').lastIndexOf('/'); end >= floor; end = uri.lastIndexOf('/', end - 1)) folders.push(uri.slice(0, end + 1));
  return folders;
}
