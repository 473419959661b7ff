// Every feature of docs/lsp.md that VS Code has a command for, asked as VS Code asks it; what has none is looked at by the screen suite.
import * as vscode from 'vscode';
import { edit, expect, extension, problems, until } from './workspace.ts';

const TEXT = `plan probe "Probe" {
  level local
  period 2025 to 2028
}

actor office "Office of work" { type department }
group women "Women" { kind newcomers }

sector work "Work" {
  field work
  lead office
  measure cafe "Job café" {
    serves jobs
    lead office
    period 2025 to 2027
  }
  target jobs "More in work" { measured by in-work; at least 60% by 2028 }
  indicator in-work "In work" {
    about "See https://example.org/register."
    unit percent
    baseline 40% on 2023
    data "in-work.csv"
  }
}
`;
const ROWS = 'indicator,date,value,group\nin-work,2024,41%,women\nin-wrok,2024,43%,\n';

suite('the protocol, as VS Code speaks it', () => {
  let folder: vscode.Uri;
  let plan: vscode.TextDocument;
  let table: vscode.TextDocument;
  const ask = <T>(command: string, ...more: unknown[]) => vscode.commands.executeCommand<T>(`vscode.${command}`, ...more);
  const at = (words: string, document = plan) => document.positionAt(document.getText().indexOf(words) + 1);
  const all = () => new vscode.Range(0, 0, plan.lineCount, 0);
  /** Asks until there is an answer with something in it. */
  const some = <T extends { length: number }>(what: string, command: string, ...more: unknown[]) =>
    until(what, async () => {
      const answer = await ask<T | undefined>(command, ...more);
      return answer && answer.length > 0 ? answer : undefined;
    });
  const labels = (list: vscode.CompletionList) => list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));

  suiteSetup(async () => {
    await extension();
    folder = vscode.Uri.joinPath(vscode.workspace.workspaceFolders![0]!.uri, 'probe');
    const write = async (name: string, text: string) => {
      const uri = vscode.Uri.joinPath(folder, name);
      await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
      return uri;
    };
    const uris = [await write('in-work.csv', ROWS), await write('plan.iplan', TEXT)];
    [table, plan] = (await Promise.all(uris.map((uri) => vscode.workspace.openTextDocument(uri)))) as [vscode.TextDocument, vscode.TextDocument];
    await vscode.window.showTextDocument(plan);
  });
  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  test('code actions, with their edits when one is chosen', async () => {
    const actions = await some<vscode.CodeAction[]>('code actions', 'executeCodeActionProvider', plan.uri, all(), undefined, 50);
    expect(
      actions.some(({ edit: changes }) => changes !== undefined && changes.size > 0),
      'No action changes anything.',
    );
    const sources = await ask<vscode.CodeAction[]>('executeCodeActionProvider', plan.uri, all(), 'source.fixAll');
    expect(Array.isArray(sources), 'Source actions fail.');
  });

  test('signature help', async () => {
    const help = await until('signatures', async () => ask<vscode.SignatureHelp | undefined>('executeSignatureHelpProvider', plan.uri, at('40% on'), ' '));
    expect(help.signatures[0]?.label.startsWith('baseline '), `The signature is "${help.signatures[0]?.label}".`);
  });

  test('references, highlights, symbols and links', async () => {
    const uses = await some<vscode.Location[]>('references', 'executeReferenceProvider', plan.uri, at('office "'));
    expect(uses.length === 3, `"office" is in ${uses.length} places.`);
    const marked = await some<vscode.DocumentHighlight[]>('highlights', 'executeDocumentHighlights', plan.uri, at('office "'));
    expect(marked.length === 3, `"office" is marked in ${marked.length} places.`);
    const symbols = await some<vscode.DocumentSymbol[]>('symbols', 'executeDocumentSymbolProvider', plan.uri);
    expect(symbols.find(({ name }) => name === 'Work')?.children.length === 3, 'The sector has not its three parts.');
    await some<vscode.SymbolInformation[]>('symbols of the workspace', 'executeWorkspaceSymbolProvider', 'Job café');
    const links = await some<vscode.DocumentLink[]>('links', 'executeLinkProvider', plan.uri);
    const targets = links.map(({ target }) => String(target));
    expect(targets.some((one) => one.startsWith('https://example.org/register')) && targets.includes(String(table.uri)), String(targets));
  });

  test('who answers to whom, and the levels of plans', async () => {
    const [measure] = await some<vscode.CallHierarchyItem[]>('a call hierarchy', 'prepareCallHierarchy', plan.uri, at('cafe "'));
    const below = await ask<vscode.CallHierarchyOutgoingCall[]>('provideOutgoingCalls', measure);
    expect(
      below.some(({ to }) => to.name.includes('More in work')),
      'The measure leads to no target.',
    );
    const above = await ask<vscode.CallHierarchyIncomingCall[]>('provideIncomingCalls', measure);
    expect(
      above.some(({ from }) => from.name.includes('Office of work')),
      'Nobody answers for the measure.',
    );
    const [level] = await some<vscode.TypeHierarchyItem[]>('a type hierarchy', 'prepareTypeHierarchy', plan.uri, at('probe "'));
    for (const way of ['provideSupertypes', 'provideSubtypes']) expect(Array.isArray(await ask(way, level)), `${way} fails.`);
  });

  test('renaming, in the plan and in its data', async () => {
    const { placeholder } = await ask<{ placeholder: string }>('prepareRename', plan.uri, at('in-work "'));
    expect(placeholder === 'in-work', `It is called "${placeholder}".`);
    const changes = await ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', plan.uri, at('in-work "'), 'employed');
    const count = (uri: vscode.Uri) => changes.get(uri).length;
    expect(count(plan.uri) === 2 && count(table.uri) === 1, `${count(plan.uri)} changes of the plan, ${count(table.uri)} of its data.`);
    const group = await ask<vscode.WorkspaceEdit>('executeDocumentRenameProvider', table.uri, at('women', table), 'all-women');
    expect(group.get(plan.uri).length === 1 && group.get(table.uri).length === 1, 'A group is not renamed from its cell.');
    const refused = await ask('executeDocumentRenameProvider', plan.uri, at('in-work "'), 'jobs').then(
      () => 'nothing',
      (error: unknown) => String(error),
    );
    expect(refused.includes('is taken'), `A name that is taken is refused with ${refused}.`);
  });

  test('formatting: the whole, a part, and what was just typed', async () => {
    const options = { tabSize: 2, insertSpaces: true };
    const start = plan.positionAt(plan.getText().indexOf('  level local'));
    await edit(plan, new vscode.Range(start, start), '      ');
    const range = new vscode.Range(start, start.translate(1));
    for (const [command, ...more] of [['executeFormatDocumentProvider'], ['executeFormatRangeProvider', range]] as const) {
      const edits = await some<vscode.TextEdit[]>(command, command, plan.uri, ...more, options);
      expect(edits.length === 1, `${command} gives ${edits.length} edits.`);
    }
    await some<vscode.TextEdit[]>('edits while typing', 'executeFormatOnTypeProvider', plan.uri, start.translate(1), '\n', options);
    await edit(plan, new vscode.Range(start, start.translate(0, 6)), '');
  });

  test('folding, selections, colours, hints and sentences', async () => {
    const folds = await some<vscode.FoldingRange[]>('folds', 'executeFoldingRangeProvider', plan.uri);
    expect(folds.length >= 4, `There are ${folds.length} folds.`);
    const [selection] = await some<vscode.SelectionRange[]>('selections', 'executeSelectionRangeProvider', plan.uri, [at('60%')]);
    expect(selection?.parent?.parent !== undefined, 'A selection does not grow.');
    const whole = await until('colours', async () => ask<vscode.SemanticTokens | undefined>('provideDocumentSemanticTokens', plan.uri));
    const part = await ask<vscode.SemanticTokens>('provideDocumentRangeSemanticTokens', plan.uri, new vscode.Range(0, 0, 3, 0));
    expect(whole.data.length > part.data.length && part.data.length > 0, 'A part has as many colours as the whole.');
    const hints = await some<vscode.InlayHint[]>('hints', 'executeInlayHintProvider', plan.uri, all());
    expect(JSON.stringify(hints.map(({ label }) => label)).includes('baseline'), 'No hint counts baselines.');
    const lenses = await some<vscode.CodeLens[]>('sentences', 'executeCodeLensProvider', plan.uri, 50);
    expect(
      lenses.some(({ command }) => command?.title.includes('1 measure')),
      'No sentence says what covers the sector.',
    );
  });

  test('data files are told of at their cells, and completed', async () => {
    await vscode.window.showTextDocument(table);
    const [found] = await until('a problem of the table', () => {
      const list = problems(table, /^monitoring\/data-file$/);
      return list.length > 0 ? list : undefined;
    });
    expect(found && table.getText(found.range) === 'in-wrok', `The problem is at "${found && table.getText(found.range)}".`);
    await until('the indicator among what is offered', async () => {
      const list = await ask<vscode.CompletionList>('executeCompletionItemProvider', table.uri, new vscode.Position(2, 2));
      return labels(list).includes('in-work') || undefined;
    });
    const formatters = await ask<vscode.TextEdit[] | undefined>('executeFormatDocumentProvider', table.uri, { tabSize: 2, insertSpaces: true });
    expect(formatters === undefined || formatters.length === 0, 'Tables are formatted.');
    await vscode.window.showTextDocument(plan);
  });

  test('a file that moves takes along what leads to it', async () => {
    const to = vscode.Uri.joinPath(folder, 'data/in-work.csv');
    const move = new vscode.WorkspaceEdit();
    move.renameFile(table.uri, to);
    expect(await vscode.workspace.applyEdit(move), 'The file could not be moved.');
    await until('the path of the data to follow', () => plan.getText().includes('data "data/in-work.csv"') || undefined);
  });

  test('plans that lie on no disk are read, and judged only in the folders of the workspace', async () => {
    const text = new TextEncoder().encode('plan far "Far away" { level local }\nsector work "Work" { lead nobody-at-all }\n');
    const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
    const refuse = () => {
      throw vscode.FileSystemError.NoPermissions();
    };
    const files: vscode.FileSystemProvider = {
      onDidChangeFile: changed.event,
      watch: () => changed,
      stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: text.length }),
      readDirectory: () => [],
      readFile: () => text,
      createDirectory: refuse,
      writeFile: refuse,
      delete: refuse,
      rename: refuse,
    };
    const provided = vscode.workspace.registerFileSystemProvider('iplan-far', files, { isReadonly: true });
    try {
      const far = await vscode.workspace.openTextDocument(vscode.Uri.parse('iplan-far:/plan.iplan'));
      await vscode.window.showTextDocument(far);
      const symbols = await some<vscode.DocumentSymbol[]>('symbols', 'executeDocumentSymbolProvider', far.uri);
      expect(symbols.length === 2, `There are ${symbols.length} symbols.`);
      expect(problems(far, /./).length === 0, 'What belongs to no folder is judged.');
    } finally {
      await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
      provided.dispose();
    }
  });
});
