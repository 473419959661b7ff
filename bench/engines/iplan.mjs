// What of iplan runs in one process: parsing alone, and everything from a text to what is found by some of the rules.
import { defaultSettings } from '../../server/src/config/settings.ts';
import { Linter } from '../../server/src/lint.ts';
import { parseFile, sourceFile, Workspace } from '../../server/src/model/workspace.ts';
import { FAMILIES } from '../../server/src/rules/rule.ts';
import { parse, reparse } from '../../server/src/syntax/parse.ts';

export { parse };

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

/** Types a letter at a place and takes it away again, stroke by stroke; each says what its parts took. */
export function typing(text, at) {
  const uri = 'file:///plan.iplan';
  const linter = new Linter(failed);
  let tree = parse(text);
  linter.ofText(new Workspace(new Map([[uri, sourceFile(uri, tree)]])), uri, () => settings);
  let isTyped = false;
  return () => {
    const began = performance.now();
    tree = reparse(tree, { span: { start: at, end: isTyped ? at + 1 : at }, text: isTyped ? '' : 'x' });
    isTyped = !isTyped;
    const parsed = performance.now();
    const file = sourceFile(uri, tree);
    const read = performance.now();
    linter.ofText(new Workspace(new Map([[uri, file]])), uri, () => settings);
    return { parse: parsed - began, read: read - parsed, judge: performance.now() - read };
  };
}

/** How many rules of the usual profile each family has. */
export const families = new Map(FAMILIES.map((family) => [family, on.filter(([id]) => id.startsWith(`${family}/`)).length]));
