import { realpathSync } from 'node:fs';
import { dirname, extname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists, isFolder, rootsOf } from '../host/files.ts';
import { load } from '../host/load.ts';
import { writeAll, writeText } from '../host/write.ts';
import { type Diagnosis, Linter } from '../lint.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import { terminal } from '../reports/escape.ts';
import { FORMATS } from '../reports/plan/all-formats.ts';
import { type Dossier, type Files, Unwritten, type Writer } from '../reports/plan/format.ts';
import type { Format } from '../reports/plan/formats.ts';
import { nearest } from '../text/nearest.ts';
import { say } from '../text/say.ts';
import { here, hereOf, JUDGING, overridesOf } from './judging.ts';
import { bar } from './progress.ts';
import { oneOf, readArguments, UsageError } from './usage.ts';
import { VERSION } from './version.ts';

/** `iplan report`: a plan as a page, a document, a workbook, a calendar, a picture or data. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { paths, options } = readArguments(args, ['format', 'output', 'plan', 'iati-org', 'browser', ...JUDGING], ['no-progress']);
  const output = options.get('output');
  const [name, format] = formatOf(oneOf(options, 'format', Object.keys(FORMATS)), output);
  if (output === '-' && format.holds !== 'text')
    throw new UsageError(say`${name} cannot go to standard output: name a ${format.holds === 'files' ? say`folder or a .zip file` : 'file'} with --output.`);
  if (output?.endsWith('.iplan') === true) throw new UsageError(say`${output} is the name of a plan file; a report is never written over one.`);
  if (paths.length > 1)
    throw new UsageError(say`A report is of one plan, and ${paths.length} paths were given. Name one folder or file, or choose with --plan.`);
  const asked = askedPath(paths[0] ?? '.');

  const progress = bar(options.has('no-progress'));
  const overrides = overridesOf(options);
  const { workspace, configs, unread } = load(rootsOf(asked), overrides, { files: isFolder(asked) ? [] : [asked], progress: progress.step });
  progress.end();
  const scope = planOf(workspace, asked, options.get('plan'));
  const failures = unread.filter(({ path }) => path.startsWith(dirname(fileURLToPath(scope.files[0]?.uri ?? '')) + sep));
  const linter = new Linter((rule, error) =>
    failures.push({ path: rule, error: say`has failed and was left out: ${error instanceof Error ? error.message : error}` }),
  );
  const settingsOf = (uri: string) => configs.settingsOf(uri);
  const problems = scope.files.flatMap((file): readonly Diagnosis[] => linter.diagnose(workspace, file.uri, settingsOf));
  const { today, jurisdiction } = settingsOf(scope.files[0]?.uri ?? '');
  const dossier: Dossier = {
    version: VERSION,
    scope,
    workspace,
    today,
    problems,
    shown: hereOf,
    jurisdiction,
    organisation: options.get('iati-org'),
    browser: options.get('browser'),
  };

  const target = targetOf(output, scope, format);
  const error = await deliver(await written(await format.writer(), dossier), target);
  for (const failure of failures) process.stderr.write(`${terminal(`${here(failure.path)} ${failure.error}.`)}\n`);
  if (error !== undefined) throw new UsageError(`${here(resolve(target))} ${error}.`);
  if (target !== '-') process.stderr.write(`${terminal(say`${here(resolve(target))} was written: plan "${scope.title}", as of ${today}.`)}\n`);
  return failures.length > 0 ? 2 : 0;
}

/** What a writer makes of a plan; what it cannot do is told as any other mistake in a command. */
async function written(write: Writer, dossier: Dossier): Promise<string | Uint8Array | Files> {
  try {
    return await write(dossier);
  } catch (error) {
    throw error instanceof Unwritten ? new UsageError(error.message) : error;
  }
}

/** The format that was asked for, or the one that the name of the output tells. */
function formatOf(asked: string | undefined, output: string | undefined): readonly [string, Format] {
  const name = asked ?? Object.keys(FORMATS).find((key) => FORMATS[key]?.endings.includes(extname(output ?? '').toLowerCase()));
  const format = name === undefined ? undefined : FORMATS[name];
  if (name === undefined || format === undefined) throw new UsageError(say`Say what to write with --format: ${Object.keys(FORMATS).join(', ')}.`);
  return [name, format];
}

function askedPath(path: string): string {
  if (path === '-') throw new UsageError(say`A report is of a plan on disk: name its folder, not standard input.`);
  if (!exists(path)) throw new UsageError(say`${path} does not exist.`);
  const full = realpathSync(resolve(path));
  if (!isFolder(full) && !full.endsWith('.iplan')) throw new UsageError(say`${path} is no plan file: plan files end in .iplan.`);
  return full;
}

/** The plan that is meant: the one chosen, that of the folder or file, or the only one below it. */
function planOf(workspace: Workspace, asked: string, id: string | undefined): Scope {
  const pathOf = (scope: Scope) => fileURLToPath(scope.files[0]?.uri ?? '');
  const plans = workspace.scopes.list.filter((scope) => scope.kind === 'plan');
  const below = plans.filter((scope) => pathOf(scope) === asked || pathOf(scope).startsWith(asked.endsWith(sep) ? asked : asked + sep));
  if (id !== undefined) {
    const found = [...below, ...plans].find((scope) => scope.id === id);
    if (found !== undefined) return found;
    const close = nearest(
      id,
      plans.map((scope) => scope.id),
    );
    throw new UsageError(say`There is no plan "${id}" in ${here(asked)}.${close === undefined ? '' : say` Did you mean "${close}"?`}`);
  }
  const own = isFolder(asked) ? below.filter((scope) => dirname(pathOf(scope)) === asked) : [around(workspace, asked)].filter((scope) => scope !== undefined);
  const candidates = own.length > 0 ? own : below.length > 0 ? below : [around(workspace, asked)].filter((scope) => scope !== undefined);
  const [only] = candidates;
  if (only === undefined) throw new UsageError(say`There is no plan in ${here(asked)}: no file in it declares one.`);
  if (candidates.length === 1) return only;
  const ids = candidates.map((scope) => scope.id).sort();
  const named = ids.length > 10 ? `${ids.slice(0, 10).join(', ')} and ${ids.length - 10} more` : ids.join(', ');
  throw new UsageError(say`There are ${candidates.length} plans in ${here(asked)}: ${named}. Choose one with --plan, or name its folder.`);
}

/** The plan that a file, or the files of a folder below a plan, belong to. */
function around(workspace: Workspace, asked: string): Scope | undefined {
  const inside = (path: string) => path === asked || path.startsWith(asked + sep);
  const found = [...workspace.files.values()].filter((file) => inside(fileURLToPath(file.uri))).map((file) => workspace.scopeOf(file.uri));
  return found.find((scope) => scope?.kind === 'plan');
}

/** Where to write: what a terminal can show goes there, the rest beside; in a folder the file is named after the plan. */
function targetOf(output: string | undefined, scope: Scope, { endings, holds }: Format): string {
  const name = scope.id === '' ? 'plan' : scope.id;
  if (output === undefined) return holds === 'text' ? '-' : holds === 'files' ? `${name}-tables` : `${name}${endings[0]}`;
  return holds !== 'files' && output !== '-' && isFolder(output) ? join(output, `${name}${endings[0]}`) : output;
}

/** Writes what a writer gave; what keeps it from being written comes back. */
async function deliver(written: string | Uint8Array | Files, target: string): Promise<string | undefined> {
  if (typeof written === 'string' && target === '-') {
    process.stdout.write(written);
    return undefined;
  }
  if (typeof written === 'string' || written instanceof Uint8Array) return writeText(target, written);
  if (!target.toLowerCase().endsWith('.zip')) return writeAll(target, written);
  const { archive } = await import('../reports/archive.ts');
  return writeText(target, archive(written));
}
