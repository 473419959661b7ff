import { lineStarts, offsetAt } from './text/lines.ts';
import type { Range } from './text/span.ts';

/** One change of a document, as LSP tells it. */
export interface Change {
  readonly range?: Range;
  readonly text: string;
}

interface OpenTable {
  version: number;
  /** The address as the editor writes it. */
  readonly spelled: string;
  text: string;
}

/** The data files that are open in an editor, as they are typed. */
export class OpenTables {
  readonly #open = new Map<string, OpenTable>();

  get uris(): readonly string[] {
    return [...this.#open.keys()];
  }

  get(uri: string): Readonly<OpenTable> | undefined {
    return this.#open.get(uri);
  }

  open(uri: string, spelled: string, version: number, text: string): void {
    this.#open.set(uri, { version, spelled, text });
  }

  /** Whether the file is one that is open. */
  change(uri: string, version: number, changes: readonly Change[]): boolean {
    const table = this.#open.get(uri);
    if (table === undefined) return false;
    for (const { range, text } of changes) {
      const starts = lineStarts(table.text);
      const [start, end] = range === undefined ? [0, table.text.length] : [offsetAt(table.text, starts, range.start), offsetAt(table.text, starts, range.end)];
      table.text = table.text.slice(0, Math.min(start, end)) + text + table.text.slice(Math.max(start, end));
    }
    table.version = version;
    return true;
  }

  close(uri: string): boolean {
    return this.#open.delete(uri);
  }
}

/** Refuses what is no text before any of it is taken in: half of a change would be worse than none. */
export function mustBeTexts(texts: readonly unknown[]): void {
  if (!texts.every((text) => typeof text === 'string')) throw new TypeError('What was typed is no text.');
}
