import type { SemanticTokens, SemanticTokensDelta, SemanticTokensDeltaParams, SemanticTokensParams, SemanticTokensRangeParams } from 'vscode-languageserver';
import { type semanticTokens, tokensDelta } from './features/tokens.ts';
import type { Session } from './session.ts';
import { canonical } from './text/uris.ts';

/** Colours the documents of an editor, and remembers what it told of each, so that only what differs is told again. */
export class Colouring {
  readonly #session: Session;
  readonly #colours: typeof semanticTokens;
  /** What the editor was last told of the colours of each document. */
  readonly #tokens = new Map<string, { readonly id: string; readonly data: number[] }>();
  #answers = 0;

  constructor(session: Session, colours: typeof semanticTokens) {
    this.#session = session;
    this.#colours = colours;
  }

  semanticTokens(p: SemanticTokensParams): SemanticTokens {
    const uri = canonical(p.textDocument.uri);
    const known = { id: `${++this.#answers}`, data: this.#colours(this.#session.workspaceOf(uri), uri, this.#session.today(uri)) };
    for (const other of this.#tokens.keys()) if (this.#session.versionOf(other) === undefined) this.#tokens.delete(other);
    this.#tokens.set(uri, known);
    return { resultId: known.id, data: known.data };
  }

  semanticTokensDelta(p: SemanticTokensDeltaParams): SemanticTokens | SemanticTokensDelta {
    const before = this.#tokens.get(canonical(p.textDocument.uri));
    const now = this.semanticTokens(p);
    return before?.id === p.previousResultId ? { resultId: now.resultId as string, edits: tokensDelta(before.data, now.data) } : now;
  }

  semanticTokensIn(p: SemanticTokensRangeParams): SemanticTokens {
    const uri = canonical(p.textDocument.uri);
    return { data: this.#colours(this.#session.workspaceOf(uri), uri, this.#session.today(uri), p.range) };
  }
}
