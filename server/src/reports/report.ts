import type { Day } from '../language/dates.ts';
import type { Scope } from '../model/scope.ts';
import type { Severity } from '../rules/rule.ts';
import { type PlanFacts, planFactsOf, type Told } from '../sight/verdict.ts';

/** A plan as reports know it, with the addresses of all its files. */
export interface ReportedPlan extends PlanFacts {
  readonly files: readonly string[];
}

/** A plan of a workspace; nothing of a framework or a loose file. */
export function reportedPlan(scope: Scope): ReportedPlan | undefined {
  const plan = planFactsOf(scope);
  return plan && { ...plan, files: scope.files.map(({ uri }) => uri) };
}

/** What a report is made of: the problems of the files that were asked about, those that are waived among them. */
export interface Findings {
  readonly version: string;
  readonly asOf: Day;
  /** The files that were asked about, as URIs. */
  readonly files: readonly string[];
  /** The plans that some of those files belong to. */
  readonly plans: readonly ReportedPlan[];
  readonly problems: readonly Told[];
  /** A sentence for each thing that could not be read. */
  readonly failures?: readonly string[];
  /** Where only a part was checked: which of how many, of what state of the repository, and the configurations in their order. */
  readonly shard?: { readonly number: number; readonly of: number; readonly state: string; readonly configs: readonly string[] };
  /** A URI as people know it: a path relative to where the command was given. */
  readonly shown: (uri: string) => string;
  /** The text of a file, for showing its lines. */
  readonly textOf: (uri: string) => string | undefined;
}

/** A format writes its report piece by piece: of a whole country it would not fit in memory. */
export type Format = (findings: Findings) => Iterable<string>;

/** The problems that count: nobody has accepted them, and no baseline holds them. */
export const open = (findings: Findings): readonly Told[] => findings.problems.filter((problem) => problem.waived === undefined && problem.known !== true);
export const count = (problems: readonly Told[], severity: Severity): number => problems.filter((problem) => problem.severity === severity).length;

export const sentence = (problem: Told): string => (problem.instead === undefined ? problem.message : `${problem.message} ${problem.instead}`);

/** So many files are held at a time to tell their lines. Findings come file by file, and lead to few others. */
const OPEN_FILES = 50;

/** Tells the lines of files, from 0; a line that is not there is empty. */
export function linesOf({ textOf }: Findings): (uri: string, line: number) => string {
  const files = new Map<string, readonly string[]>();
  return (uri, line) => {
    let known = files.get(uri);
    if (known === undefined) {
      if (files.size === OPEN_FILES) files.clear();
      files.set(uri, (known = (textOf(uri) ?? '').split(/\r\n|\r|\n/)));
    }
    return known[line] ?? '';
  };
}
