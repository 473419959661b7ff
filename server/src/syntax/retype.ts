import type { Token } from '../language/token.ts';
import { beginsLine } from '../text/lines.ts';
import { type Moving, movedBy, Piece } from './built.ts';
import { isWord } from './tokens.ts';
import { type Chunk, type Statement, statementAt, succeed } from './tree.ts';

/**
 * A chunk after an edit within one word or text that is a value of a statement. Such an edit changes that statement alone: the others
 * only move along, so nothing is cut into words or parsed. It equals what `parseChunk` makes of the new text, and is `undefined` where
 * that cannot be told: where the parser has found a problem, and at a word that a line begins with.
 */
export function retype(chunk: Chunk, start: number, end: number, typed: string): Chunk | undefined {
  if (!(chunk instanceof Piece) || chunk.problems.length > 0) return undefined;
  const edited = statementAt(chunk, start);
  if (edited?.row === undefined || edited.block !== undefined || !staysOne(chunk.text, edited, start, end, typed)) return undefined;
  const edit: Moving = { end, by: typed.length - (end - start) };
  const comments = chunk.comments.map((one) => (one.start < end ? one : { start: one.start + edit.by, end: one.end + edit.by }));
  const lines = chunk.lines.map((at) => movedBy(edit, at));
  const next = new Piece(chunk.text.slice(0, start) + typed + chunk.text.slice(end), comments, lines);
  next.statements = chunk.statements.map((one) => one.movedTo(next, undefined, edit));
  succeed(next, { chunk, edited: statementAt(next, start) as Statement });
  return next;
}

/** Whether the value that an edit lies in stays one word or one text. No statement begins with all the words of another, so it is none of those. */
function staysOne(text: string, statement: Statement, start: number, end: number, typed: string): boolean {
  const token = statement.values.find((one) => isAround(one, start, end));
  if (token === undefined) return false;
  const length = token.end - token.start - (end - start) + typed.length;
  if (token.kind === 'text') return length > 2 && !/["\\\r\n]/.test(typed) && !/["\\]/.test(text.slice(start, end)) && text[start - 1] !== '\\';
  return length > 0 && isWord(typed) && !beginsLine(text, token.start);
}

/** A text is edited between its quotes, a word at its ends too. A long text may hold lines that look like declarations. */
const isAround = ({ kind, image, start: from, end: to }: Token, start: number, end: number): boolean =>
  kind === 'word' ? from <= start && end <= to : kind === 'text' && !image.startsWith('"""') && from < start && end < to;
