import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Configs, Overrides } from '../config/configs.ts';
import { isFolder, readText, rootsOf, shownPath } from '../host/files.ts';
import { load } from '../host/load.ts';
import { type Diagnosis, Linter } from '../lint.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Findings } from '../reports/report.ts';
import { say } from '../text/say.ts';
import { type Asked, wantedBy } from './asked.ts';
import { VERSION } from './version.ts';

type Step = (done: number, all: number) => void;

/** What a command was asked to look at, and everything around it that names may lead to. */
export interface Gathered {
  readonly workspace: Workspace;
  readonly configs: Configs;
  /** The files that were asked about, in order. */
  readonly uris: readonly string[];
  /** A sentence for each thing that could not be read. */
  readonly failures: readonly string[];
  /** A sentence for each thing that was asked for and is left out on purpose. */
  readonly leftOut: readonly string[];
}

export function gathered(asked: Asked, overrides: Overrides, step: Step): Gathered {
  const roots = [...new Set(asked.paths.flatMap(rootsOf))];
  const named = asked.paths.filter((path) => !isFolder(path) && !asked.given.has(pathToFileURL(path).href));
  const { workspace, configs, unread } = load(roots, overrides, { files: named, given: asked.given, progress: step });
  const wanted = wantedBy(asked.paths);
  const failures = [...asked.failures, ...unread.filter(({ path }) => wanted(path)).map(({ path, error }) => `${here(path)} ${error}.`)];
  const uris = [...workspace.files.values()].filter((file) => !file.library && wanted(fileURLToPath(file.uri))).map((file) => file.uri);
  const leftOut = asked.paths.filter((path) => configs.excluded(pathToFileURL(path).href)).map((path) => say`${here(path)} is left out by the configuration.`);
  if (uris.length === 0 && failures.length === 0 && leftOut.length === 0)
    failures.push(say`There is no plan in ${asked.paths.map(here).join(', ')}: no file that ends in .iplan.`);
  return { workspace, configs, uris: uris.sort(), failures, leftOut };
}

/** A judge of files, and the sentences about rules that failed while it judged. */
export function judge(configs: Configs) {
  const failures = new Set<string>();
  const linter = new Linter((rule, error) => failures.add(`The rule ${rule} has failed and was left out: ${error instanceof Error ? error.message : error}.`));
  return { failures, of: (workspace: Workspace, uri: string): readonly Diagnosis[] => linter.diagnose(workspace, uri, (one) => configs.settingsOf(one)) };
}

/** What reports are made of. */
export const findingsOf = (
  { workspace, configs, uris }: Pick<Gathered, 'workspace' | 'configs' | 'uris'>,
  problems: readonly Diagnosis[],
  failures: readonly string[] = [],
): Findings => ({
  version: VERSION,
  asOf: configs.settingsOf(uris[0] ?? '').today,
  workspace,
  files: uris,
  problems,
  failures,
  shown: shownUri,
  textOf: (uri) => workspace.files.get(uri)?.tree.text ?? textOnDisk(uri),
});

/** A path as it is told: seen from where the command was given. */
export const here = (path: string): string => (path === process.cwd() ? '.' : shownPath(path, process.cwd()));
export const shownUri = (uri: string): string => (uri.startsWith('file:') ? here(fileURLToPath(uri)) : uri);

function textOnDisk(uri: string): string | undefined {
  const read = uri.startsWith('file:') ? readText(fileURLToPath(uri)) : undefined;
  return read !== undefined && 'text' in read ? read.text : undefined;
}
