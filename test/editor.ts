import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createConnection,
  createProtocolConnection,
  type Diagnostic,
  type DocumentDiagnosticReport,
  type FullDocumentDiagnosticReport,
  type InitializeResult,
  type MessageReader,
  type MessageWriter,
  type Position,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceDiagnosticReport,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { recheck } from '../client/src/messages.ts';
import type { Files } from '../server/src/host/access.ts';
import type { Host } from '../server/src/machine.ts';
import type { Features } from '../server/src/offered.ts';
import { serve } from '../server/src/server.ts';
import { program } from './program.ts';
import { Conversation } from './protocol/conversation.ts';

/** Files that a test makes up, as if they lay on a disk. */
export class MadeUpFiles implements Files {
  readonly texts: Map<string, string>;
  /** How long a file takes to be read, in milliseconds. */
  slowly = 0;
  constructor(texts: Readonly<Record<string, string>>) {
    this.texts = new Map(Object.entries(texts));
  }
  async list(folder: string): Promise<readonly string[]> {
    return [...this.texts.keys()].filter((uri) => uri.startsWith(folder));
  }
  async beside(uri: string): Promise<readonly string[]> {
    const folder = uri.slice(0, uri.lastIndexOf('/'));
    return [...this.texts.keys()].filter((other) => other.slice(0, other.lastIndexOf('/')) === folder);
  }
  async read(uri: string): Promise<string | undefined> {
    if (this.slowly > 0) await new Promise((resolve) => setTimeout(resolve, this.slowly));
    return this.texts.get(uri);
  }
  async library(): Promise<readonly { uri: string; text: string }[]> {
    return [];
  }
}

/** What an editor may leave out. */
export interface Kind {
  readonly pulls?: boolean;
  readonly snippets?: boolean;
  /** It asks again when it is told to; one that cannot gets the whole answer at once. */
  readonly refreshes?: boolean;
  readonly folders?: readonly string[];
  readonly settings?: unknown;
  /** It resolves actions, takes edits of several files and carries out commands, as VS Code does. */
  readonly rich?: boolean;
  readonly initializationOptions?: unknown;
  /** The language of the editor. */
  readonly locale?: string;
  /** All that the editor says it can, in place of what the editors of most tests say. */
  readonly capabilities?: ClientCapabilities;
}

const RICH = {
  workspace: {
    applyEdit: true,
    executeCommand: {},
    workspaceEdit: { documentChanges: true, resourceOperations: ['create'], changeAnnotationSupport: { groupsOnLabel: true } },
  },
  textDocument: {
    rename: { prepareSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  },
};

/** An editor that speaks to a server over two streams, as every editor does. Every word of the server is held against the protocol. */
export class Editor {
  readonly conversation = new Conversation();
  readonly connection: ProtocolConnection;
  readonly published: { uri: string; version?: number; diagnostics: Diagnostic[] }[] = [];
  readonly logged: string[] = [];
  readonly warned: string[] = [];
  readonly applied: WorkspaceEdit[] = [];
  /** What the server has said of work that goes on: `begin`, `report` and `end`. */
  readonly progress: { kind: string; title?: string; percentage?: number }[] = [];
  refreshes = 0;
  /** Called when the server asks to be asked again. */
  onRefresh: () => void = () => {};
  capabilities: InitializeResult['capabilities'] = {};
  #child: ChildProcess | undefined;
  #versions = new Map<string, number>();
  #settings: unknown;

  constructor(reader: MessageReader, writer: MessageWriter, child?: ChildProcess) {
    this.conversation.listen(reader, writer);
    const connection = createProtocolConnection(reader, writer);
    this.connection = connection;
    this.#child = child;
    connection.onNotification('textDocument/publishDiagnostics', (p) => void this.published.push(p));
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => void this.logged.push(message));
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.onRefresh();
      return null;
    });
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => this.#settings ?? null));
    connection.onRequest('client/registerCapability', () => null);
    connection.onNotification('window/showMessage', ({ message }: { message: string }) => void this.warned.push(message));
    connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
      this.applied.push(edit);
      return { applied: true };
    });
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onNotification('$/progress', ({ value }: { value: Editor['progress'][number] }) => void this.progress.push(value));
    connection.listen();
  }

  /** A server in this process. */
  static inProcess(files: Files, features: Partial<Features> = {}, host: Partial<Host> = {}): Editor {
    const [there, back] = [new PassThrough(), new PassThrough()];
    serve(
      createConnection(new StreamMessageReader(there), new StreamMessageWriter(back)),
      { files: async () => files, formats: async () => (await import('../server/src/reports/plan/all-formats.ts')).FORMATS, ...host },
      features,
    );
    return new Editor(new StreamMessageReader(back), new StreamMessageWriter(there));
  }

  /** The real thing: a process of its own over standard input and output. */
  static spawned(flags: readonly string[] = []): Editor {
    const child = spawn(process.execPath, [...flags, ...program('server'), '--stdio'], {
      stdio: ['pipe', 'pipe', flags.length === 0 ? 'inherit' : 'pipe'],
    });
    return new Editor(new StreamMessageReader(child.stdout as Readable), new StreamMessageWriter(child.stdin as Writable), child);
  }

  async start({
    pulls = true,
    snippets = true,
    refreshes = true,
    folders = ['file:///w'],
    settings,
    rich = false,
    initializationOptions,
    locale,
    capabilities,
  }: Kind = {}): Promise<InitializeResult> {
    this.#settings = settings;
    const result = await this.connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      ...(locale === undefined ? {} : { locale }),
      rootUri: null,
      workspaceFolders: folders.length === 0 ? null : folders.map((uri) => ({ uri, name: 'w' })),
      ...(initializationOptions === undefined ? {} : { initializationOptions }),
      capabilities: capabilities ?? {
        window: { workDoneProgress: true },
        workspace: {
          configuration: true,
          workspaceFolders: true,
          didChangeWatchedFiles: { dynamicRegistration: true },
          diagnostics: { refreshSupport: refreshes },
          ...(rich ? RICH.workspace : {}),
        },
        textDocument: {
          ...(rich ? RICH.textDocument : {}),
          hover: { contentFormat: ['markdown'] },
          completion: { completionItem: { snippetSupport: snippets, labelDetailsSupport: true, documentationFormat: ['markdown'] } },
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          definition: { linkSupport: true },
          publishDiagnostics: { versionSupport: true, relatedInformation: true },
          ...(pulls ? { diagnostic: { dynamicRegistration: false } } : {}),
        },
      },
    });
    this.capabilities = result.capabilities;
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  open(uri: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    return this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'iplan', version: 1, text } });
  }

  /** Replaces what stands between two places. */
  edit(uri: string, start: Position, end: Position, text: string): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    return this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges: [{ range: { start, end }, text }] });
  }

  /** Has all read that there is to know: data that only an open document names are otherwise read when typing pauses. */
  reads(): Promise<unknown> {
    return this.connection.sendRequest(recheck, {});
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** Files were made or changed (2), or removed (3), on disk. */
  disk(...changes: { uri: string; type: 1 | 2 | 3 }[]): Promise<void> {
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
  }

  at<T>(method: string, uri: string, line: number, character: number, more: object = {}): Promise<T> {
    return this.connection.sendRequest<T>(`textDocument/${method}`, { textDocument: { uri }, position: { line, character }, ...more });
  }

  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport> {
    return this.connection.sendRequest('textDocument/diagnostic', { textDocument: { uri }, ...(previousResultId === undefined ? {} : { previousResultId }) });
  }

  /** The rules of the problems that a document has. */
  async rules(uri: string): Promise<string[]> {
    const report = await this.pull(uri);
    return report.kind === 'full' ? report.items.map((item) => String(item.code)) : [];
  }

  /** The report on a document that has a problem of a rule; on a busy machine that may be said only when typing rests. */
  async pullWith(rule: string, uri: string): Promise<FullDocumentDiagnosticReport> {
    for (const end = Date.now() + 3000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
      const report = await this.pull(uri);
      if (report.kind === 'full' && (Date.now() > end || report.items.some(({ code }) => code === rule))) return report;
    }
  }

  pullAll(previousResultIds: { uri: string; value: string }[] = []): Promise<WorkspaceDiagnosticReport> {
    return this.connection.sendRequest('workspace/diagnostic', { previousResultIds });
  }

  /** What the process of the server waits for, and for how many milliseconds of the next second it works; `probe.mjs` answers. */
  probed(): Promise<{ readonly waits: readonly string[]; readonly cpu: number }> {
    const { stderr } = this.#child as ChildProcess;
    const said = new Promise<string>((resolve) => stderr?.setEncoding('utf8').once('data', resolve));
    this.#child?.kill('SIGUSR2');
    return said.then((text) => JSON.parse(text) as { waits: string[]; cpu: number });
  }

  /** Ends the server in the way of the protocol; the exit code of a process of its own. */
  async end(): Promise<number | null> {
    await this.connection.sendRequest('shutdown');
    const exited =
      this.#child === undefined ? Promise.resolve(null) : new Promise<number | null>((resolve) => this.#child?.on('exit', (code) => resolve(code)));
    // In this process `exit` would end the tests.
    if (this.#child !== undefined) await this.connection.sendNotification('exit');
    const code = await exited;
    this.connection.dispose();
    this.conversation.end();
    assert.deepEqual(this.conversation.wrong, [], 'the server keeps to the protocol');
    return code;
  }
}

/** Waits until something is so, for as long as a machine under load may need. */
export async function until<T>(what: string, look: () => T | undefined | false, ms = 5000): Promise<T> {
  for (const end = Date.now() + ms; ; ) {
    const seen = look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error(`There was no ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

export const folderUri = (folder: string): string => pathToFileURL(folder).href;
