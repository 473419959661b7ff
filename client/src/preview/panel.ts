import { type CancellationToken, CancellationTokenSource, type Disposable, type TextEditor, Uri, type WebviewPanel, window } from 'vscode';
import { say } from '../../../server/src/text/say.ts';
import type { PreviewParams, PreviewResult } from '../messages.ts';
import { fill, openAt } from './open.ts';
import { fromPage, type ToPage } from './said.ts';

/** Asks the server for a view; nothing where it has none to give. */
export type Ask = (params: PreviewParams, token: CancellationToken) => Promise<PreviewResult | null>;

/** How long typing must rest before a view is drawn anew, and before what takes long is judged, in milliseconds. */
const PAUSE = 70;
const REST = 450;

/** Whether two addresses are the same, however each is spelled. */
const isSame = (file: string, uri: Uri): boolean => Uri.parse(file).toString() === uri.toString();
const among = (files: readonly string[] | undefined, uri: Uri): boolean => files?.some((file) => isSame(file, uri)) === true;

/** One preview: a plan, in a panel of its own. */
export class Preview implements Disposable {
  readonly panel: WebviewPanel;
  /** The document it was opened for; what is shown is the plan that it belongs to. */
  readonly uri: Uri;
  #view: string;
  #result: PreviewResult | undefined;
  #ready = false;
  #stale = true;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asking: CancellationTokenSource | undefined;
  /** Lines that the page itself led to need no following. */
  #ledTo: string | undefined;
  readonly #ask: Ask;
  readonly #gone: (preview: Preview) => void;

  constructor(panel: WebviewPanel, extension: Uri, uri: Uri, view: string, ask: Ask, gone: (preview: Preview) => void) {
    this.panel = panel;
    this.uri = uri;
    this.#view = view;
    this.#ask = ask;
    this.#gone = gone;
    fill(panel, extension);
    panel.webview.onDidReceiveMessage((message) => this.#received(message));
    panel.onDidChangeViewState(() => {
      if (panel.visible && this.#stale) this.refresh(0);
    });
    panel.onDidDispose(() => this.dispose());
  }

  /** What is shown, for the tests. */
  get result(): PreviewResult | undefined {
    return this.#result;
  }

  /** Whether a document is one of the plan that is shown. */
  isOf(uri: Uri): boolean {
    return uri.toString() === this.uri.toString() || among(this.#result?.own, uri);
  }

  /** Whether something that is shown stands in a document. */
  shows(uri: Uri): boolean {
    return this.isOf(uri) || among(this.#result?.files, uri);
  }

  /** Draws anew when nothing more comes for a moment. */
  refresh(pause = PAUSE): void {
    this.#stale = true;
    if (!this.panel.visible || !this.#ready) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#draw(false), pause);
  }

  follow(editor: TextEditor): void {
    const at = `${editor.document.uri} ${editor.selection.active.line}`;
    const file = this.#result?.files.findIndex((one) => isSame(one, editor.document.uri)) ?? -1;
    if (at !== this.#ledTo && file >= 0) this.#say({ type: 'cursor', file, line: editor.selection.active.line + 1 });
    this.#ledTo = undefined;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    this.#gone(this);
  }

  async #draw(rested: boolean): Promise<void> {
    this.#asking?.cancel();
    const asking = new CancellationTokenSource();
    this.#asking = asking;
    try {
      const result = await this.#ask({ uri: this.uri.toString(), view: this.#view, rested }, asking.token);
      if (asking.token.isCancellationRequested) return;
      if (result === null) throw new Error('the server could not draw it; its output says why');
      this.#show(result);
      this.#stale = false;
      if (!result.settled) this.#timer = setTimeout(() => void this.#draw(true), REST);
    } catch (error) {
      if (asking.token.isCancellationRequested) return;
      this.#say({ type: 'trouble', message: say`The preview is not up to date: ${error instanceof Error ? error.message : String(error)}.` });
    } finally {
      asking.dispose();
    }
  }

  #show(result: PreviewResult): void {
    const same = this.#result?.html === result.html && this.#result.view === result.view;
    this.#result = result;
    if (result.view !== '') this.#view = result.view;
    this.panel.title = result.title === '' ? say`Preview` : say`Preview: ${result.title}`;
    if (same) return;
    const { view, title, views, html } = result;
    this.#say({ type: 'show', uri: this.uri.toString(), view, title, views, html });
    const editor = window.visibleTextEditors.find(({ document }) => this.shows(document.uri));
    if (editor !== undefined && editor === window.activeTextEditor) this.follow(editor);
  }

  #received(value: unknown): void {
    const message = fromPage(value);
    if (message?.type === 'ready') {
      // A page that was hidden has lost everything, so it is sent everything.
      this.#ready = true;
      this.#result = undefined;
      void this.#draw(false);
    } else if (message?.type === 'view' && this.#result?.views.some(({ id }) => id === message.view)) {
      this.#view = message.view;
      void this.#draw(false);
    } else if (message?.type === 'open') {
      const file = this.#result?.files[message.file];
      if (file !== undefined) {
        void openAt(Uri.parse(file), message.line - 1, this.panel.viewColumn, (place) => {
          this.#ledTo = place;
        });
      }
    }
  }

  #say(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}
