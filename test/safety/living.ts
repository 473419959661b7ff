import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Position, TextEdit, WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { diskFiles } from '../../server/src/host/disk.ts';
import { Editor, folderUri } from '../editor.ts';
import { becomesFresh, filesOf, type Hands, textOf, write } from './hands.ts';
import type { Texts } from './repository.ts';

/** How long a server may take until what it says is that of a server that is started now, in milliseconds. */
const PATIENCE = 30_000;

/** A folder of plans on disk, open in an editor of a real server, and lived in. */
export class Living implements Hands {
  readonly root = mkdtempSync(path.join(tmpdir(), 'iplan-living-'));
  readonly open = new Map<string, string>();
  readonly #editor: Editor;

  private constructor(editor: Editor) {
    this.#editor = editor;
  }

  static async in(editor: Editor, texts: Texts): Promise<Living> {
    const living = new Living(editor);
    write(living.root, texts);
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [living.#folder], removed: [] } });
    return living;
  }

  async end(): Promise<void> {
    for (const file of this.open.keys()) await this.#editor.close(this.#uri(file));
    await this.#editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: [this.#folder] } });
    rmSync(this.root, { recursive: true, force: true });
  }

  async opens(file: string): Promise<void> {
    if (this.open.has(file)) return;
    this.open.set(file, textOf(this, file));
    await this.#editor.open(this.#uri(file), this.open.get(file) as string);
  }

  async closes(file: string): Promise<void> {
    if (this.open.delete(file)) await this.#editor.close(this.#uri(file));
  }

  async saves(file: string): Promise<void> {
    const text = this.open.get(file);
    if (text === undefined) return;
    await this.finds({ [file]: text });
    await this.#editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri: this.#uri(file) } });
  }

  types(file: string, start: number, end: number, text: string): Promise<void> {
    return this.#edits(file, [editOf(this.open.get(file) as string, start, end, text)]);
  }

  async renames(file: string, at: number, newName: string): Promise<void> {
    const { line, character } = TextDocument.create('', '', 0, this.open.get(file) as string).positionAt(at);
    await this.#applies(await this.#editor.at<WorkspaceEdit | null>('rename', this.#uri(file), line, character, { newName }).catch(() => null));
  }

  /** As an editor does: it asks what else changes, moves the file, and opens it anew under its other name. */
  async moves(file: string, to: string): Promise<void> {
    const files = [{ oldUri: this.#uri(file), newUri: this.#uri(to) }];
    await this.#applies(await this.#editor.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', { files }));
    const text = this.open.get(file);
    await this.closes(file);
    await this.#changed(() => {
      mkdirSync(path.dirname(path.join(this.root, to)), { recursive: true });
      renameSync(path.join(this.root, file), path.join(this.root, to));
    }, [file, to]);
    if (text === undefined) return;
    await this.opens(to);
    const now = this.open.get(to) as string;
    if (now !== text) await this.types(to, 0, now.length, text);
  }

  removes(file: string): Promise<void> {
    return this.finds({ [file]: undefined });
  }

  finds(texts: Readonly<Record<string, string | undefined>>): Promise<void> {
    return this.#changed(() => write(this.root, texts), Object.keys(texts));
  }

  /** Holds everything that the server says against what a server says that is started now. */
  isFresh(): Promise<void> {
    const fresh = async () => {
      const cold = Editor.inProcess(diskFiles(() => {}));
      await cold.start({ folders: [folderUri(this.root)], rich: true, refreshes: false });
      for (const [file, text] of this.open) await cold.open(this.#uri(file), text);
      await cold.reads();
      const said = await this.#said(cold);
      await cold.end();
      return said;
    };
    return becomesFresh(fresh, () => this.#said(this.#editor), PATIENCE);
  }

  /** The problems of every file and the answers about every open one. */
  async #said(editor: Editor): Promise<unknown> {
    const said: Record<string, unknown> = {};
    for (const file of filesOf(this).filter((one) => !one.endsWith('.csv'))) {
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

  async #changed(change: () => void, files: readonly string[]): Promise<void> {
    const before = new Set(files.filter((file) => existsSync(path.join(this.root, file))));
    change();
    const type = (file: string) => (existsSync(path.join(this.root, file)) ? (before.has(file) ? 2 : 1) : 3);
    await this.#editor.disk(...files.map((file) => ({ uri: this.#uri(file), type: type(file) as 1 | 2 | 3 })));
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
        const document = TextDocument.create('', '', 0, readFileSync(path.join(this.root, file), 'utf8'));
        await this.finds({ [file]: TextDocument.applyEdits(document, backwards) });
      }
    }
  }
}

function editOf(text: string, start: number, end: number, newText: string): TextEdit {
  const document = TextDocument.create('', '', 0, text);
  return { range: { start: document.positionAt(start), end: document.positionAt(end) }, newText };
}
