import * as vscode from 'vscode';
import { edit, expect, findPlace } from './workspace.ts';

suite('export', () => {
  // In a browser the editor saves by itself after a second, unless it is told not to.
  const saving = (how: 'off' | undefined) => vscode.workspace.getConfiguration('files').update('autoSave', how, vscode.ConfigurationTarget.Workspace);
  suiteSetup(() => saving('off'));
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await saving(undefined);
  });

  test('writes what is typed and not saved, as a page and as tables', async () => {
    const { document, at } = await findPlace(/^plan [\p{L}\p{N}_-]+ "(?<title>[^"]+)"/dmu);
    await vscode.window.showTextDocument(document);
    const start = at('title');
    await edit(document, new vscode.Range(start, start), 'Typed for export: ');
    const beside = (name: string) => vscode.Uri.joinPath(document.uri, '..', name);
    for (const [format, file, begins] of [
      ['html', beside('exported.html'), '<!DOCTYPE html>'],
      ['csv', beside('exported.zip'), 'PK'],
    ] as const) {
      await vscode.commands.executeCommand('iplan.export', document.uri, format, file);
      const text = new TextDecoder('latin1').decode(await vscode.workspace.fs.readFile(file));
      expect(text.startsWith(begins), `The ${format} begins with ${text.slice(0, 20)}.`);
      if (format === 'html') expect(text.includes('Typed for export: '), 'The page does not say what was typed.');
      await vscode.workspace.fs.delete(file);
    }
    const saved = new TextDecoder().decode(await vscode.workspace.fs.readFile(document.uri));
    expect(!saved.includes('Typed for export: '), 'What was typed was saved.');
  });
});
