import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import { Close, type Mark, Open, Run, Separator, TOKEN_TYPES } from './tokens.ts';

/** What the grammar tells the one who builds the tree. */
export interface Builder {
  /** The items `from` to `to` (excluded) are a statement; with a block when `open` is the brace. */
  statement(from: number, to: number, open: Mark | undefined): void;
  close(brace: Mark): void;
}

/**
 * The one rule of the language: a flat series of statements, closing braces and separators. It never reaches itself, and since any
 * token can begin an alternative it takes every text; what is wrong with a statement is found afterwards, in its own words.
 */
class Grammar extends EmbeddedActionsParser {
  #builder: Builder | undefined;

  constructor(skipValidations: boolean) {
    super(TOKEN_TYPES, { recoveryEnabled: false, maxLookahead: 1, skipValidations });
    this.performSelfAnalysis();
  }

  // While Chevrotain studies the rule there is no builder, so nothing is built; the functions are made once, not once a statement.
  readonly stretch = this.RULE('stretch', () => this.MANY(this.#step));
  readonly #step = (): void => this.OR(this.#alternatives);
  readonly #opening = (): Mark => mark(this.CONSUME(Open));
  readonly #alternatives = [
    {
      ALT: (): void => {
        const run = mark(this.CONSUME(Run));
        const open = this.OPTION(this.#opening);
        this.#builder?.statement(run.start, run.end, open);
      },
    },
    // A brace with nothing before it: a block without a head.
    {
      ALT: (): void => {
        const open = mark(this.CONSUME1(Open));
        this.#builder?.statement(0, 0, open);
      },
    },
    {
      ALT: (): void => {
        const brace = mark(this.CONSUME(Close));
        this.#builder?.close(brace);
      },
    },
    {
      ALT: (): void => {
        this.CONSUME(Separator);
      },
    },
  ];

  run(marks: readonly Mark[], builder: Builder): void {
    this.#builder = builder;
    this.input = marks as unknown as IToken[];
    this.stretch();
    this.input = [];
    if (this.errors.length > 0) throw this.errors[0];
  }
}

const mark = (token: IToken): Mark => token as unknown as Mark;
let grammar: Grammar | undefined;

/** Runs the grammar over marks. The parser is made at first use, so that a server can answer before it. */
export function runGrammar(marks: readonly Mark[], builder: Builder): void {
  grammar ??= new Grammar(true);
  grammar.run(marks, builder);
}

/** Makes the parser with every check that Chevrotain has on a grammar; a test calls it. */
export const checkGrammar = (): unknown => new Grammar(false);
