import type { Risk } from '../language/forms.ts';
import type { Ref } from '../language/shape.ts';
import { textOf } from '../language/token.ts';
import type { Declaration, Fact } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import { spaced } from './figures.ts';
import { spelled } from './words.ts';

// How a view words what a plan says: as it is written, with titles in the place of names.

export const oneLine = (written: string): string => written.replace(/[\t-\r \u2028\u2029]+/g, ' ').trim();

/** The value of a statement in words. */
export function said(fact: Fact | undefined, scope: Scope): string {
  if (fact === undefined) return '';
  const refs = new Map(fact.refs.map((ref) => [ref.token.start, titleOf(ref, scope)]));
  const parts = fact.node.values.map((token) => {
    if (token.kind === 'comma') return ',';
    return refs.get(token.start) ?? (token.kind === 'text' ? textOf(token.image) : spaced(token.image));
  });
  return oneLine(parts.join(' ').replaceAll(' ,', ','));
}

/** What a plan is anchored in comes before the kind of plan that is: `Financial plan 2025–2028 (financial)`. */
export function anchor(fact: Fact, whole: string): string {
  const kind = fact.word === 'anchored in' ? (fact.value as { kind?: string } | undefined)?.kind : undefined;
  return kind === undefined ? whole : `${whole.slice(kind.length).trim()} (${spelled(kind)})`;
}

/** Who watches a risk stands behind it: "Rents rise by the housing office" would say that the office is one. */
export const riskSaid = ({ text, by }: Risk, scope: Scope): string => oneLine(by === undefined ? text : `${text} (${titleOf(by, scope)})`);

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
