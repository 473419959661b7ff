// What both entries of the extension share: the server's life, the files it asks for, the views and the commands.
import { type CancellationToken, commands, type ExtensionContext, type LogOutputChannel, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions, Location, Position } from 'vscode-languageclient';
import { counted } from '../../server/src/language/nouns.ts';
import { say } from '../../server/src/text/say.ts';
import { ask, askServer, isServerSilent } from './asking.ts';
import { comparisons, showComparisons } from './compare/comparisons.ts';
import { offerExport } from './export.ts';
import { listFiles, planFiles, readFile } from './files.ts';
import { offerImport } from './import.ts';
import * as messages from './messages.ts';
import { offerNewPlan } from './new-plan.ts';
import { Previews } from './preview/previews.ts';
import { rulePages, showRulePages } from './rule-pages.ts';
import { giveUp, heedsSilence } from './silence.ts';
import { showStatus } from './status.ts';
import { chosenSpeech } from './tongue.ts';
import { showTrees } from './trees.ts';

/** Makes a client whose server is not yet running; called once for every start. */
export type CreateClient = (options: LanguageClientOptions) => BaseLanguageClient;

/** What other extensions and the tests see. */
export interface Api {
  readonly host: 'node' | 'web';
  /** What the open previews show. */
  readonly previews: () => readonly (messages.PreviewResult | undefined)[];
  /** What the open comparisons show. */
  readonly comparisons: () => readonly (messages.CompareResult | undefined)[];
  /** Whether the server lives and does not answer, as the status bar says. */
  readonly isSilent: () => boolean;
}

let running: BaseLanguageClient | undefined;
// Starting and stopping happen one after the other, however fast the commands come.
let queue: Promise<void> = Promise.resolve();

export async function activateWith(context: ExtensionContext, host: Api['host'], create: CreateClient): Promise<Api> {
  const output = window.createOutputChannel('Integration plans', { log: true });
  const watcher = workspace.createFileSystemWatcher(planFiles);
  // Nobody tells of all files in a folder that comes or goes.
  const folders = workspace.createFileSystemWatcher('**/*', false, true, false);
  const restart = () => {
    queue = queue
      .then(stop)
      .then(() => chosenSpeech(context))
      .then((speech) => start(create(options(context, host, output, watcher, speech)), output))
      .then(() => previews.refresh());
    return queue;
  };
  const previews = new Previews(context, askPreview);
  const changed = () => previews.filesChanged();
  context.subscriptions.push(
    previews,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
    folders.onDidCreate(changed),
    folders.onDidDelete(changed),
    folders,
    output,
    watcher,
    commands.registerCommand('iplan.restartServer', restart),
    commands.registerCommand('iplan.showOutput', () => output.show()),
    commands.registerCommand(messages.showReferences, showReferences),
    commands.registerCommand('iplan.recheck', recheck),
    workspace.onDidChangeConfiguration((change) => change.affectsConfiguration('iplan.language') && void restart()),
  );
  offerExport(context, () => previews.active?.uri);
  for (const show of [showTrees, showStatus, showRulePages, offerNewPlan, offerImport, showComparisons]) show(context);
  await restart();
  return { host, previews: () => previews.all.map(({ result }) => result), comparisons, isSilent: isServerSilent };
}

export function deactivate(): Promise<void> {
  queue = queue.then(stop);
  return queue;
}

/** Places as the server tells them, shown as the editor shows references. */
async function showReferences(uri: string, position: Position, places: readonly Location[]): Promise<void> {
  const converter = running?.protocol2CodeConverter;
  if (converter === undefined) return;
  const locations = places.map((place) => converter.asLocation(place));
  await commands.executeCommand('editor.action.showReferences', converter.asUri(uri), converter.asPosition(position), locations);
}

async function recheck(): Promise<void> {
  const done = await ask<messages.RecheckResult>(messages.recheck);
  if (done) window.setStatusBarMessage(`$(check) ${say`${counted(done.files, 'file')} of the plans rechecked`}`, 4000);
}

/** Asks the server that runs; while one starts, a question waits for it. */
async function askPreview(params: messages.PreviewParams, token: CancellationToken): Promise<messages.PreviewResult | null> {
  await queue;
  if (running === undefined) throw new Error('the language server is not running');
  return running.sendRequest<messages.PreviewResult | null>(messages.preview, params, token);
}

async function start(client: BaseLanguageClient, output: LogOutputChannel): Promise<void> {
  client.onRequest(messages.listFiles, listFiles);
  client.onRequest(messages.readFile, readFile);
  const usual = client.createDefaultErrorHandler();
  client.clientOptions.errorHandler = {
    // What could not be written to a server of whose end nobody has heard yet is no reason to stop: its end is told, and starts another one.
    error: async (error, message) => ({ ...(await usual.error(error, message, 1)), handled: true }),
    closed: () => usual.closed(),
  };
  running = client;
  try {
    await client.start();
    askServer(client);
  } catch (error) {
    output.error(error instanceof Error ? error : String(error));
    // Not awaited: a message that stays on the screen must not hold back the next restart.
    void window.showErrorMessage(say`The language server for integration plans did not start.`, say`Show Output`).then((choice) => choice && output.show());
  }
}

async function stop(): Promise<void> {
  const client = running;
  running = undefined;
  askServer(undefined);
  // A server that never started cannot be stopped, and that is as good as stopped.
  await client?.dispose().catch(() => {});
  giveUp();
}

function options(
  context: ExtensionContext,
  host: Api['host'],
  output: LogOutputChannel,
  watcher: ReturnType<typeof workspace.createFileSystemWatcher>,
  speech: messages.InitializationOptions['speech'],
): LanguageClientOptions {
  const onDisk = (workspace.workspaceFolders ?? []).every((folder) => folder.uri.scheme === 'file');
  const initializationOptions: messages.InitializationOptions = {
    files: host === 'node' && onDisk ? 'disk' : 'editor',
    frameworks: Uri.joinPath(context.extensionUri, 'frameworks').toString(),
    showReferences: true,
    rulePages,
    ...(speech && { speech }),
  };
  return {
    // Any scheme: plans are also read in virtual folders, before they are saved, and as the left side of a comparison.
    documentSelector: [{ language: 'iplan' }],
    diagnosticPullOptions: { onChange: true, onSave: true },
    synchronize: { fileEvents: watcher },
    middleware: { sendRequest: heedsSilence() },
    outputChannel: output,
    initializationOptions,
  };
}
