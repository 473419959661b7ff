import { hash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { KEPT_DAYS, readied } from '../host/shelf.ts';
import { writeText } from '../host/write.ts';
import { type Day, daysBetween } from '../language/dates.ts';
import type { Summary } from '../sight/summary.ts';
import type { Held, Memory } from './scan.ts';

/** A content that was read. */
interface Content {
  readonly content: string;
  day: Day;
  readonly summary: Summary;
}

/** What a file was seen to hold. */
interface File {
  day: Day;
  readonly stamp: string;
  readonly blobs: readonly string[];
  readonly of: Content;
}

/** How a page lies on disk: a hash of the rest, the length of the JSON, the JSON, then the names of all summaries, as numbers of four bytes. */
interface Written {
  readonly made: string;
  readonly contents: readonly [content: string, day: Day, heads: Summary['heads'], data: Summary['data'], size: number, names: number][];
  readonly files: readonly [uri: string, day: Day, stamp: string, content: number, ...blobs: string[]][];
}
const HASH = 32;
const JSON_AT = HASH + 4;

/** The whole is written anew when so large a part of it is new; until then, what is new stands in a file beside it. */
const PART = 1 / 8;

/**
 * What the files of a repository were seen to hold, in two files that are read in one go: of ten thousand plans hardly one has to be opened
 * again. Each file is replaced as a whole; what cannot be read, or was written by another edition, is not there.
 */
export class Looks implements Memory {
  readonly #folder: string;
  readonly #made: string;
  readonly #today: Day;
  readonly #whole: Page;
  readonly #more: Page;
  #changed = false;

  constructor(folder: string, made: string, today: Day) {
    this.#folder = folder;
    this.#made = `${made} ${endianness()}`;
    this.#today = today;
    this.#whole = opened(join(folder, 'whole'), this.#made);
    this.#more = opened(join(folder, 'more'), this.#made);
  }

  get(content: string): Summary | undefined {
    const known = this.#content(content);
    if (known !== undefined) known.day = this.#today;
    return known?.summary;
  }

  put(content: string, summary: Summary): void {
    this.#more.contents.set(content, { content, day: this.#today, summary });
    this.#changed = true;
  }

  untouched(uri: string, stamp: string): Held | undefined {
    const known = this.#more.files.get(uri) ?? this.#whole.files.get(uri);
    if (known?.stamp !== stamp) return undefined;
    const { of, blobs } = known;
    known.day = this.#today;
    of.day = this.#today;
    return { content: of.content, summary: of.summary, blobs };
  }

  before(uri: string, blob: string): Held | undefined {
    const known = [this.#more, this.#whole].map(({ files }) => files.get(uri)).find((one) => one?.blobs.includes(blob));
    return known && { content: known.of.content, summary: known.of.summary, blobs: known.blobs };
  }

  seen(uri: string, stamp: string, { content, summary, blobs }: Held): void {
    const of = this.#content(content) ?? { content, day: this.#today, summary };
    this.#more.contents.set(content, of);
    this.#more.files.set(uri, { day: this.#today, stamp, blobs, of });
    this.#changed = true;
  }

  #content(content: string): Content | undefined {
    return this.#more.contents.get(content) ?? this.#whole.contents.get(content);
  }

  /** Writes what is new. Returns why it could not be written. */
  save(): string | undefined {
    if (!this.#changed) return undefined;
    this.#changed = false;
    const unready = readied(this.#folder);
    if (unready !== undefined) return unready;
    const few = (table: 'contents' | 'files') => this.#more[table].size <= this.#whole[table].size * PART;
    if (few('contents') && few('files')) return writeText(join(this.#folder, 'more'), this.#bytes(this.#more), true);
    const kept = <T extends { day: Day }>(table: ReadonlyMap<string, T>) => [...table].filter(([, { day }]) => daysBetween(day, this.#today) <= KEPT_DAYS);
    const files = kept(new Map([...this.#whole.files, ...this.#more.files]));
    const contents = kept(new Map([...this.#whole.contents, ...this.#more.contents]));
    const failed = writeText(join(this.#folder, 'whole'), this.#bytes({ contents: new Map(contents), files: new Map(files) }), true);
    if (failed === undefined) rmSync(join(this.#folder, 'more'), { force: true });
    return failed;
  }

  #bytes({ contents, files }: Pick<Page, 'contents' | 'files'>): Uint8Array {
    const numbers = new Map([...contents.keys()].map((content, i) => [content, i]));
    const all = [...contents.values()];
    const written: Written = {
      made: this.#made,
      contents: all.map(({ content, day, summary: { heads, data, size, names } }) => [content, day, heads, data, size, names.length]),
      files: [...files].flatMap(([uri, { day, stamp, of, blobs }]) => {
        const number = numbers.get(of.content);
        return number === undefined ? [] : [[uri, day, stamp, number, ...blobs]];
      }),
    };
    const json = Buffer.from(JSON.stringify(written));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(json.length);
    const names = all.map(({ summary }) => Buffer.from(summary.names.buffer, summary.names.byteOffset, summary.names.byteLength));
    const rest = Buffer.concat([length, json, Buffer.alloc(-(JSON_AT + json.length) & 3), ...names]);
    return Buffer.concat([hash('sha256', rest, 'buffer'), rest]);
  }
}

/** What was read and is kept in one file. Contents are asked for one by one where files were touched, and seldom all. */
class Page {
  readonly files: Map<string, File>;
  readonly #all: readonly Content[];
  #contents: Map<string, Content> | undefined;

  constructor(all: readonly Content[] = [], files = new Map<string, File>()) {
    this.#all = all;
    this.files = files;
  }

  get contents(): Map<string, Content> {
    this.#contents ??= new Map(this.#all.map((one) => [one.content, one]));
    return this.#contents;
  }
}

function opened(path: string, made: string): Page {
  try {
    const bytes = readFileSync(path);
    if (!hash('sha256', bytes.subarray(HASH), 'buffer').equals(bytes.subarray(0, HASH))) return new Page();
    const end = JSON_AT + bytes.readUInt32LE(HASH);
    const written = JSON.parse(bytes.toString('utf8', JSON_AT, end)) as Written;
    if (written.made !== made) return new Page();
    const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes);
    let at = byteOffset + ((end + 3) & ~3);
    const all = written.contents.map(([content, day, heads, data, size, count]): Content => {
      const names = new Uint32Array(buffer, at, count);
      at += names.byteLength;
      return { content, day, summary: { heads, data, size, names } };
    });
    const files = new Map<string, File>();
    for (const [uri, day, stamp, content, ...blobs] of written.files) files.set(uri, { day, stamp, blobs, of: all[content] as Content });
    return new Page(all, files);
  } catch {
    return new Page();
  }
}
