import assert from 'node:assert/strict';
import type { Diagnostic } from 'vscode-languageserver';
import { Editor, MadeUpFiles, until } from '../editor.ts';

/** The problems of each file that has any: the line and the rule of each. */
export type Shown = Readonly<Record<string, readonly string[]>>;

const lines = (found: readonly Diagnostic[]): string[] => found.map(({ code, range }) => `${range.start.line + 1} ${code}`).sort();
const byFile = (shown: ReadonlyMap<string, readonly string[]>): Shown => Object.fromEntries([...shown].filter(([, found]) => found.length > 0).sort());

/**
 * An editor as one looks at it: folders, documents that are open, and the problems under their lines. It either takes what the server
 * publishes, or asks as VS Code does: for a document whenever it changes, for everything else in a question that stays open. Problems
 * of a document go before those that are told of the workspace.
 */
export class Screen {
  readonly files: MadeUpFiles;
  readonly editor: Editor;
  readonly pulls: boolean;
  readonly open = new Map<string, string>();
  readonly #shown = new Map<string, readonly string[]>();
  readonly #ids = new Map<string, string>();
  #folders: readonly string[];
  #isOver = false;

  private constructor(files: MadeUpFiles, pulls: boolean, folders: readonly string[]) {
    this.files = files;
    this.pulls = pulls;
    this.#folders = folders;
    this.editor = Editor.inProcess(files);
    this.editor.onRefresh = () => {
      for (const uri of this.open.keys()) void this.#pull(uri);
    };
  }

  static async on(texts: Readonly<Record<string, string>>, { pulls = true, folders = ['file:///w'] as readonly string[] } = {}): Promise<Screen> {
    const screen = new Screen(new MadeUpFiles(texts), pulls, folders);
    await screen.editor.start({ pulls, folders });
    if (pulls) void screen.#follow();
    return screen;
  }

  /** What is on the screen now. */
  get shown(): Shown {
    if (this.pulls) return byFile(this.#shown);
    return byFile(new Map(this.editor.published.map(({ uri, diagnostics }) => [uri, lines(diagnostics)])));
  }

  async opens(uri: string, text = this.files.texts.get(uri) ?? ''): Promise<void> {
    this.open.set(uri, text);
    await this.editor.open(uri, text);
    await this.#pull(uri);
  }

  /** Replaces the whole text of an open document. */
  async types(uri: string, text: string): Promise<void> {
    this.open.set(uri, text);
    await this.editor.edit(uri, { line: 0, character: 0 }, { line: 1000, character: 0 }, text);
    await this.#pull(uri);
  }

  async saves(uri: string): Promise<void> {
    this.files.texts.set(uri, this.open.get(uri) as string);
    await this.editor.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await this.editor.disk({ uri, type: 2 });
  }

  async closes(uri: string): Promise<void> {
    this.open.delete(uri);
    await this.editor.close(uri);
    await this.#pull(uri);
    this.#ids.delete(uri);
  }

  /** Files are written and removed by others; the editor tells of all of it at once. */
  async disk(changes: Readonly<Record<string, string | undefined>>): Promise<void> {
    for (const [uri, text] of Object.entries(changes)) {
      if (text === undefined) this.files.texts.delete(uri);
      else this.files.texts.set(uri, text);
    }
    await this.editor.disk(...Object.entries(changes).map(([uri, text]) => ({ uri, type: text === undefined ? (3 as const) : (2 as const) })));
  }

  async changesFolders(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.#folders = [...this.#folders.filter((folder) => !removed.includes(folder)), ...added];
    const named = (uris: readonly string[]) => uris.map((uri) => ({ uri, name: uri }));
    await this.editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event: { added: named(added), removed: named(removed) } });
  }

  /** What a server shows that is started now, on the same files with the same documents open. */
  async fresh(): Promise<Shown> {
    const cold = Editor.inProcess(new MadeUpFiles(Object.fromEntries(this.files.texts)));
    await cold.start({ folders: this.#folders, refreshes: false });
    for (const [uri, text] of this.open) await cold.open(uri, text);
    await cold.reads();
    const shown = new Map<string, readonly string[]>();
    for (const uri of new Set([...this.files.texts.keys(), ...this.open.keys()])) {
      const report = await cold.pull(uri);
      shown.set(uri, report.kind === 'full' ? lines(report.items) : []);
    }
    await cold.end();
    return byFile(shown);
  }

  /** Waits until nothing on the screen is stale, and says what is when it stays so. */
  async isFresh(): Promise<Shown> {
    const fresh = await this.fresh();
    const same = () => JSON.stringify(this.shown) === JSON.stringify(fresh);
    await until('fresh screen', same, 15_000).catch(() => assert.deepEqual(this.shown, fresh));
    return fresh;
  }

  end(): Promise<unknown> {
    this.#isOver = true;
    return this.editor.end();
  }

  async #pull(uri: string): Promise<void> {
    if (!this.pulls) return;
    const report = await this.editor.pull(uri);
    if (report.kind === 'full') this.#shown.set(uri, lines(report.items));
  }

  async #follow(): Promise<void> {
    for (;;) {
      const report = await this.editor.pullAll([...this.#ids].map(([uri, value]) => ({ uri, value }))).catch(() => undefined);
      // After `shutdown` nothing more may be asked.
      if (this.#isOver || report === undefined || report.items.length === 0) return;
      for (const item of report.items) {
        this.#ids.set(item.uri, item.resultId as string);
        if (item.kind === 'full' && !this.open.has(item.uri)) this.#shown.set(item.uri, lines(item.items));
      }
    }
  }
}
