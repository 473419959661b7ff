import type { Span } from '../text/span.ts';

/** A statement with the comment directly above it and the rest of its last line: what moves when it moves. */
export function unitOf(text: string, span: Span): Span {
  let start = lineStart(text, span.start);
  while (start > 0) {
    const above = lineStart(text, start - 1 - (text[start - 1] === '\n' && text[start - 2] === '\r' ? 1 : 0));
    if (!/^[ \t]*#/.test(text.slice(above, start))) break;
    start = above;
  }
  const rest = /^[^\r\n]*(?:\r\n|\n|\r)?/.exec(text.slice(span.end))?.[0].length ?? 0;
  return { start, end: span.end + rest };
}

/** Whether a statement stands alone on its lines, so that it can go with them. */
export const isWhole = (text: string, unit: Span, span: Span): boolean =>
  text.slice(lineStart(text, span.start), span.start).trim() === '' && /^[ \t]*(?:#[^\r\n]*)?[\r\n]*$/.test(text.slice(span.end, unit.end));

export function lineStart(text: string, offset: number): number {
  let start = Math.max(0, offset);
  while (start > 0 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return start;
}
