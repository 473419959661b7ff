import assert from 'node:assert/strict';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { diskFiles } from '../../server/src/host/disk.ts';
import { Editor, folderUri } from '../editor.ts';
import type { Deed, Texts } from './repository.ts';

/** How long a server may take until what it says is that of a server that is started now, in milliseconds. */
const PATIENCE = 30_000;

/** A folder of plans on disk, open in an editor of a real server, and lived in. */
export class Living {
  readonly root = mkdtempSync(path.join(tmpdir(), 'iplan-living-'));
  readonly open = new Map<string, string>();
  readonly #editor: Editor;

  private constructor(editor: Editor) {
    this.#editor = editor;
  }

  static async in(editor: Editor, texts: Texts): Promise<Living> {
    const living = new Living(editor);
    for (const [file, text] of Object.entries(texts)) living.#write(file, text);
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [living.#folder], removed: [] } });
    return living;
  }

  async end(): Promise<void> {
    for (const file of this.open.keys()) await this.#editor.close(this.#uri(file));
    await this.#editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [this.#folder] } });
    rmSync(this.root, { recursive: true, force: true });
  }

  async does(deed: Deed): Promise<void> {
    if (deed.do === 'write') return this.#changed(() => this.#write(deed.path, deed.text), [deed.path]);
    if (deed.do === 'checkout') {
      const all = [...new Set([...this.#files(), ...Object.keys(deed.texts)])];
      return this.#changed(() => {
        for (const file of all) this.#write(file, deed.texts[file]);
      }, all);
    }
    const file = this.#plan(deed.file);
    if (file === undefined) return;
    if (deed.do === 'remove') return this.#changed(() => this.#write(file, undefined), [file]);
    if (deed.do === 'open') return this.#opens(file);
    if (deed.do === 'close') return this.#closes(file);
    if (deed.do === 'save') return this.#saves(file);
    if (deed.do === 'move') return this.#moves(file, path.join(deed.to, path.basename(file)));
    await this.#opens(file);
    const text = this.open.get(file) as string;
    if (deed.do === 'type') {
      const start = Math.min(text.length, Math.floor(deed.at * (text.length + 1)));
      return this.#edits(file, [editOf(text, start, Math.min(text.length, start + deed.remove), deed.insert)]);
    }
    if (deed.do === 'paste') {
      const lines = this.#text(this.#plan(deed.from) as string).split('\n');
      const from = Math.floor(deed.line * lines.length);
      const at = text.indexOf('\n', Math.floor(deed.at * text.length)) + 1;
      return this.#edits(file, [editOf(text, at, at, `${lines.slice(from, from + deed.lines).join('\n')}\n`)]);
    }
    if (deed.do !== 'rename') return;
    const position = TextDocument.create('', '', 0, text).positionAt(Math.floor(deed.at * text.length));
    const edit = await this.#editor
      .at<WorkspaceEdit | null>('rename', this.#uri(file), position.line, position.character, { newName: deed.name })
      .catch(() => null);
    await this.#applies(edit);
  }

  /** Holds everything that the server says against what a server says that is started now. */
  async isFresh(): Promise<void> {
    const cold = Editor.inProcess(diskFiles(() => {}));
    await cold.start({ folders: [folderUri(this.root)], rich: true });
    for (const [file, text] of this.open) await cold.open(this.#uri(file), text);
    const fresh = await this.#said(cold);
    await cold.end();
    for (const end = Date.now() + PATIENCE; ; ) {
      const said = await this.#said(this.#editor);
      if (JSON.stringify(said) === JSON.stringify(fresh)) return;
      if (Date.now() > end) assert.deepEqual(said, fresh);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** The problems of every file and the answers about every open one. */
  async #said(editor: Editor): Promise<unknown> {
    const said: Record<string, unknown> = {};
    const files = [...new Set([...this.#files(), ...this.open.keys()])].filter((file) => !file.endsWith('.csv'));
    for (const file of files) {
      const report = await editor.pull(this.#uri(file));
      said[file] =
        report.kind === 'full' ? report.items.map(({ code, range, message }) => `${range.start.line}:${range.start.character} ${code} ${message}`) : report;
    }
    for (const [file, text] of this.open) {
      const uri = this.#uri(file);
      const textDocument = { uri };
      const ask = (method: string, more: object = {}) => editor.connection.sendRequest(`textDocument/${method}`, { textDocument, ...more });
      const document = TextDocument.create('', '', 0, text);
      const places = [0.2, 0.5, 0.8].map((part): Position => document.positionAt(Math.floor(part * text.length)));
      said[`answers about ${file}`] = [
        await ask('documentSymbol'),
        await ask('foldingRange'),
        ((await ask('semanticTokens/full')) as { data: number[] }).data.join(),
        await ask('codeLens'),
        ...(await Promise.all(
          places.flatMap((position) => ['hover', 'definition', 'completion', 'documentHighlight'].map((method) => ask(method, { position }))),
        )),
      ];
    }
    // What lies in other folders the server may have open, and in the library, is none of this one's.
    const symbols = await editor.connection.sendRequest<{ name: string; location: { uri: string } }[]>('workspace/symbol', { query: '' });
    said['symbols'] = symbols
      .filter(({ location }) => location.uri.startsWith(this.#folder.uri))
      .map(({ name, location }) => `${location.uri} ${name}`)
      .sort();
    return said;
  }

  get #folder(): { uri: string; name: string } {
    return { uri: folderUri(this.root), name: 'w' };
  }

  #uri(file: string): string {
    return pathToFileURL(path.join(this.root, file)).href;
  }

  #files(): string[] {
    return readdirSync(this.root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(this.root, path.join(entry.parentPath, entry.name)))
      .sort();
  }

  #plan(number: number): string | undefined {
    const plans = [...new Set([...this.#files(), ...this.open.keys()])].filter((file) => file.endsWith('.iplan')).sort();
    return plans[number % plans.length];
  }

  #text(file: string): string {
    return this.open.get(file) ?? readFileSync(path.join(this.root, file), 'utf8');
  }

  #write(file: string, text: string | undefined): void {
    const at = path.join(this.root, file);
    if (text === undefined) rmSync(at, { force: true });
    else {
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, text);
    }
  }

  async #changed(change: () => void, files: readonly string[]): Promise<void> {
    const before = new Set(files.filter((file) => existsSync(path.join(this.root, file))));
    change();
    const type = (file: string) => (existsSync(path.join(this.root, file)) ? (before.has(file) ? 2 : 1) : 3);
    await this.#editor.disk(...files.map((file) => ({ uri: this.#uri(file), type: type(file) as 1 | 2 | 3 })));
  }

  async #opens(file: string): Promise<void> {
    if (this.open.has(file)) return;
    this.open.set(file, this.#text(file));
    await this.#editor.open(this.#uri(file), this.open.get(file) as string);
  }

  async #closes(file: string): Promise<void> {
    if (this.open.delete(file)) await this.#editor.close(this.#uri(file));
  }

  async #saves(file: string): Promise<void> {
    const text = this.open.get(file);
    if (text === undefined) return;
    await this.#changed(() => this.#write(file, text), [file]);
    await this.#editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: this.#uri(file) } });
  }

  /** As an editor does: it asks what else changes, moves the file, and opens it anew under its other name. */
  async #moves(file: string, to: string): Promise<void> {
    if (to === file || existsSync(path.join(this.root, to)) || !existsSync(path.join(this.root, file))) return;
    const files = [{ oldUri: this.#uri(file), newUri: this.#uri(to) }];
    await this.#applies(await this.#editor.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', { files }));
    const text = this.open.get(file);
    await this.#closes(file);
    await this.#changed(() => {
      mkdirSync(path.dirname(path.join(this.root, to)), { recursive: true });
      renameSync(path.join(this.root, file), path.join(this.root, to));
    }, [file, to]);
    if (text === undefined) return;
    await this.#opens(to);
    const now = this.open.get(to) as string;
    if (now !== text) await this.#edits(to, [editOf(now, 0, now.length, text)]);
  }

  async #edits(file: string, edits: readonly TextEdit[]): Promise<void> {
    for (const { range, newText } of edits) await this.#editor.edit(this.#uri(file), range.start, range.end, newText);
    let document = TextDocument.create('', '', 0, this.open.get(file) as string);
    for (const { range, newText } of edits) document = TextDocument.update(document, [{ range, text: newText }], 1);
    this.open.set(file, document.getText());
  }

  /** Edits of open documents stay in the editor; those of other files are made on disk. The last edit of a file is made first. */
  async #applies(edit: WorkspaceEdit | null): Promise<void> {
    const changes =
      edit?.documentChanges?.flatMap((one) => ('edits' in one ? [[one.textDocument.uri, one.edits as TextEdit[]] as const] : [])) ??
      Object.entries(edit?.changes ?? {});
    for (const [uri, edits] of changes) {
      const file = path.relative(this.root, new URL(uri).pathname);
      if (file.startsWith('..')) continue;
      const backwards = [...edits].sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character);
      if (this.open.has(file)) await this.#edits(file, backwards);
      else {
        const document = TextDocument.create('', '', 0, this.#text(file));
        await this.#changed(() => this.#write(file, TextDocument.applyEdits(document, backwards)), [file]);
      }
    }
  }
}

function editOf(text: string, start: number, end: number, newText: string): TextEdit {
  const document = TextDocument.create('', '', 0, text);
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, newText };
}
