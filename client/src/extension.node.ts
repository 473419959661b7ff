// The extension in VS Code on a desktop or a remote machine: the server is a child process, spoken to over IPC.
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { activateWith } from './extension.ts';
import { offerTasks } from './tasks.ts';

export { deactivate } from './extension.ts';

export function activate(context: ExtensionContext) {
  offerTasks(context);
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=127.0.0.1:6019'] } };
  return activateWith(context, 'node', (options) => new LanguageClient('iplan', 'Integration plans', { run, debug }, options));
}
