// A plan in a link: everything after the "#", which browsers send to nobody. Whoever makes a link may be hostile, so what is read from one
// is bounded before it is unpacked, checked before it is used, and refused in a sentence.
import { say } from '../../server/src/text/say.ts';
import { isPlanFile, type Texts } from './addresses.ts';

/** What a link carries: the files, and the one that is shown first. */
export interface Shared {
  readonly texts: Texts;
  readonly shown: string;
}

/** Why a plan is not shared, or a link not opened, as a sentence for whoever did it. */
export class NotShared extends Error {}

const MARK = '#plan=1.';
/** Characters of a link; longer ones are refused by browsers or cut by what they are sent with. */
export const MOST_IN_LINK = 100_000;
/** Bytes that a link may unpack to. */
const MOST_UNPACKED = 600_000;
const MOST_FILES = 200;

export const isShared = (fragment: string): boolean => fragment.startsWith('#plan=');

/** The fragment for a plan. */
export async function fragmentOf({ texts, shown }: Shared): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify({ shown, files: [...texts] }));
  if (bytes.length > MOST_UNPACKED || texts.size > MOST_FILES) throw new NotShared(tooLarge());
  const packed = await bytesOf(streamOf(bytes).pipeThrough(new CompressionStream('deflate-raw')), MOST_UNPACKED);
  const fragment = MARK + base64(packed);
  if (fragment.length > MOST_IN_LINK) throw new NotShared(tooLarge());
  return fragment;
}

/** What a fragment carries. */
export async function sharedIn(fragment: string): Promise<Shared> {
  if (!fragment.startsWith(MARK)) throw new NotShared(say`This link was made by a playground of another version. Ask whoever sent it for a new one.`);
  if (fragment.length > MOST_IN_LINK) throw new NotShared(say`This link holds more than the playground takes. Ask for the files of the plan instead.`);
  const packed = unBase64(fragment.slice(MARK.length));
  const bytes = packed && (await unpacked(packed));
  if (bytes === undefined) throw new NotShared(say`This link is damaged: part of it is missing or was changed on the way. Ask for it once more.`);
  const shared = read(bytes);
  if (shared === undefined) throw new NotShared(say`This link holds no plan, so nothing of it is shown.`);
  return shared;
}

const tooLarge = (): string => say`This plan is too large for a link. Send its files instead.`;

async function unpacked(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
  try {
    return await bytesOf(streamOf(packed).pipeThrough(new DecompressionStream('deflate-raw')), MOST_UNPACKED);
  } catch (error) {
    if (error instanceof NotShared) throw error;
    return undefined;
  }
}

function read(bytes: Uint8Array): Shared | undefined {
  try {
    const { shown, files } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as { shown?: unknown; files?: unknown };
    if (!Array.isArray(files) || files.length > MOST_FILES || !files.every(isFile)) return undefined;
    const texts = new Map(files);
    if (texts.size !== files.length || typeof shown !== 'string' || !texts.has(shown)) return undefined;
    return { texts, shown };
  } catch {
    return undefined;
  }
}

const isFile = (value: unknown): value is [string, string] => Array.isArray(value) && value.length === 2 && isPath(value[0]) && typeof value[1] === 'string';

/** A path that stays below its folder, in letters that can be seen. */
const isPath = (path: unknown): path is string =>
  typeof path === 'string' && path.length <= 200 && isPlanFile(path) && path.split('/').every((part) => /^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_. -]*$/u.test(part));

const streamOf = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> => new Blob([bytes]).stream();

/** What a stream gives, which ends it where that is more than `most` bytes. */
async function bytesOf(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > most) {
      await reader.cancel().catch(() => {});
      throw new NotShared(say`This link unpacks to more than the playground takes. Ask for the files of the plan instead.`);
    }
    chunks.push(next.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function unBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text === '' || !/^[\w-]+$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
