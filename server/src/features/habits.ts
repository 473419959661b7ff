import type { Diagnosis } from '../lint.ts';
import type { Scope } from '../model/scope.ts';
import { type SourceFile, sourceFile, type Workspace } from '../model/workspace.ts';
import { reparse } from '../syntax/parse.ts';
import { say } from '../text/say.ts';
import type { Edits } from './edits.ts';

// What people write in letters and spreadsheets, as the language has it: quotation marks of Word, 31.12.2027, 61,5 %, 690 000 EUR,
// €690000, 2025–2028, Q4 2027, and titles where a name belongs.

const RULES: ReadonlySet<string> = new Set([
  'structure/bad-value',
  'structure/unexpected-text',
  'structure/unknown-statement',
  'structure/text-not-terminated',
  'names/unknown-name',
]);

const QUOTED = /[“”„‟«»]([^“”„‟«»"]*)[“”‟«»]/g;
const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', '£': 'GBP', $: 'USD' };
/** Numbers as they are grouped by spaces, narrow ones among them. */
const GROUPED = /(?<![\w.,-])\d{1,3}(?:[ \u00A0\u202F]\d{3})+(?!\d)/g;
const DOTTED = /(?<![\w.,-])\d{1,3}(?:\.\d{3})+(?=,\d|\s+[A-Z]{3}\b)/g;

/** Day first, unless only the other way round it is a date. */
function isoDate(all: string, first: string, second: string, year: string): string {
  const [day, month] = Number(second) > 12 ? [second, first] : [first, second];
  return Number(month) > 12 || Number(day) > 31 ? all : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** A stretch of a line that is no text in quotes. */
const outsideTexts = (part: string): string =>
  part
    .replace(/(?<![\w.,/-])(\d{1,2})[./](\d{1,2})[./](\d{4})(?![\w/-])/g, isoDate)
    .replace(/\bQ([1-4])[ /-](\d{4})\b/g, '$2-Q$1')
    .replace(/\b(\d{4})\s?[–—-]\s?(\d{4})\b/g, '$1 to $2')
    .replace(GROUPED, (number) => number.replace(/\D/g, ''))
    .replace(DOTTED, (number) => number.replaceAll('.', ''))
    .replace(/(?<![\w.-])(\d+),(\d+)(?=\s*%|\s|$)/g, '$1.$2')
    .replace(/([€£$])\s?(\d[\d.]*)/g, (_, sign: string, number: string) => `${number} ${SIGNS[sign]}`)
    .replace(/(\d)\s?([€£$])/g, (_, digit: string, sign: string) => `${digit} ${SIGNS[sign]}`)
    .replace(/(\d)\s+%/g, '$1%');

/** A line as it was probably meant. */
export const asMeant = (line: string): string =>
  line
    .replace(QUOTED, (_, text: string) => `"${text.trim()}"`)
    .split(/("(?:\\.|[^"\\])*"|#.*)/)
    .map((part, i) => (i % 2 === 0 ? outsideTexts(part) : part))
    .join('');

/** The id of what a plan sees under a title, however it is capitalised. */
function namedByTitle(title: string, scope: Scope): string | undefined {
  const wanted = title.toLowerCase();
  for (const from of [scope, ...scope.ancestors])
    for (const one of from.declarations) if (one.id !== '' && one.title.toLowerCase() === wanted && scope.resolve(one.id)?.declaration === one) return one.id;
  return undefined;
}

/** `responsible "Refugee office"` and `responsible Refugee Office` mean somebody who has a name. */
function withName(line: string, from: number, scope: Scope): string | undefined {
  const written = /^"([^"]+)"|^[^,;{}"#]+/.exec(line.slice(from));
  const id = written === null ? undefined : namedByTitle((written[1] ?? written[0]).trim(), scope);
  return written === null || id === undefined ? undefined : line.slice(0, from) + id + line.slice(from + written[0].trimEnd().length);
}

const problemsIn = (file: SourceFile): number => file.readings.reduce((sum, reading) => sum + reading.problems.length, 0);

/** The line of a finding as the language has it, where that leaves fewer mistakes in the writing; nothing where it is no such habit. */
export function habit(workspace: Workspace, { rule, uri, range }: Diagnosis): { readonly title: string; readonly edits: Edits } | undefined {
  const [file, scope] = [workspace.files.get(uri), workspace.scopeOf(uri)];
  if (file === undefined || scope === undefined || !RULES.has(rule)) return undefined;
  const start = file.tree.offsetAt({ line: range.start.line, character: 0 });
  const end = file.tree.offsetAt({ line: range.start.line, character: Number.MAX_SAFE_INTEGER });
  const line = file.tree.text.slice(start, end);
  const at = range.start.character;
  const isName = rule === 'names/unknown-name';
  const text = withName(line, at, scope) ?? (isName ? undefined : asMeant(line));
  if (text === undefined || text === line) return undefined;
  const after = sourceFile(uri, reparse(file.tree, { span: { start, end }, text }));
  const [was, is] = [problemsIn(file), problemsIn(after)];
  if (is > was || (is === was && !isName)) return undefined;
  // Only what differs is replaced, so that the caret stays where it is.
  let same = 0;
  while (line[same] === text[same]) same++;
  let tail = 0;
  while (tail < Math.min(line.length, text.length) - same && line.at(-1 - tail) === text.at(-1 - tail)) tail++;
  const edit = { uri, span: { start: start + same, end: end - tail }, text: text.slice(same, text.length - tail) };
  return { title: say`Write it as ${text.trim().replace(/\s*\{$/, '')}`, edits: { edits: [edit] } };
}
