import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Configs, Overrides } from '../config/configs.ts';
import { PROFILES } from '../config/settings.ts';
import { readText, shownPath } from '../host/files.ts';
import type { Diagnosis } from '../lint.ts';
import { say } from '../text/say.ts';
import { dayOf, today } from './days.ts';
import { type Arguments, oneOf, UsageError } from './usage.ts';

// What the commands that judge plans have in common.

/** The options that decide how plans are judged. */
export const JUDGING = ['as-of', 'profile', 'config'] as const;

export const overridesOf = (options: Arguments['options']): Overrides => ({
  today: today(),
  asOf: dayOf(options),
  profile: oneOf(options, 'profile', PROFILES),
  config: configOf(options),
});

/** A path as it is told: seen from where the command was given. */
export const here = (path: string): string => (path === process.cwd() ? '.' : shownPath(path, process.cwd()));

/** An address as it is told. */
export const hereOf = (uri: string): string => (uri.startsWith('file:') ? here(fileURLToPath(uri)) : uri);

/** The problems of the configurations that hold for the files asked about, and of the one that was named. */
export function problemsOfConfigs(configs: Configs, uris: readonly string[], named: string | undefined): Diagnosis[] {
  const holding = new Set([...uris.map((uri) => configs.configOf(uri)), named]);
  return [...configs.problems].flatMap(([uri, found]) => (holding.has(uri) ? found : []));
}

function configOf(options: Arguments['options']): { uri: string; text: string } | undefined {
  const path = options.get('config');
  if (path === undefined) return undefined;
  const read = readText(path);
  if ('error' in read) throw new UsageError(say`The configuration ${path} ${read.error}.`);
  return { uri: pathToFileURL(path).href, text: read.text };
}

export function textOfConfig(uri: string): string | undefined {
  const read = uri.startsWith('file:') ? readText(fileURLToPath(uri)) : undefined;
  return read !== undefined && 'text' in read ? read.text : undefined;
}
