import { type ClientCapabilities, CodeLensRefreshRequest, type Connection } from 'vscode-languageserver';

/** How long typing must rest before other documents are shown anew, in milliseconds. */
const PAUSE = 500;

/** Asks the editor to ask again for the colours, hints and sentences of its documents: by itself it does so only for the one that is typed in. */
export class Refreshing {
  readonly #hints: () => Promise<unknown>;
  readonly #all: readonly (() => Promise<unknown>)[];
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, workspace: ClientCapabilities['workspace']) {
    const nothing = async () => {};
    this.#hints = workspace?.inlayHint?.refreshSupport === true ? () => connection.languages.inlayHint.refresh() : nothing;
    this.#all = [
      this.#hints,
      ...(workspace?.semanticTokens?.refreshSupport === true ? [() => connection.languages.semanticTokens.refresh()] : []),
      ...(workspace?.codeLens?.refreshSupport === true ? [() => connection.sendRequest(CodeLensRefreshRequest.type)] : []),
    ];
  }

  /** Something changed: the one document that is open, or what others may depend on. */
  changed(alone: boolean): void {
    clearTimeout(this.#timer);
    if (!alone) this.#timer = setTimeout(() => this.#all.forEach((ask) => void ask().catch(() => {})), PAUSE);
  }

  /** Other hints are wanted. */
  hintsChanged(): void {
    void this.#hints().catch(() => {});
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}
