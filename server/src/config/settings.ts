import type { Day } from '../language/dates.ts';
import { RULES } from '../rules/rules.ts';
import type { RuleSetting, Settings } from '../rules/run.ts';

export type Profile = 'essential' | 'recommended' | 'thorough';
export const PROFILES = ['essential', 'recommended', 'thorough'] as const satisfies readonly Profile[];

/** The settings of a profile: essential has the errors only, thorough everything. */
export function defaultSettings(
  today: Day,
  profile: Profile = 'recommended',
  changes: ReadonlyMap<string, { readonly severity?: RuleSetting['severity']; readonly options?: RuleSetting['options'] }> = new Map(),
  jurisdiction?: string,
): Settings {
  const rules = new Map<string, RuleSetting>();
  for (const rule of RULES) {
    const on =
      profile === 'thorough' ||
      (profile === 'recommended' && rule.thorough !== true) ||
      (profile === 'essential' && rule.severity === 'error' && rule.thorough !== true);
    const defaults = Object.fromEntries(Object.entries(rule.options ?? {}).map(([name, option]) => [name, option.default]));
    const change = changes.get(rule.id);
    rules.set(rule.id, { severity: change?.severity ?? (on ? rule.severity : 'off'), options: { ...defaults, ...change?.options } });
  }
  return { today, rules, ...(jurisdiction !== undefined && { jurisdiction }) };
}
