import type { Money, Quantity } from '../language/amounts.ts';
import type { Ref } from '../language/shape.ts';
import { type Token, textOf } from '../language/token.ts';
import type { Declaration, Fact } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import { say, told } from '../text/say.ts';

// How a view words what a plan says: as it is written, with titles in the place of names.

/** A number of five digits or more in groups of three. */
export const grouped = (word: string): string => (/^\d{5,}(?:\.\d+)?$/.test(word) ? word.replace(/\B(?=(?:\d{3})+(?:\.|$))/g, '\u00a0') : word);

export const oneLine = (written: string): string => written.replace(/[\t-\r \u2028\u2029]+/g, ' ').trim();

/** A number as a reader wants it: no more digits than a computer needs to be wrong. */
export const rounded = (n: number): number => Number(n.toPrecision(12));

/** The value of a statement in words. */
export function said(fact: Fact | undefined, scope: Scope): string {
  if (fact === undefined) return '';
  const refs = new Map<Token, string>(fact.refs.map((ref) => [ref.token, titleOf(ref, scope)]));
  const parts = fact.node.values.map((token) => {
    if (token.kind === 'comma') return ',';
    return refs.get(token) ?? (token.kind === 'text' ? textOf(token.image) : grouped(token.image));
  });
  return oneLine(parts.join(' ').replaceAll(' ,', ','));
}

/** Several statements of one word, one after the other. */
export const saidAll = (facts: readonly Fact[], scope: Scope): string =>
  facts
    .map((fact) => said(fact, scope))
    .filter((one) => one !== '')
    .join('; ');

export const titleOf = (ref: Ref, scope: Scope): string => scope.find(ref)?.title ?? ref.name;

/** Names as titles, each once. A title may hold a comma, so a semicolon stands between them. */
export const titles = (refs: readonly Ref[], scope: Scope): string => joined(refs.map((ref) => titleOf(ref, scope)));
export const joined = (words: readonly string[]): string => [...new Set(words.map(oneLine))].filter((word) => word !== '').join('; ');

/** The statements of a kind that has this word; of another, none. */
export const factsOf = (declaration: Declaration, word: string): readonly Fact[] => declaration.facts.filter((fact) => fact.word === word);

/** What a statement holds as a text, where it holds one. */
export function textIn(declaration: Declaration | undefined, word: string): string | undefined {
  const value = declaration?.facts.find((fact) => fact.word === word)?.value;
  return typeof value === 'string' ? value : undefined;
}

/** `71 %`, `5 points`, `320 persons`: a value with what it counts. */
export function quantitySaid(value: Quantity | undefined, unit?: string): string {
  if (value === undefined) return '';
  const counts = value.unit ?? unit;
  const shown = grouped(String(rounded(value.number)));
  const whole = counts === 'percent' ? `${shown} %` : counts === undefined ? shown : `${shown} ${counts}`;
  return value.estimate === undefined ? whole : `${whole} (${value.estimate})`;
}

/** `at most 400 000 NOK per year`. */
export function moneySaid(money: Money, currency: string | undefined): string {
  const per = money.per.map((one) => say`per ${told(one)}`);
  const words = [money.bound && told(money.bound), grouped(String(rounded(money.number))), currency, ...per, money.estimate && `(${money.estimate})`];
  return words.filter((word) => word !== undefined).join(' ');
}
