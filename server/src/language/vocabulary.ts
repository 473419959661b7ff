import { fundRow, mandateRow } from './kinds/levels.ts';
import { actorRow, agreementRow, bodyRow, consultationRow, groupRow, partnerRow, phaseRow } from './kinds/people.ts';
import { frameworkRow, itemRow, planRow, waiveRow } from './kinds/plan.ts';
import { indicatorRow, targetRow } from './kinds/results.ts';
import { goalRow, measureRow, responsibilityRow, sectorRow } from './kinds/work.ts';
import type { KindRow, Row } from './row.ts';

export type { KindRow, Row } from './row.ts';

/**
 * Every kind and statement of the language. Grammar, completion, hover, formatter, highlighting, JSON schema and the language
 * reference derive from this table.
 */
export const VOCABULARY = {
  plan: planRow,
  framework: frameworkRow,
  item: itemRow,
  actor: actorRow,
  partner: partnerRow,
  agreement: agreementRow,
  body: bodyRow,
  consultation: consultationRow,
  group: groupRow,
  phase: phaseRow,
  goal: goalRow,
  sector: sectorRow,
  responsibility: responsibilityRow,
  measure: measureRow,
  target: targetRow,
  indicator: indicatorRow,
  fund: fundRow,
  mandate: mandateRow,
  waive: waiveRow,
};

export type Kind = keyof typeof VOCABULARY;
export type Rows<K extends Kind> = (typeof VOCABULARY)[K]['rows'];
/** The words of the statements that all of some kinds have. */
export type Words<K extends Kind> = K extends Kind ? keyof Rows<K> : never;
export type ValueOf<K extends Kind, W> = K extends Kind ? (W extends keyof Rows<K> ? (Rows<K>[W] extends Row<infer T> ? T : never) : never) : never;
export const KINDS = Object.keys(VOCABULARY) as readonly Kind[];
export const kindRow = (kind: Kind): KindRow => VOCABULARY[kind] as KindRow;
const NAMES: ReadonlyMap<string, Kind> = new Map(KINDS.map((kind) => [kind, kind]));
/** The kind that a word of a text names: not the word itself, but the one string that every comparison is quick with. */
export const kindNamed = (word: string): Kind | undefined => NAMES.get(word);
export const isKind = (word: string): word is Kind => NAMES.has(word);
