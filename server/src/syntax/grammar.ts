import { EmbeddedActionsParser, type IToken } from 'chevrotain';
import { Close, Item, Open, Separator, type SourceToken, TOKEN_TYPES } from './tokens.ts';

/** What the grammar tells the one who builds the tree. */
export interface Builder {
  /** Tokens `from` to `to` (excluded) are a statement; with a block when `open` is the brace. */
  statement(from: number, to: number, open: SourceToken | undefined): void;
  close(brace: SourceToken): void;
}

/**
 * The one rule of the language: a flat run of statements, closing braces and separators. It never reaches itself, and since any
 * token can begin an alternative it takes every text; what is wrong with a statement is found afterwards, in its own words.
 */
class Grammar extends EmbeddedActionsParser {
  #builder: Builder | undefined;
  #position = 0;

  constructor(skipValidations: boolean) {
    super(TOKEN_TYPES, { recoveryEnabled: false, maxLookahead: 1, skipValidations });
    this.performSelfAnalysis();
  }

  readonly stretch = this.RULE('stretch', () => {
    this.MANY(() => {
      this.OR([
        {
          ALT: () => {
            const from = this.#position;
            this.AT_LEAST_ONE(() => this.#take(this.CONSUME(Item)));
            const to = this.#position;
            const open = this.OPTION(() => this.#take(this.CONSUME(Open)));
            this.ACTION(() => this.#builder?.statement(from, to, open));
          },
        },
        {
          // A brace with nothing before it: a block without a head.
          ALT: () => {
            const open = this.#take(this.CONSUME1(Open));
            this.ACTION(() => this.#builder?.statement(this.#position - 1, this.#position - 1, open));
          },
        },
        {
          ALT: () => {
            const brace = this.#take(this.CONSUME(Close));
            this.ACTION(() => this.#builder?.close(brace));
          },
        },
        { ALT: () => this.#take(this.CONSUME(Separator)) },
      ]);
    });
  });

  #take(token: IToken): SourceToken {
    this.#position++;
    return token as unknown as SourceToken;
  }

  run(tokens: readonly SourceToken[], builder: Builder): void {
    this.#builder = builder;
    this.#position = 0;
    this.input = tokens as unknown as IToken[];
    this.stretch();
    this.input = [];
    if (this.errors.length > 0) throw this.errors[0];
  }
}

let grammar: Grammar | undefined;

/** Runs the grammar over tokens. The parser is made at first use, so that a server can answer before it. */
export function runGrammar(tokens: readonly SourceToken[], builder: Builder): void {
  grammar ??= new Grammar(true);
  grammar.run(tokens, builder);
}

/** Makes the parser with every check that Chevrotain has on a grammar; a test calls it. */
export const checkGrammar = (): unknown => new Grammar(false);
