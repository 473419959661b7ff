import { createToken, EOF, type TokenType } from 'chevrotain';
import type { Token } from '../language/token.ts';
import type { Span } from '../text/span.ts';

export const Item = createToken({ name: 'Item', pattern: /(?!)/ });
export const Word = createToken({ name: 'Word', pattern: /(?!)/, categories: [Item] });
export const Text = createToken({ name: 'Text', pattern: /(?!)/, categories: [Item] });
export const Comma = createToken({ name: 'Comma', pattern: /(?!)/, categories: [Item] });
export const Open = createToken({ name: 'Open', pattern: /(?!)/ });
export const Close = createToken({ name: 'Close', pattern: /(?!)/ });
export const Separator = createToken({ name: 'Separator', pattern: /(?!)/ });
export const TOKEN_TYPES = [Item, Word, Text, Comma, Open, Close, Separator];

/**
 * A token as the rest of the house reads it, with the one field that Chevrotain asks of a token to tell its type by.
 * The grammar takes every text, so Chevrotain never needs the others to report an error.
 */
export interface SourceToken extends Token {
  readonly tokenTypeIdx: number;
}

const typeOf = (type: TokenType): number => type.tokenTypeIdx as number;
const [WORD, TEXT, COMMA, OPEN, CLOSE, SEPARATOR] = [Word, Text, Comma, Open, Close, Separator].map(typeOf) as [number, number, number, number, number, number];
const END: SourceToken = { kind: 'word', image: '', start: 0, end: 0, tokenTypeIdx: typeOf(EOF) };

/** Line breaks do not end a statement before one of these words. */
const GOES_ON = new Set(['by', 'until', 'because', 'approved']);
const GOES_ON_FIRST = new Set([...GOES_ON].map((word) => word.charCodeAt(0)));

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
 * A line break becomes a separator only where it ends a statement, which keeps the grammar free of layout.
 */
export function tokenize(text: string): { readonly tokens: readonly SourceToken[]; readonly comments: readonly Span[] } {
  const tokens: SourceToken[] = [];
  const comments: Span[] = [];
  let last = SEPARATOR;
  let broken = false;
  for (let at = 0; at < text.length; ) {
    const c = text.charCodeAt(at);
    if (c === 10 || c === 13) {
      broken = true;
      at++;
      continue;
    }
    if (isSpace(c)) {
      at++;
      continue;
    }
    if (c === 35) {
      const end = lineEnd(text, at);
      comments.push({ start: at, end });
      at = end;
      continue;
    }
    const type = c === 44 ? COMMA : c === 123 ? OPEN : c === 125 ? CLOSE : c === 59 ? SEPARATOR : c === 34 ? TEXT : WORD;
    const end = type === WORD ? wordEnd(text, at) : type === TEXT ? textEnd(text, at) : at + 1;
    const image = text.slice(at, end);
    if (broken) {
      broken = false;
      // Inside a statement the break ends it, unless a comma or one of a few words says that it goes on.
      const inside = last === WORD || last === TEXT;
      if (inside && (type === WORD || type === TEXT || type === COMMA) && !(type === WORD && GOES_ON_FIRST.has(c) && GOES_ON.has(image))) {
        tokens.push({ kind: 'comma', image: '', start: at, end: at, tokenTypeIdx: SEPARATOR });
        last = SEPARATOR;
      }
    }
    if (type !== SEPARATOR || last !== SEPARATOR) {
      tokens.push({ kind: type === WORD ? 'word' : type === TEXT ? 'text' : 'comma', image, start: at, end, tokenTypeIdx: type });
      last = type;
    }
    at = end;
  }
  tokens.push(END);
  return { tokens, comments };
}
