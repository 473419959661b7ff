import * as vscode from 'vscode';
import { clickInPreview, edit, expect, extension, findPlace, until } from './workspace.ts';

interface Shown {
  readonly title: string;
  readonly view: string;
  readonly html: string;
  readonly files: readonly string[];
}

suite('preview', () => {
  let previews: () => readonly (Shown | undefined)[];
  const shown = () => until('the preview to show something', () => previews().find((one) => one !== undefined));
  const tabs = () =>
    vscode.window.tabGroups.all
      .flatMap(({ tabs: all }) => all)
      .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith('iplan.preview'));

  suiteSetup(async () => {
    previews = ((await extension()).exports as unknown as { previews: typeof previews }).previews;
  });
  suiteTeardown(async () => {
    await vscode.window.tabGroups.close(tabs());
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  test('shows the plan of the file that is open, beside it', async () => {
    const { document, match } = await findPlace(/^plan [\p{L}\p{N}_-]+ "(?<title>[^"]+)"/dmu);
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('iplan.openPreviewToSide');
    const { title, view, html } = await shown();
    expect(title === match.groups!.title, `The preview is of "${title}".`);
    expect(view === 'overview' && html.includes('view-overview'), 'The preview does not begin with the overview.');
    await until('its tab to have the title of the plan', () => tabs().find(({ label }) => label.includes(title)));
  });

  test('follows what is typed and not saved, within a moment', async () => {
    const { document, at } = await findPlace(/^plan [\p{L}\p{N}_-]+ "(?<title>[^"]+)"/dmu);
    const start = at('title');
    await edit(document, new vscode.Range(start, start), 'Typed now: ');
    const typed = Date.now();
    await until('the preview to follow', () => previews().some((one) => one?.title.startsWith('Typed now: ')) || undefined);
    const took = Date.now() - typed;
    expect(took < 2000, `The preview followed after ${took} ms.`);
    expect(document.isDirty, 'The document was saved.');
  });

  test('is opened once for a plan', async () => {
    await vscode.commands.executeCommand('iplan.openPreviewToSide');
    await vscode.commands.executeCommand('iplan.openPreview');
    expect(tabs().length === 1, `There are ${tabs().length} previews.`);
  });

  test('leads by a click to the line that says it', async function () {
    if (vscode.env.uiKind !== vscode.UIKind.Web) this.skip();
    const { html } = await shown();
    const words = /<a [^>]*data-line="\d+"[^>]*>([^<&]{6,60})/.exec(html)?.[1];
    expect(words, 'The overview leads nowhere.');
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    const before = vscode.window.activeTextEditor?.selection.active.line;
    clickInPreview(words);
    await until(`a click on "${words}" to lead to its line`, () => {
      const editor = vscode.window.activeTextEditor;
      return editor !== undefined && editor.document.languageId === 'iplan' && editor.selection.active.line !== before ? editor : undefined;
    });
  });
});
