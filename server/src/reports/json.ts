import { count, type Findings, open } from './report.ts';

/** The report that other tools read; `schemas/report.schema.json` describes it. */
export function json(findings: Findings): string {
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
    problems: findings.problems.map(({ rule, severity, message, instead, uri, range, related, waived, known }) => ({
      rule,
      severity,
      message,
      ...(instead === undefined ? {} : { instead }),
      file: findings.shown(uri),
      range,
      related: related.map((place) => ({ message: place.message, file: findings.shown(place.uri), range: place.range })),
      ...(waived === undefined ? {} : { waived }),
      ...(known === undefined ? {} : { known }),
    })),
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
  return `${JSON.stringify(report, null, 2)}\n`;
}
