// A server that has just been started on the same texts, asked without VS Code in between.
import { fork } from 'node:child_process';
import * as vscode from 'vscode';
import { recheck } from '../../../client/src/messages.ts';
import { extension } from './workspace.ts';

/** What VS Code says that it can, as far as answers depend on it; only that it can ask again is left out, so that each answer is whole. */
const CAPABILITIES = {
  workspace: { configuration: true, workspaceFolders: true, didChangeWatchedFiles: { dynamicRegistration: true } },
  textDocument: {
    synchronization: { dynamicRegistration: true },
    diagnostic: { dynamicRegistration: true, relatedDocumentSupport: true },
    hover: { contentFormat: ['markdown', 'plaintext'] },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    foldingRange: { lineFoldingOnly: true },
    publishDiagnostics: { relatedInformation: true, versionSupport: true },
  },
};

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: { readonly items?: readonly { readonly section?: string }[] };
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** The process is one of those that are started ahead, since most of the time goes into its start. */
export class FreshServer {
  static #ahead: Promise<FreshServer> | undefined;
  readonly #child: ReturnType<typeof fork>;
  readonly #waiting = new Map<number | string | undefined, (message: Message) => void>();
  #asked = 0;

  private constructor(module: string) {
    this.#child = fork(module, ['--node-ipc'], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, execArgv: [] });
    this.#child.on('message', (message: Message) => {
      if (message.method === undefined) this.#waiting.get(message.id)?.(message);
      else if (message.id !== undefined) this.#child.send({ jsonrpc: '2.0', id: message.id, result: answered(message) });
    });
  }

  static async #make(): Promise<FreshServer> {
    return new FreshServer(vscode.Uri.joinPath((await extension()).extensionUri, 'dist/server.js').fsPath);
  }

  /** Starts to know the folders of the workspace as they are now, with these documents open. */
  static async start(documents: readonly vscode.TextDocument[]): Promise<FreshServer> {
    const server = await (FreshServer.#ahead ?? FreshServer.#make());
    FreshServer.#ahead = FreshServer.#make();
    const frameworks = vscode.Uri.joinPath((await extension()).extensionUri, 'frameworks').toString();
    await server.ask('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: vscode.workspace.workspaceFolders?.map(({ uri, name }) => ({ uri: String(uri), name })) ?? null,
      initializationOptions: { files: 'disk', frameworks, showReferences: true },
      capabilities: CAPABILITIES,
    });
    server.tell('initialized', {});
    for (const document of documents) {
      const { languageId, version } = document;
      server.tell('textDocument/didOpen', { textDocument: { uri: String(document.uri), languageId, version, text: document.getText() } });
    }
    // Data that only an open document names are otherwise read when typing pauses.
    await server.ask(recheck, {});
    return server;
  }

  tell(method: string, params: object): void {
    this.#child.send({ jsonrpc: '2.0', method, params });
  }

  async ask<R>(method: string, params: object): Promise<R> {
    const id = ++this.#asked;
    const { result, error } = await new Promise<Message>((resolve) => {
      this.#waiting.set(id, resolve);
      this.#child.send({ jsonrpc: '2.0', id, method, params });
    });
    this.#waiting.delete(id);
    if (error !== undefined) throw new Error(`${method}: ${error.message}`);
    return result as R;
  }

  end(): void {
    this.#child.kill();
  }

  /** Ends the process that was started for the next time. */
  static async endLast(): Promise<void> {
    (await FreshServer.#ahead)?.end();
    FreshServer.#ahead = undefined;
  }
}

/** What VS Code answers to a question of the server. */
const answered = ({ method, params }: Message): unknown =>
  method === 'workspace/configuration' ? (params?.items ?? []).map(({ section }) => vscode.workspace.getConfiguration(section)) : null;
