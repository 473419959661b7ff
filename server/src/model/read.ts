import { parseNumber, quantity } from '../language/amounts.ts';
import { parseDate } from '../language/dates.ts';
import { capital, either, noun, withArticle } from '../language/nouns.ts';
import { sampleOf } from '../language/sample.ts';
import { Cursor, type Expectation, type Ref, type Shape } from '../language/shape.ts';
import { quoted, type Token, textOf } from '../language/token.ts';
import { KINDS, type Kind, kindRow, type Row } from '../language/vocabulary.ts';
import { waiver } from '../language/waiver.ts';
import { wanted } from '../language/wanted.ts';
import { idFrom, isId } from '../language/words.ts';
import { type Chunk, type Problem, perChunk, type Statement, type Tree } from '../syntax/tree.ts';
import { justSoMany, NONE } from '../text/lists.ts';
import { say, told } from '../text/say.ts';
import { holds, type Span } from '../text/span.ts';
import { type Content, Declaration, type Fact, idTokenOf, type Part, type Tbd, titleTokenOf, type Waiver } from './declaration.ts';
import { meant } from './meant.ts';

/** What a chunk declares. */
export interface Reading {
  readonly declarations: readonly Declaration[];
  readonly waivers: readonly Waiver[];
  /** The indicators that are `defined by` others. */
  readonly borrowing: readonly Declaration<'indicator'>[];
  /** The parser's problems and those of its values. */
  readonly problems: readonly Problem[];
}

/** Reads a chunk by the vocabulary; after an edit of one value only what is around it. */
export const readChunk = perChunk(
  (chunk) => readingOf(chunk),
  (chunk, edited, { declarations }) => readingOf(chunk, edited, declarations),
);

function readingOf(chunk: Chunk, edited?: Statement, before?: readonly Declaration[]): Reading {
  const reader = new Reader([...chunk.problems], edited);
  return {
    declarations: reader.declarations(chunk.statements, before),
    waivers: reader.waivers,
    borrowing: reader.borrowing,
    problems: reader.problems,
  };
}

export const readTree = (tree: Tree): readonly Reading[] => tree.chunks.map(readChunk);

const REQUIRED = new Map(KINDS.map((kind) => [kind, Object.entries(kindRow(kind).rows).filter(([, row]) => row.required === true)]));

class Reader {
  readonly waivers: Waiver[] = [];
  readonly borrowing: Declaration<'indicator'>[] = [];
  readonly problems: Problem[];
  /** One for all statements that are as they should be. */
  readonly #cursor = new Cursor([], false);
  /** The statement that was edited, where the rest was read before. */
  readonly #edited: Statement | undefined;
  /** Where the problems of statements stand that were probably meant to be others. */
  #misspelt: ReadonlyMap<Statement | undefined, number> | undefined;

  constructor(problems: Problem[], edited?: Statement) {
    this.problems = problems;
    this.#edited = edited;
  }

  /** Reads what is declared; `before` is what was declared in the same places before the edit. */
  declarations(statements: readonly Statement[], before?: readonly Declaration[]): readonly Declaration[] {
    let found: Declaration[] | undefined;
    for (const statement of statements) {
      if (statement.kind === undefined) continue;
      if (statement.kind === 'waive') this.#waiver(statement);
      else (found ??= []).push(this.#declaration(statement, statement.kind, before?.[found.length]));
    }
    return justSoMany(found);
  }

  /** What was plain and only moved is left for later: most of it nobody asks for before the next letter. */
  #declaration(node: Statement, kind: Kind, before: Declaration | undefined): Declaration {
    if (before?.isPlain && !holds(node.span, (this.#edited as Statement).span.start)) return new Declaration(kind, before, node, readLater, true);
    const told = this.#told;
    const header = this.#header(node, kind);
    const facts = this.facts(node, kind);
    this.#repeated(facts, kind, header.title);
    this.#required(node, kind, header.title, facts);
    const children = this.declarations(node.block ?? NONE, before?.children);
    const borrows = kind === 'indicator' && facts.some((fact) => fact.word === 'defined by' && fact.tbd === undefined);
    const declaration = new Declaration(kind, header, node, { facts, children }, !borrows && told === this.#told);
    if (borrows) this.borrowing.push(declaration as Declaration<'indicator'>);
    return declaration;
  }

  /** How much there is to tell so far, besides of what is declared. */
  get #told(): number {
    return this.problems.length + this.waivers.length + this.borrowing.length;
  }

  facts(node: Statement, kind: Kind): readonly Fact[] {
    let said: Fact[] | undefined;
    for (const s of node.block ?? NONE) {
      if (s.row !== undefined) (said ??= []).push(this.#fact(s));
      else if (s.kind === undefined) (said ??= []).push(this.#unknown(s, kind));
    }
    return justSoMany(said);
  }

  #header(node: Statement, kind: Kind): { readonly id: string; readonly title: string } {
    const idToken = idTokenOf(node);
    const titleToken = titleTokenOf(node);
    const title = titleToken === undefined ? '' : textOf(titleToken.image);
    const used = (idToken === undefined ? 0 : 1) + (titleToken === undefined ? 0 : 1);
    const extra = node.values[used];
    if (extra !== undefined) {
      const end = (node.values.at(-1) as Token).end;
      this.#problem(
        'unexpected-text',
        node,
        { start: extra.start, end },
        say`${article(kind)} begins with ${kind}, an id and a title in quotes; ${shown(extra)} does not belong there.`,
        say`Write it as: ${`${kind} ${idToken?.image ?? 'some-id'} "Title" {`}`,
      );
    }
    const id = idToken?.image ?? (title === '' ? '' : idFrom(title));
    if (idToken === undefined && extra === undefined && kindRow(kind).header === 'id') {
      const made = id === '' ? kind : id;
      const at = node.head.end;
      this.#problem(
        'missing-id',
        node,
        node.head,
        say`${article(kind)}${title === '' ? '' : ` "${title}"`} has no id.`,
        say`Write a short name after "${kind}", such as ${made}; others refer to it by that.`,
        {
          title: say`Name it ${made}`,
          safe: true,
          edits: [{ span: { start: at, end: at }, text: ` ${made}` }],
        },
      );
    }
    // A sector may be opened again without its title: whether it has one anywhere is judged over all files of the plan.
    if (titleToken === undefined && extra === undefined && kindRow(kind).header === 'id' && (kind !== 'sector' || idToken === undefined)) {
      const at = idToken?.end ?? node.head.end;
      this.#problem(
        'missing-title',
        node,
        idToken ?? node.head,
        say`${article(kind)}${id === '' ? '' : ` "${id}"`} has no title.`,
        say`Write the title in quotes after the id: it is what people read.`,
        {
          title: say`Add a title`,
          edits: [{ span: { start: at, end: at }, text: ` "${sentence(id || kind)}"` }],
        },
      );
    }
    return { id, title: title || sentence(id) };
  }

  #fact(node: Statement): Fact {
    const { shape, split } = node.row as NonNullable<Statement['row']>;
    let cursor = this.#cursor.over(node.values);
    const tbd = tbdOf(node.values);
    let read = shape.read(cursor);
    const parts = split === true ? this.#parts(node) : NONE;
    if (tbd !== undefined) {
      // Where a name may stand, the promise itself was read as one.
      const named = cursor.refs.filter((ref) => ref.name !== 'tbd');
      return { word: node.word, value: undefined, tbd, refs: [...named, ...namesOf(node.values)], node, parts: NONE };
    }
    let broken = false;
    if (read === undefined || cursor.at < node.values.length) {
      // Values that were meant otherwise are read so: what they say is not missing elsewhere.
      const known = this.#badValue(node, shape);
      broken = known.broken;
      [read, cursor] = [known.value, known.cursor];
    }
    if (node.block !== undefined && split !== true && node.word !== 'step') {
      this.#problem(
        'unexpected-text',
        node,
        node.braces as Span,
        say`"${node.word}" takes no block.`,
        say`Remove the braces, or write the lines as statements of their own.`,
      );
    }
    return {
      word: node.word,
      value: read,
      refs: parts.length === 0 ? cursor.refs : [...cursor.refs, ...parts.map((part) => part.ref)],
      node,
      parts,
      ...(broken ? { broken } : {}),
    };
  }

  /**
   * A misspelt statement is read as the one that it was probably meant to be, where its values fit there: what it says is not missing.
   * One that nobody knows still names things; the names are kept so that they count as used.
   */
  #unknown(node: Statement, kind: Kind): Fact {
    this.#misspelt ??= new Map(this.problems.flatMap((one, i) => (one.meant === undefined ? [] : [[one.statement, i]])));
    const index = this.#misspelt.get(node) ?? -1;
    const problem = this.problems[index];
    const word = problem?.meant;
    const row = word === undefined ? undefined : kindRow(kind).rows[word];
    const unread = { word: `?${node.word}`, value: undefined, refs: namesOf(node.values), node, parts: NONE };
    if (problem === undefined || word === undefined || row === undefined) return unread;
    const values = node.values.filter(({ start }) => start >= problem.span.end);
    const tbd = tbdOf(values);
    if (tbd !== undefined) return { word, value: undefined, tbd, refs: namesOf(values), node, parts: NONE };
    const parts = row.split === true ? this.#parts(node) : NONE;
    const read = (value: unknown, { refs }: Cursor): Fact => ({ word, value, refs: [...refs, ...parts.map(({ ref }) => ref)], node, parts });
    const cursor = new Cursor(values);
    const value = row.shape.read(cursor);
    if (value !== undefined && cursor.at === values.length) return read(value, cursor);
    const known = meant(node.chunk.text, values, row.shape);
    if (known?.value === undefined) return unread;
    const all = `${word} ${known.text}`;
    this.problems[index] = {
      ...problem,
      instead: say`Did you mean "${all}"?`,
      fix: { title: say`Write it as ${all}`, edits: [...(problem.fix?.edits ?? []), known.edit] },
    };
    return read(known.value, known.cursor);
  }

  #parts(node: Statement): readonly Part[] {
    return node.block === undefined ? NONE : node.block.map((line) => this.#part(line));
  }

  #part(line: Statement): Part {
    const token: Token = { kind: 'word', image: line.word, start: line.head.start, end: line.head.end };
    const cursor = new Cursor(line.values);
    let value = quantity.read(cursor);
    if ((value === undefined || cursor.at < line.values.length) && tbdOf(line.values) === undefined) value = this.#badValue(line, quantity).value;
    return {
      category: line.word,
      ref: { name: line.word, kinds: ['category'], token },
      node: line,
      ...(value === undefined ? {} : { value }),
    };
  }

  #waiver(node: Statement): void {
    const cursor = new Cursor(node.values);
    const read = waiver.read(cursor);
    if (read === undefined || cursor.at < node.values.length) this.#badValue(node, waiver);
    if (read === undefined) return;
    const { rule, on = [], until, by, because } = read as unknown as { rule: string; on?: readonly Ref[]; until?: Waiver['until']; by?: Ref; because?: string };
    this.waivers.push({
      rule,
      on,
      refs: cursor.refs,
      node,
      ...(until && { until }),
      ...(by && { by }),
      ...(because !== undefined && { because }),
    });
  }

  /** Tells of values that do not fit, and gives them as they were meant; where that cannot be told they are broken, and the beginning is given. */
  #badValue<T>(node: Statement, shape: Shape<T>): { value: T | undefined; cursor: Cursor; broken: boolean } {
    const cursor = new Cursor(node.values);
    const value = shape.read(cursor);
    const says = expectedOf(cursor.expected);
    const at = node.values[Math.max(cursor.furthest, cursor.at)];
    if (at === undefined) {
      this.#problem(
        'bad-value',
        node,
        node.values.length > 0 ? node.span : node.head,
        says === '' ? say`"${node.word}" is not finished.` : say`"${node.word}" is not finished: ${says} is missing.`,
        says === '' ? say`Write its value after it.` : say`Write ${says} after it.`,
      );
      return { value, cursor, broken: true };
    }
    const known = meant(node.chunk.text, node.values, shape);
    const impossible = at.kind === 'word' && /^\d{4}[-/]/.test(at.image) && parseDate(at.image) === undefined && known === undefined;
    const message = impossible
      ? say`${shown(at)} is no date of the calendar.`
      : cursor.at > 0 && cursor.at >= cursor.furthest && says === ''
        ? say`${shown(at)} does not fit at the end of "${node.word}".`
        : say`${shown(at)} does not fit in "${node.word}".`;
    let instead = says === '' ? say`Remove it, or begin a new line.` : say`Here can stand ${says}.`;
    let fix: Problem['fix'];
    if (known !== undefined) {
      const { span, text } = known.edit;
      // A word for a word needs no more than that; of anything else the whole statement is shown.
      const isWord = span.start === at.start && span.end === at.end && /^[^\s,]+$/.test(text);
      const all = `${node.word} ${known.text}`;
      instead = say`Did you mean "${isWord ? text : all}"?`;
      fix = { title: isWord ? say`Replace by "${text}"` : say`Write it as ${all}`, edits: [known.edit] };
    }
    this.#problem('bad-value', node, { start: at.start, end: at.end }, message, instead, fix);
    return known?.value === undefined ? { value, cursor, broken: true } : { value: known.value, cursor: known.cursor, broken: false };
  }

  #repeated(facts: readonly Fact[], kind: Kind, title: string): void {
    if (facts.length < 2) return;
    const seen = new Map<string, Statement>();
    for (const { word, node } of facts) {
      if (node.row === undefined || node.row.many === true) continue;
      const first = seen.get(word);
      if (first === undefined) seen.set(word, node);
      else
        this.#problem('repeated-statement', node, node.head, say`"${word}" stands twice in ${noun(kind)} "${title}".`, say`Keep one of them.`, {
          title: say`Remove this one`,
          edits: [{ span: node.span, text: '' }],
          ...(written(node) === written(first) ? { safe: true as const } : {}),
        });
    }
  }

  #required(node: Statement, kind: Kind, title: string, facts: readonly Fact[]): void {
    for (const [word, row] of REQUIRED.get(kind) ?? []) {
      if (facts.some((fact) => fact.word === word)) continue;
      this.#problem(
        'required-missing',
        node,
        idTokenOf(node) ?? node.head,
        say`${article(kind)} "${title}" has no "${word}".`,
        row.shape.notation.length > 40 ? say`Add "${word}" and its value. ${told(row.doc)}` : say`Add "${word}" and ${row.shape.notation}. ${told(row.doc)}`,
        added(node, word, row),
      );
    }
  }

  #problem(rule: string, statement: Statement, span: Span, message: string, instead: string, fix?: Problem['fix']): void {
    this.problems.push({
      rule: `structure/${rule}`,
      message,
      instead,
      statement,
      span: { start: span.start, end: span.end },
      ...(fix === undefined ? {} : { fix }),
    });
  }
}

/** Reads what stands in a declaration of which there is nothing else to tell. */
function readLater(node: Statement, kind: Kind): Content {
  const reader = new Reader([]);
  return { facts: reader.facts(node, kind), children: reader.declarations(node.block ?? NONE) };
}

/** The statement that is missing, with something that may stand there. */
function added(node: Statement, word: string, row: Row): Problem['fix'] {
  const sample = sampleOf(row.shape);
  if (sample === undefined) return undefined;
  const statement = `${word} ${sample}`;
  const inline = node.braces === undefined || !/[\r\n]/.test(node.chunk.text.slice(node.braces.start, node.braces.end));
  const at = node.braces === undefined ? node.span.end : node.braces.start + 1;
  const text = node.braces === undefined ? ` { ${statement} }` : inline ? ` ${statement};` : `\n  ${statement}`;
  return { title: say`Add "${statement}"`, edits: [{ span: { start: at, end: at }, text }] };
}

/** What may be names in values that were not read: they count as used, and are not looked up. */
const namesOf = (values: readonly Token[]): readonly Ref[] =>
  values.filter((token) => token.kind === 'word' && isId(token.image)).map((token) => ({ name: token.image, kinds: [], token }));

/** `tbd` and what people write for it, anywhere among the values. */
function tbdOf(values: readonly Token[]): Tbd | undefined {
  const at = values.findIndex((token) => token.kind === 'word' && (token.image === 'tbd' || token.image === '??' || /^X+%$/.test(token.image)));
  if (at < 0) return undefined;
  const until = values[at + 1]?.image === 'until' ? parseDate(values[at + 2]?.image ?? '') : undefined;
  const note = values.slice(at).find((token) => token.kind === 'text');
  return { ...(until && { until }), ...(note && { note: textOf(note.image) }) };
}

function expectedOf(expected: readonly Expectation[]): string {
  const says = [...new Set(expected.map(wanted))];
  return says.length > 4 ? `${says.slice(0, 4).join(', ')} …` : either(says);
}

/** A statement without its layout: two that are the same say the same. */
const written = (node: Statement): string => [node.word, ...node.values.map((token) => token.image), ...(node.block ?? []).map(written)].join(' ');
const shown = (token: Token): string => (token.kind === 'text' ? say`The text ${quoted(token)}` : token.kind === 'comma' ? 'A comma' : quoted(token));
const sentence = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replace(/[-_]+/g, ' ');
const article = (kind: Kind): string => capital(withArticle(kind));
export const isNumber = (word: string): boolean => parseNumber(word) !== undefined;
