import { type ChildProcess, spawn } from 'node:child_process';
import { until } from '../editor.ts';
import { program } from '../program.ts';

/** A message as it travels, of whatever shape. */
export interface Message {
  readonly id?: unknown;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** A real server at the other end of a pipe through which anything can be sent, right or wrong. */
export class Wire {
  readonly child: ChildProcess;
  readonly heard: Message[] = [];
  /** How the server ended; absent while it runs. */
  ended: { readonly code: number | null; readonly signal: string | null } | undefined;
  errors = '';
  /** What is answered to requests of the server, by method; requests that are not here are left without an answer. */
  readonly replies = new Map<string, (params: unknown) => unknown>();
  #bytes: Buffer = Buffer.alloc(0);
  #ids = 0;

  /** Flags for the process, the program itself, and what its environment has more. */
  constructor(flags: readonly string[] = [], server = program('server'), env: Readonly<Record<string, string>> = {}) {
    this.child = spawn(process.execPath, [...flags, ...server, '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env } });
    this.child.stdout?.on('data', (bytes: Buffer) => this.#take(bytes));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.errors += text;
    });
    this.child.stdin?.on('error', () => {}); // Whoever has ended takes nothing any more; `ended` says so.
    this.child.on('exit', (code, signal) => {
      this.ended = { code, signal };
    });
  }

  /** Sends a message, or any other text in its place. */
  send(message: unknown): void {
    const body = Buffer.from(typeof message === 'string' ? message : JSON.stringify(message));
    this.child.stdin?.write(Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]));
  }

  tell(method: string, params: unknown): void {
    this.send({ jsonrpc: '2.0', method, params });
  }

  /** Asks, and waits for the answer for so many milliseconds. */
  async ask(method: string, params: unknown, ms = 10_000): Promise<Message> {
    const id = `asked-${++this.#ids}`;
    this.send({ jsonrpc: '2.0', id, method, params });
    return until(`answer to ${method}${this.ended === undefined ? '' : `, the server ended`}`, () => this.answer(id), ms);
  }

  answer(id: unknown): Message | undefined {
    return this.heard.find((message) => message.method === undefined && message.id === id);
  }

  /** What the server said in its log. */
  get log(): readonly string[] {
    return this.heard.filter(({ method }) => method === 'window/logMessage').map(({ params }) => (params as { message: string }).message);
  }

  async start(
    folders: readonly string[],
    capabilities: unknown = { workspace: { workspaceFolders: true }, textDocument: { diagnostic: {} } },
    more: object = {},
  ): Promise<this> {
    const workspaceFolders = folders.map((uri) => ({ uri, name: uri }));
    await this.ask('initialize', { processId: null, rootUri: null, workspaceFolders, capabilities, ...more });
    this.tell('initialized', {});
    return this;
  }

  async end(): Promise<void> {
    if (this.ended !== undefined) return;
    this.child.kill('SIGKILL');
    await until('end of the server', () => this.ended);
  }

  #take(bytes: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]);
    for (;;) {
      const head = this.#bytes.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#bytes.toString('latin1', 0, head))?.[1]);
      if (this.#bytes.length < head + 4 + length) return;
      const message = JSON.parse(this.#bytes.toString('utf8', head + 4, head + 4 + length)) as Message;
      this.heard.push(message);
      const reply = message.id === undefined ? undefined : this.replies.get(message.method ?? '');
      if (reply !== undefined) this.send({ jsonrpc: '2.0', id: message.id, result: reply(message.params) });
      this.#bytes = this.#bytes.subarray(head + 4 + length);
    }
  }
}
