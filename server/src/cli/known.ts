import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Baseline, identityOf, marked } from '../baseline.ts';
import type { Configs } from '../config/configs.ts';
import { readText } from '../host/files.ts';
import { writeText } from '../host/write.ts';
import { counted } from '../language/nouns.ts';
import type { Diagnosis } from '../lint.ts';
import { say } from '../text/say.ts';
import { type Gathered, here } from './checking.ts';

/** The problems with a mark at those that were there at first, and what is to be said of the baselines. */
export interface Known {
  readonly problems: readonly Diagnosis[];
  readonly failures: readonly string[];
  readonly said: readonly string[];
}

/**
 * Marks what a baseline holds: the one that was named, or those of the configurations. With `update` a baseline that is not there yet
 * is made of everything that is found, and one that is there loses the entries that are gone; it never grows.
 */
export function known(problems: readonly Diagnosis[], gathered: Gathered, named: string | undefined, update: boolean): Known {
  const pathOf = (uri: string): string | undefined => (named === undefined ? below(gathered.configs, uri) : resolve(named));
  const failures: string[] = [];
  const said: string[] = [];
  const baselines = new Map<string, Baseline>();
  const paths = new Set([...problems.map(({ uri }) => uri), ...gathered.uris].map(pathOf));
  paths.delete(undefined);
  if (update && paths.size === 0) failures.push(say`--update-baseline needs a baseline: name one with --baseline FILE, or as "baseline" in iplan.config.json.`);
  for (const path of paths as Set<string>) {
    const of = problems.filter((problem) => problem.waived === undefined && pathOf(problem.uri) === path && gathered.workspace.files.has(problem.uri));
    const found = Baseline.of(of.map((problem) => identityOf(problem, gathered.workspace)));
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
    const left = baseline.without(found, outOfSight(gathered, path, pathOf));
    const gone = baseline.size - left.size;
    if (gone === 0) continue;
    const are =
      gone === 1 ? say`${counted(gone, 'entry')} of the baseline ${here(path)} is gone` : say`${counted(gone, 'entry')} of the baseline ${here(path)} are gone`;
    if (update) keep(path, left, say`${are}; ${counted(left.size, 'entry')} left.`);
    else said.push(gone === 1 ? say`${are}: --update-baseline takes it out.` : say`${are}: --update-baseline takes them out.`);
  }
  const baselineOf = (uri: string) => baselines.get(pathOf(uri) ?? '');
  return { problems: marked(problems, gathered.workspace, baselineOf), failures, said };

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
function outOfSight({ workspace, configs, uris }: Gathered, path: string, pathOf: (uri: string) => string | undefined) {
  const asked = new Set(uris);
  return (plan: string, rule: string): boolean =>
    workspace.scopes.list.some(
      (scope) =>
        scope.id === plan &&
        scope.files.some(
          ({ uri, library }) =>
            !library && pathOf(uri) === path && (!asked.has(uri) || configs.settingsOf(scope.files[0]?.uri ?? uri).rules.get(rule)?.severity === 'off'),
        ),
    );
}
