import * as vscode from 'vscode';
import { clickInPreview, edit, expect, extension, findPlace, host, type Place, until } from './workspace.ts';

interface Compared {
  readonly title: string;
  readonly summary: string;
  readonly html: string;
}

suite('compare', () => {
  let comparisons: () => readonly (Compared | undefined)[];
  let place: Place;
  let copy: vscode.Uri;
  const shown = (what: string, is: (one: Compared) => boolean) => until(what, () => comparisons().find((one) => one !== undefined && is(one)));

  suiteSetup(async () => {
    comparisons = ((await extension()).exports as unknown as { comparisons: typeof comparisons }).comparisons;
    place = await findPlace(/^ *target (?<id>[\p{L}\p{N}_-]+) "[^"]+" \{\n(?:(?! *\}).*\n)*? *at least (?<figure>\d)\d%/dmu);
    const [root] = vscode.workspace.workspaceFolders!;
    copy = vscode.Uri.joinPath(root!.uri, 'adopted', 'as-adopted.iplan');
    await vscode.workspace.fs.writeFile(copy, new TextEncoder().encode(place.document.getText()));
    await vscode.window.showTextDocument(place.document);
    const start = place.at('figure');
    await edit(place.document, new vscode.Range(start, start.translate(0, 1)), '1');
  });
  suiteTeardown(async () => {
    await vscode.window.showTextDocument(place.document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(copy, '..'), { recursive: true });
  });

  test('says what has become of a plan that was in another file', async () => {
    await vscode.commands.executeCommand('iplan.compareWith', place.document.uri, { file: copy });
    const { summary, html } = await shown('the comparison', ({ html: text }) => text.includes('was eased'));
    expect(/\b1 weakened\b/.test(summary), summary);
    expect(html.includes('as-adopted.iplan') && html.includes('Weakened'), html.slice(0, 400));
  });

  test('follows what is typed', async () => {
    const start = place.at('figure');
    await edit(place.document, new vscode.Range(start, start.translate(0, 1)), place.match.groups!.figure!);
    await shown('no difference any more', ({ summary }) => summary === 'No difference in meaning.');
    await edit(place.document, new vscode.Range(start, start.translate(0, 1)), '1');
    await shown('the difference again', ({ summary }) => summary.includes('weakened'));
  });

  test('leads by a click to the line that says it', async function () {
    if (vscode.env.uiKind !== vscode.UIKind.Web) this.skip();
    const { html } = await shown('the comparison', ({ html: text }) => text.includes('was eased'));
    const words = /<a [^>]*data-line="\d+"[^>]*>([^<&]{6,60})/.exec(html)?.[1] ?? '';
    await vscode.window.showTextDocument(place.document, { selection: new vscode.Range(0, 0, 0, 0), viewColumn: vscode.ViewColumn.One });
    clickInPreview(words.trim());
    const line = place.at('figure').line;
    await until('a click to lead to the target', () => {
      const editor = vscode.window.activeTextEditor;
      return editor !== undefined && Math.abs(editor.selection.active.line - line) < 12 ? editor : undefined;
    });
  });

  test('compares with the last commit on a desktop, and says plainly that the web cannot', async () => {
    await vscode.commands.executeCommand('iplan.compareWith', place.document.uri, { revision: 'HEAD' });
    if (host === 'web') await shown('a sentence', ({ html }) => html.includes('compare with a file'));
    else await shown('the comparison with HEAD', ({ html, summary }) => summary.includes('1 weakened') && html.includes('>HEAD<'));
  });

  test('says above the text of a diff what the change means', async () => {
    await vscode.commands.executeCommand('vscode.diff', copy, place.document.uri, 'Adopted and now');
    const titles = await until('the lenses of the diff', async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', place.document.uri);
      const own = lenses.filter(({ command }) => command?.command === 'iplan.compareWith');
      return own.length > 0 ? own.map(({ range, command }) => [range.start.line, command!.title] as const) : undefined;
    });
    expect(titles[0]?.[0] === 0 && titles[0][1].startsWith('Compared with the left side: 1 weakened'), JSON.stringify(titles));
    expect(
      titles.some(([line, says]) => line === place.at('figure').line && says.startsWith('▼ target')),
      JSON.stringify(titles),
    );
    const setting = vscode.workspace.getConfiguration('diffEditor', { languageId: 'iplan' }).get('codeLens');
    expect(setting === true, `The diff editor of a plan has its lenses ${setting}.`);
    const elsewhere = vscode.workspace.getConfiguration('diffEditor', { languageId: 'plaintext' }).get('codeLens');
    expect(elsewhere === false, 'The diff editors of others were changed.');
  });
});
