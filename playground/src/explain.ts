import { LSPPlugin } from '@codemirror/lsp-client';
import type { EditorView } from '@codemirror/view';
import type { Hover, MarkupContent } from 'vscode-languageserver-protocol';
import * as messages from '../../client/src/messages.ts';
import { say } from '../../server/src/text/say.ts';
import { showDialog } from './dialog.ts';
import { make, tell } from './dom.ts';

/** What hovering shows, for whoever has no mouse: the word at the cursor, in front of the page. */
export async function explain(view: EditorView): Promise<void> {
  const plugin = LSPPlugin.get(view);
  if (plugin === null) return;
  plugin.client.sync();
  const params = { textDocument: { uri: plugin.uri }, position: plugin.toPosition(view.state.selection.main.head) };
  const hover = await plugin.client.request<object, Hover | null>('textDocument/hover', params);
  if (hover === null) return tell(say`There is nothing to say about what stands at the cursor. Move it into a word that begins a line, or into a name.`);
  await showDialog(say`What stands here`, written(plugin.docToHTML(hover.contents as MarkupContent))).closed;
  view.focus();
}

/** The page of a rule: what it reports, why, and the research that it rests on. */
export async function explainRule(view: EditorView, rule: string): Promise<void> {
  const plugin = LSPPlugin.get(view);
  const page = await plugin?.client.request<messages.RulePageParams, messages.RulePageResult>(messages.rulePage, { rule });
  if (!plugin || !page) return tell(say`"${rule}" is a mistake in writing; no page tells more of it.`);
  // The title of the dialog is that of the page.
  const text = page.replace(/^# .*\n+/, '');
  await showDialog(rule, written(plugin.docToHTML({ kind: 'markdown', value: text }))).closed;
}

/** HTML that has been through `harmless`. */
function written(html: string): HTMLElement {
  const element = make('div', { className: 'written' });
  element.innerHTML = html;
  return element;
}
