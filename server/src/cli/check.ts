import { isAbsolute, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import picomatch from 'picomatch';
import { Configs } from '../config/configs.ts';
import { PROFILES } from '../config/settings.ts';
import { decode, exists, isFolder, listFiles, readText, rootOf, shownPath } from '../host/files.ts';
import { load } from '../host/load.ts';
import { addDays, parseDate } from '../language/dates.ts';
import { Linter } from '../lint.ts';
import { terminal } from '../reports/escape.ts';
import { github } from '../reports/github.ts';
import { gitlab } from '../reports/gitlab.ts';
import { json } from '../reports/json.ts';
import { junit } from '../reports/junit.ts';
import { type Findings, open } from '../reports/report.ts';
import { sarif } from '../reports/sarif.ts';
import { text } from '../reports/text.ts';
import { bar } from './progress.ts';
import { oneOf, readArguments, UsageError } from './usage.ts';
import { VERSION } from './version.ts';

const FORMATS = ['text', 'json', 'sarif', 'github', 'junit', 'gitlab'] as const;
const WEIGHT = { error: 3, warning: 2, information: 1, never: 4 } as const;

/** `iplan check`: reads plans, judges them, prints a report. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { paths, options } = readArguments(args, ['format', 'as-of', 'profile', 'fail-on', 'config', 'stdin-path'], ['no-progress', 'no-color']);
  const format = oneOf(options, 'format', FORMATS) ?? 'text';
  const failOn = oneOf(options, 'fail-on', ['error', 'warning', 'information', 'never'] as const) ?? 'error';
  const profile = oneOf(options, 'profile', PROFILES);
  const overrides = { today: today(), asOf: dayOf(options.get('as-of')), profile };

  const failures: string[] = [];
  const given = new Map<string, string>();
  const asked = await askedFor(paths.length === 0 ? ['.'] : paths, options.get('stdin-path'), given, failures);
  const progress = bar(options.has('no-progress'));
  const loaded = load([...new Set(asked.map((path) => rootOf(path)))], overrides, given, progress.step);
  const configs = configsOf(options.get('config'), overrides) ?? loaded.configs;
  const wanted = wantedBy(asked);
  for (const { path, error } of loaded.unread) if (wanted(path)) failures.push(`${shownPath(path, process.cwd())} ${error}.`);

  const linter = new Linter((rule, error) => failures.push(`The rule ${rule} has failed and was left out: ${error instanceof Error ? error.message : error}.`));
  const uris = [...loaded.workspace.files.values()]
    .filter((file) => !file.library && wanted(fileURLToPath(file.uri)))
    .map((file) => file.uri)
    .sort();
  const problems = uris.flatMap((uri, i) => {
    if (i % 50 === 0) progress.step(i, uris.length);
    return linter.diagnose(loaded.workspace, uri, (u) => configs.settingsOf(u));
  });
  for (const [uri, found] of configs.problems) if (wanted(fileURLToPath(uri)) || options.has('config')) problems.push(...found);
  progress.end();
  if (uris.length === 0 && failures.length === 0)
    failures.push(`There is no plan in ${asked.map((path) => shownPath(path, process.cwd()) || '.').join(', ')}: no file that ends in .iplan.`);

  const findings: Findings = {
    version: VERSION,
    asOf: configs.settingsOf(uris[0] ?? '').today,
    workspace: loaded.workspace,
    files: uris,
    problems,
    shown: (uri) => (uri.startsWith('file:') ? shownPath(fileURLToPath(uri), process.cwd()) : uri),
    textOf: (uri) => loaded.workspace.files.get(uri)?.tree.text ?? textOfConfig(uri),
  };
  const colour = process.stdout.isTTY === true && !options.has('no-color') && (process.env.NO_COLOR ?? '') === '';
  process.stdout.write(format === 'text' ? text(findings, colour) : { json, sarif, github, junit, gitlab }[format](findings));
  for (const failure of failures) process.stderr.write(`${terminal(failure)}\n`);
  if (failures.length > 0) return 2;
  return open(findings).some((problem) => WEIGHT[problem.severity] >= WEIGHT[failOn]) ? 1 : 0;
}

/** The paths that were asked about, absolute; globs are spread out and standard input is read. */
async function askedFor(paths: readonly string[], stdinPath: string | undefined, given: Map<string, string>, failures: string[]): Promise<readonly string[]> {
  const asked: string[] = [];
  for (const path of paths) {
    if (path === '-') {
      const target = resolve(stdinPath ?? 'stdin.iplan');
      const chunks: Buffer[] = [];
      for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
      const read = decode(Buffer.concat(chunks));
      if ('text' in read) {
        given.set(pathToFileURL(target).href, read.text);
        asked.push(target);
      } else failures.push(`Standard input ${read.error}.`);
    } else if (exists(path)) {
      const full = resolve(path);
      if (!isFolder(full) && !full.endsWith('.iplan')) failures.push(`${path} is no plan file: plan files end in .iplan.`);
      else asked.push(full);
    } else if (/[*?[{]/.test(path)) {
      const base = resolve(picomatch.scan(path).base || '.');
      const matches = picomatch(isAbsolute(path) ? path : resolve(path), { dot: true });
      const found = listFiles(base).plans.filter((file) => matches(file));
      if (found.length === 0) failures.push(`No plan file matches ${path}.`);
      asked.push(...found);
    } else failures.push(`${path} does not exist.`);
  }
  return asked;
}

function wantedBy(asked: readonly string[]): (path: string) => boolean {
  const files = new Set(asked);
  const folders = asked
    .filter(isFolder)
    .map((folder) => (folder.endsWith('/') || folder.endsWith('\\') ? folder : folder + (folder.includes('\\') ? '\\' : '/')));
  return (path) => files.has(path) || folders.some((folder) => path.startsWith(folder));
}

function configsOf(path: string | undefined, overrides: ConstructorParameters<typeof Configs>[1]): Configs | undefined {
  if (path === undefined) return undefined;
  const read = readText(path);
  if ('error' in read) throw new UsageError(`The configuration ${path} ${read.error}.`);
  // It stands for every folder, so it is given the place above all of them.
  return new Configs(new Map([['file:///iplan.config.json', read.text]]), overrides);
}

function textOfConfig(uri: string): string | undefined {
  const read = uri.startsWith('file:') ? readText(fileURLToPath(uri)) : undefined;
  return read !== undefined && 'text' in read ? read.text : undefined;
}

function dayOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const date = parseDate(value);
  if (date === undefined || date.start !== date.end) throw new UsageError(`--as-of takes a day such as 2027-12-31, not "${value}".`);
  return date.start;
}

/** Today where the machine stands. */
function today(): string {
  const now = new Date();
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  return addDays(local, 0);
}
