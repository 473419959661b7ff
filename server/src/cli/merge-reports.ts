import { pathToFileURL } from 'node:url';
import { decode, readBytes } from '../host/files.ts';
import type { Findings } from '../reports/report.ts';
import type { ShardReport } from '../reports/shard.ts';
import type { Told } from '../sight/verdict.ts';
import { say } from '../text/say.ts';
import { concluded } from './concluded.ts';
import { outputsOf } from './outputs.ts';
import { readArguments, UsageError } from './usage.ts';
import { VERSION } from './version.ts';

/** The largest report of a part that is read, in bytes. */
const LARGEST = 512 * 1024 * 1024;

type Whole = Pick<Findings, 'asOf' | 'files' | 'plans' | 'problems'> & { readonly failures: readonly string[] };

/** `iplan merge-reports`: makes one report of what the parts of a check have found, the same as of a check of everything. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const given = readArguments(args, ['format', 'output', 'fail-on', 'max-warnings'], ['no-color']);
  const outputs = outputsOf(given);
  if (outputs.some(({ format }) => format === 'shard')) throw new UsageError(say`What is merged is no part any more: take another --format.`);
  if (given.paths.length === 0) throw new UsageError(say`Name the reports of all parts: iplan merge-reports shard-1.json shard-2.json.`);
  return concluded(given, outputs, { ...merged(given.paths.map(read)), said: [] });
}

function read(path: string): ShardReport['findings'] {
  const bytes = readBytes(path, LARGEST);
  if ('error' in bytes) throw new UsageError(`${path} ${bytes.error}.`);
  const { text = '' } = { text: undefined, ...decode(bytes.bytes) };
  let report: ShardReport | undefined;
  try {
    report = JSON.parse(text) as ShardReport;
  } catch {
    // It is said below what the file should be.
  }
  if (report?.format !== 'iplan-shard/1')
    throw new UsageError(say`${path} is no report of a part: iplan check --shard 1/4 --format shard --output FILE writes one.`);
  if (report.version !== VERSION) throw new UsageError(say`${path} was written by iplan ${report.version}, and this is ${VERSION}.`);
  const own = `${pathToFileURL(process.cwd()).href}/`;
  const { folder, findings } = report;
  const to = (uri: string): string => (uri.startsWith(folder) ? own + uri.slice(folder.length) : uri);
  return {
    ...findings,
    files: findings.files.map(to),
    plans: findings.plans.map((plan) => ({ ...plan, uri: to(plan.uri), files: plan.files.map(to) })),
    problems: findings.problems.map((problem) => ({
      ...problem,
      uri: to(problem.uri),
      related: problem.related.map((place) => ({ ...place, uri: to(place.uri) })),
    })),
    shard: { ...findings.shard, configs: findings.shard.configs.map(to) },
  };
}

function merged(parts: readonly ShardReport['findings'][]): Whole {
  const [first] = parts as [ShardReport['findings']];
  const { of, state, configs } = first.shard;
  if (parts.some(({ shard }) => shard.state !== state || shard.of !== of))
    throw new UsageError(say`These parts are of different checks: all must be of the same files, on the same day, with the same options and the same program.`);
  const numbers = parts.map(({ shard }) => shard.number).sort((a, b) => a - b);
  const missing = Array.from({ length: of }, (_, i) => i + 1).filter((number) => !numbers.includes(number));
  if (missing.length > 0) throw new UsageError(say`Of the ${of} parts these are missing: ${missing.join(', ')}.`);
  if (numbers.length > of) throw new UsageError(say`A part was named twice.`);

  const files = parts.flatMap((part) => part.files).sort();
  const byFile = Map.groupBy(
    parts.flatMap(({ problems }) => problems),
    ({ uri }) => uri,
  );
  // Parts that share a configuration each tell of it.
  const ofConfigs = configs.flatMap((uri) => [...new Map((byFile.get(uri) ?? []).map((problem) => [JSON.stringify(problem), problem])).values()]);
  return {
    asOf: first.asOf,
    files,
    plans: parts.flatMap(({ plans }) => plans).sort((a, b) => (a.uri < b.uri ? -1 : 1)),
    problems: [...ofConfigs, ...files.flatMap((uri): readonly Told[] => byFile.get(uri) ?? [])],
    failures: [...new Set(parts.flatMap(({ failures }) => failures))],
  };
}
