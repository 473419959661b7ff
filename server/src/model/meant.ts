// Values that a statement cannot have, as they were probably meant: misspelt, in another language, or as letters and spreadsheets have them.
import { asMeant } from '../language/habits.ts';
import { Cursor, type Shape } from '../language/shape.ts';
import type { Token } from '../language/token.ts';
import { KINDS } from '../language/vocabulary.ts';
import { tokensIn } from '../syntax/tokens.ts';
import { nearest } from '../text/nearest.ts';
import type { Edit, Span } from '../text/span.ts';
import { folded } from '../words/languages.ts';
import { AND, ESTIMATE, FIELDS, GOVERNMENT, REGISTER, SORTS, SURVEY } from '../words/names.ts';
import { OFTEN, STATUSES } from '../words/times.ts';

/** Statements that are longer are not looked into: they are no slips of the pen. */
const LONGEST = 400;
/** So many slips are mended in one statement. */
const MOST = 5;

/** What the words of other languages, and other words of this one, are called in a plan. */
const ELSEWHERE = [...SORTS, ...FIELDS, ...GOVERNMENT, ...OFTEN, ...STATUSES];
const SOURCES = [
  ['survey', SURVEY],
  ['estimate', ESTIMATE],
  ['register', REGISTER],
] as const;

export interface Meant<T> {
  /** What the values say then; `undefined` where something is left that cannot be told. */
  readonly value: T | undefined;
  /** How they were read, each where it stands in the text. */
  readonly cursor: Cursor;
  /** What to write instead of what stands in the text. */
  readonly edit: Edit;
  /** All values as they were meant. */
  readonly text: string;
}

/** Values that the shape does not take, as they were probably meant; spans are those of the text. Nothing where that cannot be told. */
export function meant<T>(source: string, values: readonly Token[], shape: Shape<T>): Meant<T> | undefined {
  const [first, last] = [values[0], values.at(-1)];
  if (first === undefined || last === undefined || last.end - first.start > LONGEST) return undefined;
  const written = source.slice(first.start, last.end);
  let best = reading(written, shape);
  for (let slips = 0; slips <= MOST && best.left > 0; slips++) {
    const better = firstBetter(best, slips === 0 ? [asMeant(written)] : mends(best.text, best.cursor), shape);
    if (better !== undefined) best = better;
    else if (slips > 0) break;
  }
  return best.text === written ? undefined : placed(written, first.start, best.text, shape);
}

/** The first of other texts of which more can be read. Most slips are what is thought of first, so the others are only made when they are needed. */
function firstBetter<T>({ text, left }: Read<T>, others: Iterable<string>, shape: Shape<T>): Read<T> | undefined {
  for (const other of others) {
    const read = other === text ? undefined : reading(other, shape);
    if (read !== undefined && read.left < left) return read;
  }
  return undefined;
}

interface Read<T> {
  readonly text: string;
  readonly value: T | undefined;
  readonly cursor: Cursor;
  /** How many tokens could not be read. */
  readonly left: number;
}

function reading<T>(text: string, shape: Shape<T>): Read<T> {
  const cursor = new Cursor(tokensIn(text, 0, text.length));
  const value = shape.read(cursor);
  const isWhole = value !== undefined && cursor.at === cursor.tokens.length;
  return { text, value, cursor, left: isWhole ? 0 : cursor.tokens.length - Math.max(cursor.at, cursor.furthest) };
}

/** A text with something else where the reading has come to a stop: first what is nearest to it. */
function* mends(text: string, { tokens, at, furthest, expected }: Cursor): Generator<string, void> {
  const index = Math.max(at, furthest);
  const [token, before] = [tokens[index], tokens[index - 1]];
  if (token === undefined || token.kind !== 'word') return;
  const words = expected.flatMap((one) => one.words ?? []).map(({ word }) => word);
  const put = (word: string, { start, end }: Span) => `${text.slice(0, start)}${word}${text.slice(end)}`;
  const close = nearest(token.image, words);
  if (close !== undefined) yield put(close, token);
  const rest = { start: token.start, end: (tokens.at(-1) as Token).end };
  /** The word, and as many after it as `zweimal im Jahr` has. */
  const phrases = tokens.slice(index, index + 4).map(({ end }) => ({ start: token.start, end }));
  for (const span of phrases) for (const word of elsewhere(text.slice(span.start, span.end), words)) yield put(word, span);
  for (const source of sourceOf(text.slice(rest.start, rest.end), words)) yield put(source, rest);
  if (token.image === '%') yield put('percent', token);
  if (AND.test(` ${token.image} `)) yield put(',', { start: before?.end ?? token.start, end: token.end });
  // Whoever writes `serves goal jobs` says twice what it is.
  if (before !== undefined && (KINDS as readonly string[]).includes(before.image)) yield put('', { start: before.start, end: token.start });
}

const elsewhere = (text: string, words: readonly string[]): string[] => {
  const plain = folded(text);
  return ELSEWHERE.filter(([says, pattern]) => words.includes(says) && pattern.test(plain)).map(([says]) => says);
};

/** A register or a survey whose name stands there alone. */
function sourceOf(name: string, words: readonly string[]): string[] {
  const found = SOURCES.find(([sort, pattern]) => words.includes(sort) && pattern.test(name));
  return found === undefined || /["{}]/.test(name) ? [] : [`${found[0]} "${name}"`];
}

const isInWord = (text: string, at: number): boolean => /^[^\s",;]{2}$/.test(text.slice(Math.max(0, at - 1), at + 1));

/** The mended values, and where they stand: what is as it was stands where it stood, the rest in the stretch that differs. */
function placed<T>(written: string, start: number, text: string, shape: Shape<T>): Meant<T> {
  const shortest = Math.min(written.length, text.length);
  let same = 0;
  while (same < shortest && written[same] === text[same]) same++;
  let tail = 0;
  while (tail < shortest - same && written.at(-1 - tail) === text.at(-1 - tail)) tail++;
  // Whole words are replaced.
  while (isInWord(written, same) || isInWord(text, same)) same--;
  while (isInWord(written, written.length - tail) || isInWord(text, text.length - tail)) tail--;
  const span = { start: start + same, end: start + written.length - tail };
  const moved = tokensIn(text, 0, text.length).map((token): Token => {
    if (token.end <= same) return { ...token, start: token.start + start, end: token.end + start };
    const by = start + written.length - text.length;
    return token.start >= text.length - tail ? { ...token, start: token.start + by, end: token.end + by } : { ...token, ...span };
  });
  const cursor = new Cursor(moved);
  const value = shape.read(cursor);
  // What is found by its name is only what stands there.
  cursor.refs = cursor.refs.filter(({ token }) => token.start < span.start || token.end > span.end);
  return { value: cursor.at < moved.length ? undefined : value, cursor, edit: { span, text: text.slice(same, text.length - tail) }, text };
}
