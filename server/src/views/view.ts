import type { Kind } from '../language/vocabulary.ts';
import type { Diagnosis } from '../lint.ts';
import { type Declaration, type Fact, nameSpan } from '../model/declaration.ts';
import { saying } from '../model/saying.ts';
import type { Scope } from '../model/scope.ts';
import { uriOf } from '../model/workspace.ts';
import type { Rule, Severity } from '../rules/rule.ts';
import { RULES } from '../rules/rules.ts';
import type { Statement } from '../syntax/tree.ts';
import { told } from '../text/say.ts';
import type { Span } from '../text/span.ts';
import { anchor } from './say.ts';
import type { Subject } from './table.ts';

/** What a view looks at: a plan and everything around it, on a day, with what the checker says of it. How addresses are shown is for who draws. */
export type Seen = Omit<Subject, 'shown'>;

/** Where something stands in the text, so that one gets from the picture to its source. Lines are counted from 0. */
export interface Place {
  readonly uri: string;
  readonly line: number;
}

/** Something declared, as a view speaks of it. */
export interface Mention {
  readonly kind: Kind;
  readonly id: string;
  readonly title: string;
  /** The number that it has in the published plan. */
  readonly number?: string;
  /** The title of the plan or framework it comes from, where that is another one. */
  readonly from?: string;
  readonly place?: Place;
}

/** What the checker says of something. */
export interface Gap {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly instead?: string;
  readonly place: Place;
  /** It is known and accepted. */
  readonly accepted: boolean;
  /** It is said of several things at once. */
  readonly shared?: true;
}

export function placed(seen: Seen, node: Statement, part: Span = node.head): Place | undefined {
  const uri = uriOf(node.chunk);
  const range = seen.workspace.files.get(uri)?.tree.rangeIn(node.chunk, part);
  return range === undefined ? undefined : { uri, line: range.start.line };
}

export const placeOf = (declaration: Declaration, seen: Seen): Place | undefined => placed(seen, declaration.node, nameSpan(declaration));

/** The plan or framework that a declaration stands in. */
export const homeOf = (declaration: Declaration, seen: Seen): Scope | undefined => seen.workspace.scopeOf(uriOf(declaration.node.chunk));

export function mention(declaration: Declaration, seen: Seen): Mention {
  const place = placeOf(declaration, seen);
  const number = declaration.facts.find((fact) => fact.word === 'number')?.value as string | undefined;
  const home = homeOf(declaration, seen);
  const foreign = home !== undefined && home.head !== undefined && home.head !== seen.scope.head && home.head !== declaration;
  return {
    kind: declaration.kind,
    id: declaration.id,
    title: declaration.title || declaration.kind,
    ...(number !== undefined && { number }),
    ...(foreign && { from: home.title }),
    ...(place && { place }),
  };
}

export const mentions = (some: readonly Declaration[], seen: Seen): readonly Mention[] => some.map((one) => mention(one, seen));

export const gapOf = (problem: Diagnosis): Gap => ({
  rule: problem.rule,
  severity: problem.severity,
  message: problem.message,
  ...(problem.instead !== undefined && { instead: problem.instead }),
  place: { uri: problem.uri, line: problem.range.start.line },
  accepted: problem.waived !== undefined,
  ...((problem.gathered?.length ?? 0) > 1 && { shared: true }),
});

const RULES_BY_ID: ReadonlyMap<string, Rule> = new Map(RULES.map((rule) => [rule.id, rule]));

/** What a rule asks for, in one sentence. */
export const summaryOf = (rule: string): string => told(RULES_BY_ID.get(rule)?.summary ?? rule);

/**
 * Looks up what some rules say of a declaration: a finding of its own, the one into which it was gathered with its like, one that names
 * it among the related places, or the one that makes a rule keep silent.
 */
export function gapsOf(seen: Seen): FindGap {
  const known = finders.get(seen);
  if (known !== undefined) return known;
  const made = finder(seen);
  finders.set(seen, made);
  return made;
}

export type FindGap = (about: Declaration, ...rules: readonly string[]) => Gap | undefined;
const finders = new WeakMap<Seen, FindGap>();

/** By what a thing is known although the text around it has been read anew. */
const keyOf = ({ kind, id }: Declaration): string => `${kind} ${id}`;

function finder(seen: Seen): FindGap {
  const byRule = Map.groupBy(seen.problems, ({ rule }) => rule);
  const gathered = new Map(seen.problems.flatMap((problem) => (problem.gathered === undefined ? [] : [[problem, new Set(problem.gathered.map(keyOf))]])));
  return (about, ...rules) => {
    const place = placeOf(about, seen);
    const key = keyOf(about);
    const names = (problem: Diagnosis) =>
      gathered.get(problem)?.has(key) ?? problem.related.some(({ uri, range }) => uri === place?.uri && range.start.line === place.line);
    // What is said of the plan as a whole holds for each.
    const meansAll = ({ about: whole, related }: Diagnosis) => whole === seen.scope.head && related.length === 0;
    const saidBy = (rule: string): Diagnosis | undefined => {
      const found = byRule.get(rule) ?? [];
      return found.find((problem) => problem.about === about) ?? found.find(names) ?? found.find(meansAll);
    };
    for (const rule of rules) {
      const { silencedAt = [], silencedBy = [] } = RULES_BY_ID.get(rule) ?? {};
      const found = [rule, ...silencedAt].map(saidBy).find((problem) => problem !== undefined) ?? silencedBy.flatMap((other) => byRule.get(other) ?? [])[0];
      if (found !== undefined) return gapOf(found);
    }
    return undefined;
  };
}

/** What a statement says, for reading. */
export const said = (fact: Fact, { scope: plan }: Seen): string => anchor(fact, saying(fact, plan));
