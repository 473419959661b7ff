import type { Token } from '../language/token.ts';
import { lineStart } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { aligned, type Cell, cellsOf, inColumns } from './columns.ts';
import { indented } from './longtext.ts';
import { GOES_ON } from './tokens.ts';
import type { Chunk, Statement } from './tree.ts';

/** Blocks that the writer put on one line stay there as long as they fit. */
const WIDTH = 120;
const INDENT = '  ';

/**
 * The canonical text of a chunk, without what stands before and after it: one statement a line, blocks indented by two, one space
 * between values, at most one blank line. Order, comments and texts stay the writer's, and so do the statements that are broken.
 */
export const printChunk = (chunk: Chunk, broken: ReadonlySet<Statement>): string => new Printer(chunk, broken).print();

class Printer {
  readonly #chunk: Chunk;
  readonly #broken: ReadonlySet<Statement>;
  readonly #lines: string[] = [];
  /** The next comment that has not been printed. */
  #comment = 0;

  constructor(chunk: Chunk, broken: ReadonlySet<Statement>) {
    this.#chunk = chunk;
    this.#broken = broken;
  }

  print(): string {
    this.#block(this.#chunk.statements, '', this.#chunk.text.length);
    return this.#lines.join('\n');
  }

  #block(statements: readonly Statement[], indent: string, end: number): void {
    const inTables = this.#tables(statements);
    for (const [i, statement] of statements.entries()) {
      this.#commentsBefore(statement.span.start, indent, i === 0);
      if (i > 0 && this.#lines.at(-1) !== '' && this.#blankBefore(statement.span.start)) this.#lines.push('');
      if (this.#broken.has(statement)) this.#asWritten(statement, indent);
      else this.#statement(statement, indent, inTables.get(statement));
    }
    this.#commentsBefore(end, indent, statements.length === 0);
  }

  #statement(statement: Statement, indent: string, inTable: string | undefined): void {
    if (inTable !== undefined) {
      this.#lines.push(indent + inTable);
      this.#trailing(statement.span.end);
      return;
    }
    const commented = holdsComment(statement);
    const head = indent + (commented ? this.#written(statement.head.start, headEnd(statement)) : line(statement, indent));
    if (commented) this.#passed(headEnd(statement));
    const block = statement.block;
    const braces = statement.braces;
    if (block === undefined || braces === undefined) {
      this.#lines.push(head);
      this.#trailing(statement.span.end);
      return;
    }
    const inline = this.#inline(statement);
    if (inline !== undefined && fits(head, inline)) {
      this.#lines.push(`${head} ${inline}`);
      this.#trailing(statement.span.end);
      return;
    }
    this.#lines.push(`${head} {`);
    this.#trailing(braces.start + 1);
    this.#block(block, indent + INDENT, braces.end - 1);
    this.#lines.push(`${indent}}`);
    this.#trailing(statement.span.end);
  }

  /** Lines of values that follow each other without a gap, as the lines of a table. */
  #tables(statements: readonly Statement[]): ReadonlyMap<Statement, string> {
    const lines = new Map<Statement, string>();
    for (let i = 0; i < statements.length; i++) {
      const rows: { readonly statement: Statement; readonly cells: readonly Cell[] }[] = [];
      for (let before: Statement | undefined; i < statements.length; i++) {
        const statement = statements[i] as Statement;
        const cells = before === undefined || (before.word === statement.word && this.#adjacent(before, statement)) ? this.#cells(statement) : undefined;
        if (cells === undefined) break;
        rows.push({ statement, cells });
        before = statement;
      }
      if (rows.length === 0) continue;
      i--;
      const texts = rows.length === 1 ? [] : aligned(rows.map(({ cells }) => cells));
      for (const [j, text] of texts.entries()) lines.set((rows[j] as { statement: Statement }).statement, text);
    }
    return lines;
  }

  #cells(statement: Statement): readonly Cell[] | undefined {
    if (!inColumns(statement) || this.#broken.has(statement) || holdsComment(statement)) return undefined;
    const cells = cellsOf(statement);
    if (statement.block === undefined) return cells;
    const inline = this.#inline(statement);
    return inline !== undefined && fits(line(statement, ''), inline) ? [...cells, { key: '{', text: inline }] : undefined;
  }

  /** Whether nothing stands between two statements but the end of a line, and perhaps a comment behind the first. */
  #adjacent(first: Statement, second: Statement): boolean {
    if (this.#blankBefore(second.span.start)) return false;
    const [rest = '', ...below] = this.#written(first.span.end, second.span.start).split('\n');
    return isBare(rest.split('#', 1)[0] as string) && !below.some((text) => text.includes('#'));
  }

  /** The block on one line, where it was written so and holds no comment. */
  #inline(statement: Statement): string | undefined {
    const { start, end } = statement.braces as Span;
    if (/[\r\n]/.test(this.#chunk.text.slice(start, end))) return undefined;
    const inner = (statement.block ?? []).map((child) => {
      const nested = child.block === undefined ? '' : ` ${this.#inline(child)}`;
      return line(child, '') + nested;
    });
    return inner.length === 0 ? '{ }' : `{ ${inner.join('; ')} }`;
  }

  /** A broken statement keeps its place and its lines. */
  #asWritten(statement: Statement, indent: string): void {
    const { start, end } = statement.span;
    const { text } = this.#chunk;
    let from = start;
    while (from > 0 && (text[from - 1] === ' ' || text[from - 1] === '\t')) from--;
    const beginsLine = from === 0 || /[\n\r\ufeff]/.test(text[from - 1] as string);
    this.#lines.push((beginsLine ? text.slice(from, start) : indent) + this.#written(start, end));
    this.#passed(end);
    this.#trailing(end);
  }

  /** The comments before a place are printed. */
  #passed(offset: number): void {
    while ((this.#chunk.comments[this.#comment]?.start ?? offset) < offset) this.#comment++;
  }

  /** Comments above a place, each on a line of its own. */
  #commentsBefore(offset: number, indent: string, first: boolean): void {
    for (let i = 0; ; i++) {
      const comment = this.#chunk.comments[this.#comment];
      if (comment === undefined || comment.start >= offset) return;
      if (!(first && i === 0) && this.#lines.at(-1) !== '' && this.#blankBefore(comment.start)) this.#lines.push('');
      this.#lines.push(indent + this.#text(comment));
      this.#comment++;
    }
  }

  /** A comment behind something on its line stays there. */
  #trailing(offset: number): void {
    const comment = this.#chunk.comments[this.#comment];
    if (comment === undefined || comment.start < offset || !isBare(this.#chunk.text.slice(offset, comment.start))) return;
    this.#lines[this.#lines.length - 1] += ` ${this.#text(comment)}`;
    this.#comment++;
  }

  #text = (span: Span): string => this.#chunk.text.slice(span.start, span.end).trimEnd();
  #written = (start: number, end: number): string => this.#chunk.text.slice(start, end).replace(/\r\n?/g, '\n');

  #blankBefore(offset: number): boolean {
    const { text } = this.#chunk;
    const gap = text.slice(Math.max(0, offset - 200), offset);
    return gap.slice(gap.trimEnd().length).split(/\r\n|\r|\n/).length > 2;
  }
}

/** Nothing but the end of a statement, on its line. */
const isBare = (text: string): boolean => !/[\r\n]/.test(text) && text.replaceAll(';', '').trim() === '';
const headEnd = (statement: Statement): number => statement.values.at(-1)?.end ?? statement.head.end;

/** Whether a comment stands between the values of a statement: then its lines stay as they are. */
function holdsComment({ chunk: { text }, head, values }: Statement): boolean {
  let before = head.start;
  for (const token of [head, ...values]) {
    if (text.slice(before, token === head ? head.end : token.start).includes('#')) return true;
    before = token.end;
  }
  return false;
}

const fits = (head: string, block: string): boolean => head.length + block.length + 1 <= WIDTH;

/**
 * A statement without its block. A long list goes on after a comma, the reasons of a waiver stand on lines of their own, and a line
 * that the writer began with `because` or its like stays one.
 */
function line(statement: Statement, indent: string): string {
  // A declaration may be misspelt, which is not for the layout to mend.
  let text = statement.kind === undefined ? statement.word : statement.chunk.text.slice(statement.head.start, statement.head.end);
  let start = 0;
  let before: Token | undefined;
  for (const token of statement.values) {
    if (token.kind === 'comma') text += ',';
    else if (goesOn(token, before?.end ?? statement.head.end, statement)) {
      start = text.length;
      text += `\n${indent}${INDENT}${token.image}`;
    } else if (before?.kind === 'comma' && indent.length + text.length - start + token.image.length >= WIDTH) {
      start = text.length;
      text += `\n${indent}${INDENT}${INDENT}${token.image}`;
    } else text += ` ${token.image.startsWith('"""') ? indented(token.image, columnOf(statement), indent) : token.image}`;
    before = token;
  }
  return text;
}

function goesOn(token: Token, after: number, { word, chunk }: Statement): boolean {
  if (token.kind !== 'word' || !GOES_ON.has(token.image)) return false;
  return (word === 'waive' && (token.image === 'approved' || token.image === 'because')) || /[\r\n]/.test(chunk.text.slice(after, token.start));
}

/** How far the line is indented on which a statement begins. */
function columnOf({ chunk: { text }, head }: Statement): number {
  const start = lineStart(text, head.start);
  return head.start === 0 ? 0 : (/^[ \t]*/.exec(text.slice(start, head.start))?.[0].length ?? 0);
}
