// Import Plan …: a plan of the tables and documents that there are. The files are read and the plan is written through the editor, so that
// it also works in folders that are no disk; what is read in them is shown, and can be changed, before anything is written.
import { commands, type ExtensionContext, ProgressLocation, type QuickPickItem, QuickPickItemKind, ThemeIcon, Uri, window, workspace } from 'vscode';
import { say } from '../../server/src/text/say.ts';
import { ask } from './asking.ts';
import { chooseFolder, freeFolder, offerToOpen } from './folders.ts';
import { type ImportedColumn, type ImportParams, type ImportResult, importPlan } from './messages.ts';

const ENDINGS = ['xlsx', 'xlsm', 'csv', 'tsv', 'txt', 'docx', 'docm', 'md', 'xml', 'json', 'zip'];
/** The server reads no more of one file. */
const mostBytes = 20_000_000;

export function offerImport(context: ExtensionContext): void {
  context.subscriptions.push(
    // With files and a folder nobody is asked: for other extensions, and for the tests. The explorer gives the file and all that are selected.
    commands.registerCommand('iplan.import', async (given?: unknown, second?: unknown, mapping?: ImportParams['mapping']) => {
      if (Array.isArray(given) && second instanceof Uri) return importUnasked(given.filter(isUri), second, mapping ?? []);
      const selected = Array.isArray(second) ? second.filter(isUri) : [];
      const files = given instanceof Uri ? (selected.length > 0 ? selected : [given]) : await chooseFiles();
      return files && importAsking(files);
    }),
  );
}

const isUri = (one: unknown): one is Uri => one instanceof Uri;

function chooseFiles(): Thenable<Uri[] | undefined> {
  const filters = { [say`Tables and documents`]: ENDINGS };
  return window.showOpenDialog({ canSelectMany: true, filters, title: say`Import a plan`, openLabel: say`Import` });
}

async function importUnasked(uris: readonly Uri[], parent: Uri, mapping: ImportParams['mapping']): Promise<Uri | undefined> {
  const files = await contentsOf(uris);
  const result = files && (await read({ files, mapping, folder: parent.toString() }));
  return result && writePlan(result, parent);
}

/** Shows how the columns are read until somebody is content with it, then asks where the plan is to lie. */
async function importAsking(uris: readonly Uri[]): Promise<Uri | undefined> {
  const files = await contentsOf(uris);
  if (files === undefined) return undefined;
  const mapping = new Map<string, string>();
  for (;;) {
    const result = await read({ files, mapping: [...mapping].map(([heading, column]) => ({ heading, column })), folder: folderOf(uris) });
    if (result === undefined) return undefined;
    const column = await review(result);
    if (column === undefined) return undefined;
    if (column === 'content') {
      const parent = await chooseFolder();
      return parent && writePlan(result, parent);
    }
    const means = await chooseMeaning(column, result);
    if (means !== undefined) mapping.set(column.heading, means);
  }
}

const folderOf = ([first]: readonly Uri[]): string => (first === undefined ? '' : Uri.joinPath(first, '..').toString());

/** The files as they are sent; nothing where one could not be read, which is said. */
async function contentsOf(uris: readonly Uri[]): Promise<ImportParams['files'] | undefined> {
  const files: { name: string; base64: string }[] = [];
  for (const uri of uris) {
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    try {
      if ((await workspace.fs.stat(uri)).size > mostBytes) return tell(say`${name} is larger than ${mostBytes / 1e6} MB and was not read.`);
      files.push({ name, base64: base64(await workspace.fs.readFile(uri)) });
    } catch (error) {
      return tell(say`The file could not be read: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return files.length === 0 ? undefined : files;
}

/** How bytes pass through messages that are text. */
function base64(bytes: Uint8Array): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += 8192) binary += String.fromCharCode(...bytes.subarray(start, start + 8192));
  return btoa(binary);
}

async function read(params: ImportParams): Promise<ImportResult | undefined> {
  const progress = { location: ProgressLocation.Window, title: say`Reading what is to be imported …` };
  const result = await window.withProgress(progress, async () => ask<ImportResult>(importPlan, params));
  if (result === undefined) return tell(say`The files could not be read; the output of the language server says why.`);
  return result.error === undefined ? result : tell(result.error);
}

interface Choice extends QuickPickItem {
  readonly column?: ImportedColumn;
}

/** The tables with what was made of their columns, those that nobody knows first; the one to be changed, or that it is good so. */
async function review({ tables, summary, title }: ImportResult): Promise<ImportedColumn | 'content' | undefined> {
  const unknown = tables.flatMap(({ columns }) => columns).filter(({ recognised }) => !recognised).length;
  const write = { label: say`Write the plan`, detail: summary.join(' '), iconPath: new ThemeIcon('check'), alwaysShow: true };
  const items = tables.flatMap(({ says, columns }): Choice[] => [
    { label: says, kind: QuickPickItemKind.Separator },
    ...columns
      .toSorted((a, b) => Number(a.recognised) - Number(b.recognised))
      .map((column) => ({
        label: column.heading,
        description: `→ ${column.means}`,
        detail: column.how,
        iconPath: new ThemeIcon(column.recognised ? 'symbol-field' : 'question'),
        column,
      })),
  ]);
  const placeHolder =
    unknown === 0
      ? say`Every column was recognised. Choose one to change what it means.`
      : unknown === 1
        ? say`One column was not recognised and will be a remark. Choose it to say what it means.`
        : say`${unknown} columns were not recognised and will be remarks. Choose one to say what it means.`;
  const picked = await window.showQuickPick<Choice>([write, ...items], {
    title: say`Import: ${title}`,
    placeHolder,
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  return picked === undefined ? undefined : (picked.column ?? 'content');
}

async function chooseMeaning({ heading, means }: ImportedColumn, { columns }: ImportResult): Promise<string | undefined> {
  const items = columns.map(({ name, says }) => ({ label: name, description: says, picked: name === means }));
  const options = { title: say`What stands below "${heading}"?`, placeHolder: say`It is read as: ${means}`, ignoreFocusOut: true, matchOnDescription: true };
  return (await window.showQuickPick(items, options))?.label;
}

/** Writes the plan into a folder of its own, and shows it with its preview beside it; the address of that folder. */
async function writePlan({ id, files, summary }: ImportResult, parent: Uri): Promise<Uri | undefined> {
  try {
    const folder = await freeFolder(parent, id);
    const at = (path: string) => Uri.joinPath(folder, path);
    // The head comes last: when it is read, everything that it names is there.
    for (const { path, text } of files.toReversed()) await workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
    await window.showTextDocument(at('import-report.md'), { preview: false });
    const plan = at(files[0]!.path);
    await window.showTextDocument(plan, { preview: false });
    await commands.executeCommand('iplan.openPreviewToSide', plan);
    void window.showInformationMessage(`${summary[0]} ${say`What has to be looked at stands in import-report.md.`}`);
    if (workspace.workspaceFolders === undefined) void offerToOpen(folder);
    return folder;
  } catch (error) {
    return tell(say`The plan could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function tell(message: string): undefined {
  void window.showErrorMessage(message);
}
