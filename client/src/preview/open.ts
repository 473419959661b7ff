// What every panel of ours does in the same way: its page, and the way from the page to a line.
import { Position, Range, Selection, TextEditorRevealType, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { newNonce, shell } from './shell.ts';

/** Gives a panel the one page that all of them have. */
export function fill({ webview }: WebviewPanel, extension: Uri): void {
  const dist = Uri.joinPath(extension, 'dist');
  webview.options = { enableScripts: true, enableCommandUris: false, localResourceRoots: [dist] };
  const address = (file: string) => webview.asWebviewUri(Uri.joinPath(dist, file)).toString();
  webview.html = shell(webview.cspSource, address, newNonce());
}

/** Shows a line, counted from 0, beside the panel that led to it; says first by what the place is known. */
export async function openAt(uri: Uri, line: number, column: ViewColumn | undefined, say: (place: string) => void = () => {}): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  const at = new Position(Math.min(line, document.lineCount - 1), 0);
  const start = new Position(at.line, document.lineAt(at.line).firstNonWhitespaceCharacterIndex);
  say(`${uri} ${at.line}`);
  const beside = window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  const other = window.visibleTextEditors.find((editor) => editor.viewColumn !== column);
  const viewColumn = beside?.viewColumn ?? other?.viewColumn ?? (column === ViewColumn.One ? ViewColumn.Beside : ViewColumn.One);
  const editor = await window.showTextDocument(document, { viewColumn, selection: new Selection(start, start) });
  editor.revealRange(new Range(start, start), TextEditorRevealType.InCenterIfOutsideViewport);
}
