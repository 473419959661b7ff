import { commands, Disposable, type ExtensionContext, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import { say } from '../../../server/src/text/say.ts';
import { type Ask, Preview } from './panel.ts';
import { kept } from './said.ts';

const TYPE = 'iplan.preview';
/** Files on disk may change many at a time. */
const FILES = 300;

/** All previews: the commands that open them, and what makes them draw anew. */
export class Previews implements Disposable {
  readonly #open = new Set<Preview>();
  readonly #extension: Uri;
  readonly #ask: Ask;
  readonly #listening: Disposable;

  constructor(context: ExtensionContext, ask: Ask) {
    this.#extension = context.extensionUri;
    this.#ask = ask;
    this.#listening = Disposable.from(
      commands.registerCommand('iplan.openPreview', (uri?: unknown) => this.#openFor(uri, ViewColumn.Active)),
      commands.registerCommand('iplan.openPreviewToSide', (uri?: unknown) => this.#openFor(uri, ViewColumn.Beside)),
      window.registerWebviewPanelSerializer(TYPE, { deserializeWebviewPanel: async (panel, state) => this.#revive(panel, state) }),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (document.languageId === 'iplan' && contentChanges.length > 0) this.refresh();
      }),
      workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration('iplan')) this.refresh(FILES);
      }),
      window.onDidChangeTextEditorSelection(({ textEditor }) => {
        for (const preview of this.#open) preview.follow(textEditor);
      }),
    );
  }

  /** What is open, for the tests. */
  get all(): readonly Preview[] {
    return [...this.#open];
  }

  /** The one that has the focus. */
  get active(): Preview | undefined {
    return this.all.find(({ panel }) => panel.active);
  }

  refresh(pause?: number): void {
    for (const preview of this.#open) preview.refresh(pause);
  }

  /** Plans, data or configurations were made, changed or removed on disk. */
  filesChanged(): void {
    this.refresh(FILES);
  }

  dispose(): void {
    this.#listening.dispose();
    for (const preview of this.#open) preview.panel.dispose();
  }

  #openFor(argument: unknown, column: ViewColumn): void {
    const uri = argument instanceof Uri ? argument : window.activeTextEditor?.document.uri;
    if (uri === undefined) {
      void window.showInformationMessage(say`Open a plan first: its preview is shown beside it.`);
      return;
    }
    const known = [...this.#open].find((preview) => preview.isOf(uri));
    if (known !== undefined) {
      known.panel.reveal(column === ViewColumn.Beside ? known.panel.viewColumn : column, column === ViewColumn.Beside);
      return;
    }
    const panel = window.createWebviewPanel(TYPE, say`Preview`, { viewColumn: column, preserveFocus: column === ViewColumn.Beside });
    this.#take(panel, uri, '');
  }

  #revive(panel: WebviewPanel, state: unknown): void {
    const before = kept(state);
    if (before === undefined) panel.dispose();
    else this.#take(panel, Uri.parse(before.uri), before.view);
  }

  #take(panel: WebviewPanel, uri: Uri, view: string): void {
    panel.iconPath = Uri.joinPath(this.#extension, 'icons', 'icon.png');
    this.#open.add(new Preview(panel, this.#extension, uri, view, this.#ask, (gone) => this.#open.delete(gone)));
  }
}
