import { textOf } from '../language/token.ts';
import { parse } from '../syntax/parse.ts';
import type { Chunk, Statement, Tree } from '../syntax/tree.ts';
import type { Span } from '../text/span.ts';

/**
 * A statement with its lines: the comments and empty lines above it, itself, and what stands behind it. Pieces that follow each other
 * are the text; where a block was written on one line, each piece in it is given a line of its own.
 */
export interface Piece {
  readonly statement: Statement;
  /** Whole lines above it. */
  readonly lead: string;
  readonly indent: string;
  /** The statement without its block, as it was written. */
  readonly head: string;
  /** What follows it on its line, with the end of the line: a comment. */
  readonly rest: string;
  /** The statement with its lines, without those above it. */
  readonly body: string;
  readonly block: Block | undefined;
  /** What the head says, without its layout. */
  readonly says: string;
  /** What all of it says, its comments among them. */
  readonly full: string;
}

/** A block, or a whole file. */
export interface Block {
  /** From the end of the head to the end of the line with the brace. */
  readonly open: string;
  readonly pieces: readonly Piece[];
  /** Whole lines behind the last piece. */
  readonly tail: string;
  /** What stands before the closing brace. */
  readonly indent: string;
  /** It was written on one line. */
  readonly inline: boolean;
}

const INDENT = '  ';

/** Problems that leave it open where a statement or block ends. */
const BREAKS: ReadonlySet<string> = new Set(['structure/unclosed-block', 'structure/unexpected-text', 'structure/text-not-terminated']);
const MARKS = /^(?:<{7}|={7}|>{7}|\|{7})(?=\s|$)/m;

export const isBroken = (tree: Tree): boolean => tree.chunks.some(({ text, problems }) => MARKS.test(text) || problems.some(({ rule }) => BREAKS.has(rule)));

/** The pieces of a file, whose lines end in `\n`; nothing where it is broken. */
export function piecesOf(text: string): Block | undefined {
  const tree = parse(text);
  if (isBroken(tree)) return undefined;
  const starts = new Map<Chunk, number>(tree.chunks.map((chunk, i) => [chunk, tree.starts[i] as number]));
  const reader = new Reader(text, (chunk) => starts.get(chunk) as number);
  return reader.block(
    tree.chunks.flatMap(({ statements }) => statements),
    { start: 0, end: text.length },
    undefined,
    '',
  );
}

/** What everything in a block says. */
export const saidIn = ({ pieces, tail }: Block): string => [...pieces.map(({ full }) => full), commentsOf(tail)].join('\n');

/** The comments of some lines, one a line; a semicolon before one says nothing. */
export const commentsOf = (lines: string): string =>
  lines
    .split('\n')
    .map((line) => line.replace(/^[\s;]+/, '').trimEnd())
    .filter((line) => line.startsWith('#'))
    .join('\n');

class Reader {
  readonly #text: string;
  readonly #startOf: (chunk: Chunk) => number;

  constructor(text: string, startOf: (chunk: Chunk) => number) {
    this.#text = text;
    this.#startOf = startOf;
  }

  /** What stands between two braces, or in a file, which has nothing before it; `around` is the indentation of the statement that it belongs to. */
  block(statements: readonly Statement[], inner: Span, before: string | undefined, around: string): Block {
    const isFile = before === undefined;
    const within = isFile ? '' : around + INDENT;
    const places = statements.map((statement) => this.#placed(statement, statement.span));
    const pieces: Piece[] = [];
    // The gap before each statement and behind the last: the end of one line, whole lines, and the beginning of another.
    const gaps = [...places, { start: inner.end, end: inner.end }].map(({ start }, i) =>
      this.#gap(i === 0 ? inner.start : (places[i - 1] as Span).end, start, i === 0 && isFile),
    );
    for (const [i, statement] of statements.entries()) {
      const above = gaps[i] as Gap;
      pieces.push(this.#piece(statement, above.lines, above.indent ?? within, (gaps[i + 1] as Gap).rest));
    }
    const [first, last] = [gaps[0] as Gap, gaps.at(-1) as Gap];
    return {
      open: isFile ? '' : `${before}{${first.rest}`,
      pieces,
      tail: isFile ? last.lines + (last.indent ?? '') : last.lines,
      indent: last.indent ?? around,
      inline: !isFile && !this.#text.slice(inner.start, inner.end).includes('\n'),
    };
  }

  #piece(statement: Statement, lead: string, indent: string, rest: string): Piece {
    const { start, end } = this.#placed(statement, statement.span);
    const headEnd = this.#placed(statement, statement.values.at(-1) ?? statement.head).end;
    const head = this.#text.slice(start, headEnd);
    const braces = statement.braces === undefined ? undefined : this.#placed(statement, statement.braces);
    const block =
      braces === undefined
        ? undefined
        : this.block(statement.block ?? [], { start: braces.start + 1, end: braces.end - 1 }, this.#text.slice(headEnd, braces.start), indent);
    const comments = (from: number, to: number): string =>
      statement.chunk.comments
        .map((span) => this.#placed(statement, span))
        .filter((span) => span.start >= from && span.end <= to)
        .map((span) => this.#text.slice(span.start, span.end).trimEnd())
        .join('\n');
    const says = [saidBy(statement), comments(start, headEnd)].join('\n').trimEnd();
    const inside = block === undefined ? [] : ['{', trailing(block.open), saidIn(block), '}'];
    return {
      statement,
      lead,
      indent,
      head,
      rest,
      body: `${indent}${this.#text.slice(start, end)}${rest}`,
      block,
      says,
      full: [commentsOf(lead), says, ...inside, trailing(rest)].join('\n'),
    };
  }

  #gap(from: number, to: number, isStart: boolean): Gap {
    const gap = this.#text.slice(from, to);
    const [first, last] = [gap.indexOf('\n'), gap.lastIndexOf('\n')];
    if (isStart) return { rest: '', lines: gap.slice(0, last + 1), indent: gap.slice(last + 1) };
    // Two on one line: what parted them is not needed once each has its own.
    if (first < 0) return { rest: '\n', lines: '', indent: undefined };
    return { rest: gap.slice(0, first + 1), lines: gap.slice(first + 1, last + 1), indent: gap.slice(last + 1) };
  }

  #placed({ chunk }: Statement, { start, end }: Span): Span {
    const at = this.#startOf(chunk);
    return { start: at + start, end: at + end };
  }
}

interface Gap {
  readonly rest: string;
  readonly lines: string;
  /** Nothing where there is no end of a line in the gap. */
  readonly indent: string | undefined;
}

/** The comment at the end of a line. */
export const trailing = (rest: string): string => /#.*/.exec(rest)?.[0].trimEnd() ?? '';

const saidBy = ({ word, values }: Statement): string =>
  [word, ...values.map(({ kind, image }) => (kind === 'text' ? JSON.stringify(textOf(image)) : image))].join(' ');
