import { Cursor, type Expectation } from '../../language/shape.ts';
import type { Token } from '../../language/token.ts';
import type { Kind, Row } from '../../language/vocabulary.ts';
import { waiver } from '../../language/waiver.ts';
import type { Scope } from '../../model/scope.ts';
import type { SourceFile, Workspace } from '../../model/workspace.ts';
import { parseChunk } from '../../syntax/nest.ts';
import { type Chunk, chunkAt, type Statement, statementAt } from '../../syntax/tree.ts';
import { beginsLine, lineStart } from '../../text/lines.ts';
import type { Position, Span } from '../../text/span.ts';

/** Where a caret stands, told from the text before it, so that what is broken after it does not matter. */
export interface Place {
  readonly file: SourceFile;
  readonly scope: Scope;
  readonly chunk: Chunk;
  /** The word under the caret: its part before the caret, and the span of all of it in the chunk. */
  readonly typed: string;
  readonly word: Span;
  readonly caret: number;
  /** The statement that the caret stands in; at a head it begins with the caret's word. */
  readonly statement: Statement;
  /** Values before the caret. */
  readonly before: readonly Token[];
  /** The declaration that the statement stands in, as the text before the caret has it. */
  readonly inside: Statement | undefined;
  /** Nothing but this word stands in the line, from its beginning on. */
  readonly column0: boolean;
}

const MARK = 'zzmark';
const ENDS_WORD = /[\s"#,;{}]/;

/** `undefined` inside texts and comments, where everything is the writer's own. */
export function placeAt(workspace: Workspace, uri: string, position: Position): Place | undefined {
  const file = workspace.files.get(uri);
  const scope = workspace.scopeOf(uri);
  if (file === undefined || scope === undefined) return undefined;
  const offset = file.tree.offsetAt(position);
  const { chunk, start } = chunkAt(file.tree, offset);
  const caret = offset - start;
  const { text } = chunk;
  let from = caret;
  while (from > 0 && !ENDS_WORD.test(text[from - 1] as string)) from--;
  let to = caret;
  while (to < text.length && !ENDS_WORD.test(text[to] as string)) to++;
  const statement = valueAt(chunk, from) ?? probed(chunk, from);
  if (statement === undefined) return undefined;
  return {
    file,
    scope,
    chunk,
    statement,
    caret,
    typed: text.slice(from, caret),
    word: { start: from, end: to },
    before: statement.values.filter((token) => token.end <= from),
    inside: statement.parent,
    column0: lineStart(text, from) === from,
  };
}

/** The statement of which a value begins at a place, where nothing is wrong around it: what comes after says nothing of it either way. */
export function valueAt(chunk: Chunk, at: number): Statement | undefined {
  const statement = chunk.problems.length > 0 ? undefined : statementAt(chunk, at);
  if (statement?.row === undefined || statement.block !== undefined || beginsLine(chunk.text, at)) return undefined;
  return statement.values.some(({ kind, start }) => kind === 'word' && start === at) ? statement : undefined;
}

/** The word is replaced by one that means nothing: where that ends up says where the caret stands. */
export function probed(chunk: Chunk, at: number): Statement | undefined {
  return holding(parseChunk(textBefore(chunk, at) + MARK).statements, at);
}

/**
 * The text before a place, with what stands in blocks that end before it left blank: it says nothing of the place, and a large sector is
 * read again at every letter.
 */
export function textBefore({ text, statements, problems }: Chunk, from: number): string {
  const open = new Set(problems.filter(({ rule }) => rule === 'structure/unclosed-block').map(({ statement }) => statement));
  let read = '';
  let at = 0;
  for (let level: readonly Statement[] | undefined = statements; level !== undefined; ) {
    let around: Statement | undefined;
    for (const statement of level) {
      const { braces, span } = statement;
      if (span.start >= from) break;
      around = span.end >= from || open.has(statement) ? statement : undefined;
      if (around === undefined && braces !== undefined && braces.end - braces.start > 2) {
        read += `${text.slice(at, braces.start + 1)}${' '.repeat(braces.end - braces.start - 2)}`;
        at = braces.end - 1;
      }
    }
    level = around?.block;
  }
  return read + text.slice(at, from);
}

/** The statement in which the mark was read as a word of its own. */
function holding(statements: readonly Statement[], at: number): Statement | undefined {
  const last = statements.at(-1);
  if (last === undefined) return undefined;
  const inner = last.block === undefined ? undefined : holding(last.block, at);
  if (inner !== undefined) return inner;
  return last.head.start === at || last.values.at(-1)?.start === at ? last : undefined;
}

export const atHead = (place: Place): boolean => place.statement.head.start === place.word.start;

/** The statement as the whole text has it: it begins at the same place. */
export function inFullText(chunk: Chunk, statement: Statement): Statement | undefined {
  for (let level: readonly Statement[] | undefined = chunk.statements; level !== undefined; ) {
    const found: Statement | undefined = level.findLast((s) => s.span.start <= statement.span.start);
    if (found === undefined || found.span.start === statement.span.start) return found;
    level = found.block;
  }
  return undefined;
}

/** What may come after some values of a statement, and which of them already begin it. */
export interface Expected {
  readonly expectations: readonly Expectation[];
  /** The words already typed of an expected phrase: `at` of `at least`. */
  readonly begun: readonly Token[];
}

export function expectedAfter(row: Row | undefined, values: readonly Token[]): Expected {
  const cursor = new Cursor(values);
  (row?.shape ?? waiver).read(cursor);
  // All of it is read, and the shape wanted nothing more.
  if (cursor.at === values.length && cursor.furthest < values.length) return { expectations: [], begun: [] };
  const begun = values.slice(cursor.furthest);
  // What stands between is only a beginning where it is words; anything else is a mistake that is told elsewhere.
  return { expectations: cursor.expected, begun };
}

export const enclosing = (place: Place): Kind | undefined => place.inside?.kind;
