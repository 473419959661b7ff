import type { Told } from '../sight/verdict.ts';
import { say } from '../text/say.ts';
import { markdownText } from './escape.ts';
import { count, type Findings, open, sentence } from './report.ts';

/** So many findings are told one by one: a summary of a build has room for a megabyte. */
const MOST = 200;
const SIGN = { error: '❌', warning: '⚠️', information: 'ℹ️' } as const;

/** The summary of a job on GitHub: how each plan stands, and what was found. */
export function* githubSummary(findings: Findings): Generator<string> {
  const problems = open(findings);
  const lines = ['## Integration plans', '', `${sum(problems)} in ${findings.files.length} files, as of ${findings.asOf}.`, ''];
  const { plans } = findings;
  if (plans.length > 0) {
    lines.push(say`| plan | errors | warnings | hints | accepted | in the baseline |`, '|---|--:|--:|--:|--:|--:|');
    const byFile = Map.groupBy(findings.problems, ({ uri }) => uri);
    for (const plan of plans) {
      const own = plan.files.flatMap((uri) => byFile.get(uri) ?? []);
      const here = own.filter((problem) => problem.waived === undefined && problem.known !== true);
      const accepted = own.filter((problem) => problem.waived !== undefined).length;
      const counts = [count(here, 'error'), count(here, 'warning'), count(here, 'information'), accepted, own.length - here.length - accepted];
      lines.push(`| ${markdownText(plan.title || plan.id)} | ${counts.join(' | ')} |`);
    }
    lines.push('');
  }
  if (problems.length > 0) {
    const told = [...problems].sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity)).slice(0, MOST);
    lines.push('<details><summary>Findings</summary>', '', '| | what | where | rule |', '|---|---|---|---|');
    for (const problem of told)
      lines.push(`| ${SIGN[problem.severity]} | ${markdownText(sentence(problem))} | ${place(problem, findings)} | ${markdownText(problem.rule)} |`);
    if (problems.length > MOST) lines.push('', `…and ${problems.length - MOST} more.`);
    lines.push('', '</details>', '');
  }
  yield `${lines.join('\n').trimEnd()}\n`;
}

const ORDER = ['error', 'warning', 'information'];
const place = ({ uri, range }: Told, findings: Findings): string => markdownText(`${findings.shown(uri)}:${range.start.line + 1}`);

function sum(problems: readonly Told[]): string {
  if (problems.length === 0) return say`✅ No problems`;
  const words = { error: 'error', warning: 'warning', information: 'hint' } as const;
  const parts = (['error', 'warning', 'information'] as const).map((severity) => [count(problems, severity), words[severity]] as const);
  return parts
    .filter(([n]) => n > 0)
    .map(([n, word]) => `**${n}** ${word}${n === 1 ? '' : 's'}`)
    .join(', ');
}
