import type { Cursor, Expectation, Ref, Shape, Word } from './shape.ts';
import { textOf } from './token.ts';

/** A text in quotes. */
export const text: Shape<string> = {
  notation: 'text',
  read(cursor) {
    if (cursor.token?.kind !== 'text') return cursor.want({ says: 'a text in quotes', sample: '"…"' });
    return textOf((cursor.tokens[cursor.at++] as { image: string }).image);
  },
};

/** One word of a closed list. Words are given with their meaning where it is not plain: `informal: without an agreement`. */
export function word<const W extends string>(...words: readonly W[]): Shape<W> & { readonly words: readonly W[] } {
  const set = new Set<string>(words);
  const expectation: Expectation = { words: words.map((w): Word => ({ word: w })) };
  return {
    notation: words.length > 12 ? `${words.slice(0, 6).join(' | ')} | …` : words.join(' | '),
    words,
    read(cursor) {
      const found = cursor.word;
      if (found === undefined || !set.has(found)) return cursor.want(expectation);
      cursor.at++;
      return found as W;
    },
  };
}

/** A word from a list that the writer may go beyond: the list is suggested, not checked. */
export function openWord(says: string, ...words: readonly string[]): Shape<string> {
  return {
    notation: 'word',
    read(cursor) {
      const found = cursor.word;
      if (found === undefined || !/^\p{L}/u.test(found)) return cursor.want({ says, words: words.map((w) => ({ word: w })) });
      cursor.at++;
      return found;
    },
  };
}

const NAME = /^\p{L}[\p{L}\p{N}\p{M}_-]*(?:\.\p{L}[\p{L}\p{N}\p{M}_-]*)*$/u;

/** Whether a word can be an id. */
export const isId = (candidate: string): boolean => /^\p{L}[\p{L}\p{N}\p{M}_-]*$/u.test(candidate);

/** Makes an id from a title: letters and digits in kebab case. */
export function idFrom(title: string): string {
  const id = title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^[^\p{L}]+|-+$/gu, '');
  return id.slice(0, 60).replace(/-+$/, '') || 'unnamed';
}

/** The name of something declared, of one of the kinds given. */
export function name(...kinds: readonly string[]): Shape<Ref> {
  const expectation: Expectation = { kinds };
  return {
    notation: kinds.length > 3 ? 'role holder' : kinds.join(' | '),
    read(cursor: Cursor) {
      const found = cursor.word;
      if (found === undefined || !NAME.test(found)) return cursor.want(expectation);
      return cursor.name(kinds);
    },
  };
}

/** A code such as `NO-3099` or `lfsa_ergacob`. */
export const code: Shape<string> = {
  notation: 'code',
  read(cursor) {
    const found = cursor.word;
    if (found === undefined || !/^[\p{L}\p{N}][\p{L}\p{N}._/:-]*$/u.test(found)) return cursor.want({ says: 'a code such as NO-3099' });
    cursor.at++;
    return found;
  },
};
