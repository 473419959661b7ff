import { availableParallelism } from 'node:os';
import type { Unit } from '../sight/sight.ts';
import type { Verdict } from '../sight/verdict.ts';
import { language, spoken } from '../text/say.ts';
import { type Judged, type Part, partOf, partsOf, Reader } from './parts.ts';
import { Pool } from './pool.ts';
import type { Scan } from './scan.ts';

/**
 * With fewer files one thread is as fast, since each warms up for itself: on two processors, 3,000 files take a sixth less with two of them,
 * 10,000 a fifth to a quarter.
 */
const MANY = 3000;
/** So many threads at most, whatever the machine has. */
const MOST = 8;

/** What is known of units already, and where what is found is kept. */
export interface Known {
  get(unit: Unit): Verdict | undefined;
  put(unit: Unit, verdict: Verdict): void;
}

/** Judges units of a repository: what is known is taken over, the rest is read part by part, by several threads where there is much of it. */
export async function verdictsFor(
  scan: Scan,
  units: readonly Unit[],
  known: Known | undefined,
  step: (done: number, all: number) => void,
): Promise<ReadonlyMap<Unit, Verdict>> {
  const verdicts = new Map<Unit, Verdict>();
  const pool = new Pool();
  for (const unit of units) {
    const verdict = known?.get(unit);
    if (verdict !== undefined) verdicts.set(unit, verdict);
  }
  const missing = units.filter((unit) => !verdicts.has(unit));
  const all = missing.reduce((sum, unit) => sum + unit.files.length, 0);
  const queue = [...partsOf(scan, missing)];
  const taken = new Map<Part, readonly Unit[]>();
  let seen = 0;
  const next = (): Part | undefined => {
    const part = queue.shift();
    if (part === undefined) return undefined;
    const made = partOf(scan, part);
    taken.set(made, part);
    return made;
  };
  const done = (part: Part, { verdicts: found, stale }: Judged) => {
    for (const [i, unit] of (taken.get(part) as readonly Unit[]).entries()) {
      const verdict = pool.shared(found[i] as Verdict);
      verdicts.set(unit, verdict);
      if (!stale && verdict.failures.length === 0) known?.put(unit, verdict);
      seen += unit.files.length;
    }
    taken.delete(part);
    step(seen, all);
  };
  const reader = new Reader(scan.sight.ids, (uri) => scan.configs.settingsOf(uri));
  const helpers = all < MANY ? 0 : Math.min(availableParallelism(), queue.length, MOST) - 1;
  const crew = helpers === 0 ? undefined : await hired(scan, helpers);
  const helped = crew?.work(next, done);
  for (let part = next(); part !== undefined; part = next()) {
    done(part, reader.judge(part));
    // In between, the others are given their next part, and whoever has had enough is heard.
    await new Promise(setImmediate);
  }
  await helped;
  await crew?.end();
  return verdicts;
}

async function hired({ sight, configTexts, overrides }: Scan, size: number) {
  const { Crew } = await import('./crew.ts');
  return new Crew(size, { ids: sight.ids, configTexts, overrides, language: language(), texts: spoken() });
}
