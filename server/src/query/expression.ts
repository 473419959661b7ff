import { parseNumber } from '../language/amounts.ts';
import { type DateSpan, type Day, parseDate } from '../language/dates.ts';
import { type Duration, durationOf } from '../language/times.ts';
import { textOf } from '../language/token.ts';
import { nearest } from '../text/nearest.ts';
import { say } from '../text/say.ts';

/** What a statement is compared with. */
export type Literal =
  | { readonly kind: 'date'; readonly date: DateSpan }
  | { readonly kind: 'number'; readonly number: number; readonly unit?: string }
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'text'; readonly text: string };

export const OPERATORS = ['=', '!=', '<', '<=', '>', '>=', 'has'] as const;
export type Operator = (typeof OPERATORS)[number];

/** A question that is asked of each declaration. */
export type Expression =
  | { readonly kind: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'not'; readonly inner: Expression }
  | { readonly kind: 'says'; readonly field: string }
  | { readonly kind: 'compare'; readonly field: string; readonly operator: Operator; readonly literal: Literal };

/** A mistake in a question, and where in its text it stands. */
export class QueryError extends Error {
  readonly at: number;
  constructor(at: number, message: string) {
    super(message);
    this.at = at;
  }
}

interface Piece {
  readonly kind: 'word' | 'text' | 'operator' | 'paren';
  readonly image: string;
  readonly at: number;
}

/** How deeply parentheses and `not` may be nested. */
const DEEPEST = 100;

/**
 * Reads a question: `accountable = housing-office and (deadline < 2026-07-01 or not has deadline)`. `fields` are the names that may
 * be asked about, `today` is the day that the word stands for.
 */
export function parseQuery(text: string, fields: readonly string[], today: Day): Expression {
  const reader = new Reader(text, fields, today);
  return reader.whole();
}

class Reader {
  readonly #pieces: readonly Piece[];
  readonly #fields: readonly string[];
  readonly #today: Day;
  readonly #end: number;
  #at = 0;
  #depth = 0;

  constructor(text: string, fields: readonly string[], today: Day) {
    this.#pieces = [...piecesOf(text)];
    this.#fields = fields;
    this.#today = today;
    this.#end = text.length;
  }

  whole(): Expression {
    const expression = this.#or();
    const left = this.#piece;
    if (left !== undefined)
      throw new QueryError(left.at, left.image === ')' ? say`This ) closes nothing.` : say`Before "${left.image}" one of "and" and "or" is missing.`);
    return expression;
  }

  #or(): Expression {
    let left = this.#and();
    while (this.#took('or')) left = { kind: 'or', left, right: this.#and() };
    return left;
  }

  #and(): Expression {
    let left = this.#single();
    while (this.#took('and')) left = { kind: 'and', left, right: this.#single() };
    return left;
  }

  #single(): Expression {
    const start = this.#piece;
    if (++this.#depth > DEEPEST) throw new QueryError(start?.at ?? this.#end, say`This is nested too deeply.`);
    try {
      if (this.#took('not')) return { kind: 'not', inner: this.#single() };
      if (start?.image === '(' && start.kind === 'paren') {
        this.#at++;
        const inner = this.#or();
        if (this.#piece?.image !== ')') throw new QueryError(this.#piece?.at ?? this.#end, say`The ( at character ${start.at + 1} is not closed.`);
        this.#at++;
        return inner;
      }
      return this.#took('has') ? { kind: 'says', field: this.#field() } : this.#comparison();
    } finally {
      this.#depth--;
    }
  }

  #comparison(): Expression {
    const field = this.#field();
    const piece = this.#piece;
    const operator = piece !== undefined && (piece.kind === 'operator' || piece.image === 'has') ? piece.image : undefined;
    if (operator === undefined)
      throw new QueryError(
        piece?.at ?? this.#end,
        say`After "${field}" one of ${OPERATORS.join(' ')} is missing; to ask whether it is said at all, write: has ${field}.`,
      );
    if (!(OPERATORS as readonly string[]).includes(operator))
      throw new QueryError((piece as Piece).at, say`There is no "${operator}": write one of ${OPERATORS.join(' ')}.`);
    this.#at++;
    return { kind: 'compare', field, operator: operator as Operator, literal: this.#literal(operator as Operator) };
  }

  /** The longest run of words that names something: `supervised by`. */
  #field(): string {
    const start = this.#piece;
    if (start === undefined || start.kind !== 'word' || RESERVED.has(start.image))
      throw new QueryError(start?.at ?? this.#end, say`Here a statement is missing, such as ${this.#fields.slice(0, 3).join(', ')}.`);
    const words: string[] = [];
    let known: string | undefined;
    for (let i = this.#at; this.#pieces[i]?.kind === 'word' && !RESERVED.has(this.#pieces[i]?.image as string) && words.length < 4; i++) {
      words.push((this.#pieces[i] as Piece).image);
      if (!this.#fields.includes(words.join(' '))) continue;
      known = words.join(' ');
      this.#at = i + 1;
    }
    if (known !== undefined) return known;
    const written = words.join(' ');
    const close = nearest(written, this.#fields) ?? nearest(start.image, this.#fields);
    const instead = close === undefined ? say`What may be asked: ${this.#fields.join(', ')}.` : say`Did you mean "${close}"?`;
    throw new QueryError(start.at, say`"${written}" is nothing that can be asked here. ${instead}`);
  }

  #literal(operator: Operator): Literal {
    const piece = this.#piece;
    if (piece === undefined || piece.kind === 'operator' || piece.kind === 'paren' || RESERVED.has(piece.image))
      throw new QueryError(piece?.at ?? this.#end, say`After "${operator}" a date, number, name or text in quotes is missing.`);
    this.#at++;
    if (piece.kind === 'text') return this.#fits(operator, { kind: 'text', text: textOf(piece.image) }, piece);
    if (piece.image === 'today') return { kind: 'date', date: { text: 'today', start: this.#today, end: this.#today } };
    const number = parseNumber(piece.image);
    const next = this.#piece;
    // Four digits are a year; a number of that size is written 2_026.
    const date = parseDate(piece.image);
    if (number !== undefined && next?.kind === 'word') {
      const duration = durationOf(piece.image, next.image);
      if (duration !== undefined) {
        this.#at++;
        return { kind: 'duration', duration };
      }
    }
    if (date !== undefined) return { kind: 'date', date };
    if (number !== undefined) return { kind: 'number', ...number };
    if (/^\d{4}-/.test(piece.image)) throw new QueryError(piece.at, say`"${piece.image}" is no date: write it as 2026, 2026-07, 2026-Q3 or 2026-07-01.`);
    return this.#fits(operator, { kind: 'text', text: piece.image }, piece);
  }

  #fits(operator: Operator, literal: Literal, { at, image }: Piece): Literal {
    if (operator.startsWith('<') || operator.startsWith('>'))
      throw new QueryError(at, say`"${operator}" compares dates, numbers and durations, and ${image} is none of them.`);
    return literal;
  }

  #took(word: string): boolean {
    const is = this.#piece?.kind === 'word' && this.#piece.image === word;
    if (is) this.#at++;
    return is;
  }

  get #piece(): Piece | undefined {
    return this.#pieces[this.#at];
  }
}

const RESERVED: ReadonlySet<string> = new Set(['and', 'or', 'not', 'has']);

function* piecesOf(text: string): Generator<Piece> {
  for (const match of text.matchAll(/("(?:[^"\\]|\\.)*"?)|([<>=!]+)|([()])|([^\s"<>=!()]+)/g)) {
    const { index: at, 0: image } = match;
    if (match[1] !== undefined) {
      if (!/^"(?:[^"\\]|\\.)*"$/s.test(image)) throw new QueryError(at, say`This text has no closing ".`);
      yield { kind: 'text', image, at };
    } else yield { kind: match[2] !== undefined ? 'operator' : match[3] !== undefined ? 'paren' : 'word', image, at };
  }
}
