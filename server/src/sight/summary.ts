import { textOf } from '../language/token.ts';
import { readChunk } from '../model/read.ts';
import { parseChunk } from '../syntax/nest.ts';
import { split } from '../syntax/parse.ts';
import { eachToken } from '../syntax/tokens.ts';

/** A plan or framework that begins in a file. */
export interface Head {
  readonly kind: 'plan' | 'framework';
  readonly id: string;
}

/** What has to be known of a file to tell which others may bear on it. It is much smaller than the tree, and depends on the text alone. */
export interface Summary {
  readonly heads: readonly Head[];
  /** Everything in it that may be the id of a plan or framework, as `nameOf` numbers it: rather too much than too little. */
  readonly names: Uint32Array;
  /** The data files that it may name, as they are written. */
  readonly data: readonly string[];
  /** The length of the text. */
  readonly size: number;
}

const DOT = '.'.charCodeAt(0);
const DATA = nameOf('data');
const HEADS: ReadonlySet<number> = new Set(['plan', 'framework'].map((word) => nameOf(word)));

/** Tells what a text begins and names, without reading what it means. */
export function summaryOf(text: string): Summary {
  const heads: Head[] = [];
  const names = new Set<number>();
  const data = new Set<string>();
  for (const piece of split(text)) {
    let begins = false;
    let last = 0;
    eachToken(piece, (isText, start, end) => {
      if (isText) {
        if (last === DATA) data.add(textOf(piece.slice(start, end)));
        last = 0;
        return;
      }
      names.add((last = nameOf(piece, start, end)));
      if (HEADS.has(last)) begins = true;
      // `plan.name` may name a plan as a whole.
      for (let at = start + 1; at < end; at++)
        if (piece.charCodeAt(at) === DOT) {
          names.add(nameOf(piece, start, at));
          break;
        }
    });
    if (!begins) continue;
    for (const { kind, id } of readChunk(parseChunk(piece)).declarations) if (kind === 'plan' || kind === 'framework') heads.push({ kind, id });
  }
  return { heads, names: Uint32Array.from(names).sort(), data: [...data], size: text.length };
}

/** The number that stands for a name (FNV-1a, 32 bits). Two names may share one: then a plan is read that need not have been. */
export function nameOf(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
