import { LSPPlugin } from '@codemirror/lsp-client';
import type { EditorView } from '@codemirror/view';
import type { CodeAction, Diagnostic, Range, WorkspaceEdit } from 'vscode-languageserver-protocol';
import { say } from '../../server/src/text/say.ts';
import { showDialog } from './dialog.ts';
import { button, make, tell } from './dom.ts';
import { offsetOf } from './findings.ts';

/**
 * What the server can do by itself at the cursor: its mends first, then what changes the shape of a plan. Where nothing is found in the
 * line of the cursor, the cursor goes to what is found nearest.
 */
export async function offerMends(view: EditorView, found: readonly Diagnostic[]): Promise<void> {
  const plugin = LSPPlugin.get(view);
  if (plugin === null) return;
  plugin.client.sync();
  const { doc, selection } = view.state;
  const line = doc.lineAt(selection.main.head).number - 1;
  const far = ({ range }: Diagnostic): number => Math.abs(range.start.line - line);
  const [nearest] = [...found].sort((a, b) => far(a) - far(b));
  const isSelected = !selection.main.empty;
  if (nearest !== undefined && !isSelected) view.dispatch({ selection: { anchor: offsetOf(doc, nearest.range.start) }, scrollIntoView: true });
  const { from, to } = view.state.selection.main;
  const range = { start: plugin.toPosition(from), end: plugin.toPosition(to) };
  const diagnostics = found.filter((one) => touches(one.range, range));
  const params = { textDocument: { uri: plugin.uri }, range, context: { diagnostics } };
  const actions = (await plugin.client.request<object, CodeAction[] | null>('textDocument/codeAction', params)) ?? [];
  const usable = actions.filter(({ edit, disabled }) => edit !== undefined && disabled === undefined);
  if (usable.length === 0) return tell(say`Nothing can be mended by itself here. Choose another finding below the text, and ask again.`);
  const [mends, others] = [usable.filter(isMend), usable.filter((one) => !isMend(one))];
  const { close, closed } = showDialog(say`What can be done here`, ...list(mends, say`Mend what is found`), ...list(others, say`Change how it is written`));
  await closed;
  view.focus();

  function list(some: readonly CodeAction[], title: string): Node[] {
    const rows = some.map((action) =>
      make(
        'li',
        {},
        button(action.title, () => choose(action), { className: 'choice' }),
      ),
    );
    return rows.length === 0 ? [] : [make('h3', {}, title), make('ul', { className: 'plain' }, ...rows)];
  }
  function choose(action: CodeAction): void {
    close();
    if (action.edit !== undefined && plugin !== null) apply(plugin, action.edit);
    tell(say`Done: ${action.title}. Undo takes it back.`);
  }
}

const isMend = ({ kind }: CodeAction): boolean => kind?.startsWith('quickfix') === true;

const touches = (one: Range, other: Range): boolean => !isBefore(one.end, other.start) && !isBefore(other.end, one.start);
const isBefore = (one: Range['start'], other: Range['start']): boolean => one.line < other.line || (one.line === other.line && one.character < other.character);

/** Changes the files that an edit names, shown or not. */
function apply({ client: { workspace } }: LSPPlugin, { changes = {} }: WorkspaceEdit): void {
  for (const [uri, edits] of Object.entries(changes)) {
    const file = workspace.getFile(uri);
    if (file === null) continue;
    const changed = edits.map(({ range, newText }) => ({ from: offsetOf(file.doc, range.start), to: offsetOf(file.doc, range.end), insert: newText }));
    workspace.updateFile(uri, { changes: changed, userEvent: 'input.mend', scrollIntoView: true });
  }
}
