import type { ChangeAnnotation, TextDocumentEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import type { Workspace } from '../model/workspace.ts';
import { type Edits, rangeIn } from './edits.ts';

/** What the editor understands of edits of several files. */
export interface EditAbilities {
  readonly documentChanges: boolean;
  readonly creates: boolean;
  readonly annotations: boolean;
}

/** The addresses and versions of documents as the editor knows them. */
export interface Documents {
  spelled(uri: string): string;
  versionOf(uri: string): number | undefined;
}
const AS_WRITTEN: Documents = { spelled: (uri) => uri, versionOf: () => undefined };

/** Edits in the form that an editor takes. */
export function workspaceEdit(workspace: Workspace, edits: Edits, abilities: EditAbilities, documents: Documents = AS_WRITTEN): WorkspaceEdit {
  const files = Map.groupBy(edits.edits, (edit) => edit.uri);
  if (!abilities.documentChanges) {
    const changes: Record<string, TextEdit[]> = {};
    for (const [uri, own] of files) changes[documents.spelled(uri)] = own.map((edit) => ({ range: rangeIn(workspace, edit), newText: edit.text }));
    return { changes };
  }
  const annotations: Record<string, ChangeAnnotation> = {};
  const documentChanges: NonNullable<WorkspaceEdit['documentChanges']> = (edits.creates ?? []).map((uri) => ({
    kind: 'create',
    uri,
    options: { overwrite: false },
  }));
  for (const [uri, own] of files) {
    const change: TextDocumentEdit = { textDocument: { uri: documents.spelled(uri), version: documents.versionOf(uri) ?? null }, edits: [] };
    for (const edit of own) {
      const written = { range: rangeIn(workspace, edit), newText: edit.text };
      if (edit.caution === undefined || !abilities.annotations) change.edits.push(written);
      else {
        const { label, says } = edit.caution;
        annotations[label] = { label, description: says, needsConfirmation: true };
        change.edits.push({ ...written, annotationId: label });
      }
    }
    documentChanges.push(change);
  }
  return { documentChanges, ...(Object.keys(annotations).length === 0 ? {} : { changeAnnotations: annotations }) };
}
