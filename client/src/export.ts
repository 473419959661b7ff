// Export …: a plan as a page, a document, a workbook, a calendar or data, from what is typed. It is written where the user says, through
// the editor, so that it also works in folders that are no disk.
import { commands, type ExtensionContext, env, ProgressLocation, UIKind, Uri, window, workspace } from 'vscode';
import { say } from '../../server/src/text/say.ts';
import { ask } from './asking.ts';
import { type ExportChoices, type ExportFormat, type ExportParams, type ExportResult, exportChoices, exportPlan } from './messages.ts';

/** `previewed` is the file that the active preview was opened for. */
export function offerExport(context: ExtensionContext, previewed: () => Uri | undefined): void {
  context.subscriptions.push(
    // With a format and a file nobody is asked: for key bindings, other extensions and the tests.
    commands.registerCommand('iplan.export', async (given?: unknown, format?: unknown, target?: unknown) => {
      const uri = planFile(given, previewed());
      if (uri === undefined) return tell(say`Open a plan first: it is what is exported.`);
      return exported(uri, typeof format === 'string' ? format : undefined, target instanceof Uri ? target : undefined);
    }),
  );
}

/** The file that is meant: the one given, that of the active preview, or the one that is open. The title of a preview gives its panel. */
function planFile(given: unknown, previewed: Uri | undefined): Uri | undefined {
  if (given instanceof Uri && given.scheme !== 'webview-panel') return given;
  const editors = [window.activeTextEditor, ...window.visibleTextEditors];
  return previewed ?? editors.find((editor) => editor?.document.languageId === 'iplan')?.document.uri;
}

/** Where the plan was written; nothing where it was not. */
async function exported(uri: Uri, wanted: string | undefined, given: Uri | undefined): Promise<Uri | undefined> {
  const choices = await ask<ExportChoices>(exportChoices, { uri: uri.toString() });
  if (choices === undefined) return tell(say`The language server for integration plans does not answer.`);
  if (choices.formats.length === 0) return tell(say`This file belongs to no plan, so there is nothing to export.`);
  const format = wanted === undefined ? await chooseFormat(choices.formats) : choices.formats.find(({ id }) => id === wanted);
  if (format === undefined) return wanted === undefined ? undefined : tell(say`A plan cannot be written as "${wanted}" here.`);
  const target = given ?? (await chooseFile(uri, choices.name, format));
  if (target === undefined) return undefined;
  const folder = workspace.getWorkspaceFolder(uri)?.uri.toString();
  const params: ExportParams = { uri: uri.toString(), format: format.id, ...(folder !== undefined && { folder }) };
  const progress = { location: ProgressLocation.Window, title: say`Exporting the plan …` };
  const result = await window.withProgress(progress, async () => ask<ExportResult>(exportPlan, params));
  const content = contentOf(result);
  if (content === undefined) return tell(result?.error ?? say`The plan could not be exported; the output of the language server says why.`);
  try {
    await workspace.fs.writeFile(target, content);
  } catch (error) {
    return tell(say`The file could not be written: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (given === undefined) void offerToOpen(target, result?.text !== undefined);
  return target;
}

function contentOf(result: ExportResult | undefined): Uint8Array | undefined {
  if (result?.text !== undefined) return new TextEncoder().encode(result.text);
  return result?.base64 === undefined ? undefined : Uint8Array.from(atob(result.base64), (character) => character.charCodeAt(0));
}

async function chooseFormat(formats: readonly ExportFormat[]): Promise<ExportFormat | undefined> {
  const items = formats.map((format) => ({ label: format.title, description: `.${format.ending}`, format }));
  return (await window.showQuickPick(items, { title: say`Export the plan`, placeHolder: say`As what?` }))?.format;
}

/** Beside the plan, under its name; the editor asks before it writes over something. */
function chooseFile(uri: Uri, name: string, { title, ending }: ExportFormat): Thenable<Uri | undefined> {
  const defaultUri = Uri.joinPath(uri, '..', `${name}.${ending}`);
  return window.showSaveDialog({ title: say`Export the plan`, saveLabel: say`Export`, filters: { [title]: [ending] }, defaultUri });
}

/** In the editor what is text; with the program of this machine what lies on it. */
async function offerToOpen(target: Uri, isText: boolean): Promise<void> {
  const name = target.path.slice(target.path.lastIndexOf('/') + 1);
  const here = env.uiKind === UIKind.Desktop && env.remoteName === undefined && target.scheme === 'file';
  const isPage = /\.(?:html?|svg)$/i.test(target.path);
  const open = say`Open`;
  const offered = here || isText ? [open] : [];
  if ((await window.showInformationMessage(say`${name} was written.`, ...offered)) !== open) return;
  if (here && (!isText || isPage)) await env.openExternal(target);
  else await commands.executeCommand('vscode.open', target);
}

function tell(message: string): undefined {
  void window.showErrorMessage(message);
}
