import type { Position, Range, Span } from './span.ts';

const CR = 13;
const LF = 10;

/** The offsets at which the lines of a text begin; `\n`, `\r\n` and `\r` end a line, as in LSP. */
export function lineStarts(text: string): readonly number[] {
  const starts = [0];
  // The engine looks for one character far faster than a loop does, and most texts hold no `\r`.
  if (!text.includes('\r')) {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c !== LF && c !== CR) continue;
    if (c === CR && text.charCodeAt(i + 1) === LF) i++;
    starts.push(i + 1);
  }
  return starts;
}

/** Line and character of an offset, by binary search; an offset outside the text is taken to its nearest end. */
export function positionAt(starts: readonly number[], offset: number): Position {
  let low = 0;
  let high = starts.length;
  while (low + 1 < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return { line: low, character: Math.max(0, offset - (starts[low] as number)) };
}

export function rangeOf(starts: readonly number[], span: Span): Range {
  return { start: positionAt(starts, span.start), end: positionAt(starts, span.end) };
}

/** The offset of a position; a line or character beyond the text is taken to the nearest place that exists. */
export function offsetAt(text: string, starts: readonly number[], position: Position): number {
  if (position.line >= starts.length) return text.length;
  const start = starts[Math.max(0, position.line)] as number;
  let end = position.line + 1 < starts.length ? (starts[position.line + 1] as number) : text.length;
  while (end > start && (text.charCodeAt(end - 1) === LF || text.charCodeAt(end - 1) === CR)) end--;
  return Math.min(start + Math.max(0, position.character), end);
}

/** Where the line of a place begins. */
export const lineStart = (text: string, at: number): number => (at === 0 ? 0 : Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1);

/** Whether nothing but white space stands before a place of its line. */
export const beginsLine = (text: string, at: number): boolean => text.slice(lineStart(text, at), at).trim() === '';

/** The lines of a text as one: white space around the breaks is a space. */
export const oneLine = (text: string): string =>
  text
    .split(/\r\n|[\n\r]/)
    .map((line) => line.trim())
    .join(' ')
    .trim();
