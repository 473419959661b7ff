import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Configs, Overrides } from '../config/configs.ts';
import { isFolder, rootsOf } from '../host/files.ts';
import { load } from '../host/load.ts';
import type { Workspace } from '../model/workspace.ts';
import { say } from '../text/say.ts';
import { type Asked, wantedBy } from './asked.ts';
import { here } from './judging.ts';

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
