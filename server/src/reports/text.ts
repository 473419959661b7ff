import { styleText } from 'node:util';
import { counted } from '../language/nouns.ts';
import type { Severity } from '../rules/rule.ts';
import type { Told } from '../sight/verdict.ts';
import { say } from '../text/say.ts';
import { terminal } from './escape.ts';
import { count, type Findings, linesOf, open } from './report.ts';

const COLOURS = { error: 'red', warning: 'yellow', information: 'cyan' } as const satisfies Record<Severity, string>;
const MARKS = { error: '✖', warning: '▲', information: 'ℹ' } as const satisfies Record<Severity, string>;
/** The longest piece of a line that is shown. */
const WIDTH = 110;

type Paint = (style: 'red' | 'yellow' | 'cyan' | 'bold' | 'dim' | 'green', text: string) => string;

/** For people at a terminal: each problem with its line, the marks under it, what to do, and the related places; a summary at the end. */
export function* text(findings: Findings, colour: boolean): Generator<string> {
  const paint: Paint = colour ? (style, t) => styleText(style, t, { validateStream: false }) : (_, t) => t;
  const lineOf = linesOf(findings);
  let file = '';
  for (const problem of open(findings)) {
    if (problem.uri !== file) {
      file = problem.uri;
      yield `${paint('bold', terminal(findings.shown(file)))}\n\n`;
    }
    yield `${shown(problem, lineOf(problem.uri, problem.range.start.line), findings, paint).join('\n')}\n\n`;
  }
  const accepted = findings.problems.filter((problem) => problem.waived !== undefined);
  if (accepted.length > 0) yield `${paint('bold', say`Accepted gaps`)}\n\n`;
  for (const problem of accepted) yield `${gap(problem, findings, paint).join('\n')}\n`;
  if (accepted.length > 0) yield '\n';
  yield `${summary(findings, paint)}\n`;
}

function shown(problem: Told, source: string, findings: Findings, paint: Paint): string[] {
  const colour = COLOURS[problem.severity];
  const { start, end } = problem.range;
  const number = String(start.line + 1);
  const { piece, from, length } = excerpt(source, start.character, end.line === start.line ? end.character : source.length);
  const gutter = ' '.repeat(number.length + 3);
  const out = [
    `  ${paint(colour, `${MARKS[problem.severity]} ${terminal(problem.message)}`)} ${paint('dim', problem.rule)}`,
    `${paint('dim', `  ${number} │`)} ${piece}`,
    `${gutter}${paint('dim', '│')} ${' '.repeat(from)}${paint(colour, '^'.repeat(length))}`,
  ];
  if (problem.instead !== undefined) out.push(`${gutter}${paint('dim', '│')} ${terminal(problem.instead)}`);
  for (const place of problem.related.slice(0, 5))
    out.push(`${gutter}${paint('dim', `└ ${terminal(place.message)} (${terminal(findings.shown(place.uri))}:${place.range.start.line + 1})`)}`);
  if (problem.related.length > 5) out.push(`${gutter}${paint('dim', `└ ${say`and ${problem.related.length - 5} more`}`)}`);
  return out;
}

/** What somebody has accepted, until when: it is not counted, but nobody should forget it. */
function gap({ message, rule, uri, range, waived }: Told, findings: Findings, paint: Paint): string[] {
  const until = waived?.until === undefined ? say`without an end` : say`until ${terminal(waived.until)}`;
  const by = waived?.by === undefined ? '' : say`, approved by ${terminal(waived.by)}`;
  const because = waived?.because === undefined ? '' : `: ${terminal(waived.because)}`;
  const place = `${terminal(findings.shown(uri))}:${range.start.line + 1}`;
  return [`  ○ ${terminal(message)} ${paint('dim', rule)}`, paint('dim', `    ${say`${place}, accepted ${until}`}${by}${because}`)];
}

/** The part of a line around the marks, with everything that a terminal would obey shown instead; columns are counted after that. */
function excerpt(source: string, start: number, end: number): { piece: string; from: number; length: number } {
  const indent = source.length - source.trimStart().length;
  const first = Math.min(start > WIDTH - 20 ? Math.max(indent, start - 30) : indent, start);
  const before = `${first > indent ? '…' : ''}${terminal(source.slice(first, start))}`;
  const marked = terminal(source.slice(start, Math.min(end, first + WIDTH)));
  const after = terminal(source.slice(Math.min(end, first + WIDTH), first + WIDTH));
  // A command of a build server may have been cut by the marks, and then it is put together again here.
  const piece = terminal(`${before}${marked}${after}`);
  return { piece: `${piece}${source.length > first + WIDTH ? '…' : ''}`, from: before.length, length: Math.max(1, marked.length) };
}

function summary(findings: Findings, paint: Paint): string {
  const problems = open(findings);
  const [files, plans] = [counted(findings.files.length, 'file'), counted(findings.plans.length, 'plan')];
  const accepted = findings.problems.filter((problem) => problem.waived !== undefined).length;
  const known = findings.problems.length - problems.length - accepted;
  const waived = `${accepted === 0 ? '' : `, ${counted(accepted, 'accepted gap')}`}${known === 0 ? '' : say`, ${known} known from the baseline`}`;
  if (problems.length === 0) return say`${paint('green', '✔')} No problems in ${files} of ${plans}${waived}.`;
  const parts = (['error', 'warning', 'information'] as const).map((severity) => [severity, count(problems, severity)] as const).filter(([, n]) => n > 0);
  const found = paint('bold', parts.map(([severity, n]) => counted(n, severity === 'information' ? 'hint' : severity)).join(', '));
  return say`${found} in ${files} of ${plans}${waived}, as of ${findings.asOf}.`;
}
