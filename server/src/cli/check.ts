import { resolve } from 'node:path';
import { counted } from '../language/nouns.ts';
import { terminal } from '../reports/escape.ts';
import { count, open } from '../reports/report.ts';
import { say } from '../text/say.ts';
import { type Asked, askedFor } from './asked.ts';
import { findingsOf, type Gathered, gathered, judge } from './checking.ts';
import { overridesOf, problemsOfConfigs } from './judging.ts';
import { known } from './known.ts';
import { outputsOf, put } from './outputs.ts';
import { bar } from './progress.ts';
import { stats } from './stats.ts';
import { type Arguments, numberOf, oneOf, readArguments, UsageError } from './usage.ts';

const VALUES = ['format', 'output', 'as-of', 'profile', 'fail-on', 'max-warnings', 'config', 'baseline', 'stdin-path'];
const FLAGS = ['stats', 'fix', 'fix-suggestions', 'diff', 'update-baseline', 'watch', 'no-progress', 'no-color'];
const WEIGHT = { error: 3, warning: 2, information: 1, never: 4 } as const;

/** `iplan check`: reads plans, judges them, mends what it is asked to mend, reports. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const given = readArguments(args, VALUES, FLAGS, ['changed']);
  if (!given.options.has('watch')) return once(given);
  const changing = ['fix', 'fix-suggestions', 'update-baseline'].find((name) => given.options.has(name));
  if (changing !== undefined) throw new UsageError(say`--watch only looks: leave --${changing} out.`);
  if (given.paths.includes('-')) throw new UsageError(say`Standard input cannot be watched.`);
  const { watching } = await import('./watch.ts');
  return watching(
    (given.paths.length === 0 ? ['.'] : given.paths).map((path) => resolve(path)),
    () => once(given),
  );
}

async function once(given: Arguments): Promise<number> {
  const { paths, options } = given;
  const outputs = outputsOf(given);
  const trust = options.has('fix-suggestions') ? 'preferred' : options.has('fix') || options.has('diff') ? 'safe' : undefined;
  if (trust !== undefined && !options.has('diff') && paths.includes('-'))
    throw new UsageError(say`Standard input cannot be written to: take --diff to see what would change.`);
  if (options.has('diff') && options.has('format') && outputs.some(({ file }) => file === undefined))
    throw new UsageError(say`--diff is printed where the report would be: name a file for the report with --output.`);
  const failOn = oneOf(options, 'fail-on', ['error', 'warning', 'information', 'never'] as const) ?? 'error';
  const mostWarnings = numberOf(options, 'max-warnings');
  const overrides = overridesOf(options);

  const clock = stopwatch();
  const asked: Asked = await askedFor(paths.length === 0 ? ['.'] : paths, options.get('stdin-path'));
  const progress = bar(options.has('no-progress'));
  let work: Gathered = gathered(asked, overrides, progress.step);
  const failures = [...work.failures];
  const said = [...work.leftOut];
  const base = options.get('changed');
  if (base !== undefined) {
    const { changedSince } = await import('./changed.ts');
    const { uris, said: about } = await changedSince(base === '' ? 'HEAD' : base, work);
    work = { ...work, uris };
    said.push(about);
  }
  clock.lap('read');
  const judging = judge(work.configs);
  let patch: string | undefined;
  if (trust !== undefined) {
    const { mended, patchOf } = await import('./mended.ts');
    if (options.has('diff')) patch = patchOf(work.workspace, work.uris, judging.of, trust);
    else {
      const after = mended(work.workspace, work.uris, judging.of, trust);
      work = { ...work, workspace: after.workspace };
      failures.push(...after.failures);
      said.push(...after.said);
    }
    clock.lap('mend');
  }
  const found = work.uris.flatMap((uri, i) => {
    if (i % 50 === 0) progress.step(i, work.uris.length);
    return judging.of(work.workspace, uri);
  });
  progress.end();
  const marked = known(
    [...problemsOfConfigs(work.configs, work.uris, overrides.config?.uri), ...found],
    work,
    options.get('baseline'),
    options.has('update-baseline'),
  );
  failures.push(...judging.failures, ...marked.failures);
  said.push(...marked.said);
  clock.lap('judge');

  const findings = findingsOf(work, marked.problems, [...failures]);
  if (patch !== undefined) process.stdout.write(patch);
  failures.push(...put(patch === undefined ? outputs : outputs.filter(({ file }) => file !== undefined), findings, options));
  clock.lap('report');
  const warnings = count(open(findings), 'warning');
  const tooMany = mostWarnings !== undefined && warnings > mostWarnings;
  if (tooMany)
    said.push(
      warnings === 1
        ? say`There is ${counted(warnings, 'warning')}, and --max-warnings allows ${mostWarnings}.`
        : say`There are ${counted(warnings, 'warning')}, and --max-warnings allows ${mostWarnings}.`,
    );
  for (const sentence of [...failures, ...said]) process.stderr.write(`${terminal(sentence)}\n`);
  if (options.has('stats')) process.stderr.write(stats(work, marked.problems, clock.laps));
  if (failures.length > 0) return 2;
  if (patch !== undefined) return patch === '' ? 0 : 1;
  return tooMany || open(findings).some((problem) => WEIGHT[problem.severity] >= WEIGHT[failOn]) ? 1 : 0;
}

function stopwatch() {
  const laps: (readonly [what: string, milliseconds: number])[] = [];
  let since = performance.now();
  return {
    laps,
    lap(what: string) {
      const now = performance.now();
      laps.push([what, now - since]);
      since = now;
    },
  };
}
