import { fileURLToPath } from 'node:url';
import { readText } from '../host/files.ts';
import { counted } from '../language/nouns.ts';
import { terminal } from '../reports/escape.ts';
import { count, type Findings, open } from '../reports/report.ts';
import { say } from '../text/say.ts';
import { hereOf } from './judging.ts';
import { type Output, put } from './outputs.ts';
import { type Arguments, numberOf, oneOf } from './usage.ts';
import { VERSION } from './version.ts';

const WEIGHT = { error: 3, warning: 2, information: 1, never: 4 } as const;

/** What is to be reported at the end of a check. */
export type Ending = Pick<Findings, 'asOf' | 'files' | 'plans' | 'problems' | 'shard'> & {
  /** A sentence for each thing that could not be done: the exit code is 2. */
  readonly failures: readonly string[];
  /** Further sentences. */
  readonly said: readonly string[];
  /** A patch that is printed where the report would be. */
  readonly patch?: string;
};

/** Prints and writes the reports and what else there is to say. Returns the exit code. */
export function concluded({ options }: Arguments, outputs: readonly Output[], ending: Ending): number {
  const failOn = oneOf(options, 'fail-on', ['error', 'warning', 'information', 'never'] as const) ?? 'error';
  const mostWarnings = numberOf(options, 'max-warnings');
  const { patch } = ending;
  const findings: Findings = { ...ending, version: VERSION, shown: pathsHere(), textOf: textOnDisk };
  if (patch !== undefined) process.stdout.write(patch);
  const failures = [...ending.failures, ...put(outputs, findings, options)];
  const said = [...ending.said];
  const counting = open(findings);
  const warnings = count(counting, 'warning');
  const tooMany = mostWarnings !== undefined && warnings > mostWarnings;
  if (tooMany)
    said.push(
      warnings === 1
        ? say`There is ${counted(warnings, 'warning')}, and --max-warnings allows ${mostWarnings}.`
        : say`There are ${counted(warnings, 'warning')}, and --max-warnings allows ${mostWarnings}.`,
    );
  for (const sentence of [...failures, ...said]) process.stderr.write(`${terminal(sentence)}\n`);
  if (failures.length > 0) return 2;
  if (patch !== undefined) return patch === '' ? 0 : 1;
  return tooMany || counting.some((problem) => WEIGHT[problem.severity] >= WEIGHT[failOn]) ? 1 : 0;
}

/** Paths as they are told, each made once: a large check names the same files a hundred thousand times. */
function pathsHere(): (uri: string) => string {
  const known = new Map<string, string>();
  return (uri) => {
    let path = known.get(uri);
    if (path === undefined) known.set(uri, (path = hereOf(uri)));
    return path;
  };
}

function textOnDisk(uri: string): string | undefined {
  const read = uri.startsWith('file:') ? readText(fileURLToPath(uri)) : undefined;
  return read !== undefined && 'text' in read ? read.text : undefined;
}
