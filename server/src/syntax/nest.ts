import { capital, either, withArticle } from '../language/nouns.ts';
import { isClosed, type Token } from '../language/token.ts';
import { KINDS as ALL_KINDS, isKind, type Kind, kindRow, type Row } from '../language/vocabulary.ts';
import { lineStarts } from '../text/lines.ts';
import { nearest } from '../text/nearest.ts';
import { say } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import { type Builder, runGrammar } from './grammar.ts';
import { kindsWith, matchHead, mayStand } from './heads.ts';
import { type Mark, tokenize } from './tokens.ts';
import type { Chunk, Problem, Statement } from './tree.ts';

/** Blocks nested deeper than this are read as if they stood at this depth: no plan needs it, and nothing may recurse without end. */
const DEEPEST = 64;

/** A statement while it is being built. Its span is made when somebody asks: a large plan has many statements, and few of them are asked. */
class Open implements Statement {
  readonly chunk: Chunk;
  readonly word: string;
  readonly head: Span;
  readonly values: readonly Token[];
  readonly kind: Kind | undefined;
  readonly row: Row | undefined;
  parent: Open | undefined = undefined;
  block: Open[] | undefined = undefined;
  braces: Span | undefined = undefined;
  end: number;

  constructor(chunk: Chunk, word: string, head: Span, values: readonly Token[], kind: Kind | undefined, row: Row | undefined) {
    this.chunk = chunk;
    this.word = word;
    this.head = head;
    this.values = values;
    this.kind = kind;
    this.row = row;
    this.end = (values.length === 0 ? head : (values[values.length - 1] as Token)).end;
  }

  get span(): Span {
    return { start: this.head.start, end: this.end };
  }
}

/** Parses a chunk: tokens, the flat grammar, then the nesting by an explicit stack. Never throws. */
export function parseChunk(text: string): Chunk {
  const chunk = { text, lines: lineStarts(text), statements: [] as Open[], comments: [] as readonly Span[], problems: [] as Problem[] };
  const { items, marks, comments } = tokenize(text);
  chunk.comments = comments;
  const nest = new Nest(chunk, items);
  runGrammar(marks, nest);
  nest.end();
  return chunk;
}

class Nest implements Builder {
  readonly #chunk: { text: string; statements: Open[]; problems: Problem[] };
  readonly #tokens: readonly Token[];
  readonly #open: Open[] = [];
  #tooDeep = 0;

  constructor(chunk: { text: string; statements: Open[]; problems: Problem[] }, tokens: readonly Token[]) {
    this.#chunk = chunk;
    this.#tokens = tokens;
  }

  statement(from: number, to: number, brace: Mark | undefined): void {
    const first = from < to ? (this.#tokens[from] as Token) : undefined;
    const statement =
      first === undefined || first.kind !== 'word' ? this.#headless(this.#tokens.slice(from, to), brace as Mark) : this.#headed(first, from, to);
    for (let i = from; i < to; i++) this.#checkText(this.#tokens[i] as Token, statement);
    this.#add(statement);
    if (brace === undefined) return;
    statement.block = [];
    statement.braces = { start: brace.start, end: brace.end };
    if (this.#open.length >= DEEPEST) {
      if (this.#tooDeep++ === 0)
        this.#problem('unexpected-text', statement, statement.head, say`Blocks are nested too deeply here.`, say`Close some of them first.`);
    } else {
      this.#open.push(statement);
    }
  }

  close(brace: Mark): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    const statement = this.#open.pop();
    if (statement === undefined) {
      this.#problem('unexpected-text', undefined, brace, say`This "}" closes nothing.`, say`Remove it, or open a block before it.`, [
        { title: say`Remove the "}"`, safe: true, edits: [{ span: { start: brace.start, end: brace.end }, text: '' }] },
      ]);
      return;
    }
    this.#shut(statement, brace.end);
  }

  /** What is still open at the chunk's end has lost its brace. */
  end(): void {
    while (this.#open.length > 0) this.#unclosed(this.#open.pop() as Open, trimmed(this.#chunk.text, this.#chunk.text.length));
  }

  #shut(statement: Open, end: number): void {
    statement.end = end;
    statement.braces = { start: (statement.braces as Span).start, end };
  }

  #unclosed(statement: Open, before: number): void {
    const end = Math.max(before, statement.block?.at(-1)?.end ?? 0, statement.braces?.end ?? 0);
    this.#shut(statement, end);
    this.#problem('unclosed-block', statement, statement.head, say`The block of ${describe(statement)} is not closed.`, say`Write "}" where it ends.`, [
      {
        title: say`Close the block`,
        safe: true,
        edits: [{ span: { start: end, end }, text: `\n${' '.repeat(column(this.#chunk.text, statement.head.start))}}` }],
      },
    ]);
  }

  #add(statement: Open): void {
    const parent = this.#open.at(-1);
    statement.parent = parent;
    if (parent === undefined) this.#chunk.statements.push(statement);
    else parent.block?.push(statement);
  }

  #make(word: string, head: Span, values: readonly Token[], kind: Kind | undefined, row: Row | undefined): Open {
    return new Open(this.#chunk as unknown as Chunk, word, head, values, kind, row);
  }

  #headless(tokens: readonly Token[], brace: Mark): Open {
    const first = tokens[0] ?? brace;
    const span = { start: first.start, end: (tokens.at(-1) ?? brace).end };
    const statement = this.#make('', span, [], undefined, undefined);
    const image = clip('image' in first ? first.image : '{');
    this.#problem(
      'unexpected-text',
      statement,
      span,
      say`A statement cannot begin with ${image.startsWith('"') ? image : `"${image}"`}.`,
      say`Begin the line with a word such as "about" or "source".`,
    );
    return statement;
  }

  #headed(first: Token, from: number, to: number): Open {
    const { image } = first;
    const rest = (after: number) => (from + after === to ? NONE : this.#tokens.slice(from + after, to));
    const inside = this.#open.at(-1);
    // Inside a block that nobody knows, and inside the block of a value, words are free.
    if (inside !== undefined && inside.kind === undefined) return this.#make(image, first, rest(1), undefined, undefined);
    const known = inside?.kind === undefined ? undefined : matchHead(inside.kind, this.#tokens, from, to);
    if (known !== undefined) {
      const head = known.words.length === 1 ? first : { start: first.start, end: (this.#tokens[from + known.words.length - 1] as Token).end };
      return this.#make(known.word, head, rest(known.words.length), undefined, known.row);
    }
    if (isKind(image)) {
      if (!mayStand(image, inside?.kind)) this.#misplaced(image, first, inside);
      return this.#make(image, first, rest(1), image, undefined);
    }
    const statement = this.#make(image, first, rest(1), undefined, undefined);
    this.#unknown(statement, inside?.kind);
    return statement;
  }

  /** A declaration in a block that cannot hold it: where it is not indented deeper than that block, the block's brace is missing. */
  #misplaced(kind: Kind, at: Token, inside: Open | undefined): void {
    const indent = column(this.#chunk.text, at.start);
    const keep = this.#open.findLastIndex((open) => open.kind !== undefined && mayStand(kind, open.kind)) + 1;
    const reaches = keep > 0 || mayStand(kind, undefined);
    if (inside !== undefined && reaches && column(this.#chunk.text, inside.head.start) >= indent) {
      while (this.#open.length > keep) this.#unclosed(this.#open.pop() as Open, trimmed(this.#chunk.text, at.start));
      return;
    }
    const where = inside === undefined ? say`at the top of a file` : say`in ${describe(inside)}`;
    const holders = kindsHolding(kind);
    const instead = kindRow(kind).top
      ? say`Write it at the beginning of a line, outside of every block.`
      : say`Write it in ${either(holders.map(withArticle))}.`;
    this.#problem('misplaced-statement', undefined, at, say`${capital(withArticle(kind))} cannot stand ${where}.`, instead);
  }

  #unknown(statement: Open, kind: Kind | undefined): void {
    // The marks of an unfinished merge have a rule of their own.
    if (/^(?:<{7}|={7}|>{7}|\|{7})$/.test(statement.word)) return;
    const elsewhere = kindsWith(statement.word);
    const where = kind === undefined ? say`at the top of a file` : say`in ${withArticle(kind)}`;
    // Of a statement of two words the second may be the one that is misspelt, and the first a statement of something else.
    const second = statement.values[0];
    const phrase = second?.kind === 'word' && second.image.length > 2 ? `${statement.word} ${second.image}` : undefined;
    const meant =
      phrase === undefined
        ? undefined
        : nearest(
            phrase,
            candidatesIn(kind).filter((one) => one.startsWith(`${statement.word} `)),
          );
    if (phrase !== undefined && meant !== undefined) {
      const span = { start: statement.head.start, end: (second as Token).end };
      const fix = { title: say`Replace by "${meant}"`, edits: [{ span, text: meant }] };
      this.#problem('unknown-statement', statement, span, say`"${clip(phrase)}" is no statement ${where}.`, say`Did you mean "${meant}"?`, [fix]);
      return;
    }
    if (elsewhere.length > 0) {
      const instead = say`It belongs in ${either(elsewhere.slice(0, 4).map(withArticle))}.`;
      this.#problem('misplaced-statement', statement, statement.head, say`"${statement.word}" cannot stand ${where}.`, instead);
      return;
    }
    const candidates = candidatesIn(kind);
    const close = nearest(statement.word, candidates);
    const instead =
      close === undefined
        ? kind === undefined
          ? say`A file holds declarations such as "sector", "measure" or "actor".`
          : say`${capital(withArticle(kind))} may say ${someOf(kind)}.`
        : say`Did you mean "${close}"?`;
    const fix = close === undefined ? [] : [{ title: say`Replace by "${close}"`, edits: [{ span: statement.head, text: close }] }];
    this.#problem('unknown-statement', statement, statement.head, say`"${clip(statement.word)}" is no statement ${where}.`, instead, fix);
  }

  #checkText(token: Token, statement: Open): void {
    if (token.kind !== 'text' || isClosed(token.image)) return;
    const long = token.image.startsWith('"""');
    this.#problem(
      'text-not-terminated',
      statement,
      token,
      say`This text has no closing ${long ? '"""' : '"'}.`,
      long ? say`Write """ where the text ends.` : say`A text ends on its own line: add the quote, or use """ for a long text.`,
      [{ title: say`Close the text`, safe: true, edits: [{ span: { start: token.end, end: token.end }, text: long ? '"""' : '"' }] }],
    );
  }

  #problem(rule: string, statement: Open | undefined, span: Span, message: string, instead: string, fixes: readonly NonNullable<Problem['fix']>[] = []): void {
    const problem: Problem = { rule: `structure/${rule}`, message, instead, span: { start: span.start, end: span.end } };
    this.#chunk.problems.push({
      ...problem,
      ...(statement === undefined ? {} : { statement: statement as Statement }),
      ...(fixes[0] === undefined ? {} : { fix: fixes[0] }),
    });
  }
}

const NONE: readonly Token[] = [];
const clip = (word: string): string => (word.length > 40 ? `${word.slice(0, 40)}…` : word);

/** A few of the words that a kind may say, those that a new one is laid out with first. */
function someOf(kind: Kind): string {
  const { outline, rows } = kindRow(kind);
  const words = [...new Set([...outline.split(', ').filter((word) => word !== ''), ...Object.keys(rows).reverse()])];
  return words.length <= 6 ? words.join(', ') : say`${words.slice(0, 5).join(', ')} and ${words.length - 5} more words`;
}

function describe(statement: Open): string {
  const title = statement.values.find((value) => value.kind === 'text') ?? statement.values[0];
  const named = title === undefined ? '' : ` ${title.kind === 'text' ? clip(title.image) : `"${clip(title.image)}"`}`;
  return statement.word === '' ? say`this block` : `${clip(statement.word)}${named}`;
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
