import { hash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { endianness } from 'node:os';
import { join } from 'node:path';
import { daysBetween, KEPT_DAYS, readied } from '../host/shelf.ts';
import { writeText } from '../host/write.ts';
import type { Day } from '../language/dates.ts';
import type { Summary } from '../sight/summary.ts';
import type { Held, Memory } from './scan.ts';

/** A table of what was read: summaries by content, and what each file held, by its address. */
interface Page {
  readonly contents: Map<string, { day: Day; readonly summary: Summary }>;
  readonly files: Map<string, { day: Day; readonly stamp: string; readonly held: Held }>;
}

/** How a page lies on disk: a hash of the rest, the length of the JSON, the JSON, then the names of all summaries, as numbers of four bytes. */
interface Written {
  readonly made: string;
  readonly contents: readonly [content: string, day: Day, heads: Summary['heads'], data: Summary['data'], size: number, names: number][];
  readonly files: readonly [uri: string, day: Day, stamp: string, content: string, ...blobs: string[]][];
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
    const known = this.#more.contents.get(content) ?? this.#whole.contents.get(content);
    if (known !== undefined) known.day = this.#today;
    return known?.summary;
  }

  put(content: string, summary: Summary): void {
    this.#more.contents.set(content, { day: this.#today, summary });
    this.#changed = true;
  }

  untouched(uri: string, stamp: string): Held | undefined {
    const known = this.#more.files.get(uri) ?? this.#whole.files.get(uri);
    if (known?.stamp !== stamp) return undefined;
    known.day = this.#today;
    return known.held;
  }

  seen(uri: string, stamp: string, held: Held): void {
    this.#more.files.set(uri, { day: this.#today, stamp, held });
    this.#changed = true;
  }

  /** Writes what is new. Returns why it could not be written. */
  save(): string | undefined {
    if (!this.#changed) return undefined;
    this.#changed = false;
    const unready = readied(this.#folder);
    if (unready !== undefined) return unready;
    const few = (table: keyof Page) => this.#more[table].size <= this.#whole[table].size * PART;
    if (few('contents') && few('files')) return writeText(join(this.#folder, 'more'), this.#bytes(this.#more));
    const kept = <T extends { day: Day }>(table: ReadonlyMap<string, T>) => [...table].filter(([, { day }]) => daysBetween(day, this.#today) <= KEPT_DAYS);
    for (const [content, one] of this.#more.contents) this.#whole.contents.set(content, one);
    for (const [uri, one] of this.#more.files) this.#whole.files.set(uri, one);
    const failed = writeText(
      join(this.#folder, 'whole'),
      this.#bytes({ contents: new Map(kept(this.#whole.contents)), files: new Map(kept(this.#whole.files)) }),
    );
    if (failed === undefined) rmSync(join(this.#folder, 'more'), { force: true });
    return failed;
  }

  #bytes({ contents, files }: Page): Uint8Array {
    const written: Written = {
      made: this.#made,
      contents: [...contents].map(
        ([
          content,
          {
            day,
            summary: { heads, data, size, names },
          },
        ]) => [content, day, heads, data, size, names.length],
      ),
      files: [...files].map(([uri, { day, stamp, held }]) => [uri, day, stamp, held.content, ...held.blobs]),
    };
    const json = Buffer.from(JSON.stringify(written));
    const length = Buffer.alloc(4);
    length.writeUInt32LE(json.length);
    const names = [...contents.values()].map(({ summary }) => Buffer.from(summary.names.buffer, summary.names.byteOffset, summary.names.byteLength));
    const rest = Buffer.concat([length, json, Buffer.alloc(-(JSON_AT + json.length) & 3), ...names]);
    return Buffer.concat([hash('sha256', rest, 'buffer'), rest]);
  }
}

function opened(path: string, made: string): Page {
  try {
    const bytes = new Uint8Array(readFileSync(path)).buffer;
    const view = Buffer.from(bytes);
    if (!hash('sha256', view.subarray(HASH), 'buffer').equals(view.subarray(0, HASH))) return EMPTY();
    const end = JSON_AT + view.readUInt32LE(HASH);
    const written = JSON.parse(view.toString('utf8', JSON_AT, end)) as Written;
    if (written.made !== made) return EMPTY();
    let at = (end + 3) & ~3;
    const contents: Page['contents'] = new Map();
    for (const [content, day, heads, data, size, count] of written.contents) {
      contents.set(content, { day, summary: { heads, data, size, names: new Uint32Array(bytes, at, count) } });
      at += 4 * count;
    }
    return { contents, files: new Map(written.files.map(([uri, day, stamp, content, ...blobs]) => [uri, { day, stamp, held: { content, blobs } }])) };
  } catch {
    return EMPTY();
  }
}

const EMPTY = (): Page => ({ contents: new Map(), files: new Map() });
