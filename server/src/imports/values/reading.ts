import type { Language } from '../../words/languages.ts';

/** What a cell says in the words of the language, a statement each. */
export interface Reading {
  /** `deadline by 2027-12-31`, `budget 400000 NOK per year`. */
  readonly says: readonly string[];
  /** What was assumed on the way, as a sentence for the one who checks. */
  readonly guessed?: string | undefined;
}

/** What is known of the table around a cell. */
export interface Around {
  readonly language: Language;
  /** The code of the currency that a heading names. */
  readonly currency?: string | undefined;
}

/** A date, an amount, a figure or a status is said in few words; what is longer is prose, and is not searched for one. */
export const isShort = (text: string): boolean => text.length <= 300;
