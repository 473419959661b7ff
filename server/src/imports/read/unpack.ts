import { Unzip, UnzipInflate, unzipSync } from 'fflate';
import { say } from '../../text/say.ts';
import { LIMITS, Refused } from './source.ts';

/** How much of an archive is unpacked at a time: what comes of it is counted before more is asked for. */
const STEP = 1_024;
/** Below this nobody is harmed, whatever the ratio. */
const HARMLESS = 10_000_000;

/**
 * The files of an archive that are wanted. What its directory says is too much is never unpacked; what it says is little is not
 * believed: what comes out is counted while it comes, against what has gone in so far, and the first byte too many ends it.
 */
export function unpack(bytes: Uint8Array, wanted: (name: string) => boolean): ReadonlyMap<string, Uint8Array> {
  if (isLocked(bytes)) throw new Refused(say`is protected by a password. Save it again without one`);
  refuseLarge(bytes, wanted);
  const files = new Map<string, Uint8Array>();
  let all = 0;
  let given = 0;
  let seen = 0;
  let failed: unknown;
  const unzip = new Unzip((file) => {
    if (++seen > LIMITS.files) throw new Refused(say`holds more than ${LIMITS.files} files and was not unpacked`);
    if (!wanted(file.name) || file.name.endsWith('/')) return;
    const chunks: Uint8Array[] = [];
    let size = 0;
    file.ondata = (error, chunk, final) => {
      if (error !== null) {
        failed ??= error;
        return;
      }
      size += chunk.length;
      all += chunk.length;
      if (isTooMuch(all, given)) throw tooLarge();
      chunks.push(chunk);
      if (final) files.set(file.name, joined(chunks, size));
    };
    file.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length && failed === undefined; at += STEP) {
      given = Math.min(bytes.length, at + STEP);
      unzip.push(bytes.subarray(at, given), given === bytes.length);
    }
  } catch (error) {
    failed ??= error;
  }
  // What is thrown while a file comes out is handed back by the library as an error of that file.
  if (failed instanceof Refused) throw failed;
  if (failed !== undefined || files.size === 0)
    throw new Refused(say`is damaged: it cannot be unpacked. Open it in the program it was made with, and save it again`);
  return files;
}

const isTooMuch = (unpacked: number, packed: number): boolean => unpacked > LIMITS.unpacked || (unpacked > HARMLESS && unpacked > packed * LIMITS.ratio);
const tooLarge = (): Refused => new Refused(say`grows beyond all measure when it is unpacked, as no plan does, and was not read`);

/** Reads only the directory. An archive without one that can be read is told from what comes out of it. */
function refuseLarge(bytes: Uint8Array, wanted: (name: string) => boolean): void {
  let size = 0;
  const listed = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    if (wanted(name)) size += originalSize;
    return false;
  };
  try {
    unzipSync(bytes, { filter: listed });
  } catch {
    return;
  }
  if (isTooMuch(size, bytes.length)) throw tooLarge();
}

function joined(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

export const isArchive = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
/** The first file of the archive says whether it is locked. */
const isLocked = (bytes: Uint8Array): boolean => isArchive(bytes) && ((bytes[6] as number) & 1) === 1;
/** The container of Office before 2007, and of documents locked with a password since. */
export const isOldOffice = (bytes: Uint8Array): boolean => [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);
