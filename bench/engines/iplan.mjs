// What of iplan runs in one process: parsing alone, and everything from a text to what is found.
import { defaultSettings } from '../../server/src/config/settings.ts';
import { Linter } from '../../server/src/lint.ts';
import { parseFile, Workspace } from '../../server/src/model/workspace.ts';

export { parse } from '../../server/src/syntax/parse.ts';

const settings = defaultSettings('2027-01-01', 'recommended');

/** All that is found in a plan by all rules of the usual profile. */
export function analyse(text) {
  const uri = 'file:///plan.iplan';
  const failed = (rule, error) => {
    throw new Error(`${rule} failed`, { cause: error });
  };
  return new Linter(failed).diagnoseAll(new Workspace(new Map([[uri, parseFile(uri, text)]])), () => settings);
}
