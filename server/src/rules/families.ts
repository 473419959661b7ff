import type { Scope } from '../model/scope.ts';
import { FAMILIES, type Family } from './rule.ts';

const ALL: ReadonlySet<Family> = new Set(FAMILIES);
const TEXT: ReadonlySet<Family> = new Set(['structure', 'names', 'waivers']);

/** The families that judge a plan, by its kind: a statute owes no review, but the money for the duties that it gives; a monitor no measures. */
export function familiesOf(scope: Scope): ReadonlySet<Family> {
  if (scope.kind !== 'plan') return TEXT;
  if (scope.planKind === 'statute') return new Set([...TEXT, 'funding', 'mandates']);
  if (scope.planKind === 'monitor') return new Set([...TEXT, 'monitoring']);
  return ALL;
}
