// What of iplan runs in one process: parsing alone, and everything from a text to what is found by some of the rules.
import { defaultSettings } from '../../server/src/config/settings.ts';
import { Linter } from '../../server/src/lint.ts';
import { parseFile, Workspace } from '../../server/src/model/workspace.ts';
import { FAMILIES } from '../../server/src/rules/rule.ts';

export { parse } from '../../server/src/syntax/parse.ts';

const settings = defaultSettings('2027-01-01', 'recommended');
const on = [...settings.rules].filter(([, { severity }]) => severity !== 'off');
const failed = (rule, error) => {
  throw new Error(`${rule} failed`, { cause: error });
};

/** All that is found in a plan by the rules of the usual profile, or by those of some families; by none, it is only read and linked. */
export function analyse(text, families = FAMILIES) {
  const uri = 'file:///plan.iplan';
  const rules = new Map(on.filter(([id]) => families.includes(id.slice(0, id.indexOf('/')))));
  return new Linter(failed).diagnoseAll(new Workspace(new Map([[uri, parseFile(uri, text)]])), () => ({ ...settings, rules }));
}

/** How many rules of the usual profile each family has. */
export const families = new Map(FAMILIES.map((family) => [family, on.filter(([id]) => id.startsWith(`${family}/`)).length]));
