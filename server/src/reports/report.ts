import type { Day } from '../language/dates.ts';
import type { Diagnosis } from '../lint.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Severity } from '../rules/rule.ts';

/** What a report is made of: the problems of the files that were asked about, those that are waived among them. */
export interface Findings {
  readonly version: string;
  readonly asOf: Day;
  readonly workspace: Workspace;
  /** The files that were asked about, as URIs. */
  readonly files: readonly string[];
  readonly problems: readonly Diagnosis[];
  /** A sentence for each thing that could not be read. */
  readonly failures?: readonly string[];
  /** A URI as people know it: a path relative to where the command was given. */
  readonly shown: (uri: string) => string;
  /** The text of a file, for showing its lines. */
  readonly textOf: (uri: string) => string | undefined;
}

export type Format = (findings: Findings) => string;

/** The problems that count: nobody has accepted them, and no baseline holds them. */
export const open = (findings: Findings): readonly Diagnosis[] => findings.problems.filter((problem) => problem.waived === undefined && problem.known !== true);
export const count = (problems: readonly Diagnosis[], severity: Severity): number => problems.filter((problem) => problem.severity === severity).length;

/** The plans whose files were asked about. */
export function plansOf(findings: Findings) {
  const asked = new Set(findings.files);
  return findings.workspace.scopes.list.filter((scope) => scope.kind === 'plan' && scope.files.some((file) => asked.has(file.uri)));
}

export const sentence = (problem: Diagnosis): string => (problem.instead === undefined ? problem.message : `${problem.message} ${problem.instead}`);
