import { capital, either, withArticle } from '../language/nouns.ts';
import { clip, quoted, type Token } from '../language/token.ts';
import { KINDS as ALL_KINDS, type Kind, kindNamed, kindRow, type Row } from '../language/vocabulary.ts';
import { NONE } from '../text/lists.ts';
import { nearest } from '../text/nearest.ts';
import { say } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import { statementsCalled } from '../words/statements.ts';
import { Built, Piece } from './built.ts';
import { type Builder, runGrammar } from './grammar.ts';
import { type Head, headsWith, kindsWith, mayStand } from './heads.ts';
import { isWordAt, type Shape, shapeOf, tokensIn, wordEnd } from './tokens.ts';
import type { Chunk, Problem } from './tree.ts';

/** Blocks nested deeper than this are read as if they stood at this depth: no plan needs it, and nothing may recurse without end. */
const DEEPEST = 64;

/** Parses a chunk: its shape, the flat grammar, then the nesting by an explicit stack. Never throws. */
export function parseChunk(text: string): Chunk {
  const shape = shapeOf(text);
  const chunk = new Piece(text, shape.comments);
  const nest = new Nest(chunk, shape);
  runGrammar(shape.marks, nest);
  nest.end();
  return chunk;
}

class Nest implements Builder {
  readonly #chunk: Piece;
  readonly #shape: Shape;
  /** How far each list of the shape has been read. */
  #statement = 0;
  #brace = 0;
  #unclosed = 0;
  /** The statements whose blocks are open, and the place in `#built` of the first statement of each block. */
  readonly #open: Built[] = [];
  readonly #firsts: number[] = [];
  /** What stands in the blocks that are open and at the top, so far. */
  readonly #built: Built[] = [];
  #tooDeep = 0;

  constructor(chunk: Piece, shape: Shape) {
    this.#chunk = chunk;
    this.#shape = shape;
  }

  statements(opens: boolean): void {
    const { statements, braces } = this.#shape;
    const until = this.#brace < braces.length ? (braces[this.#brace] as number) : this.#chunk.text.length;
    let last: Built | undefined;
    while (this.#statement < statements.length && (statements[this.#statement] as number) < until) {
      const start = statements[this.#statement++] as number;
      const end = statements[this.#statement++] as number;
      last = isWordAt(this.#chunk.text, start) ? this.#headed(start, end) : this.#headless(start, end);
      this.#checkTexts(last);
      this.#add(last);
    }
    if (opens) this.#opened(last as Built);
  }

  block(): void {
    const at = this.#shape.braces[this.#brace] as number;
    const statement = this.#headless(at, at + 1);
    this.#add(statement);
    this.#opened(statement);
  }

  close(): void {
    const at = this.#shape.braces[this.#brace++] as number;
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    if (this.#open.length > 0) {
      this.#shut(at + 1);
      return;
    }
    const span = { start: at, end: at + 1 };
    this.#problem('unexpected-text', undefined, span, say`This "}" closes nothing.`, say`Remove it, or open a block before it.`, [
      { title: say`Remove the "}"`, safe: true, edits: [{ span, text: '' }] },
    ]);
  }

  /** What is still open at the chunk's end has lost its brace. */
  end(): void {
    while (this.#open.length > 0) this.#lost(this.#chunk.text.length);
    this.#chunk.statements = this.#built.slice();
  }

  #opened(statement: Built): void {
    statement.brace = this.#shape.braces[this.#brace++] as number;
    statement.end = statement.brace + 1;
    statement.block = NONE;
    if (this.#open.length >= DEEPEST) {
      if (this.#tooDeep++ === 0)
        this.#problem('unexpected-text', statement, statement.head, say`Blocks are nested too deeply here.`, say`Close some of them first.`);
    } else {
      this.#open.push(statement);
      this.#firsts.push(this.#built.length);
    }
  }

  /** Ends the innermost block. */
  #shut(end: number): Built {
    const statement = this.#open.pop() as Built;
    statement.block = this.#built.splice(this.#firsts.pop() as number);
    statement.end = end;
    return statement;
  }

  /** Ends the innermost block, which has lost its brace, before a place. */
  #lost(before: number): void {
    const end = Math.max(trimmed(this.#chunk.text, before), (this.#built.at(-1) as Built).end);
    const statement = this.#shut(end);
    this.#problem('unclosed-block', statement, statement.head, say`The block of ${describe(statement)} is not closed.`, say`Write "}" where it ends.`, [
      {
        title: say`Close the block`,
        safe: true,
        edits: [{ span: { start: end, end }, text: `\n${' '.repeat(column(this.#chunk.text, statement.start))}}` }],
      },
    ]);
  }

  #add(statement: Built): void {
    statement.parent = this.#open.at(-1);
    this.#built.push(statement);
  }

  #make(word: string, start: number, headEnd: number, end: number, kind?: Kind, row?: Row): Built {
    return new Built(this.#chunk, word, start, headEnd, end, kind, row);
  }

  #headless(start: number, end: number): Built {
    const statement = this.#make('', start, end, end);
    const [token] = tokensIn(this.#chunk.text, start, end);
    this.#problem(
      'unexpected-text',
      statement,
      statement.head,
      say`A statement cannot begin with ${token === undefined ? '"{"' : quoted(token)}.`,
      this.#pasted(start, this.#open.at(-1)) ?? say`Begin the line with a word such as "about" or "source".`,
    );
    return statement;
  }

  #headed(start: number, end: number): Built {
    const { text } = this.#chunk;
    const headEnd = wordEnd(text, start);
    const word = text.slice(start, headEnd);
    const inside = this.#open.at(-1);
    // Inside a block that nobody knows, and inside the block of a value, words are free.
    if (inside !== undefined && inside.kind === undefined) return this.#make(word, start, headEnd, end);
    const heads = inside?.kind === undefined ? undefined : headsWith(inside.kind, word);
    for (let i = 0; heads !== undefined && i < heads.length; i++) {
      const head = heads[i] as Head;
      if (head.words.length === 1) return this.#make(head.word, start, headEnd, end, undefined, head.row);
      const tokens = tokensIn(text, start, end);
      if (!head.words.every((one, at) => one === tokens[at]?.image)) continue;
      return this.#make(head.word, start, (tokens[head.words.length - 1] as Token).end, end, undefined, head.row);
    }
    const kind = kindNamed(word);
    if (kind !== undefined) {
      if (!mayStand(kind, inside?.kind)) this.#misplaced(kind, { start, end: headEnd }, inside);
      return this.#make(kind, start, headEnd, end, kind);
    }
    const statement = this.#make(word, start, headEnd, end);
    this.#unknown(statement, inside);
    return statement;
  }

  /** A declaration in a block that cannot hold it: where it is not indented deeper than that block, the block's brace is missing. */
  #misplaced(kind: Kind, at: Span, inside: Built | undefined): void {
    const indent = column(this.#chunk.text, at.start);
    const keep = this.#open.findLastIndex((open) => open.kind !== undefined && mayStand(kind, open.kind)) + 1;
    const reaches = keep > 0 || mayStand(kind, undefined);
    if (inside !== undefined && reaches && column(this.#chunk.text, inside.start) >= indent) {
      while (this.#open.length > keep) this.#lost(at.start);
      return;
    }
    const where = inside === undefined ? say`at the top of a file` : say`in ${describe(inside)}`;
    const holders = kindsHolding(kind);
    const instead = kindRow(kind).top
      ? say`Write it at the beginning of a line, outside of every block.`
      : say`Write it in ${either(holders.map(withArticle))}.`;
    this.#problem('misplaced-statement', undefined, at, say`${capital(withArticle(kind))} cannot stand ${where}.`, instead);
  }

  #unknown(statement: Built, inside: Built | undefined): void {
    const kind = inside?.kind;
    // The marks of an unfinished merge have a rule of their own.
    if (/^(?:<{7}|={7}|>{7}|\|{7})$/.test(statement.word)) return;
    const elsewhere = kindsWith(statement.word);
    // Of a statement of two words one may be misspelt: the second after a word that begins others too, or the first before one that is right.
    const second = statement.values[0];
    const phrase = second?.kind === 'word' ? `${statement.word} ${second.image}` : undefined;
    const isClose = (one: string): boolean =>
      (one.startsWith(`${statement.word} `) && (second as Token).image.length > 2) || one.endsWith(` ${(second as Token).image}`);
    const meant = phrase === undefined ? undefined : nearest(phrase, candidatesIn(kind).filter(isClose));
    if (phrase !== undefined && meant !== undefined) {
      const span = { start: statement.head.start, end: (second as Token).end };
      const fix = { title: say`Replace by "${meant}"`, edits: [{ span, text: meant }] };
      this.#problem('unknown-statement', statement, span, noStatement(phrase, kind), say`Did you mean "${meant}"?`, [fix], meant);
      return;
    }
    if (elsewhere.length > 0) {
      const instead = say`It belongs in ${either(elsewhere.slice(0, 4).map(withArticle))}.`;
      const message =
        kind === undefined ? say`"${statement.word}" cannot stand at the top of a file.` : say`"${statement.word}" cannot stand in ${withArticle(kind)}.`;
      this.#problem('misplaced-statement', statement, statement.head, message, instead);
      return;
    }
    const candidates = candidatesIn(kind);
    const pasted = this.#pasted(statement.start, inside);
    const close = pasted === undefined ? calledNear(statement.word, candidates) : undefined;
    const instead =
      pasted ??
      (close === undefined
        ? kind === undefined
          ? say`A file holds declarations such as "sector", "measure" or "actor".`
          : say`${capital(withArticle(kind))} may say ${someOf(kind)}.`
        : say`Did you mean "${close}"?`);
    const fix = close === undefined ? [] : [{ title: say`Replace by "${close}"`, edits: [{ span: statement.head, text: close }] }];
    this.#problem('unknown-statement', statement, statement.head, noStatement(statement.word, kind), instead, fix, close);
    const declared = close === undefined ? undefined : kindNamed(close);
    // What is written like a declaration is read as the one that it was meant to be, so that all that stands in it is understood.
    if (declared !== undefined && mayStand(declared, kind) && isHeader(statement.values)) [statement.word, statement.kind] = [declared, declared];
  }

  /** What to do with a line of a list or table from elsewhere, where the editor makes measures of it: at the top and in a sector. */
  #pasted(start: number, inside: Built | undefined): string | undefined {
    if (inside !== undefined && inside.kind !== 'sector') return undefined;
    const line = /^[^\r\n]*/.exec(this.#chunk.text.slice(start))?.[0] ?? '';
    if (/^\|.*\|\s*$/.test(line) || /\S\t+\S/.test(line))
      return say`If it is a table from elsewhere, select all of it and choose the refactoring "Make measures of the selected table".`;
    if (/^(?:[-*+•–‣▪◦]|\d{1,3}[.)])\s/.test(line))
      return say`If it is a list from elsewhere, select all of it and choose the refactoring "Make measures of the selected list".`;
    return undefined;
  }

  /** Texts of a statement without closing quotes; it is the newest, so they are the next. */
  #checkTexts(statement: Built): void {
    const { unclosed } = this.#shape;
    while (this.#unclosed < unclosed.length && (unclosed[this.#unclosed] as number) < statement.end) {
      const start = unclosed[this.#unclosed++] as number;
      const end = unclosed[this.#unclosed++] as number;
      const quotes = this.#chunk.text.startsWith('"""', start) ? '"""' : '"';
      this.#problem(
        'text-not-terminated',
        statement,
        { start, end },
        say`This text has no closing ${quotes}.`,
        quotes === '"' ? say`A text ends on its own line: add the quote, or use """ for a long text.` : say`Write """ where the text ends.`,
        [{ title: say`Close the text`, safe: true, edits: [{ span: { start: end, end }, text: quotes }] }],
      );
    }
  }

  #problem(
    rule: string,
    statement: Built | undefined,
    span: Span,
    message: string,
    instead: string,
    fixes: readonly NonNullable<Problem['fix']>[] = [],
    meant?: string,
  ): void {
    const problem: Problem = { rule: `structure/${rule}`, message, instead, span: { start: span.start, end: span.end } };
    this.#chunk.problems.push({
      ...problem,
      ...(statement === undefined ? {} : { statement }),
      ...(fixes[0] === undefined ? {} : { fix: fixes[0] }),
      ...(meant === undefined ? {} : { meant }),
    });
  }
}

/** What a word was probably meant to be: it is misspelt, or of another language. */
function calledNear(word: string, candidates: readonly string[]): string | undefined {
  const near = nearest(word, candidates);
  if (near?.startsWith(word.slice(0, 3))) return near;
  return statementsCalled(word).find((called) => candidates.includes(called)) ?? near;
}

/** An id, a title or both. */
const isHeader = ([first, second, ...rest]: readonly Token[]): boolean =>
  rest.length === 0 && (second === undefined ? first?.kind === 'text' : first?.kind === 'word' && second.kind === 'text');

/** A few of the words that a kind may say, those that a new one is laid out with first. */
function someOf(kind: Kind): string {
  const { outline, rows } = kindRow(kind);
  const words = [...new Set([...outline.split(', ').filter((word) => word !== ''), ...Object.keys(rows).reverse()])];
  return words.length <= 6 ? words.join(', ') : say`${words.slice(0, 5).join(', ')} and ${words.length - 5} more words`;
}

const noStatement = (words: string, kind: Kind | undefined): string =>
  kind === undefined ? say`"${clip(words)}" is no statement at the top of a file.` : say`"${clip(words)}" is no statement in ${withArticle(kind)}.`;

function describe(statement: Built): string {
  const title = statement.values.find((value) => value.kind === 'text') ?? statement.values[0];
  return statement.word === '' ? say`this block` : `${clip(statement.word)}${title === undefined ? '' : ` ${quoted(title)}`}`;
}

/** How far a place is indented; a line that begins very far away counts as indented that far, so that no line is walked twice over. */
function column(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && offset - start < 200 && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
  return offset - start;
}

/** The end of the text before an offset, without the white space there. */
function trimmed(text: string, offset: number): number {
  let end = offset;
  while (end > 0 && /\s/.test(text[end - 1] as string)) end--;
  return end;
}

const candidates = new Map<Kind | undefined, readonly string[]>();
function candidatesIn(kind: Kind | undefined): readonly string[] {
  let known = candidates.get(kind);
  if (known === undefined) {
    known = kind === undefined ? kindsAt(undefined) : [...Object.keys(kindRow(kind).rows), ...kindRow(kind).holds];
    candidates.set(kind, known);
  }
  return known;
}
const kindsAt = (inside: Kind | undefined): readonly Kind[] => ALL_KINDS.filter((kind) => mayStand(kind, inside));
const kindsHolding = (kind: Kind): readonly Kind[] => ALL_KINDS.filter((holder) => kindRow(holder).holds.includes(kind));
