// Import Plan …: a plan of the tables and documents that there are. The files are read and the plan is written through the editor, so that
// it also works in folders that are no disk; what is read in them is shown, and can be changed, before anything is written.
import { commands, type ExtensionContext, ProgressLocation, type QuickPickItem, QuickPickItemKind, ThemeIcon, Uri, window, workspace } from 'vscode';
import { say } from '../../server/src/text/say.ts';
import { ask } from './asking.ts';
import { chooseFolder, freeFolder, offerToOpen } from './folders.ts';
import { importedBefore, planIn } from './imported.ts';
import { type ImportedColumn, type ImportParams, type ImportResult, importPlan } from './messages.ts';

const ENDINGS = ['xlsx', 'xlsm', 'csv', 'tsv', 'txt', 'docx', 'docm', 'md', 'xml', 'json', 'zip'];
/** The server reads no more of one file. */
const mostBytes = 20_000_000;

export function offerImport(context: ExtensionContext): void {
  context.subscriptions.push(
    // With files and a folder nobody is asked, and a folder with a plan that was imported takes the newer version: for other extensions, and for the tests. The explorer gives the file and all that are selected.
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
  if (files === undefined) return undefined;
  const params = { files, mapping, folder: parent.toString() };
  if ((await planIn(parent)) !== undefined) return mergeInto(parent, params, false);
  const result = await read(params);
  return result && writePlan(result, await freeFolder(parent, result.id));
}

/** Shows how the columns are read until somebody is content with it, then asks where the plan is to lie. */
async function importAsking(uris: readonly Uri[]): Promise<Uri | undefined> {
  const files = await contentsOf(uris);
  if (files === undefined) return undefined;
  const mapping = new Map<string, string>();
  for (;;) {
    const params = { files, mapping: [...mapping].map(([heading, column]) => ({ heading, column })), folder: folderOf(uris) };
    const result = await read(params);
    if (result === undefined) return undefined;
    const column = await review(result, new Set(mapping.keys()));
    if (column === undefined) return undefined;
    if (column === 'content') {
      const parent = await chooseFolder();
      const folder = parent && (await chooseWhere(parent, result, files));
      if (parent === undefined || folder === undefined) return undefined;
      return folder === 'new' ? writePlan(result, await freeFolder(parent, result.id)) : mergeInto(folder, params);
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

/** The tables with what was made of their columns, those that nobody knows first, then those that were said by hand; the one to be changed, or that it is good so. */
async function review({ tables, summary, title }: ImportResult, saidByHand: ReadonlySet<string>): Promise<ImportedColumn | 'content' | undefined> {
  const unknown = tables.flatMap(({ columns }) => columns).filter(({ recognised }) => !recognised).length;
  const write = { label: say`Write the plan`, detail: summary.join(' '), iconPath: new ThemeIcon('check'), alwaysShow: true };
  const rank = ({ recognised, heading }: ImportedColumn) => (!recognised ? 0 : saidByHand.has(heading) ? 1 : 2);
  const items = tables.flatMap(({ name, columns }): Choice[] => [
    { label: name, kind: QuickPickItemKind.Separator },
    ...columns
      .toSorted((a, b) => rank(a) - rank(b))
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
  const items = columns.map(({ name, says }) => ({ label: says, description: name, picked: name === means }));
  const options = { title: say`What stands below "${heading}"?`, placeHolder: say`It is read as: ${means}`, ignoreFocusOut: true, matchOnDescription: true };
  return (await window.showQuickPick(items, options))?.description;
}

interface Where extends QuickPickItem {
  readonly folder: Uri | 'new';
}

/** Whether the plan is a new one, or a newer version of one that was made of the same files. */
async function chooseWhere(parent: Uri, { id, title }: ImportResult, files: ImportParams['files']): Promise<Uri | 'new' | undefined> {
  const before = await importedBefore(
    parent,
    id,
    files.map(({ name }) => name),
  );
  if (before.length === 0) return 'new';
  const items: Where[] = [
    ...before.map((folder) => ({
      label: say`Merge into ${workspace.asRelativePath(folder)}`,
      detail: say`What has changed in the file is taken over, what you have changed stays.`,
      iconPath: new ThemeIcon('git-merge'),
      folder,
    })),
    { label: say`Make another plan beside it`, iconPath: new ThemeIcon('new-folder'), folder: 'new' },
  ];
  const placeHolder = say`This was imported before. What is to be done with the newer version?`;
  return (await window.showQuickPick(items, { title: say`Import: ${title}`, placeHolder, ignoreFocusOut: true }))?.folder;
}

/** Writes what a newer version of the files changes in a plan, when somebody who has seen it agrees; the folder of the plan. */
async function mergeInto(folder: Uri, params: ImportParams, asking = true): Promise<Uri | undefined> {
  const into = await planIn(folder);
  const result = into && (await read({ ...params, into, folder: folder.toString() }));
  if (result?.again === undefined) return undefined;
  const { conflicts } = result.again;
  if (asking && !(await agrees(result.title, result.again))) return undefined;
  const changed = result.files.filter(({ path, text }) => into?.files.find((file) => file.path === path)?.text !== text);
  const done = await writePlan({ ...result, files: changed }, folder, conflicts.length > 0);
  if (done !== undefined && conflicts.length > 0)
    void window.showWarningMessage(
      conflicts.length === 1
        ? say`In one place the plan keeps its own: import-report.md says what the file says there.`
        : say`In ${conflicts.length} places the plan keeps its own: import-report.md says what the file says there.`,
    );
  return done;
}

/** A change as a row: what it is about, and below it what changes. */
function changeItem(line: string, icon: string): QuickPickItem {
  const at = line.indexOf('": ');
  const iconPath = new ThemeIcon(icon);
  return at < 0 ? { label: line, iconPath } : { label: line.slice(0, at + 1), detail: line.slice(at + '": '.length), iconPath };
}

/** Shows what a newer version says anew; whether that is to be merged. */
async function agrees(title: string, { differences, conflicts }: NonNullable<ImportResult['again']>): Promise<boolean> {
  const list = (label: string, icon: string, lines: readonly string[]): QuickPickItem[] =>
    lines.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...lines.map((line) => changeItem(line, icon))];
  const merge: QuickPickItem = { label: say`Merge these changes into the plan`, iconPath: new ThemeIcon('check'), alwaysShow: true };
  const placeHolder =
    differences.length === 0
      ? say`The file says what it said before. Nothing changes in the plan but its report.`
      : conflicts.length === 0
        ? say`What the file says anew. Nothing is written yet.`
        : say`What the file says anew, and where you have changed the same. Nothing is written yet.`;
  const items = [
    merge,
    ...list(say`Conflicts: the plan keeps its own`, 'warning', conflicts),
    ...list(say`What has changed in the source`, 'diff-modified', differences),
  ];
  const options = { title: say`Import: ${title}`, placeHolder, ignoreFocusOut: true, matchOnDetail: true };
  // A change that is chosen is only looked at.
  for (let picked = await window.showQuickPick(items, options); picked !== merge; picked = await window.showQuickPick(items, options))
    if (picked === undefined) return false;
  return true;
}

/** Writes files below a folder, and shows the plan with its preview beside it, or what has to be looked at first; the folder. */
async function writePlan({ files, again }: ImportResult, folder: Uri, reportFirst = false): Promise<Uri | undefined> {
  try {
    const at = (path: string) => Uri.joinPath(folder, path);
    // The head comes last: when it is read, everything that it names is there.
    for (const { path, text } of files.toReversed()) await workspace.fs.writeFile(at(path), new TextEncoder().encode(text));
    await window.showTextDocument(at('import-report.md'), { preview: false });
    if (reportFirst) return folder;
    const plan = at(files.find(({ path, text }) => path.endsWith('.iplan') && /^plan /m.test(text))?.path ?? 'plan.iplan');
    await window.showTextDocument(plan, { preview: false });
    await commands.executeCommand('iplan.openPreviewToSide', plan);
    void window.showInformationMessage(again === undefined ? say`Written. Read import-report.md first.` : say`Merged. import-report.md says what has changed.`);
    if (workspace.workspaceFolders === undefined) void offerToOpen(folder);
    return folder;
  } catch (error) {
    return tell(say`The plan could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function tell(message: string): undefined {
  void window.showErrorMessage(message);
}
