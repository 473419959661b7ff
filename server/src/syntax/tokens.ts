import { createToken, EOF, type TokenType } from 'chevrotain';
import type { Token } from '../language/token.ts';
import type { Span } from '../text/span.ts';

/** The words, texts and commas of one statement: told apart afterwards, so that the grammar takes them in one step. */
export const Run = createToken({ name: 'Run', pattern: /(?!)/ });
export const Open = createToken({ name: 'Open', pattern: /(?!)/ });
export const Close = createToken({ name: 'Close', pattern: /(?!)/ });
export const Separator = createToken({ name: 'Separator', pattern: /(?!)/ });
export const TOKEN_TYPES = [Run, Open, Close, Separator];

/**
 * What the grammar reads: a run of items (`start` and `end` are their indexes) or a brace (`start` and `end` are offsets), with the
 * one field that Chevrotain asks of a token to tell its type by. The grammar takes every text, so Chevrotain never needs the others
 * to report an error.
 */
export interface Mark extends Span {
  readonly tokenTypeIdx: number;
}

const typeOf = (type: TokenType): number => type.tokenTypeIdx as number;
const [RUN, OPEN, CLOSE, SEPARATOR] = [Run, Open, Close, Separator].map(typeOf) as [number, number, number, number];
const END: Mark = { start: 0, end: 0, tokenTypeIdx: typeOf(EOF) };

/** Line breaks do not end a statement before one of these words. */
export const GOES_ON: ReadonlySet<string> = new Set(['by', 'until', 'because', 'approved']);
const GOES_ON_FIRST = new Uint8Array(128);
for (const word of GOES_ON) GOES_ON_FIRST[word.charCodeAt(0)] = 1;

/** Characters that end a word, by their code below 128. */
const ENDS_WORD = new Uint8Array(128);
for (const c of '\t\n\v\f\r "#,;{}') ENDS_WORD[c.charCodeAt(0)] = 1;
const isSpace = (c: number): boolean => (c < 128 ? c === 32 || (c >= 9 && c <= 13) : /\s/.test(String.fromCharCode(c)));

function wordEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c < 128 ? ENDS_WORD[c] === 1 : c > 159 && isSpace(c)) break;
  }
  return at;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 10 || c === 13) break;
  }
  return at;
}

/** Where a text ends: at its quotes, or at the end of its line; a long one at its quotes, or at the end of the chunk. */
function textEnd(text: string, from: number): number {
  if (text.startsWith('"""', from)) {
    const close = text.indexOf('"""', from + 3);
    return close < 0 ? text.length : close + 3;
  }
  let at = from + 1;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 10 || c === 13) return at;
    if (c === 34) return at + 1;
    if (c === 92 && at + 1 < text.length && text.charCodeAt(at + 1) !== 10 && text.charCodeAt(at + 1) !== 13) at++;
  }
  return at;
}

/**
 * Cuts a text into tokens. Every character belongs to a token, a comment or white space, so there are no errors here.
 * A line break ends a run only where it ends a statement, which keeps the grammar free of layout.
 */
export function tokenize(text: string): { readonly items: readonly Token[]; readonly marks: readonly Mark[]; readonly comments: readonly Span[] } {
  const items: Token[] = [];
  const marks: Mark[] = [];
  const comments: Span[] = [];
  /** The run that is being read, and whether a line break came after its last item. */
  let run: { start: number; end: number; tokenTypeIdx: number } | undefined;
  let broken = false;
  let afterComma = false;
  for (let at = 0; at < text.length; ) {
    const c = text.charCodeAt(at);
    if (c === 10 || c === 13) {
      broken = true;
      at++;
    } else if (isSpace(c)) at++;
    else if (c === 35) {
      const end = lineEnd(text, at);
      comments.push({ start: at, end });
      at = end;
    } else if (c === 123 || c === 125 || c === 59) {
      marks.push({ start: at, end: at + 1, tokenTypeIdx: c === 123 ? OPEN : c === 125 ? CLOSE : SEPARATOR });
      run = undefined;
      broken = false;
      afterComma = false;
      at++;
    } else {
      const kind = c === 34 ? 'text' : c === 44 ? 'comma' : 'word';
      const end = kind === 'word' ? wordEnd(text, at) : kind === 'text' ? textEnd(text, at) : at + 1;
      const image = text.slice(at, end);
      // Inside a statement the break ends it, unless a comma or one of a few words says that it goes on.
      if (broken && !afterComma && !(GOES_ON_FIRST[c] === 1 && GOES_ON.has(image))) run = undefined;
      broken = false;
      afterComma = c === 44;
      items.push({ kind, image, start: at, end });
      if (run === undefined) marks.push((run = { start: items.length - 1, end: items.length, tokenTypeIdx: RUN }));
      else run.end++;
      at = end;
    }
  }
  marks.push(END);
  return { items, marks, comments };
}
