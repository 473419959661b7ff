import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Change, Comparison, FindingChange } from '../compare/change.ts';
import { compare, type Version } from '../compare/compare.ts';
import type { Overrides } from '../config/configs.ts';
import { isFolder, rootsOf, shownPath } from '../host/files.ts';
import { fromTexts, load } from '../host/load.ts';
import { writeText } from '../host/write.ts';
import { Linter } from '../lint.ts';
import { comparisonJson, comparisonMarkdown, comparisonText, type Shown } from '../reports/comparison.ts';
import { terminal } from '../reports/escape.ts';
import { say } from '../text/say.ts';
import { isBelow } from '../text/uris.ts';
import { dayOf, today } from './days.ts';
import { oneOf, readArguments, UsageError } from './usage.ts';
import { VERSION } from './version.ts';

const FORMATS = ['text', 'markdown', 'json', 'html'] as const;
type Names = { readonly base: string; readonly head: string };

/** `iplan compare BASE [HEAD]`: what differs in meaning between two versions: commits, branches, folders or files. */
export async function run(args: readonly string[]): Promise<number> {
  const { paths, options } = readArguments(args, ['format', 'output', 'as-of', 'fail-on'], []);
  const format = oneOf(options, 'format', FORMATS) ?? 'text';
  const failOn = oneOf(options, 'fail-on', ['weakened', 'never'] as const) ?? 'never';
  const output = options.get('output') ?? '-';
  if (/\.iplan$/i.test(output)) throw new UsageError(say`--output would write a report over a plan: ${output} ends in .iplan.`);
  const [base, head, ...more] = paths;
  if (base === undefined || more.length > 0)
    throw new UsageError(say`Compare takes one or two versions: iplan compare main, iplan compare v1 v2, iplan compare old-folder new-folder.`);
  const overrides: Overrides = { today: today(), asOf: dayOf(options) };
  const failures: string[] = [];
  const ofRepository = [base, head].some((name) => name !== undefined && !existsSync(name));
  const here = pathToFileURL(process.cwd()).href;
  const [before, after] = [await versionOf(base, overrides, failures), await versionOf(head ?? (ofRepository ? await root() : '.'), overrides, failures)];
  const whole = compare(before, after);
  // Plans lead to plans in other folders, so all of the repository is read; what is told is what lies here.
  const comparison = ofRepository ? below(whole, (uri) => isBelow(uri, here)) : whole;
  const shown = (uri: string): string => (uri.startsWith('file:') ? shownPath(fileURLToPath(uri), process.cwd()) : uri);
  const names = { base, head: head ?? (ofRepository ? say`working tree` : '.') };
  const text = await written(format, comparison, shown, names, overrides.asOf ?? overrides.today);
  const failed = output === '-' ? void process.stdout.write(text) : writeText(output, text);
  if (failed !== undefined) failures.push(say`${output} ${failed}.`);
  for (const said of failures) process.stderr.write(`${terminal(said)}\n`);
  if (failures.length > 0) return 2;
  return failOn === 'weakened' && comparison.changes.some((change: Change) => change.weight === 'weakened') ? 1 : 0;
}

async function written(format: (typeof FORMATS)[number], comparison: Comparison, shown: Shown, names: Names, today: string): Promise<string> {
  if (format === 'text') return comparisonText(comparison, shown);
  if (format === 'markdown') return comparisonMarkdown(comparison, shown);
  if (format === 'json') return comparisonJson(comparison, shown, names);
  const { comparisonPage } = await import('../reports/html/comparison.ts');
  return comparisonPage(comparison, shown, names, { version: VERSION, today });
}

function below({ plans, ...all }: Comparison, isHere: (uri: string) => boolean): Comparison {
  const changes = all.changes.filter(({ before, after }) => [before, after].some((stand) => stand !== undefined && isHere(stand.uri)));
  const [found, resolved] = [all.found, all.resolved].map((some) => some.filter(({ at }) => isHere(at.uri))) as [FindingChange[], FindingChange[]];
  const differing = new Set([...changes, ...found, ...resolved].map(({ plan }) => plan));
  return { plans: plans.filter(({ id }) => differing.has(id)), changes, found, resolved };
}

async function root(): Promise<string> {
  const { repositoryOf } = await import('../host/git.ts');
  return repositoryOf(process.cwd())?.root ?? '.';
}

/** The plans of a folder or file, or of a revision of the repository that this folder lies in. */
async function versionOf(name: string, overrides: Overrides, failures: string[]): Promise<Version> {
  const { workspace, configs } = existsSync(name) ? ofDisk(resolve(name), overrides, failures) : await ofRevision(name, overrides, failures);
  const linter = new Linter((rule, error) =>
    failures.push(say`The rule ${rule} has failed and was left out: ${error instanceof Error ? error.message : String(error)}.`),
  );
  return { workspace, problems: linter.diagnoseAll(workspace, (uri) => configs.settingsOf(uri)) };
}

function ofDisk(path: string, overrides: Overrides, failures: string[]) {
  const loaded = load(isFolder(path) ? [path] : rootsOf(path), overrides, { files: isFolder(path) ? [] : [path] });
  failures.push(...loaded.unread.map((one) => `${shownPath(one.path, process.cwd())} ${one.error}.`));
  return loaded;
}

async function ofRevision(name: string, overrides: Overrides, failures: string[]) {
  const { commitOf, repositoryOf, snapshot } = await import('../host/git.ts');
  const repository = repositoryOf(process.cwd());
  if (repository === undefined) throw new UsageError(say`There is no folder or file "${name}", and no git repository here in which it could be a version.`);
  const commit = await commitOf(repository, name);
  if (commit === undefined) throw new UsageError(say`There is no folder, file, branch, tag or commit "${name}".`);
  const { texts, unread } = await snapshot(repository, commit);
  failures.push(...unread.map(({ path, error }) => say`${shownPath(path, process.cwd())} at ${name} ${error}.`));
  return fromTexts(texts, overrides);
}
