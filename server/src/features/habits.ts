import { asMeant } from '../language/habits.ts';
import type { Diagnosis } from '../lint.ts';
import type { Scope } from '../model/scope.ts';
import { type SourceFile, sourceFile, type Workspace } from '../model/workspace.ts';
import { reparse } from '../syntax/parse.ts';
import { say } from '../text/say.ts';
import type { Edits } from './edits.ts';

/** Findings where a line may be written as people write elsewhere, or a title stands where a name belongs; values are mended as they are read. */
const RULES: ReadonlySet<string> = new Set([
  'structure/bad-value',
  'structure/unexpected-text',
  'structure/unknown-statement',
  'structure/text-not-terminated',
  'names/unknown-name',
]);

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
  const text = withName(line, at, scope) ?? (isName || rule === 'structure/bad-value' ? undefined : asMeant(line));
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
