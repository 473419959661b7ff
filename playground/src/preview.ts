import type { LSPClient } from '@codemirror/lsp-client';
import * as messages from '../../client/src/messages.ts';
import { fromPage, type ToPage } from '../../client/src/preview/said.ts';
import { say } from '../../server/src/text/say.ts';

/** How long typing must rest before a view is drawn anew, and before what takes long is judged, in milliseconds. */
const PAUSE = 70;
const REST = 450;

export interface Lines {
  /** Leads from what was clicked to its line, counted from 1. */
  readonly open: (uri: string, line: number) => void;
  /** The server has said which files belong to the plan that is shown. */
  readonly drawn: (result: messages.PreviewResult) => void;
}

/** The preview of a plan, in a frame of its own: the page, the messages and the drawing are those of the preview in VS Code. */
export class Preview {
  readonly #frame: HTMLIFrameElement;
  readonly #lines: Lines;
  #client: LSPClient | undefined;
  #uri = '';
  #view = '';
  #result: messages.PreviewResult | undefined;
  #ready = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The question whose answer is waited for; what comes to an older one is not shown. */
  #asking = 0;

  constructor(frame: HTMLIFrameElement, lines: Lines) {
    this.#frame = frame;
    this.#lines = lines;
    window.addEventListener('message', ({ source, data }) => {
      if (source === frame.contentWindow) this.#received(data);
    });
  }

  /** Shows the plan that a file belongs to. */
  show(client: LSPClient, uri: string): void {
    if (client === this.#client && (this.#result?.own.includes(uri) ?? uri === this.#uri)) return;
    const isOther = client !== this.#client;
    this.#client = client;
    this.#uri = uri;
    if (isOther) this.#begin();
    else this.refresh(0);
  }

  /** Other files have a page of their own, which stands at its top; it says when it is there. */
  #begin(): void {
    this.#ready = false;
    this.#result = undefined;
    this.#asking++;
    clearTimeout(this.#timer);
    this.#frame.src = 'preview.html';
  }

  /** Draws anew when nothing more comes for a moment. */
  refresh(pause = PAUSE): void {
    if (!this.#ready || this.#client === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#draw(false), pause);
  }

  /** The cursor stands in a line of a file, counted from 1. */
  follow(uri: string, line: number): void {
    const file = this.#result?.files.indexOf(uri) ?? -1;
    if (file >= 0) this.#say({ type: 'cursor', file, line });
  }

  async #draw(rested: boolean): Promise<void> {
    const client = this.#client;
    if (client === undefined) return;
    const asking = ++this.#asking;
    try {
      client.sync();
      const params: messages.PreviewParams = { uri: this.#uri, view: this.#view, rested };
      const result = await client.request<messages.PreviewParams, messages.PreviewResult | null>(messages.preview, params);
      if (asking !== this.#asking) return;
      if (result === null) throw new Error(say`the server could not draw it`);
      this.#show(result);
      if (!result.settled) this.#timer = setTimeout(() => void this.#draw(true), REST);
    } catch (error) {
      if (asking !== this.#asking) return;
      this.#say({ type: 'trouble', message: say`The preview is not up to date: ${error instanceof Error ? error.message : String(error)}.` });
    }
  }

  #show(result: messages.PreviewResult): void {
    const same = this.#result?.html === result.html && this.#result.view === result.view;
    this.#result = result;
    if (result.view !== '') this.#view = result.view;
    this.#lines.drawn(result);
    if (same) return;
    const { view, title, views, html } = result;
    this.#say({ type: 'show', uri: this.#uri, view, title, views, html });
  }

  #received(value: unknown): void {
    const message = fromPage(value);
    if (message?.type === 'ready') {
      this.#ready = true;
      this.#result = undefined;
      this.refresh(0);
    } else if (message?.type === 'view' && this.#result?.views.some(({ id }) => id === message.view)) {
      this.#view = message.view;
      void this.#draw(false);
    } else if (message?.type === 'open') {
      const file = this.#result?.files[message.file];
      if (file !== undefined) this.#lines.open(file, message.line);
    }
  }

  #say(message: ToPage): void {
    // The frame is sandboxed, so its origin has no name.
    this.#frame.contentWindow?.postMessage(message, '*');
  }
}
