import type { Token } from '../language/token.ts';
import type { Span } from '../text/span.ts';
import type { Chunk, Statement, Tree } from './tree.ts';

/** Blocks that the writer put on one line stay there as long as they fit. */
const WIDTH = 120;
const INDENT = '  ';

/**
 * The canonical text of a tree: one statement a line, blocks indented by two, one space between values, at most one blank line.
 * Order, comments and texts stay the writer's. A chunk that was not understood whole is given back as it was written.
 */
export function print(tree: Tree): string {
  const text = tree.chunks
    .map((chunk) => (chunk.problems.length > 0 ? chunk.text.trimEnd() : new Printer(chunk).print()) + (endsBlank(chunk) ? '\n' : ''))
    .join('\n');
  return `${text.replace(/^(?:[ \t]*[\r\n]+)+/, '').trimEnd()}\n`;
}

/** Whether a blank line follows the chunk: it belongs to the chunk before it. */
const endsBlank = (chunk: Chunk): boolean => /(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)\s*$/.test(chunk.text);

class Printer {
  readonly #chunk: Chunk;
  readonly #lines: string[] = [];
  /** The next comment that has not been printed. */
  #comment = 0;

  constructor(chunk: Chunk) {
    this.#chunk = chunk;
  }

  print(): string {
    this.#block(this.#chunk.statements, '', this.#chunk.text.length);
    return this.#lines.join('\n');
  }

  #block(statements: readonly Statement[], indent: string, end: number): void {
    for (const [i, statement] of statements.entries()) {
      this.#commentsBefore(statement.span.start, indent, i === 0);
      if (i > 0 && this.#lines.at(-1) !== '' && this.#blankBefore(statement.span.start)) this.#lines.push('');
      this.#statement(statement, indent);
    }
    this.#commentsBefore(end, indent, statements.length === 0);
  }

  #statement(statement: Statement, indent: string): void {
    const head = `${indent}${line(statement, indent)}`;
    const block = statement.block;
    const braces = statement.braces;
    if (block === undefined || braces === undefined) {
      this.#lines.push(head);
      this.#trailing(statement.span.end);
      return;
    }
    const inline = this.#inline(statement);
    if (inline !== undefined && head.length + inline.length + 1 <= WIDTH) {
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
    if (comment === undefined) return;
    const between = this.#chunk.text.slice(offset, comment.start);
    if (comment.start < offset || !/^[^\S\r\n]*;?[^\S\r\n]*$/.test(between)) return;
    this.#lines[this.#lines.length - 1] += ` ${this.#text(comment)}`;
    this.#comment++;
  }

  #text = (span: Span): string => this.#chunk.text.slice(span.start, span.end).trimEnd();

  #blankBefore(offset: number): boolean {
    return /(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*$/.test(this.#chunk.text.slice(Math.max(0, offset - 200), offset));
  }
}

/** A statement without its block. A long list goes on after a comma, and the reasons of a waiver stand on lines of their own. */
function line(statement: Statement, indent: string): string {
  let text = statement.word;
  let start = 0;
  let afterComma = false;
  for (const token of statement.values) {
    if (token.kind === 'comma') text += ',';
    else if (statement.word === 'waive' && breaksBefore(token)) text += `\n${indent}${INDENT}${token.image}`;
    else if (afterComma && indent.length + text.length - start + token.image.length >= WIDTH) {
      start = text.length;
      text += `\n${indent}${INDENT}${INDENT}${token.image}`;
    } else text += ` ${token.image}`;
    afterComma = token.kind === 'comma';
  }
  return text;
}

const breaksBefore = (token: Token): boolean => token.kind === 'word' && (token.image === 'approved' || token.image === 'because');
