import * as vscode from 'vscode';
import { expect, host, problems, until } from './workspace.ts';

const HEADINGS = 'Nr;Tiltak;Ansvarlig;Samarbeidspartnere;Frist;Budsjett;Status';
const row = (n: number) => `1.${n};Språkkafé i bydel ${n};Biblioteket;Frivilligsentralen;31.12.2027;${n}5 000 kr;Pågår`;
const TABLE = [HEADINGS, ...Array.from({ length: 10 }, (_, i) => row(i + 1))].join('\n');

suite('import', () => {
  test('makes a plan of a table of ten rows, without a mistake in its text, and shows it with its preview and its report', async () => {
    const [root] = vscode.workspace.workspaceFolders!;
    const file = vscode.Uri.joinPath(root!.uri, 'tiltaksplan.csv');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(TABLE));
    const folder = await vscode.commands.executeCommand<vscode.Uri | undefined>('iplan.import', [file], root!.uri);
    expect(folder !== undefined, `Nothing was imported in the host ${host}.`);
    const texts = await textsIn(folder);
    const all = [...texts].flatMap(([path, text]) => (path.endsWith('.iplan') ? [text] : [])).join('\n');
    expect(all.match(/^\s*measure /gm)?.length === 10, all);
    expect(all.match(/deadline by 2027-12-31/g)?.length === 10 && all.includes('with frivilligsentralen'), all);
    expect(all.match(/budget \d+5000 NOK/g)?.length === 10, all);
    expect(texts.has('import-report.md') && texts.has('.iplan-import.json'), [...texts.keys()].join(', '));
    const plan = vscode.Uri.joinPath(folder, 'plan.iplan');
    expect(
      vscode.window.visibleTextEditors.some(({ document }) => document.uri.toString() === plan.toString()),
      'The plan is not shown.',
    );
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    expect(
      tabs.some(({ label }) => label.includes('import-report.md')),
      'The report is not shown.',
    );
    expect(
      tabs.some(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.includes('iplan.preview')),
      'The preview is not shown.',
    );
    for (const path of texts.keys()) {
      if (!path.endsWith('.iplan')) continue;
      const document = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, path));
      // Its files are noticed one after the other, so what they name may be missing for a moment.
      await until(`no error in ${path}`, () => problems(document, /./).every(({ severity }) => severity !== vscode.DiagnosticSeverity.Error));
    }
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
    await vscode.workspace.fs.delete(file);
  });
});

/** The files below a folder by their paths. */
async function textsIn(folder: vscode.Uri, below = ''): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const [name, type] of await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, below))) {
    const path = `${below}${name}`;
    if (type === vscode.FileType.Directory) for (const [inside, text] of await textsIn(folder, `${path}/`)) found.set(inside, text);
    else found.set(path, new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, path))));
  }
  return found;
}
