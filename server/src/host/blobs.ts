import { createHash } from 'node:crypto';

/** The names that git may know a file by; it may have ended its lines in another way. */
export function blobsOf(bytes: Uint8Array): readonly string[] {
  const nameOf = (content: Uint8Array) => createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
  return bytes.includes(13) ? [nameOf(bytes), nameOf(Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1'))] : [nameOf(bytes)];
}
