import { type Disposable, Uri, type WebviewPanel } from 'vscode';
import { say } from '../../../server/src/text/say.ts';
import { ask } from '../asking.ts';
import { type CompareResult, compare } from '../messages.ts';
import { fill, openAt } from '../preview/open.ts';
import { fromPage, type ToPage } from '../preview/said.ts';
import { asked, type Base, nameOf } from './base.ts';

/** What a plan means now and meant before, in a panel of its own. Its page is that of the preview, and lets in as little. */
export class ComparisonPanel implements Disposable {
  readonly panel: WebviewPanel;
  readonly uri: Uri;
  #base: Base;
  #result: CompareResult | undefined;
  #ready = false;
  #asking = 0;

  constructor(panel: WebviewPanel, extension: Uri, uri: Uri, base: Base) {
    this.panel = panel;
    this.uri = uri;
    this.#base = base;
    panel.iconPath = Uri.joinPath(extension, 'icons', 'icon.png');
    fill(panel, extension);
    panel.webview.onDidReceiveMessage((message) => this.#received(message));
    panel.onDidChangeViewState(() => void this.refresh());
  }

  /** What is shown, for the tests. */
  get result(): CompareResult | undefined {
    return this.#result;
  }

  with(base: Base): void {
    this.#base = base;
    void this.refresh();
  }

  async refresh(): Promise<void> {
    if (!this.#ready || !this.panel.visible) return;
    const now = ++this.#asking;
    try {
      const result = await ask<CompareResult>(compare, { uri: this.uri.toString(), base: await asked(this.#base) });
      if (now !== this.#asking) return;
      if (result === undefined) throw new Error('the server gave no answer; its output says why');
      this.#show(result);
    } catch (error) {
      this.#say({ type: 'trouble', message: say`The comparison is not up to date: ${error instanceof Error ? error.message : String(error)}.` });
    }
  }

  dispose(): void {
    this.panel.dispose();
  }

  #show(result: CompareResult): void {
    const same = this.#result?.html === result.html;
    this.#result = result;
    const title = `${result.title} and ${nameOf(this.#base)}`;
    this.panel.title = title;
    if (!same) this.#say({ type: 'show', uri: this.uri.toString(), view: 'comparison', title, views: [], html: result.html });
  }

  #received(value: unknown): void {
    const message = fromPage(value);
    if (message?.type === 'ready') {
      // A page that was hidden has lost everything, so it is sent everything.
      this.#ready = true;
      this.#result = undefined;
      void this.refresh();
    } else if (message?.type === 'open') {
      const file = this.#result?.files[message.file];
      if (file !== undefined) void openAt(Uri.parse(file), message.line - 1, this.panel.viewColumn);
    }
  }

  #say(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}
