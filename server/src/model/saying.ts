import { textOf } from '../language/token.ts';
import type { Fact } from './declaration.ts';
import type { Scope } from './scope.ts';

/** A statement's value as it is written, with titles in the place of names. */
export function saying(fact: Fact, scope: Scope): string {
  const titles = new Map(fact.refs.map((ref) => [ref.token.start, scope.find(ref)?.title ?? ref.name]));
  const parts = fact.node.values.map((token) =>
    token.kind === 'comma' ? ',' : (titles.get(token.start) ?? (token.kind === 'text' ? textOf(token.image) : token.image)),
  );
  return parts.join(' ').replaceAll(' ,', ',');
}
