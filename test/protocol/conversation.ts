import { ErrorCodes, LSPErrorCodes, type MessageReader, type MessageWriter, type Message as Sent } from 'vscode-languageserver/node';
import { flaws } from './check.ts';
import { type Message, type Model, readModel } from './model.ts';

let read: Model | undefined;
/** The metamodel, read when it is first asked for. */
export const model = (): Model => (read ??= readModel());

interface Written {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code?: unknown; readonly message?: unknown };
}

/** What a server may ask of an editor only where the editor said that it can. */
const NEEDS: Readonly<Record<string, string>> = {
  'window/workDoneProgress/create': 'window.workDoneProgress',
  'window/showDocument': 'window.showDocument.support',
  'workspace/configuration': 'workspace.configuration',
  'workspace/workspaceFolders': 'workspace.workspaceFolders',
  'workspace/applyEdit': 'workspace.applyEdit',
  'workspace/codeLens/refresh': 'workspace.codeLens.refreshSupport',
  'workspace/semanticTokens/refresh': 'workspace.semanticTokens.refreshSupport',
  'workspace/inlayHint/refresh': 'workspace.inlayHint.refreshSupport',
  'workspace/inlineValue/refresh': 'workspace.inlineValue.refreshSupport',
  'workspace/foldingRange/refresh': 'workspace.foldingRange.refreshSupport',
  'workspace/diagnostic/refresh': 'workspace.diagnostics.refreshSupport',
  'workspace/textDocumentContent/refresh': 'workspace.textDocumentContent',
};
/** What a server may say before it has answered `initialize`. */
const EARLY = new Set(['window/showMessage', 'window/logMessage', 'telemetry/event', 'window/showMessageRequest', '$/progress']);
const REFUSALS: ReadonlySet<number> = new Set([LSPErrorCodes.RequestCancelled, LSPErrorCodes.ServerCancelled, LSPErrorCodes.ContentModified]);
const FAILURES: ReadonlySet<number> = new Set([LSPErrorCodes.RequestFailed, ErrorCodes.InvalidParams]);

/**
 * Listens to one editor and its server, and holds every word of the server against the metamodel of the protocol: the shape of each
 * request, notification, result and error, whose turn it is, what the editor can do, and that no question is left without an answer.
 */
export class Conversation {
  /** What the server said wrongly, each with where it stands. */
  readonly wrong: string[] = [];
  readonly #asked = { client: new Map<number | string, string>(), server: new Map<number | string, string>() };
  readonly #withdrawn = new Set<number | string>();
  #able: unknown;
  #isBegun = false;

  /** Listens to what a reader brings from the server and a writer takes to it. */
  listen(reader: MessageReader, writer: MessageWriter): void {
    const hear = reader.listen.bind(reader);
    reader.listen = (take) =>
      hear((message) => {
        this.server(message);
        take(message);
      });
    const write = writer.write.bind(writer);
    writer.write = (message) => {
      this.client(message);
      return write(message);
    };
  }

  /** The editor says something; whether it does so rightly is its own affair. */
  client(message: Sent): void {
    const { id, method, params } = message as Written;
    if (method === '$/cancelRequest') this.#withdrawn.add((params as { id: number | string }).id);
    if (method === 'initialize') this.#able = (params as { capabilities: unknown }).capabilities;
    if (id === undefined) return;
    if (method === undefined) this.#asked.server.delete(id);
    else this.#asked.client.set(id, method);
  }

  server(message: Sent): void {
    const said = message as unknown as Written;
    if (message.jsonrpc !== '2.0') this.#wrong('a message', 'is not of JSON-RPC 2.0');
    if (said.method === undefined) this.#answer(said);
    else if (said.id === undefined) this.#say(said.method, said.params, model().notifications.get(said.method));
    else {
      this.#asked.server.set(said.id, said.method);
      const need = NEEDS[said.method];
      if (need !== undefined && !this.#can(need)) this.#wrong(said.method, `is asked of an editor without "${need}"`);
      this.#say(said.method, said.params, model().requests.get(said.method));
    }
  }

  /** The editor goes; whatever it asked has been answered. */
  end(): void {
    for (const method of this.#asked.client.values()) this.#wrong(method, 'was never answered');
    this.#asked.client.clear();
  }

  #say(method: string, params: unknown, known: Message | undefined): void {
    if (!this.#isBegun && !EARLY.has(method)) this.#wrong(method, 'is said before initialize is answered');
    if (known === undefined) {
      this.#wrong(method, 'is no message of the protocol');
      return;
    }
    if (known.direction === 'clientToServer') this.#wrong(method, 'is for editors to say');
    if (known.params !== undefined) this.#compare(method, known.params, params, 'params');
    if (method === 'client/registerCapability') this.#register((params as { registrations: Registration[] }).registrations);
  }

  #register(registrations: readonly Registration[]): void {
    for (const { method, registerOptions } of registrations) {
      const known = model().requests.get(method) ?? model().notifications.get(method);
      if (known === undefined) this.#wrong(method, 'is registered and is no message of the protocol');
      else if (known.registration !== undefined && registerOptions !== undefined) this.#compare(method, known.registration, registerOptions, 'registerOptions');
      const paths = [method.replace('/', '.'), method.replace('/did', '.did'), method.replace(/^textDocument\/did\w+$/, 'textDocument.synchronization')];
      if (!paths.some((path) => this.#can(`${path}.dynamicRegistration`))) {
        this.#wrong(method, 'is registered with an editor that takes no such registration');
      }
    }
  }

  #answer({ id, result, error }: Written): void {
    const method = id === undefined ? undefined : this.#asked.client.get(id);
    if (id === undefined || method === undefined) {
      this.#wrong('an answer', `belongs to no question: ${JSON.stringify(id)}`);
      return;
    }
    this.#asked.client.delete(id);
    if (method === 'initialize') this.#isBegun = true;
    if ((result === undefined) === (error === undefined)) this.#wrong(method, 'is answered with both a result and an error, or with neither');
    if (error === undefined) {
      const known = model().requests.get(method)?.result;
      if (known !== undefined) this.#compare(method, known, result, 'result');
      return;
    }
    const code = error.code as number;
    if (!Number.isInteger(code) || typeof error.message !== 'string' || error.message === '') this.#wrong(method, 'fails without a code or a message');
    else if (code === LSPErrorCodes.RequestCancelled && !this.#withdrawn.has(id)) this.#wrong(method, 'is cancelled though nobody withdrew it');
    else if (!REFUSALS.has(code) && !FAILURES.has(code)) this.#wrong(method, `fails with ${code}: ${error.message}`);
  }

  #compare(method: string, type: Parameters<typeof flaws>[1], value: unknown, what: string): void {
    for (const { path, message } of flaws(model(), type, value, what)) this.#wrong(method, `${path}: ${message}`);
  }

  #can(path: string): boolean {
    let able = this.#able as Record<string, unknown> | undefined;
    for (const step of path.split('.')) able = able?.[step] as Record<string, unknown> | undefined;
    return able !== undefined && (able as unknown) !== false;
  }

  #wrong(what: string, message: string): void {
    this.wrong.push(`${what} ${message}`);
  }
}

interface Registration {
  readonly method: string;
  readonly registerOptions?: unknown;
}
