import { createToken, EOF, type TokenType } from 'chevrotain';
import type { Token, TokenKind } from '../language/token.ts';
import type { Span } from '../text/span.ts';

/** Statements that follow each other with no brace between them: told apart afterwards, so that the grammar takes them in one step. */
export const Run = createToken({ name: 'Run', pattern: /(?!)/ });
export const Open = createToken({ name: 'Open', pattern: /(?!)/ });
export const Close = createToken({ name: 'Close', pattern: /(?!)/ });
/** A `;` between a statement and an opening brace, which for that does not belong to it. */
export const Separator = createToken({ name: 'Separator', pattern: /(?!)/ });
export const TOKEN_TYPES = [Run, Open, Close, Separator];

/**
 * What the grammar reads, with the one field that Chevrotain asks of a token to tell its type by. Where it stands is written in the
 * shape of the text, so that a text needs no mark of its own. The grammar takes every text, so Chevrotain never asks for more to
 * report an error.
 */
export interface Mark {
  readonly tokenTypeIdx: number;
}

const markOf = ({ tokenTypeIdx }: TokenType): Mark => ({ tokenTypeIdx: tokenTypeIdx as number });
const [RUN, OPEN, CLOSE, SEPARATOR, END] = [markOf(Run), markOf(Open), markOf(Close), markOf(Separator), markOf(EOF)];

/** A text as the grammar and the nesting see it: places instead of objects, because a large plan has many words and few of them are asked. */
export interface Shape {
  /** A run of statements or a brace each, in order; the last is the end. */
  readonly marks: readonly Mark[];
  /** Where the statements begin and end, without their blocks: two numbers each. */
  readonly statements: readonly number[];
  /** Where the braces stand. */
  readonly braces: readonly number[];
  /** Where texts without closing quotes begin and end: two numbers each. */
  readonly unclosed: readonly number[];
  readonly comments: readonly Span[];
}

/**
 * The rest of a line from one token of a statement to the last that is on it. Texts over several lines, and texts without closing quotes,
 * are not among them. Nothing is repeated without end: the engine would run out of memory in a line of millions.
 */
const TOKEN = String.raw`(?:[^\s"#,;{}]+|,|"(?!"")[^"\\\r\n]*(?:\\[^\r\n][^"\\\r\n]*){0,999}")`;
const LINE = new RegExp(String.raw`${TOKEN}(?:[^\S\r\n]*${TOKEN}){0,999}`, 'y');

/** Line breaks do not end a statement before one of these words. */
export const GOES_ON: ReadonlySet<string> = new Set(['by', 'until', 'because', 'approved']);
const GOES_ON_FIRST = new Uint8Array(128);
for (const word of GOES_ON) GOES_ON_FIRST[word.charCodeAt(0)] = 1;

/** What begins with a character. Those up to `COMMA` are tokens. */
const [WORD, TEXT, COMMA, SPACE, BREAK, COMMENT, BRACE, SEMICOLON] = [0, 1, 2, 3, 4, 5, 6, 7];
const TOKEN_KINDS: readonly TokenKind[] = ['word', 'text', 'comma'];
const BEGINS = new Uint8Array(128).fill(WORD);
for (const [characters, what] of [
  ['"', TEXT],
  [',', COMMA],
  ['\t\v\f ', SPACE],
  ['\n\r', BREAK],
  ['#', COMMENT],
  ['{}', BRACE],
  [';', SEMICOLON],
] as const)
  for (const c of characters) BEGINS[c.charCodeAt(0)] = what;

/** What begins with the character of this code. Beyond 127 there are only words and white space. */
const begins = (c: number): number => (c < 128 ? (BEGINS[c] as number) : c > 159 && /\s/.test(String.fromCharCode(c)) ? SPACE : WORD);

/** Whether a word begins at a place of a text. */
export const isWordAt = (text: string, at: number): boolean => begins(text.charCodeAt(at)) === WORD;

/** Whether a text is nothing but letters, digits and whatever else words are made of. */
export function isWord(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isWordAt(text, at)) return false;
  return true;
}

export function wordEnd(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && begins(text.charCodeAt(at)) === WORD) at++;
  return at;
}

function lineEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length && begins(text.charCodeAt(at)) !== BREAK) at++;
  return at;
}

/** Where a text ends: at its quotes, or at the end of its line; a long one at its quotes, or at the end of the chunk. Without quotes: `~end`. */
function textEnd(text: string, from: number): number {
  if (text.startsWith('"""', from)) {
    const close = text.indexOf('"""', from + 3);
    return close < 0 ? ~text.length : close + 3;
  }
  let at = from + 1;
  for (; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 34) return at + 1;
    if (c === 10 || c === 13) break;
    if (c === 92 && at + 1 < text.length && begins(text.charCodeAt(at + 1)) !== BREAK) at++;
  }
  return ~at;
}

/** Where a token ends; `~end` for a text without closing quotes. */
const tokenEnd = (text: string, at: number, what: number): number => (what === WORD ? wordEnd(text, at) : what === TEXT ? textEnd(text, at) : at + 1);

/**
 * Cuts a text into statements and braces. Every character belongs to one of them, to a comment or to white space, so there are no errors
 * here. A line break ends a statement, unless a comma or one of a few words says that it goes on; so the grammar is free of layout.
 */
export function shapeOf(text: string): Shape {
  const marks: Mark[] = [];
  const statements: number[] = [];
  const braces: number[] = [];
  const unclosed: number[] = [];
  const comments: Span[] = [];
  let mark = END;
  /** Whether a statement is being read, whether a line break came after its last token, and whether that was a comma. */
  let inside = false;
  let broken = false;
  let afterComma = false;
  for (let at = 0; at < text.length; at++) {
    const c = text.charCodeAt(at);
    if (c === 32) continue;
    const what = begins(c);
    if (what === BREAK) broken = true;
    else if (what <= COMMA) {
      LINE.lastIndex = at;
      const plain = LINE.test(text);
      let end = plain ? LINE.lastIndex : textEnd(text, at);
      if (end < 0) {
        end = ~end;
        unclosed.push(at, end);
      }
      if (inside && (!broken || afterComma || (GOES_ON_FIRST[c] === 1 && GOES_ON.has(text.slice(at, wordEnd(text, at))))))
        statements[statements.length - 1] = end;
      else {
        statements.push(at, end);
        if (mark !== RUN) marks.push((mark = RUN));
        inside = true;
      }
      broken = false;
      at = end - 1;
      afterComma = plain && text.charCodeAt(at) === 44;
    } else if (what === COMMENT) {
      const end = lineEnd(text, at);
      comments.push({ start: at, end });
      at = end - 1;
    } else if (what !== SPACE) {
      if (what === BRACE) {
        if (c === 123 && mark === RUN && !inside) marks.push(SEPARATOR);
        braces.push(at);
        marks.push((mark = c === 123 ? OPEN : CLOSE));
      }
      inside = false;
    }
  }
  marks.push(END);
  return { marks, statements, braces, unclosed, comments };
}

/** Goes through the words and texts of a text as places in it: for whoever needs neither tokens nor statements. */
export function eachToken(text: string, see: (isText: boolean, start: number, end: number) => void): void {
  for (let at = 0; at < text.length; ) {
    const what = begins(text.charCodeAt(at));
    if (what === COMMENT) at = lineEnd(text, at);
    else if (what > TEXT) at++;
    else {
      const found = tokenEnd(text, at, what);
      const end = found < 0 ? ~found : found;
      see(what === TEXT, at, end);
      at = end;
    }
  }
}

/** Collects tokens before a list is made of just so many: one that grows is made for seventeen, and most statements have two. */
const collected: Token[] = [];

/** The words, texts and commas between two places of a text. */
export function tokensIn(text: string, from: number, to: number): Token[] {
  let n = 0;
  for (let at = from; at < to; ) {
    const what = begins(text.charCodeAt(at));
    if (what === COMMENT) at = lineEnd(text, at);
    else if (what > COMMA) at++;
    else {
      const found = tokenEnd(text, at, what);
      const end = found < 0 ? ~found : found;
      collected[n++] = { kind: TOKEN_KINDS[what] as TokenKind, image: text.slice(at, end), start: at, end };
      at = end;
    }
  }
  const tokens = collected.slice(0, n);
  // Nothing of a text is kept longer than the text.
  if (n <= 64) collected.fill(undefined as never, 0, n);
  else collected.length = 0;
  return tokens;
}
