import { createToken, EOF, type IToken, type TokenType } from 'chevrotain';
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

/** A token as Chevrotain reads it and as the rest of the house does: one object serves both. */
export class SourceToken implements Token, IToken {
  readonly image: string;
  readonly startOffset: number;
  readonly endOffset: number;
  readonly tokenTypeIdx: number;
  readonly tokenType: TokenType;

  constructor(type: TokenType, image: string, start: number) {
    this.tokenType = type;
    this.tokenTypeIdx = type.tokenTypeIdx as number;
    this.image = image;
    this.startOffset = start;
    this.endOffset = start + image.length - 1;
  }

  get start(): number {
    return this.startOffset;
  }
  get end(): number {
    return this.endOffset + 1;
  }
  get kind(): 'word' | 'text' | 'comma' {
    return this.tokenType === Word ? 'word' : this.tokenType === Text ? 'text' : 'comma';
  }
}

const END = new SourceToken(EOF, '', 0);
/** Line breaks do not end a statement before one of these words. */
const GOES_ON = new Set(['by', 'until', 'because', 'approved']);

const SPACE = /[^\S\r\n]*/y;
const BREAKS = /(?:[^\S\r\n]*[\r\n])+/y;
const COMMENT = /#[^\r\n]*/y;
const LONG_TEXT = /"""[\s\S]*?(?:"""|$)/y;
const TEXT = /"(?:[^"\\\r\n]|\\[^\r\n]?)*"?/y;
const WORD = /[^\s{};,"#]+/y;

function match(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/**
 * Cuts a text into tokens. Every character belongs to a token, a comment or white space, so there are no errors here.
 * A line break becomes a separator only where it ends a statement, which keeps the grammar free of layout.
 */
export function tokenize(text: string): { readonly tokens: readonly SourceToken[]; readonly comments: readonly Span[] } {
  const tokens: SourceToken[] = [];
  const comments: Span[] = [];
  let last: TokenType = Separator;
  let broken = false;
  const push = (type: TokenType, image: string, at: number) => {
    tokens.push(new SourceToken(type, image, at));
    last = type;
  };
  for (let at = 0; at < text.length; ) {
    const c = text.charCodeAt(at);
    if (c === 32 || c === 9) {
      at++;
      continue;
    }
    if (c === 10 || c === 13) {
      at += (match(BREAKS, text, at) as string).length;
      broken = true;
      continue;
    }
    if (c === 35) {
      const comment = match(COMMENT, text, at) as string;
      comments.push({ start: at, end: at + comment.length });
      at += comment.length;
      continue;
    }
    const type = c === 44 ? Comma : c === 123 ? Open : c === 125 ? Close : c === 59 ? Separator : c === 34 ? Text : Word;
    const image = type === Word ? match(WORD, text, at) : type === Text ? (text.startsWith('"""', at) ? match(LONG_TEXT, text, at) : match(TEXT, text, at)) : (text[at] as string);
    if (image === undefined) {
      at += Math.max(1, match(SPACE, text, at)?.length ?? 0);
      continue;
    }
    if (broken) {
      broken = false;
      const inside = last !== Separator && last !== Open && last !== Close;
      if (inside && last !== Comma && type !== Open && type !== Separator && type !== Close && !(type === Word && GOES_ON.has(image))) push(Separator, '', at);
    }
    if (type !== Separator || last !== Separator) push(type, image, at);
    at += image.length;
  }
  tokens.push(END);
  return { tokens, comments };
}
