import type { RuleEntry, RulePageResult } from '../../../client/src/messages.ts';
import { page } from '../rules/page.ts';
import { RULES } from '../rules/rules.ts';
import { told } from '../text/say.ts';

/** The page of a rule as Markdown. */
export function rulePage(id: string): RulePageResult {
  const rule = RULES.find((one) => one.id === id);
  return rule === undefined ? null : page(rule);
}

export const ruleList = (): readonly RuleEntry[] => RULES.map(({ id, summary }) => ({ id, summary: told(summary) }));
