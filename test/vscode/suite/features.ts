import * as vscode from 'vscode';
import { expect, extension, findPlace, until } from './workspace.ts';

const id = '[\\p{L}][\\p{L}\\p{N}_-]*';

suite('features', () => {
  suiteSetup(async () => {
    const { document } = await findPlace(/^plan\s/dm);
    await vscode.window.showTextDocument(document);
    await extension();
  });

  test('after "accountable" the actors are offered', async () => {
    const { document, match, at } = await findPlace(new RegExp(`^\\s+accountable (?<actor>${id})\\s*$`, 'dmu'));
    await vscode.window.showTextDocument(document);
    const actor = match.groups!.actor!;
    await until(`"${actor}" among what is offered`, async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>('vscode.executeCompletionItemProvider', document.uri, at('actor'));
      const labels = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return labels.includes(actor) ? labels : undefined;
    });
  });

  test('over a declaration its title is shown', async () => {
    const pattern = new RegExp(`^(?:actor|sector) (?<id>${id}) "(?<title>[^"]+)"`, 'dmu');
    const { document, match, at } = await findPlace(pattern);
    await vscode.window.showTextDocument(document);
    const title = match.groups!.title!;
    await until(`"${title}" in the hover`, async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, at('id'));
      const contents = hovers.flatMap((hover) => hover.contents);
      const texts = contents.map((content) => (typeof content === 'string' ? content : content.value));
      for (const content of contents) {
        if (typeof content === 'object' && 'isTrusted' in content) {
          expect(!content.isTrusted && !content.supportHtml, 'A hover is trusted with commands or HTML.');
        }
      }
      return texts.some((text) => text.includes(title)) ? texts : undefined;
    });
  });

  test('from "fulfils" one gets to the mandate in the plan above', async () => {
    const pattern = new RegExp(`^\\s+fulfils (?:${id})\\.(?<mandate>${id})`, 'dmu');
    const { document, match, at } = await findPlace(pattern);
    await vscode.window.showTextDocument(document);
    const mandate = match.groups!.mandate!;
    const target = await until(`the mandate "${mandate}"`, async () => {
      const [first] = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
        'vscode.executeDefinitionProvider',
        document.uri,
        at('mandate'),
      );
      if (!first) return undefined;
      return 'targetUri' in first ? { uri: first.targetUri, range: first.targetSelectionRange ?? first.targetRange } : first;
    });
    expect(target.uri.toString() !== document.uri.toString(), 'The definition is in the plan itself.');
    const above = await vscode.workspace.openTextDocument(target.uri);
    const line = above.lineAt(target.range.start.line).text;
    expect(line.includes(mandate), `The definition is at "${line}".`);
  });
});
