import { type LSPClient, LSPPlugin, Workspace, type WorkspaceFile } from '@codemirror/lsp-client';
import type { EditorState, Text, TransactionSpec } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { addressOf, isPlan, type Texts } from './addresses.ts';

const LANGUAGE = 'iplan';

/** A file of what is open. Its state keeps the cursor and what can be undone while another file is shown. */
export interface OpenFile extends WorkspaceFile {
  doc: Text;
  version: number;
  readonly path: string;
  /** It came with the server, to be looked at only. */
  readonly isFramework: boolean;
  state: EditorState;
  view: EditorView | null;
}

/** What the files need of the editor around them. */
export interface Surroundings {
  readonly stateFor: (file: Pick<OpenFile, 'uri' | 'path' | 'isFramework'>, text: string) => EditorState;
  /** Puts a file in front; nothing where the address is of no file that can be shown. */
  readonly display: (uri: string) => Promise<EditorView | null>;
  /** A file that is not shown was changed. */
  readonly changedBehind: (file: OpenFile) => void;
}

/**
 * All files that are open, whether or not one sees them: the server has every plan open from the beginning, so that what is typed in one
 * file counts in all others at once. One editor shows one of them at a time.
 */
export class Files extends Workspace {
  files: OpenFile[] = [];
  readonly #around: Surroundings;

  constructor(client: LSPClient, texts: Texts, around: Surroundings) {
    super(client);
    this.#around = around;
    for (const [path, text] of texts) this.add({ uri: addressOf(path), path, isFramework: false }, text);
  }

  add(named: Pick<OpenFile, 'uri' | 'path' | 'isFramework'>, text: string): OpenFile {
    const state = this.#around.stateFor(named, text);
    const file: OpenFile = { ...named, languageId: LANGUAGE, version: 0, doc: state.doc, state, view: null, getView: () => file.view };
    this.files.push(file);
    return file;
  }

  override getFile(uri: string): OpenFile | null {
    return this.files.find((file) => file.uri === uri) ?? null;
  }

  /** The texts as they are typed. */
  get texts(): Texts {
    return new Map(this.files.filter(({ isFramework }) => !isFramework).map((file) => [file.path, (file.view?.state ?? file.state).doc.toString()]));
  }

  override connected(): void {
    for (const file of this.files) if (isPlan(file.path)) this.client.didOpen(file);
  }

  /** Shows a file in the editor, which keeps how the one before stood. */
  show(file: OpenFile, view: EditorView): void {
    this.client.sync();
    const before = this.files.find((one) => one.view === view);
    if (before === file) return;
    if (before !== undefined) before.state = view.state;
    view.setState(file.state);
    // Data and configurations are no texts of the language; no plugin tells of them.
    if (before !== undefined) before.view = null;
    file.view = view;
  }

  override openFile(uri: string, _language: string, view: EditorView): void {
    const file = this.getFile(uri);
    if (file !== null) file.view = view;
  }

  override closeFile(uri: string, view: EditorView): void {
    const file = this.getFile(uri);
    if (file?.view === view) file.view = null;
  }

  override syncFiles() {
    return this.files.flatMap((file) => {
      const plugin = file.view && LSPPlugin.get(file.view);
      if (!plugin || plugin.uri !== file.uri || plugin.unsyncedChanges.empty) return [];
      const update = { file, prevDoc: file.doc, changes: plugin.unsyncedChanges };
      file.doc = plugin.view.state.doc;
      file.version++;
      plugin.clear();
      return [update];
    });
  }

  /** Changes a file, shown or not. */
  override updateFile(uri: string, update: TransactionSpec): void {
    const file = this.getFile(uri);
    if (file === null) return;
    if (file.view !== null) {
      file.view.dispatch(update);
      return;
    }
    file.state = file.state.update(update).state;
    file.doc = file.state.doc;
    file.version++;
    this.client.notification('textDocument/didChange', {
      textDocument: { uri, version: file.version },
      contentChanges: [{ text: file.doc.toString() }],
    });
    this.#around.changedBehind(file);
  }

  override displayFile(uri: string): Promise<EditorView | null> {
    return this.#around.display(uri);
  }
}
