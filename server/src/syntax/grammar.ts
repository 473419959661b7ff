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
  #alternatives: { ALT: () => void }[] | undefined;

  constructor(skipValidations: boolean) {
    super(TOKEN_TYPES, { recoveryEnabled: false, maxLookahead: 1, skipValidations });
    this.performSelfAnalysis();
  }

  readonly stretch = this.RULE('stretch', () => {
    this.#alternatives ??= [
      {
        ALT: () => {
          const run = this.CONSUME(Run);
          const open = this.OPTION(() => this.CONSUME(Open));
          this.ACTION(() => this.#builder?.statement(mark(run).start, mark(run).end, open && mark(open)));
        },
      },
      {
        // A brace with nothing before it: a block without a head.
        ALT: () => {
          const open = this.CONSUME1(Open);
          this.ACTION(() => this.#builder?.statement(0, 0, mark(open)));
        },
      },
      {
        ALT: () => {
          const brace = this.CONSUME(Close);
          this.ACTION(() => this.#builder?.close(mark(brace)));
        },
      },
      { ALT: () => this.CONSUME(Separator) },
    ];
    this.MANY(() => this.OR(this.#alternatives as { ALT: () => void }[]));
  });

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
