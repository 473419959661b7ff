import { isDeepStrictEqual } from 'node:util';
import { counted } from '../language/nouns.ts';
import type { ReportedPlan } from '../reports/report.ts';
import type { Unit } from '../sight/sight.ts';
import type { Told, Verdict } from '../sight/verdict.ts';
import { say } from '../text/say.ts';
import type { Cache } from './cache.ts';
import { hereOf } from './judging.ts';
import type { Scan } from './scan.ts';
import { type Known, verdictsFor } from './verdicts.ts';

type Step = (done: number, all: number) => void;

/** What was found in the files that were asked about. */
export interface Found {
  readonly problems: readonly Told[];
  readonly plans: readonly ReportedPlan[];
  readonly failures: readonly string[];
  readonly said: readonly string[];
  /** How many plans were known from the cache. */
  readonly known: number;
}

/** Judges units of a repository; with a cache, only those of which nothing is known. With `verify` all are judged anew and held against it. */
export async function judged(
  scan: Scan,
  units: readonly Unit[],
  uris: readonly string[],
  cache: Cache | undefined,
  verify: boolean,
  step: Step,
): Promise<Found> {
  const kept = cache?.verdictsOf(scan, units);
  let known = 0;
  const counting: Known | undefined = kept && {
    put: kept.put,
    get: (unit) => {
      const verdict = kept.get(unit);
      if (verdict !== undefined) known++;
      return verdict;
    },
  };
  let verdicts = await verdictsFor(scan, units, counting, step);
  const failures: string[] = [];
  const said: string[] = [];
  if (verify && kept !== undefined) {
    const fresh = await verdictsFor(scan, units, { get: () => undefined, put: kept.put }, step);
    const wrong = units.filter((unit) => !isDeepStrictEqual(verdicts.get(unit), fresh.get(unit)));
    verdicts = fresh;
    for (const unit of wrong) failures.push(say`The cache held something else of ${hereOf(unit.files[0]?.uri ?? '')} than a check finds; it has been mended.`);
    if (wrong.length === 0) said.push(say`${counted(units.length, 'plan')} judged anew, ${known} of them known from the cache: the findings are the same.`);
  }
  if (cache !== undefined) said.push(...cache.save());
  return { ...told(verdicts, units, uris), failures: [...failures, ...ruleFailures(verdicts)], said, known };
}

function told(verdicts: ReadonlyMap<Unit, Verdict>, units: readonly Unit[], uris: readonly string[]): Pick<Found, 'problems' | 'plans'> {
  const byFile = Map.groupBy(
    [...verdicts.values()].flatMap(({ problems }) => problems),
    ({ uri }) => uri,
  );
  const plans = units.flatMap((unit) => {
    const plan = verdicts.get(unit)?.plan;
    return plan === undefined ? [] : [{ ...plan, files: unit.files.map(({ uri }) => uri) }];
  });
  return { problems: uris.flatMap((uri) => byFile.get(uri) ?? []), plans };
}

const ruleFailures = (verdicts: ReadonlyMap<Unit, Verdict>): readonly string[] =>
  [...new Set([...verdicts.values()].flatMap(({ failures }) => failures))].sort();
