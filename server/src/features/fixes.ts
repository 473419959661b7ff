import { type CodeAction, CodeActionKind, type Range, type WorkspaceEdit } from 'vscode-languageserver';
import type { Day } from '../language/dates.ts';
import { type Diagnosis, preferred } from '../lint.ts';
import type { Workspace } from '../model/workspace.ts';
import { type Fix, inHalfAYear } from '../rules/mend.ts';
import { say } from '../text/say.ts';
import type { Action } from './actions/action.ts';
import { diagnostic } from './diagnostics.ts';
import type { Edits, FileEdit } from './edits.ts';
import { habit } from './habits.ts';
import { workspaceEdit } from './told.ts';

/** The mends that the rules offer for the problems in a range, and a waiver for those that can be accepted. */
export function quickFixes(workspace: Workspace, found: readonly Diagnosis[], range: Range, today: Day): Action[] {
  return foundIn(found, range).flatMap((diagnosis) => [
    ...asWritten(workspace, diagnosis),
    ...(diagnosis.fixes ?? []).flatMap((fix, i) =>
      // A mend of a text that has changed since is none.
      workspace.place(fix.node.chunk, { start: 0, end: 0 }) === undefined
        ? []
        : [action(diagnosis, fix.title, () => fileEdits(workspace, fix), i === 0 && preferred(diagnosis) === fix)],
    ),
    ...waiver(workspace, diagnosis, today),
  ]);
}

/** The line as the language has it, where it is written as people write elsewhere. */
function asWritten(workspace: Workspace, diagnosis: Diagnosis): Action[] {
  const found = habit(workspace, diagnosis);
  return found === undefined ? [] : [action(diagnosis, found.title, () => found.edits, true)];
}

/** The problems that stand in a range and are not accepted. */
export const foundIn = (found: readonly Diagnosis[], range: Range): readonly Diagnosis[] =>
  found.filter((diagnosis) => diagnosis.waived === undefined && meets(diagnosis.range, range));

/** The same with everything worked out. */
export const fixes = (workspace: Workspace, found: readonly Diagnosis[], range: Range, today: Day): CodeAction[] =>
  quickFixes(workspace, found, range, today).flatMap((one) => {
    const edits = one.edits();
    return edits === undefined
      ? []
      : [{ ...codeAction(one), edit: workspaceEdit(workspace, edits, { documentChanges: false, creates: false, annotations: false }) }];
  });

/** An action as the editor lists it, before it is known what it changes. */
export const codeAction = ({ title, kind, mends, preferred: first }: Action): CodeAction => ({
  title,
  kind,
  ...(mends === undefined ? {} : { diagnostics: mends.map((found) => diagnostic(found)) }),
  ...(first === true ? { isPreferred: true } : {}),
});

const action = (diagnosis: Diagnosis, title: string, edits: Action['edits'], preferred: boolean): Action => ({
  title,
  kind: CodeActionKind.QuickFix,
  mends: [diagnosis],
  preferred,
  edits,
});

/** A mend by offsets of files; `undefined` when the text has changed since. */
export function fileEdits(workspace: Workspace, fix: Fix): Edits | undefined {
  const edits: FileEdit[] = [];
  for (const { span, text } of fix.edits) {
    const place = workspace.place(fix.node.chunk, span);
    if (place === undefined) return undefined;
    edits.push({ uri: place.file.uri, span: place.span, text });
  }
  return { edits };
}

/** The same as the protocol tells it. */
export function editOf(workspace: Workspace, fix: Fix): WorkspaceEdit | undefined {
  const edits = fileEdits(workspace, fix);
  return edits && workspaceEdit(workspace, edits, { documentChanges: false, creates: false, annotations: false });
}

/** Accepts the gap for half a year, at the end of the file: who approves and why is for the writer to say. */
function waiver(workspace: Workspace, diagnosis: Diagnosis, today: Day): Action[] {
  const { rule, about, uri } = diagnosis;
  const tree = workspace.files.get(uri)?.tree;
  // A waiver reaches what it names: not the text itself, other waivers, or the second of two that share a name.
  if (about === undefined || tree === undefined || /^(?:structure|waivers)\//.test(rule)) return [];
  if (workspace.scopeOf(uri)?.resolve(about.id)?.declaration !== about) return [];
  const gap = tree.positionAt(tree.length).character === 0 ? '\n' : '\n\n';
  const text = `${gap}waive ${rule} on ${about.id} until ${inHalfAYear(today)}\n  because "TODO: why this is accepted for now"\n`;
  const edits = { edits: [{ uri, span: { start: tree.length, end: tree.length }, text }] };
  return [action(diagnosis, say`Accept this gap until ${inHalfAYear(today)} …`, () => edits, false)];
}

const before = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);
const meets = (a: Range, b: Range): boolean => !before(a.end, b.start) && !before(b.end, a.start);
