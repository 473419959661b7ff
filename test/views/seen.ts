import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '../../server/src/config/settings.ts';
import { load } from '../../server/src/host/load.ts';
import { Linter } from '../../server/src/lint.ts';
import type { Scope } from '../../server/src/model/scope.ts';
import type { Workspace } from '../../server/src/model/workspace.ts';
import type { Seen } from '../../server/src/views/view.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const TODAY = '2026-06-30';
const linter = new Linter((rule, error) => {
  throw new Error(`${rule}: ${error instanceof Error ? error.stack : error}`);
});

/** A plan as views look at it, with what the checker says of it. */
export function seenOf(plan: Scope, workspace: Workspace, today = TODAY): Seen {
  const settings = defaultSettings(today, 'recommended');
  return { scope: plan, workspace, today, problems: plan.files.flatMap((file) => linter.diagnose(workspace, file.uri, () => settings)) };
}

const loaded = new Map<string, Workspace>();
export function workspaceAt(folder: string): Workspace {
  let known = loaded.get(folder);
  if (known === undefined) loaded.set(folder, (known = load([path.join(root, folder)], { today: TODAY }).workspace));
  return known;
}

/** The plan of the tests: a town with a little of everything, and some things missing. */
export function elvebyen(id = 'elvebyen'): Seen {
  const workspace = workspaceAt('test/views/plans');
  return seenOf(workspace.scopes.byId.get(id) as Scope, workspace);
}

export const shown = (uri: string): string => path.relative(root, fileURLToPath(uri)).replaceAll('\\', '/');
