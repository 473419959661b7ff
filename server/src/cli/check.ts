import { fileURLToPath, pathToFileURL } from 'node:url';
import { isFolder, rootsOf } from '../host/files.ts';
import { load } from '../host/load.ts';
import { Linter } from '../lint.ts';
import { terminal } from '../reports/escape.ts';
import { github } from '../reports/github.ts';
import { gitlab } from '../reports/gitlab.ts';
import { json } from '../reports/json.ts';
import { junit } from '../reports/junit.ts';
import { type Findings, open } from '../reports/report.ts';
import { sarif } from '../reports/sarif.ts';
import { text } from '../reports/text.ts';
import { askedFor, wantedBy } from './asked.ts';
import { here, hereOf, JUDGING, overridesOf, problemsOfConfigs, textOfConfig } from './judging.ts';
import { bar } from './progress.ts';
import { inColour } from './terminal.ts';
import { oneOf, readArguments } from './usage.ts';
import { VERSION } from './version.ts';

const FORMATS = ['text', 'json', 'sarif', 'github', 'junit', 'gitlab'] as const;
const WEIGHT = { error: 3, warning: 2, information: 1, never: 4 } as const;

/** `iplan check`: reads plans, judges them, prints a report. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { paths, options } = readArguments(args, ['format', 'fail-on', 'stdin-path', ...JUDGING], ['no-progress', 'no-color']);
  const format = oneOf(options, 'format', FORMATS) ?? 'text';
  const failOn = oneOf(options, 'fail-on', ['error', 'warning', 'information', 'never'] as const) ?? 'error';
  const overrides = overridesOf(options);

  const asked = await askedFor(paths.length === 0 ? ['.'] : paths, options.get('stdin-path'));
  const progress = bar(options.has('no-progress'));
  // Everything around is read too, because names may lead there.
  const roots = [...new Set(asked.paths.flatMap(rootsOf))];
  const named = asked.paths.filter((path) => !isFolder(path) && !asked.given.has(pathToFileURL(path).href));
  const { workspace, configs, unread } = load(roots, overrides, { files: named, given: asked.given, progress: progress.step });
  const wanted = wantedBy(asked.paths);
  const failures = [...asked.failures, ...unread.filter(({ path }) => wanted(path)).map(({ path, error }) => `${here(path)} ${error}.`)];

  const linter = new Linter((rule, error) => failures.push(`The rule ${rule} has failed and was left out: ${error instanceof Error ? error.message : error}.`));
  const uris = [...workspace.files.values()].filter((file) => !file.library && wanted(fileURLToPath(file.uri))).map((file) => file.uri);
  uris.sort();
  const problems = problemsOfConfigs(configs, uris, overrides.config?.uri);
  for (const [i, uri] of uris.entries()) {
    if (i % 50 === 0) progress.step(i, uris.length);
    problems.push(...linter.diagnose(workspace, uri, (u) => configs.settingsOf(u)));
  }
  progress.end();
  const leftOut = asked.paths.filter((path) => configs.excluded(pathToFileURL(path).href)).map((path) => `${here(path)} is left out by the configuration.`);
  if (uris.length === 0 && failures.length === 0 && leftOut.length === 0)
    failures.push(`There is no plan in ${asked.paths.map(here).join(', ')}: no file that ends in .iplan.`);

  const findings: Findings = {
    version: VERSION,
    asOf: configs.settingsOf(uris[0] ?? '').today,
    workspace,
    files: uris,
    problems,
    shown: hereOf,
    textOf: (uri) => workspace.files.get(uri)?.tree.text ?? textOfConfig(uri),
  };
  process.stdout.write(format === 'text' ? text(findings, inColour(options)) : { json, sarif, github, junit, gitlab }[format](findings));
  for (const said of [...failures, ...leftOut]) process.stderr.write(`${terminal(said)}\n`);
  if (failures.length > 0) return 2;
  return open(findings).some((problem) => WEIGHT[problem.severity] >= WEIGHT[failOn]) ? 1 : 0;
}
