import { LSPPlugin } from '@codemirror/lsp-client';
import { type Range, RangeSetBuilder, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type { SemanticTokens, ServerCapabilities } from 'vscode-languageserver-protocol';

/** How long typing must rest before colours are asked for, in milliseconds. */
const PAUSE = 60;

const coloured = StateEffect.define<DecorationSet>();
const colours = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (before, change) => change.effects.find((effect) => effect.is(coloured))?.value ?? before.map(change.changes),
  provide: (field) => EditorView.decorations.from(field),
});

/** Colours a text as the server understands it, so that the editor needs no words of the language of its own. */
export const serverColours = [
  colours,
  ViewPlugin.fromClass(
    class {
      #timer: ReturnType<typeof setTimeout> | undefined;
      readonly #view: EditorView;

      constructor(view: EditorView) {
        this.#view = view;
        this.#soon(0);
      }

      update({ docChanged }: ViewUpdate): void {
        if (docChanged) this.#soon(PAUSE);
      }

      destroy(): void {
        clearTimeout(this.#timer);
      }

      #soon(pause: number): void {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.#ask().catch(() => {}), pause);
      }

      async #ask(): Promise<void> {
        const plugin = LSPPlugin.get(this.#view);
        if (plugin === null) return;
        const { client, uri } = plugin;
        await client.initializing;
        client.sync();
        const { doc } = this.#view.state;
        const tokens = await client.request<object, SemanticTokens | null>('textDocument/semanticTokens/full', { textDocument: { uri } });
        // What was typed meanwhile asks by itself.
        if (LSPPlugin.get(this.#view) !== plugin || this.#view.state.doc !== doc || tokens === null) return;
        this.#view.dispatch({ effects: coloured.of(decorationsFor(tokens.data, client.serverCapabilities, doc)) });
      }
    },
  ),
];

/** The numbers of the protocol, five for each token, as marks with a class for its type. */
function decorationsFor(data: readonly number[], capabilities: ServerCapabilities | null, doc: Text): DecorationSet {
  const types = capabilities?.semanticTokensProvider?.legend.tokenTypes ?? [];
  const marks = types.map((type) => Decoration.mark({ class: `word-${type}` }));
  const builder = new RangeSetBuilder<Decoration>();
  let line = 0;
  let character = 0;
  for (let i = 0; i + 4 < data.length; i += 5) {
    const [down, right, length, type] = data.slice(i, i + 4) as [number, number, number, number];
    line += down;
    character = down === 0 ? character + right : right;
    const range = rangeOf(doc, line, character, length, marks[type]);
    if (range !== undefined) builder.add(range.from, range.to, range.value);
  }
  return builder.finish();
}

function rangeOf(doc: Text, line: number, character: number, length: number, mark: Decoration | undefined): Range<Decoration> | undefined {
  if (mark === undefined || line >= doc.lines || length === 0) return undefined;
  const { from, to } = doc.line(line + 1);
  return from + character + length > to ? undefined : mark.range(from + character, from + character + length);
}
