import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Configs, Overrides } from '../../config/configs.ts';
import { rootsOf, shownPath } from '../../host/files.ts';
import { load } from '../../host/load.ts';
import { type Diagnosis, Linter } from '../../lint.ts';
import type { Scope } from '../../model/scope.ts';
import type { Workspace } from '../../model/workspace.ts';
import { nearest } from '../../text/nearest.ts';
import { wantedBy } from '../asked.ts';
import { ToolError } from './protocol.ts';

/** The plans as they are at one moment. */
export interface Read {
  readonly workspace: Workspace;
  readonly configs: Configs;
  readonly unread: readonly string[];
}

/** What an assistant works on: the plans below one folder, read anew at every call, since people go on writing. */
export class Desk {
  readonly folder: string;
  readonly #overrides: () => Overrides;

  constructor(folder: string, overrides: () => Overrides) {
    this.folder = folder;
    this.#overrides = overrides;
  }

  /** Reads the plans, with some texts in the place of what is saved. */
  read(given: ReadonlyMap<string, string> = new Map()): Read {
    const { workspace, configs, unread } = load(rootsOf(this.folder), this.#overrides(), { given });
    return { workspace, configs, unread: unread.map(({ path, error }) => `${shownPath(path, this.folder)} ${error}`) };
  }

  /** The problems of the files below the folder; accepted gaps are marked. */
  judged({ workspace, configs }: Read): readonly Diagnosis[] {
    const failed: string[] = [];
    const linter = new Linter((rule, error) => failed.push(`${rule}: ${error instanceof Error ? error.message : error}`));
    const found = [...workspace.files.values()]
      .filter((file) => !file.library && this.holds(file.uri))
      .flatMap((file) => linter.diagnose(workspace, file.uri, (uri) => configs.settingsOf(uri)));
    if (failed.length > 0) throw new Error(`a rule failed (${failed[0]})`);
    return found;
  }

  holds(uri: string): boolean {
    return uri.startsWith('file:') && wantedBy([this.folder])(fileURLToPath(uri));
  }

  shown(uri: string): string {
    return uri.startsWith('file:') ? shownPath(fileURLToPath(uri), this.folder) : uri;
  }

  plans({ workspace }: Read): readonly Scope[] {
    return workspace.scopes.list.filter((scope) => scope.kind === 'plan' && scope.files.some((file) => this.holds(file.uri)));
  }

  plan(read: Read, id: string): Scope {
    const plans = this.plans(read);
    const found = plans.find((plan) => plan.id === id);
    if (found !== undefined) return found;
    const ids = plans.map((plan) => plan.id);
    const close = nearest(id, ids);
    throw new ToolError(
      `There is no plan "${id}". ${close === undefined ? `The plans are ${ids.slice(0, 30).join(', ') || 'none'}.` : `Did you mean "${close}"?`}`,
    );
  }

  /** The address of a plan file that is named by its path below the folder, be it there yet or not. */
  address(path: string): string {
    if (!path.endsWith('.iplan')) throw new ToolError(`${path} is no plan file: plan files end in .iplan.`);
    const full = resolve(this.folder, path);
    if (!isInside(this.folder, full) || !isInside(this.folder, landing(full))) throw new ToolError(`${path} lies outside of the folder of the plans.`);
    return pathToFileURL(full).href;
  }
}

const isInside = (folder: string, path: string): boolean => {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !/^\.\.[/\\]/.test(way) && !isAbsolute(way);
};

/** Where a path ends up once links are followed; of what is not there yet, as far as it is. */
function landing(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : resolve(landing(dirname(path)), relative(dirname(path), path));
  }
}
