// An editor with one document, for any language server that speaks over standard input and output.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { memory, worked } from './processes.mjs';

/** So long is waited for problems that do not come. */
const PATIENCE = 120_000;

const CAPABILITIES = {
  workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true }, diagnostics: { refreshSupport: true } },
  window: { workDoneProgress: true },
  textDocument: {
    publishDiagnostics: { versionSupport: true },
    diagnostic: { dynamicRegistration: false },
    completion: { completionItem: { snippetSupport: true } },
    hover: { contentFormat: ['markdown', 'plaintext'] },
  },
};

export class Editor {
  /** Milliseconds from the start of the process to the answer to `initialize`. */
  startup;
  #child;
  #connection;
  #pulls;
  #uri;
  #text;
  #lines;
  #version = 1;
  #waiting = new Set();
  #signature = '';
  #isOpening = false;
  /** When the document was opened, and when its problems were last other ones. */
  #opened = 0;
  #changed = 0;
  /** The answer that is waited for, where the server asked to be asked again. */
  #pulling;

  /** `server` is the command; `settings` are those that it may ask for, by section. */
  static async start(server, { settings = {}, folder } = {}) {
    const editor = new Editor();
    const began = performance.now();
    const child = spawn(process.execPath, [...server, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'], env: { ...process.env, NODE_OPTIONS: '' } });
    const connection = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.onRequest('workspace/configuration', ({ items }) => items.map(({ section }) => settings[section] ?? null));
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('window/workDoneProgress/create', () => null);
    connection.onRequest('workspace/diagnostic/refresh', () => {
      if (editor.#isOpening) editor.#pulling = editor.#pull();
      return null;
    });
    connection.onNotification('textDocument/publishDiagnostics', (told) => editor.#told(told));
    connection.onError(() => {});
    connection.listen();
    editor.#child = child;
    editor.#connection = connection;
    const uri = folder === undefined ? null : pathToFileURL(folder).href;
    const workspaceFolders = uri === null ? null : [{ uri, name: 'bench' }];
    const { capabilities } = await connection.sendRequest('initialize', { processId: process.pid, rootUri: uri, workspaceFolders, capabilities: CAPABILITIES });
    editor.startup = performance.now() - began;
    editor.#pulls = capabilities.diagnosticProvider !== undefined;
    await connection.sendNotification('initialized', {});
    if (Object.keys(settings).length > 0) await connection.sendNotification('workspace/didChangeConfiguration', { settings });
    return editor;
  }

  /** Opens a document; resolves with the milliseconds until its first problems are there. */
  async open(file, languageId) {
    this.#text = readFileSync(file, 'utf8');
    this.#lines = [0, ...[...this.#text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    this.#uri = pathToFileURL(path.resolve(file)).href;
    const textDocument = { uri: this.#uri, languageId, version: this.#version, text: this.#text };
    this.#isOpening = true;
    this.#opened = performance.now();
    return this.#problemsAfter(() => this.#connection.sendNotification('textDocument/didOpen', { textDocument }), false);
  }

  /**
   * Waits until the server rests after a document was opened, and resolves with the milliseconds until the last of its problems were there:
   * some servers say a part at once and ask to be asked again.
   */
  async settled() {
    for (let [quiet, before] = [0, this.worked]; quiet < 3; ) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      await this.#pulling;
      const now = this.worked;
      quiet = now - before >= 10 ? 0 : quiet + 1;
      before = now;
    }
    this.#isOpening = false;
    return this.#changed - this.#opened;
  }

  /** The places right after each match of a pattern in the document. */
  places(pattern) {
    return [...this.#text.matchAll(pattern)].map((match) => match.index + match[0].length);
  }

  /**
   * Types a letter at a place and takes it away again, so often, and resolves with the milliseconds that each stroke took until its
   * problems were there. The letter makes a word wrong: a stroke that changes no problem is an error of the bench.
   */
  async type(offset, strokes) {
    const took = [];
    const start = this.#positionAt(offset);
    for (let i = 0; i < strokes; i++) {
      took.push(await this.#problemsAfter(() => this.#stroke(start), true));
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return took;
  }

  /** Types as `type` does and asks for completion at once. */
  async completeAfterTyping(offset, strokes) {
    const took = [];
    const position = this.#positionAt(offset);
    for (let i = 0; i < strokes; i++) {
      const began = performance.now();
      await this.#stroke(position);
      await this.#connection.sendRequest('textDocument/completion', { textDocument: { uri: this.#uri }, position });
      took.push(performance.now() - began);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    return took;
  }

  /** Asks a question at each of the places; resolves with the milliseconds of each answer. */
  async ask(method, offsets) {
    const took = [];
    for (const offset of offsets) {
      const position = this.#positionAt(offset);
      const began = performance.now();
      await this.#connection.sendRequest(`textDocument/${method}`, { textDocument: { uri: this.#uri }, position });
      took.push(performance.now() - began);
    }
    return took;
  }

  get memory() {
    return memory(this.#child.pid);
  }

  get worked() {
    return worked(this.#child.pid);
  }

  async end() {
    const gone = new Promise((resolve) => this.#child.once('exit', resolve));
    const ending = setTimeout(() => this.#child.kill('SIGKILL'), 3000);
    await this.#connection
      .sendRequest('shutdown')
      .then(() => this.#connection.sendNotification('exit'))
      .catch(() => {});
    await gone;
    clearTimeout(ending);
    this.#connection.dispose();
  }

  async #stroke(start) {
    const typed = this.#version % 2 === 1;
    this.#version++;
    await this.#connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.#uri, version: this.#version },
      contentChanges: [{ range: { start, end: typed ? start : { line: start.line, character: start.character + 1 } }, text: typed ? 'x' : '' }],
    });
  }

  async #problemsAfter(act, mustChange) {
    const before = this.#signature;
    const began = performance.now();
    if (this.#pulls) {
      await act();
      await this.#pull();
      const took = performance.now() - began;
      if (mustChange && this.#signature === before) throw new Error('a stroke changed no problem');
      return took;
    }
    const heard = new Promise((resolve, reject) => {
      const waits = { before: mustChange ? before : undefined, resolve, late: setTimeout(() => reject(new Error('no problems were told')), PATIENCE) };
      this.#waiting.add(waits);
    });
    await act();
    await heard;
    return performance.now() - began;
  }

  async #pull() {
    const { items = [] } = await this.#connection.sendRequest('textDocument/diagnostic', { textDocument: { uri: this.#uri } });
    const told = signature(items);
    if (told !== this.#signature) this.#changed = performance.now();
    this.#signature = told;
  }

  #told({ uri, version, diagnostics }) {
    if (decodeURIComponent(uri) !== decodeURIComponent(this.#uri ?? '') || (version !== undefined && version !== null && version < this.#version)) return;
    const told = signature(diagnostics);
    if (told !== this.#signature) this.#changed = performance.now();
    for (const waits of this.#waiting) {
      if (waits.before === told) continue;
      clearTimeout(waits.late);
      this.#waiting.delete(waits);
      waits.resolve();
    }
    this.#signature = told;
  }

  #positionAt(offset) {
    const line = this.#lines.findLastIndex((start) => start <= offset);
    return { line, character: offset - this.#lines[line] };
  }
}

const signature = (problems) => JSON.stringify(problems.map(({ range, message }) => [range.start, message]));
