import { type CodeAction, CodeActionKind, type Range } from 'vscode-languageserver';
import type { Diagnosis } from '../lint.ts';
import type { Workspace } from '../model/workspace.ts';
import { diagnostic } from './diagnostics.ts';
import { locationOf } from './places.ts';

/** The mends that the rules offer for the problems in a range. */
export function fixes(workspace: Workspace, found: readonly Diagnosis[], range: Range): CodeAction[] {
  return found.flatMap((diagnosis): CodeAction[] => {
    const { fix } = diagnosis;
    if (fix === undefined || diagnosis.waived !== undefined || !meets(diagnosis.range, range)) return [];
    const edits = fix.edits.map((edit) => ({ place: locationOf(workspace, fix.node.chunk, edit.span), newText: edit.text }));
    const changes: Record<string, { range: Range; newText: string }[]> = {};
    for (const { place, newText } of edits) {
      if (place === undefined) return [];
      (changes[place.uri] ??= []).push({ range: place.range, newText });
    }
    return [{ title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic(diagnosis)], edit: { changes } }];
  });
}

const before = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);
const meets = (a: Range, b: Range): boolean => !before(a.end, b.start) && !before(b.end, a.start);
