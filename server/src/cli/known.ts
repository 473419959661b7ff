import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Baseline, marked } from '../baseline.ts';
import type { Configs } from '../config/configs.ts';
import { readText } from '../host/files.ts';
import { writeText } from '../host/write.ts';
import { counted } from '../language/nouns.ts';
import type { Told } from '../sight/verdict.ts';
import { say } from '../text/say.ts';
import { here } from './judging.ts';
import type { Scan } from './scan.ts';

/** The files that were checked, and the repository around them. */
type Checked = Pick<Scan, 'sight' | 'files' | 'configs' | 'uris'>;

/** The problems with a mark at those that were there at first, and what is to be said of the baselines. */
export interface Known {
  readonly problems: readonly Told[];
  readonly failures: readonly string[];
  readonly said: readonly string[];
}

/**
 * Marks what a baseline holds: the one that was named, or those of the configurations. With `update` a baseline that is not there yet
 * is made of everything that is found, and one that is there loses the entries that are gone; it never grows.
 */
export function known(problems: readonly Told[], checked: Checked, named: string | undefined, update: boolean): Known {
  const pathOf = (uri: string): string | undefined => (named === undefined ? below(checked.configs, uri) : resolve(named));
  const failures: string[] = [];
  const said: string[] = [];
  const baselines = new Map<string, Baseline>();
  const paths = new Set([...problems.map(({ uri }) => uri), ...checked.uris].map(pathOf));
  paths.delete(undefined);
  if (update && paths.size === 0) failures.push(say`--update-baseline needs a baseline: name one with --baseline FILE, or as "baseline" in iplan.config.json.`);
  for (const path of paths as Set<string>) {
    const of = problems.filter((problem) => problem.waived === undefined && pathOf(problem.uri) === path && checked.files.has(problem.uri));
    const found = Baseline.of(of.map((problem) => problem.identity));
    if (!existsSync(path)) {
      if (!update) {
        failures.push(say`The baseline ${here(path)} does not exist: --update-baseline makes it of everything that is found now.`);
        continue;
      }
      baselines.set(path, found);
      keep(path, found, say`The baseline ${here(path)} is new: ${counted(found.size, 'entry')}.`);
      continue;
    }
    const read = readText(path);
    const baseline = 'error' in read ? read : Baseline.read(read.text);
    if (!(baseline instanceof Baseline)) {
      failures.push(`${here(path)} ${baseline.error}.`);
      continue;
    }
    baselines.set(path, baseline);
    const left = baseline.without(found, outOfSight(checked, path, pathOf));
    const gone = baseline.size - left.size;
    if (gone === 0) continue;
    const are =
      gone === 1 ? say`${counted(gone, 'entry')} of the baseline ${here(path)} is gone` : say`${counted(gone, 'entry')} of the baseline ${here(path)} are gone`;
    if (update) keep(path, left, say`${are}; ${counted(left.size, 'entry')} left.`);
    else said.push(gone === 1 ? say`${are}: --update-baseline takes it out.` : say`${are}: --update-baseline takes them out.`);
  }
  const baselineOf = (uri: string) => baselines.get(pathOf(uri) ?? '');
  return { problems: marked(problems, (problem) => problem.identity, baselineOf), failures, said };

  function keep(path: string, baseline: Baseline, sentence: string): void {
    const failed = writeText(path, baseline.toString());
    if (failed === undefined) said.push(sentence);
    else failures.push(`${here(path)} ${failed}.`);
  }
}

function below(configs: Configs, uri: string): string | undefined {
  const baseline = configs.baselineOf(uri);
  return baseline === undefined ? undefined : fileURLToPath(baseline);
}

/** Whether a run could not have seen a finding: its plan was not checked as a whole, or its rule is off there. */
function outOfSight({ sight, configs, uris }: Checked, path: string, pathOf: (uri: string) => string | undefined) {
  const asked = new Set(uris);
  const byId = Map.groupBy(sight.units, ({ id }) => id);
  return (plan: string, rule: string): boolean =>
    (byId.get(plan) ?? []).some(({ files }) =>
      files.some(
        ({ uri, library }) =>
          !library && pathOf(uri) === path && (!asked.has(uri) || configs.settingsOf(files[0]?.uri ?? uri).rules.get(rule)?.severity === 'off'),
      ),
    );
}
