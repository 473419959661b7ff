import type { DateSpan, Day } from '../language/dates.ts';
import type { Ref } from '../language/shape.ts';
import { type Duration, isDuration } from '../language/times.ts';
import { type Token, textOf } from '../language/token.ts';
import type { Declaration, Fact } from '../model/declaration.ts';
import { daysOf } from '../model/observations.ts';
import type { Scope } from '../model/scope.ts';

/** One thing that a statement says, as it can be compared. */
export type Atom =
  | { readonly kind: 'date'; readonly start: Day; readonly end: Day }
  | { readonly kind: 'number'; readonly number: number; readonly unit?: string }
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'text'; readonly text: string };

const EVER = { start: '0000-01-01', end: '9999-12-31' };

/** Everything that a statement says: its dates, amounts, durations, words and texts, and of each name what it leads to. */
export function atomsOf(fact: Fact, scope: Scope): readonly Atom[] {
  const own = atoms(fact.value, scope);
  return [...own, ...fact.parts.flatMap((part) => [text(part.category), ...atoms(part.value, scope)])];
}

export const text = (words: string): Atom => ({ kind: 'text', text: words });

function atoms(value: unknown, scope: Scope): readonly Atom[] {
  if (typeof value === 'string') return [text(value)];
  if (typeof value === 'number') return [{ kind: 'number', number: value }];
  if (Array.isArray(value)) return value.flatMap((one) => atoms(one, scope));
  if (typeof value !== 'object' || value === null) return [];
  if (isRef(value)) return named(value, scope);
  if (isDate(value)) return [{ kind: 'date', ...daysOf(value, scope) }];
  if (isDuration(value)) return [{ kind: 'duration', duration: value }];
  if ('every' in value && 'text' in value) return [text(value.text as string)];
  const { number, unit, from, to, ...rest } = value as { number?: unknown; unit?: string; from?: unknown; to?: unknown };
  const amount: Atom[] = typeof number === 'number' ? [{ kind: 'number', number, ...(unit !== undefined && { unit }) }, ...atoms(unit, scope)] : [];
  const bounds = [from, to].filter((bound) => bound !== undefined);
  // A period is one span, open where it says no beginning or no end.
  if (bounds.length > 0 && bounds.every(isDate)) {
    const [first, last] = [isDate(from) ? daysOf(from, scope) : EVER, isDate(to) ? daysOf(to, scope) : EVER];
    return [...amount, { kind: 'date', start: first.start, end: last.end }, ...atoms(Object.values(rest), scope)];
  }
  return [...amount, ...atoms(bounds, scope), ...atoms(Object.values(rest), scope)];
}

/** A name is known by how it is written, by its last part, and by the title of what it leads to. */
function named({ name }: Ref, scope: Scope): readonly Atom[] {
  const title = scope.resolve(name)?.declaration.title;
  return [...new Set([name, name.slice(name.lastIndexOf('.') + 1), ...(title === undefined ? [] : [title])])].map(text);
}

const isRef = (value: object): value is Ref => 'name' in value && 'token' in value;
const isDate = (value: unknown): value is DateSpan => typeof value === 'object' && value !== null && 'start' in value && 'end' in value && 'text' in value;

/** A statement's value as people write it, texts without their quotes. */
export function said({ node }: Fact): string {
  const written = (token: Token) => (token.kind === 'text' ? textOf(token.image).replace(/\s+/g, ' ') : token.image);
  return node.values.map(written).join(' ').replaceAll(' ,', ',');
}

/** Who leads a task answers for it and carries it out. */
const ALSO: Readonly<Record<string, string>> = { accountable: 'lead', responsible: 'lead' };

/** The statements that are meant by a word. */
export function factsOf(declaration: Declaration, word: string): readonly Fact[] {
  const own = declaration.facts.filter((fact) => fact.word === word && fact.tbd === undefined);
  return own.length > 0 || ALSO[word] === undefined ? own : declaration.facts.filter((fact) => fact.word === ALSO[word] && fact.tbd === undefined);
}
