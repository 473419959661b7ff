import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import { Close, type Mark, Open, Run, Separator, TOKEN_TYPES } from './tokens.ts';

/** What the grammar tells the one who builds the tree, who walks along the places of the text meanwhile. */
export interface Builder {
  /** The statements up to the next brace; the last one has a block when that brace opens it. */
  statements(opens: boolean): void;
  /** A brace with nothing before it: a block without a head. */
  block(): void;
  close(): void;
}

/**
 * The one rule of the language: a flat series of statements and braces. It never reaches itself, and since any
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
  readonly #opening = (): boolean => this.CONSUME(Open) !== undefined;
  readonly #alternatives = [
    {
      ALT: (): void => {
        this.CONSUME(Run);
        const opens = this.OPTION(this.#opening);
        this.#builder?.statements(opens === true);
      },
    },
    {
      ALT: (): void => {
        this.CONSUME1(Open);
        this.#builder?.block();
      },
    },
    {
      ALT: (): void => {
        this.CONSUME(Close);
        this.#builder?.close();
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

let grammar: Grammar | undefined;

/** Runs the grammar over marks. The parser is made at first use, so that a server can answer before it. */
export function runGrammar(marks: readonly Mark[], builder: Builder): void {
  grammar ??= new Grammar(true);
  grammar.run(marks, builder);
}

/** Makes the parser with every check that Chevrotain has on a grammar; a test calls it. */
export const checkGrammar = (): unknown => new Grammar(false);
