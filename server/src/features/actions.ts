import type { Action, Ask } from './actions/action.ts';
import { fixAllOfKind, fixAllSafe } from './actions/all.ts';
import { extraction } from './actions/extract.ts';
import { moving } from './actions/move.ts';
import { pasting } from './actions/paste.ts';
import { sortDates } from './actions/sort.ts';
import { foundIn, quickFixes } from './fixes.ts';

/** What can be done at a place: mends, refactorings, and what concerns the whole file where that is asked for. */
export function actions(ask: Ask, only: readonly string[] | undefined): Action[] {
  const wants = (kind: string) =>
    only === undefined ? !kind.startsWith('source') : only.some((one) => one === '' || kind === one || kind.startsWith(`${one}.`));
  // A family is asked for by the family or by one of its members.
  const some = (family: string) => only === undefined || only.some((one) => one === '' || one === family || one.startsWith(`${family}.`));
  const { workspace, found, range, today } = ask;
  const here = foundIn(found, range);
  return [
    ...(some('quickfix') ? [...quickFixes(workspace, found, range, today), ...fixAllOfKind(ask, here)] : []),
    ...(some('refactor') ? [...moving(ask), ...extraction(ask), ...pasting(ask)] : []),
    ...(only !== undefined && some('source') ? [...fixAllSafe(ask), ...sortDates(ask)] : []),
  ].filter(({ kind }) => wants(kind));
}
