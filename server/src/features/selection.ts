import type { Position, SelectionRange } from 'vscode-languageserver';
import type { Workspace } from '../model/workspace.ts';
import { type Chunk, chunkAt, type Statement, statementAt } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

/** What a selection grows to at some places: the word, its text, the statement, its block, what that stands in, the file. */
export function selectionRanges(workspace: Workspace, uri: string, positions: readonly Position[]): SelectionRange[] {
  const tree = workspace.files.get(uri)?.tree;
  return positions.map((position) => {
    const nothing = { range: { start: position, end: position } };
    if (tree === undefined) return nothing;
    const at = tree.offsetAt(position);
    const { chunk, start } = chunkAt(tree, at);
    const spans = [...within(chunk, at - start).map((span) => ({ start: start + span.start, end: start + span.end })), { start: 0, end: tree.length }];
    let last: Span = { start: at, end: at };
    const growing = spans.filter((span) => {
      const grows = span.start <= last.start && last.end <= span.end && span.end - span.start > last.end - last.start;
      if (grows) last = span;
      return grows;
    });
    const outermost = growing.reduceRight<SelectionRange | undefined>((parent, span) => {
      const range = { start: tree.positionAt(span.start), end: tree.positionAt(span.end) };
      return parent === undefined ? { range } : { range, parent };
    }, undefined);
    return outermost ?? nothing;
  });
}

/** Spans around an offset of a chunk, each inside the next where both hold it. */
function within(chunk: Chunk, offset: number): Span[] {
  const { text } = chunk;
  const spans: Span[] = [];
  const wordOf = (from: number, to: number, part: RegExp) => {
    let [start, end] = [offset, offset];
    while (start > from && part.test(text[start - 1] as string)) start--;
    while (end < to && part.test(text[end] as string)) end++;
    spans.push({ start, end });
  };
  const comment = chunk.comments.find(({ start, end }) => start <= offset && offset <= end);
  if (comment !== undefined) {
    wordOf(comment.start, comment.end, /[\p{L}\p{N}_-]/u);
    spans.push(comment);
  }
  const innermost = comment === undefined ? statementAt(chunk, offset) : around(chunk.statements, offset);
  for (let statement = innermost; statement !== undefined; statement = statement.parent) spans.push(...of(statement, offset, wordOf));
  spans.push({ start: 0, end: text.trimEnd().length }, { start: 0, end: text.length });
  return spans;
}

function of(statement: Statement, offset: number, wordOf: (from: number, to: number, part: RegExp) => void): Span[] {
  const { head, values, span, braces, chunk } = statement;
  const token = values.find(({ start, end }) => start <= offset && offset <= end);
  const spans: Span[] = [];
  if (token !== undefined) {
    wordOf(token.start, token.end, /[\p{L}\p{N}_-]/u);
    if (token.kind === 'text') {
      const quotes = token.image.startsWith('"""') ? 3 : 1;
      spans.push({ start: token.start + quotes, end: Math.max(token.start + quotes, token.end - quotes) });
    }
    spans.push({ start: token.start, end: token.end }, { start: (values[0] as Span).start, end: (values.at(-1) as Span).end });
  } else if (head.start <= offset && offset <= head.end) spans.push(head);
  if (braces !== undefined && braces.start < offset && offset < braces.end) {
    const inner = chunk.text.slice(braces.start + 1, braces.end - 1);
    const start = braces.start + 1 + (inner.length - inner.trimStart().length);
    spans.push({ start, end: Math.max(start, braces.start + 1 + inner.trimEnd().length) }, braces);
  } else spans.push({ start: head.start, end: values.at(-1)?.end ?? head.end });
  return [...spans, span];
}

/** The innermost statement whose block holds an offset. */
function around(statements: readonly Statement[], offset: number): Statement | undefined {
  const outer = statements.find(({ braces }) => braces !== undefined && braces.start < offset && offset < braces.end);
  return outer === undefined ? undefined : (around(outer.block ?? [], offset) ?? outer);
}
