import { textOf } from '../language/token.ts';
import { readChunk } from '../model/read.ts';
import { parseChunk } from '../syntax/nest.ts';
import { split } from '../syntax/parse.ts';
import { shapeOf, tokensIn } from '../syntax/tokens.ts';

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

/** Tells what a text begins and names, without reading what it means. */
export function summaryOf(text: string): Summary {
  const heads: Head[] = [];
  const names = new Set<number>();
  const data = new Set<string>();
  for (const piece of split(text)) {
    const { statements } = shapeOf(piece);
    let begins = false;
    for (let at = 0; at < statements.length; at += 2) {
      const tokens = tokensIn(piece, statements[at] as number, statements[at + 1] as number);
      tokens.forEach(({ kind, image }, i) => {
        if (kind === 'text') {
          if (tokens[i - 1]?.image === 'data') data.add(textOf(image));
        } else if (kind === 'word') {
          if (image === 'plan' || image === 'framework') begins = true;
          names.add(nameOf(image));
          // `plan.name` may name a plan as a whole.
          const dot = image.indexOf('.');
          if (dot > 0) names.add(nameOf(image, dot));
        }
      });
    }
    if (!begins) continue;
    for (const { kind, id } of readChunk(parseChunk(piece)).declarations) if (kind === 'plan' || kind === 'framework') heads.push({ kind, id });
  }
  return { heads, names: Uint32Array.from(names).sort(), data: [...data], size: text.length };
}

/** The number that stands for a name (FNV-1a, 32 bits). Two names may share one: then a plan is read that need not have been. */
export function nameOf(word: string, length = word.length): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}
