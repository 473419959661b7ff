// The extension in VS Code in a browser: the server is a worker of the page.
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { activateWith } from './extension.ts';

export { deactivate } from './extension.ts';

export function activate(context: ExtensionContext) {
  const script = Uri.joinPath(context.extensionUri, 'dist/web/server.js').toString(true);
  let worker: Worker | undefined;
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return activateWith(context, 'web', (options) => {
    // A server that has been told to exit answers no second time, so every start has a worker of its own.
    worker?.terminate();
    worker = new Worker(script);
    return new LanguageClient('iplan', 'Integration plans', worker, options);
  });
}
