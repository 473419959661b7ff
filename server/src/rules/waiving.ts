import type { Day } from '../language/dates.ts';
import type { Declaration, Waiver } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';

/**
 * The waiver that accepts a finding about something. A waiver holds until its day, for the things it names and for what stands in
 * them, as findings are gathered; without names for the whole plan. The nearest one speaks. Waivers are looked up by what they name,
 * so that many of them cost no more than they are.
 */
export function waiving(scope: Scope, today: Day): (rule: string, about: Declaration | undefined) => Waiver | undefined {
  const named = new Map<string, Map<Declaration, Waiver>>();
  const whole = new Map<string, Waiver>();
  for (const waiver of scope.waivers) {
    if (waiver.until !== undefined && waiver.until.end < today) continue;
    if (waiver.on.length === 0 && !whole.has(waiver.rule)) whole.set(waiver.rule, waiver);
    const ofRule = named.get(waiver.rule) ?? new Map<Declaration, Waiver>();
    named.set(waiver.rule, ofRule);
    for (const declaration of scope.findAll(waiver.on)) if (!ofRule.has(declaration)) ofRule.set(declaration, waiver);
  }
  return (rule, about) => {
    const ofRule = named.get(rule);
    const around = about === undefined || ofRule === undefined ? [] : [about, scope.sectorOf(about) ?? about.parent, scope.head];
    for (const declaration of around) {
      const waiver = declaration && ofRule?.get(declaration);
      if (waiver !== undefined) return waiver;
    }
    return whole.get(rule);
  };
}
