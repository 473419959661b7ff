import { constants } from 'node:os';
import { resolve } from 'node:path';
import { Workspace } from '../model/workspace.ts';
import { toldOf } from '../sight/verdict.ts';
import { say } from '../text/say.ts';
import { askedFor } from './asked.ts';
import { concluded } from './concluded.ts';
import { judged } from './judged.ts';
import { overridesOf, problemsOfConfigs } from './judging.ts';
import { known } from './known.ts';
import { outputsOf } from './outputs.ts';
import { bar } from './progress.ts';
import { scanned, unitsOf } from './scan.ts';
import { shardOf, shareOf, stateOf } from './shard.ts';
import { stats } from './stats.ts';
import { type Arguments, numberOf, readArguments, UsageError } from './usage.ts';

const VALUES = ['format', 'output', 'as-of', 'profile', 'fail-on', 'max-warnings', 'config', 'baseline', 'stdin-path', 'shard'];
const FLAGS = ['stats', 'fix', 'fix-suggestions', 'diff', 'update-baseline', 'watch', 'verify', 'no-progress', 'no-color'];
const CACHE = '.iplan-cache';

/** `iplan check`: reads plans, judges them, mends what it is asked to mend, reports. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const given = readArguments(args, VALUES, FLAGS, ['changed', 'cache']);
  if (!given.options.has('watch')) {
    for (const signal of ENDING) process.once(signal, interrupted);
    return once(given).finally(() => {
      for (const signal of ENDING) process.off(signal, interrupted);
    });
  }
  const changing = ['fix', 'fix-suggestions', 'update-baseline'].find((name) => given.options.has(name));
  if (changing !== undefined) throw new UsageError(say`--watch only looks: leave --${changing} out.`);
  if (given.paths.includes('-')) throw new UsageError(say`Standard input cannot be watched.`);
  const { watching } = await import('./watch.ts');
  return watching(
    (given.paths.length === 0 ? ['.'] : given.paths).map((path) => resolve(path)),
    () => once(given),
  );
}

/** Whoever has had enough, and a build server that ends a job. */
const ENDING = ['SIGINT', 'SIGTERM'] as const;

/** Files are written whole or not at all, so there is nothing to be tidied up. */
function interrupted(signal: (typeof ENDING)[number]): never {
  process.stderr.write(`${say`The check was interrupted: nothing is reported, and no file is half-written.`}\n`);
  process.exit(128 + constants.signals[signal]);
}

async function once(given: Arguments): Promise<number> {
  const { paths, options } = given;
  const outputs = outputsOf(given);
  const trust = options.has('fix-suggestions') ? 'preferred' : options.has('fix') || options.has('diff') ? 'safe' : undefined;
  const shard = shardOf(options.get('shard'));
  refuse(given, outputs);
  numberOf(options, 'max-warnings');
  const overrides = overridesOf(options);

  const clock = stopwatch();
  const asked = await askedFor(paths.length === 0 ? ['.'] : paths, options.get('stdin-path'));
  const progress = bar(options.has('no-progress'));
  const cache = options.has('cache') ? new (await import('./cache.ts')).Cache(resolve(options.get('cache') || CACHE), overrides.today) : undefined;
  let scan = await scanned(asked, overrides, cache?.looks, progress.step, options.has('changed'));
  let { uris } = scan;
  const said = [...scan.leftOut];
  const base = options.get('changed');
  if (base !== undefined) {
    const { changedSince } = await import('./changed.ts');
    const changed = await changedSince(base === '' ? 'HEAD' : base, scan, cache);
    uris = changed.uris;
    said.push(changed.said);
  }
  clock.lap('read');
  const failures: string[] = [];
  let patch: string | undefined;
  if (trust !== undefined) {
    const { mended, patchOf } = await import('./mended.ts');
    if (options.has('diff')) patch = patchOf(scan, uris, trust);
    else {
      const after = mended(scan, uris, trust);
      failures.push(...after.failures);
      said.push(...after.said);
      scan = await scanned(asked, overrides, cache?.looks, progress.step);
    }
    clock.lap('mend');
  }
  const all = unitsOf(scan, uris);
  const units = shard === undefined ? all : shareOf(scan, all, shard);
  if (shard !== undefined) {
    const own = new Set(units);
    uris = uris.filter((uri) => own.has(scan.sight.byFile.get(uri) as never));
  }
  const found = await judged(scan, units, uris, cache, options.has('verify'), progress.step);
  progress.end();
  failures.unshift(...scan.failures);
  failures.push(...found.failures);
  const nothing = new Workspace();
  const marked = known(
    [...problemsOfConfigs(scan.configs, uris, overrides.config?.uri).map((problem) => toldOf(problem, nothing)), ...found.problems],
    { ...scan, uris },
    options.get('baseline'),
    options.has('update-baseline'),
  );
  failures.push(...marked.failures);
  said.push(...found.said, ...marked.said);
  clock.lap('judge');

  const ending = concluded(given, patch === undefined ? outputs : outputs.filter(({ file }) => file !== undefined), {
    asOf: scan.configs.settingsOf(scan.uris[0] ?? '').today,
    files: uris,
    plans: found.plans,
    problems: marked.problems,
    failures,
    said,
    ...(patch === undefined ? {} : { patch }),
    ...(shard === undefined ? {} : { shard: { ...shard, state: stateOf(scan), configs: [...scan.configs.problems.keys()] } }),
  });
  clock.lap('report');
  if (options.has('stats')) process.stderr.write(stats(scan, uris, marked.problems, found.known, clock.laps));
  return ending;
}

/** Options that say different things. */
function refuse({ paths, options }: Arguments, outputs: ReturnType<typeof outputsOf>): void {
  const fixing = options.has('fix') || options.has('fix-suggestions');
  if (fixing && !options.has('diff') && paths.includes('-'))
    throw new UsageError(say`Standard input cannot be written to: take --diff to see what would change.`);
  if (options.has('diff') && options.has('format') && outputs.some(({ file }) => file === undefined))
    throw new UsageError(say`--diff is printed where the report would be: name a file for the report with --output.`);
  if (options.has('verify') && !options.has('cache')) throw new UsageError(say`--verify holds a cache against the plans: it stands beside --cache.`);
  const sharded = options.has('shard');
  const alone = ['fix', 'fix-suggestions', 'diff', 'update-baseline', 'watch'].find((name) => options.has(name));
  if (sharded && alone !== undefined) throw new UsageError(say`--shard checks a part of the plans, and --${alone} needs them all: leave one of them out.`);
  if (!sharded && outputs.some(({ format }) => format === 'shard'))
    throw new UsageError(say`--format shard is what merge-reports reads: it stands beside --shard.`);
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
