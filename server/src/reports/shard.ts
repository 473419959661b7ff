import { pathToFileURL } from 'node:url';
import type { Findings } from './report.ts';
import { jsonRows } from './rows.ts';

/** What `iplan merge-reports` makes a whole of again: the findings of one part as they are, seen from the folder of the command. */
export interface ShardReport {
  readonly format: 'iplan-shard/1';
  readonly version: string;
  readonly folder: string;
  readonly findings: Pick<Findings, 'asOf' | 'files' | 'plans' | 'problems'> & {
    readonly failures: readonly string[];
    readonly shard: NonNullable<Findings['shard']>;
  };
}

export function* shard({ version, asOf, files, plans, problems, failures = [], shard: part }: Findings): Generator<string> {
  const report = {
    format: 'iplan-shard/1',
    version,
    folder: `${pathToFileURL(process.cwd()).href}/`,
    findings: { asOf, files, plans, failures, shard: part, problems: [] },
  };
  yield* jsonRows(report, problems, (problem) => problem);
}
