import type { Declaration } from '../model/declaration.ts';
import type { Severity } from '../rules/rule.ts';
import type { Range } from '../text/span.ts';

/** Which way a change goes, as far as a plan's text can tell. */
export type Weight = 'weakened' | 'strengthened' | 'changed';

/** Where a change stands in one of the two versions. */
export interface Stand {
  readonly uri: string;
  readonly range: Range;
  /** What is written there of the matter, on one line. */
  readonly text: string;
}

/** One difference in meaning between two versions of a plan. What only moved or was laid out anew is none. */
export interface Change {
  readonly weight: Weight;
  /** The id of the plan. */
  readonly plan: string;
  /** What it is about: kind, id and title, as the newer version has them. */
  readonly about: { readonly kind: string; readonly id: string; readonly title: string };
  /** The statement that differs: `deadline`; nothing where the whole declaration came or went, or changed its place or name. */
  readonly statement?: string;
  /** In a planner's words, without the name of what it is about: `deadline moved from 2026-06 to 2027`. */
  readonly message: string;
  readonly before?: Stand;
  readonly after?: Stand;
}

/** A finding that one version has and the other has not. */
export interface FindingChange {
  readonly plan: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly at: Omit<Stand, 'text'>;
}

/** Everything in which two versions of plans differ. */
export interface Comparison {
  /** The plans that differ, by their titles. */
  readonly plans: readonly { readonly id: string; readonly title: string }[];
  readonly changes: readonly Change[];
  readonly found: readonly FindingChange[];
  readonly resolved: readonly FindingChange[];
}

/** What a statement's difference means: said by the one who knows the statement. */
export interface Meaning {
  readonly weight: Weight;
  readonly message: string;
}

/** The order in which people want to know it. */
export const WEIGHTS: readonly Weight[] = ['weakened', 'strengthened', 'changed'];

export const aboutOf = ({ kind, id, title }: Declaration): Change['about'] => ({ kind, id, title });
