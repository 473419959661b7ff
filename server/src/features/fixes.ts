import { type CodeAction, CodeActionKind, type Range, type TextEdit, type WorkspaceEdit } from 'vscode-languageserver';
import type { Day } from '../language/dates.ts';
import type { Diagnosis } from '../lint.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Fix, inHalfAYear } from '../rules/mend.ts';
import { diagnostic } from './diagnostics.ts';
import { locationOf } from './places.ts';

/** The mends that the rules offer for the problems in a range, and a waiver for those that can be accepted. */
export function fixes(workspace: Workspace, found: readonly Diagnosis[], range: Range, today: Day): CodeAction[] {
  return found
    .filter((diagnosis) => diagnosis.waived === undefined && meets(diagnosis.range, range))
    .flatMap((diagnosis) => [
      ...(diagnosis.fixes ?? []).flatMap((fix, i) => {
        const edit = editOf(workspace, fix);
        return edit === undefined ? [] : [action(diagnosis, fix.title, edit, i === 0 && preferred(diagnosis) === fix)];
      }),
      ...waiver(workspace, diagnosis, today),
    ]);
}

/** The mend that one would choose: the first, where it is safe or the only one. */
export function preferred({ fixes = [] }: Diagnosis): Fix | undefined {
  const [first] = fixes;
  return first !== undefined && (first.safe === true || fixes.length === 1) ? first : undefined;
}

const action = (diagnosis: Diagnosis, title: string, edit: WorkspaceEdit, isPreferred: boolean): CodeAction => ({
  title,
  kind: CodeActionKind.QuickFix,
  diagnostics: [diagnostic(diagnosis)],
  edit,
  ...(isPreferred ? { isPreferred } : {}),
});

/** A mend as the editor takes it; `undefined` when the text has changed since. */
export function editOf(workspace: Workspace, fix: Fix): WorkspaceEdit | undefined {
  const changes: Record<string, TextEdit[]> = {};
  for (const { span, text } of fix.edits) {
    const place = locationOf(workspace, fix.node.chunk, span);
    if (place === undefined) return undefined;
    (changes[place.uri] ??= []).push({ range: place.range, newText: text });
  }
  return { changes };
}

/** Accepts the gap for half a year, at the end of the file: who approves and why is for the writer to say. */
function waiver(workspace: Workspace, diagnosis: Diagnosis, today: Day): CodeAction[] {
  const { rule, about, uri } = diagnosis;
  const tree = workspace.files.get(uri)?.tree;
  // A waiver reaches what it names: not the text itself, other waivers, or the second of two that share a name.
  if (about === undefined || tree === undefined || /^(?:structure|waivers)\//.test(rule)) return [];
  if (workspace.scopeOf(uri)?.resolve(about.id)?.declaration !== about) return [];
  const end = tree.positionAt(tree.length);
  const gap = end.character === 0 ? '\n' : '\n\n';
  const newText = `${gap}waive ${rule} on ${about.id} until ${inHalfAYear(today)}\n  because "TODO: why this is accepted for now"\n`;
  return [action(diagnosis, `Accept this gap until ${inHalfAYear(today)} …`, { changes: { [uri]: [{ range: { start: end, end }, newText }] } }, false)];
}

const before = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);
const meets = (a: Range, b: Range): boolean => !before(a.end, b.start) && !before(b.end, a.start);
