import type { Told } from '../sight/verdict.ts';
import { count, type Findings, open } from './report.ts';
import { jsonRows } from './rows.ts';

/** The report that other tools read; `schemas/report.schema.json` describes it. */
export function* json(findings: Findings): Generator<string> {
  const { plans } = findings;
  const problems = open(findings);
  const report = {
    version: 1,
    tool: { name: 'iplan', version: findings.version },
    asOf: findings.asOf,
    plans: plans.map((plan) => ({
      id: plan.id,
      title: plan.title,
      file: findings.shown(plan.uri),
      level: plan.levels,
      kind: plan.kind,
      files: plan.files.length,
    })),
    problems: [],
    summary: {
      files: findings.files.length,
      plans: plans.length,
      errors: count(problems, 'error'),
      warnings: count(problems, 'warning'),
      informations: count(problems, 'information'),
      waived: findings.problems.filter((problem) => problem.waived !== undefined).length,
      known: findings.problems.filter((problem) => problem.waived === undefined && problem.known === true).length,
    },
  };
  yield* jsonRows(report, findings.problems, (problem) => told(problem, findings.shown));
}

const told = ({ rule, severity, message, instead, uri, range, related, waived, known }: Told, file: (uri: string) => string) => ({
  rule,
  severity,
  message,
  ...(instead === undefined ? {} : { instead }),
  file: file(uri),
  range,
  related: related.map((place) => ({ message: place.message, file: file(place.uri), range: place.range })),
  ...(waived === undefined ? {} : { waived }),
  ...(known === undefined ? {} : { known }),
});
