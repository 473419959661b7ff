import type { Position, Range, TextEdit } from 'vscode-languageserver';
import type { SourceFile, Workspace } from '../model/workspace.ts';
import { formatting } from '../syntax/format.ts';
import { type Chunk, chunkAt, type Statement, statementAt } from '../syntax/tree.ts';
import type { Edit, Span } from '../text/span.ts';
import { atHead, placeAt } from './completion/place.ts';

/** The white space of a document, brought into its canonical form. What is broken stays as it is. */
export function formatDocument(workspace: Workspace, uri: string): TextEdit[] {
  const file = workspace.files.get(uri);
  return file === undefined ? [] : formatting(file.tree).edits.map((edit) => textEdit(file, edit));
}

/** The same, as far as it lies in some ranges. */
export function formatRanges(workspace: Workspace, uri: string, ranges: readonly Range[]): TextEdit[] {
  const file = workspace.files.get(uri);
  if (file === undefined) return [];
  const spans = ranges.map(({ start, end }) => ({ start: file.tree.offsetAt(start), end: file.tree.offsetAt(end) }));
  return formatting(file.tree, spans)
    .edits.filter(({ span }) => spans.some(({ start, end }) => span.start <= end && start <= span.end))
    .map((edit) => textEdit(file, edit));
}

/** The characters after which what was just written is laid out. */
export const TYPED = ['\n', '}', ';'] as const;

/** What was just finished: the line before a new one, the block that a brace closes, what stands before a semicolon. The caret's own place is left alone. */
export function formatTyped(workspace: Workspace, uri: string, position: Position, typed: string): TextEdit[] {
  const file = workspace.files.get(uri);
  if (file === undefined) return [];
  const caret = file.tree.offsetAt(position);
  const { chunk, start } = chunkAt(file.tree, caret);
  if (inText(chunk, caret - start)) return [];
  const done =
    typed === '\n' ? lineBefore(file, position) : typed === '}' ? blockBefore(file, chunk, start, caret) : { start: lineStart(file, caret), end: caret - 1 };
  if (done === undefined) return [];
  const edits = formatting(file.tree, [done]).edits.filter(({ span }) => done.start <= span.start && span.end <= done.end);
  const indent = typed === '\n' ? indentation(workspace, uri, position, file, caret) : undefined;
  return [...edits, ...(indent === undefined ? [] : [indent])].map((edit) => textEdit(file, edit));
}

const textEdit = ({ tree }: SourceFile, { span, text }: Edit): TextEdit => ({
  range: { start: tree.positionAt(span.start), end: tree.positionAt(span.end) },
  newText: text,
});

const lineStart = ({ tree }: SourceFile, offset: number): number => tree.offsetAt({ line: tree.positionAt(offset).line, character: 0 });

function lineBefore({ tree }: SourceFile, { line }: Position): Span | undefined {
  if (line < 1) return undefined;
  return { start: tree.offsetAt({ line: line - 1, character: 0 }), end: tree.offsetAt({ line: line - 1, character: Number.MAX_SAFE_INTEGER }) };
}

/** From the beginning of the line on which the block begins that a brace before the caret closes. */
function blockBefore(file: SourceFile, chunk: Chunk, start: number, caret: number): Span | undefined {
  let closed: Statement | undefined = statementAt(chunk, caret - start);
  while (closed !== undefined && closed.braces?.end !== caret - start) closed = closed.parent;
  return closed === undefined ? undefined : { start: lineStart(file, start + closed.head.start), end: caret };
}

function inText(chunk: Chunk, offset: number): boolean {
  const values = statementAt(chunk, offset)?.values ?? [];
  return values.some(({ kind, start, end }) => kind === 'text' && start < offset && offset < end);
}

/** How far a new line is indented, for editors that do not see to it themselves. */
function indentation(workspace: Workspace, uri: string, position: Position, { tree }: SourceFile, caret: number): Edit | undefined {
  const place = placeAt(workspace, uri, position);
  const start = tree.offsetAt({ line: position.line, character: 0 });
  const line = tree.text.slice(start, tree.offsetAt({ line: position.line, character: Number.MAX_SAFE_INTEGER }));
  const blank = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  if (place === undefined || !atHead(place) || caret > start + blank) return undefined;
  let depth = line[blank] === '}' ? -1 : 0;
  for (let around = place.inside; around !== undefined; around = around.parent) depth++;
  const wanted = '  '.repeat(Math.max(0, depth));
  return line.slice(0, blank) === wanted ? undefined : { span: { start, end: start + blank }, text: wanted };
}
