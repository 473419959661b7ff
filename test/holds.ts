// Properties that must hold whatever comes, with a memory: what once broke one of them is tried again in every run.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';

/** A case that once broke a property, as it lies in `test/corpus/<name>.json`: the arguments, and what was wrong. */
interface Past {
  readonly why: string;
  readonly case: readonly unknown[];
}

const { IPLAN_RUNS, IPLAN_SEED, IPLAN_MS, IPLAN_SOAK } = process.env;
/** How many random cases a property of full size is tried with; the others are tried with a part of it. */
export const RUNS = Number(IPLAN_RUNS ?? 20_000);
export const corpusFolder = path.join(import.meta.dirname, 'corpus');

type Tried<T> = fc.IRawProperty<T>;
/** How many cases held, and the seed they grew from. */
type Held = Pick<fc.RunDetails<unknown>, 'numRuns' | 'seed'>;

/**
 * Holds a property against every case that once broke it and so many random ones. In a soak (scripts/soak.mjs) it goes on until its
 * time is over, says how far it came, and adds the smallest case that breaks it to the corpus. Where a case takes seconds, `ms` says
 * when it is enough in any run.
 */
export async function holds<T extends unknown[]>(name: string, property: Tried<T>, numRuns: number, ms = Number(IPLAN_MS)): Promise<Held> {
  const past = pastOf(name);
  const run = await fc.check(property as fc.IAsyncPropertyWithHooks<T>, {
    endOnFailure: process.env.IPLAN_QUICK !== undefined,
    includeErrorInReport: true,
    numRuns: IPLAN_SOAK === undefined ? Math.max(numRuns, past.length) : Number.MAX_SAFE_INTEGER,
    examples: past.map((one) => reads(one.case) as T),
    ...(IPLAN_SEED === undefined ? {} : { seed: Number(IPLAN_SEED) }),
    ...(Number.isNaN(ms) ? {} : { interruptAfterTimeLimit: ms, markInterruptAsFailure: false }),
  });
  // Time that was over before the first case was is no failure of the property.
  const broken = run.failed && !(run.interrupted && run.counterexample === null);
  if (IPLAN_SOAK !== undefined) console.log(`held ${name}: ${run.numRuns} cases, seed ${run.seed}${broken ? ', BROKEN' : ''}`);
  if (!broken) return run;
  if (IPLAN_SOAK !== undefined) keep(name, run);
  throw new Error(fc.defaultReportMessage(run as fc.RunDetails<T>) ?? `${name} does not hold.`);
}

/** The cases that once broke a property, oldest first. */
export function pastOf(name: string): readonly Past[] {
  const file = fileOf(name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Past[]) : [];
}

const fileOf = (name: string): string => path.join(corpusFolder, `${name}.json`);

function keep<T extends unknown[]>(name: string, run: fc.RunDetails<T>): void {
  const [why] = String((run.errorInstance as Error | undefined)?.message ?? run.errorInstance).split('\n');
  const found: Past = { why: `${why} (seed ${run.seed})`, case: writes(run.counterexample) as unknown[] };
  writeFileSync(fileOf(name), `${JSON.stringify([...pastOf(name), found], undefined, 2)}\n`);
}

/** What JSON cannot hold stands in it as `{ "$": … }`. */
const ODD = new Map<string, unknown>([
  ['undefined', undefined],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['-Infinity', Number.NEGATIVE_INFINITY],
]);

function writes(value: unknown): unknown {
  for (const [$, odd] of ODD) if (Object.is(value, odd)) return { $ };
  if (Array.isArray(value)) return value.map(writes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, writes(inner)]));
}

function reads(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reads);
  if (typeof value !== 'object' || value === null) return value;
  const { $ } = value as { $?: string };
  if ($ !== undefined && ODD.has($)) return ODD.get($);
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, reads(inner)]));
}
