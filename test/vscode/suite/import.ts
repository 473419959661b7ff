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

  test('merges a newer version of the table into the plan, keeps what was written there meanwhile, and shows where both differ', async () => {
    const [root] = vscode.workspace.workspaceFolders!;
    const file = vscode.Uri.joinPath(root!.uri, 'tiltaksplan.csv');
    const write = (uri: vscode.Uri, text: string) => vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
    await write(file, TABLE);
    const folder = await vscode.commands.executeCommand<vscode.Uri | undefined>('iplan.import', [file], root!.uri);
    expect(folder !== undefined, `Nothing was imported in the host ${host}.`);
    const [path, text] = [...(await textsIn(folder))].find(([name, one]) => name.endsWith('.iplan') && one.includes('measure measure-1-2 ')) ?? [];
    expect(path !== undefined && text !== undefined, [...(await textsIn(folder)).keys()].join(', '));
    const measures = vscode.Uri.joinPath(folder, path);
    // What is typed and not saved yet counts too.
    const document = await vscode.workspace.openTextDocument(measures);
    const edit = new vscode.WorkspaceEdit();
    const at = text.indexOf('deadline', text.indexOf('measure measure-1-2 '));
    edit.replace(measures, new vscode.Range(document.positionAt(at), document.positionAt(at + 'deadline by 2027-12-31'.length)), 'deadline by 2028-06-30');
    await vscode.workspace.applyEdit(edit);
    await write(file, TABLE.replace('31.12.2027;15 000 kr', '31.12.2029;15 000 kr').replace('31.12.2027;25 000 kr', '31.12.2026;25 000 kr'));
    expect((await vscode.commands.executeCommand<vscode.Uri | undefined>('iplan.import', [file], folder))?.path === folder.path, 'Nothing was merged.');
    const now = await textsIn(folder);
    const plan = now.get(path) ?? '';
    expect(plan.includes('deadline by 2029-12-31') && plan.includes('deadline by 2028-06-30') && !plan.includes('2026-12-31'), plan);
    expect(/the plan keeps "deadline by 2028-06-30"/.test(now.get('import-report.md') ?? ''), now.get('import-report.md') ?? '');
    expect(vscode.window.activeTextEditor?.document.uri.path.endsWith('import-report.md') === true, 'The report with the conflict is not shown.');
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
