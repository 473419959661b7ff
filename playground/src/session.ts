import { type Diagnostic as Drawn, setDiagnostics } from '@codemirror/lint';
import {
  findReferencesKeymap,
  formatKeymap,
  hoverTooltips,
  jumpToDefinition,
  jumpToDefinitionKeymap,
  LSPClient,
  renameKeymap,
  serverCompletion,
  signatureHelp,
} from '@codemirror/lsp-client';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { say } from '../../server/src/text/say.ts';
import { frameworkOf, isPlan, ROOT, type Texts } from './addresses.ts';
import { serverColours } from './colours.ts';
import { frameworkText } from './examples.ts';
import { explain, explainRule } from './explain.ts';
import { Files, type OpenFile } from './files.ts';
import { Findings, offsetOf, sentenceOf, weightOf } from './findings.ts';
import { harmless } from './markup.ts';
import { offerMends } from './mends.ts';
import { transportTo } from './transport.ts';

/** How long typing must rest before the server is told, in milliseconds; a question tells it at once. */
const PAUSE = 150;
/** How long an answer may take: the first waits until the server has started, on a slow phone too. */
const PATIENCE = 60_000;
const FILE_CHANGED = 2;

/** What happens in a session, for the page around it. */
export interface Events {
  readonly shown: (file: OpenFile) => void;
  readonly typed: () => void;
  readonly moved: (file: OpenFile, line: number) => void;
  readonly judged: () => void;
}

/** Some files in the editor, with a server of their own: choosing other files begins anew. */
export class Session {
  readonly client: LSPClient;
  readonly findings: Findings;
  readonly #files: Files;
  readonly #view: EditorView;
  readonly #events: Events;
  readonly #worker = new Worker('server.js');
  readonly #begun: Texts;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(texts: Texts, view: EditorView, typing: Extension, events: Events) {
    this.#view = view;
    this.#events = events;
    this.#begun = texts;
    this.findings = new Findings((uri) => {
      if (this.shown?.uri === uri) this.#draw();
      events.judged();
    });
    this.client = new LSPClient({
      rootUri: ROOT,
      timeout: PATIENCE,
      sanitizeHTML: harmless,
      workspace: (client) =>
        new Files(client, texts, {
          stateFor: (file, text) => EditorState.create({ doc: text, extensions: [typing, this.#extensionsFor(client, file)] }),
          display: (uri) => this.open(uri).then((file) => (file === undefined ? null : view)),
          changedBehind: () => this.#typed(),
        }),
      extensions: [
        serverCompletion({ validFor: /^[\p{L}\p{M}\p{N}_-]*$/u }),
        hoverTooltips(),
        signatureHelp(),
        serverColours,
        this.findings.extension,
        { clientCapabilities: TOKENS },
        keymap.of([
          ...formatKeymap,
          ...renameKeymap,
          ...jumpToDefinitionKeymap,
          ...findReferencesKeymap,
          { key: 'Mod-.', run: () => this.#do(this.mend()) },
          { key: 'Mod-i', run: () => this.#do(explain(view)), preventDefault: true },
        ]),
        EditorView.domEventHandlers({
          mousedown: (event, clicked) => {
            if (!(event.ctrlKey || event.metaKey) || event.button !== 0) return false;
            const at = clicked.posAtCoords(event);
            if (at === null) return false;
            clicked.dispatch({ selection: { anchor: at } });
            return jumpToDefinition(clicked);
          },
        }),
      ],
    });
    this.#files = this.client.workspace as Files;
    this.client.connect(transportTo(this.#worker, () => this.#files.texts));
  }

  get files(): readonly OpenFile[] {
    return this.#files.files;
  }

  get shown(): OpenFile | undefined {
    return this.#files.files.find(({ view }) => view !== null);
  }

  get texts(): Texts {
    return this.#files.texts;
  }

  /** Whether anything was typed since the session began. */
  get isChanged(): boolean {
    const now = this.texts;
    return [...this.#begun].some(([path, text]) => now.get(path) !== text);
  }

  /** Shows a file, with the cursor in a line counted from 1 where one is given. */
  async open(uri: string, line?: number): Promise<OpenFile | undefined> {
    const file = this.#files.getFile(uri) ?? (await this.#framework(uri));
    if (file === undefined) return undefined;
    this.#files.show(file, this.#view);
    this.#draw();
    this.#events.shown(file);
    if (line !== undefined) this.#goTo(line);
    return file;
  }

  mend(): Promise<void> {
    return offerMends(this.#view, this.findings.in(this.shown?.uri ?? ''));
  }

  end(): void {
    clearTimeout(this.#timer);
    this.client.disconnect();
    this.#worker.terminate();
  }

  #goTo(line: number): void {
    const { doc } = this.#view.state;
    const { from, text } = doc.line(Math.min(line, doc.lines));
    const at = from + (/\S/.exec(text)?.index ?? 0);
    this.#view.dispatch({ selection: { anchor: at }, effects: EditorView.scrollIntoView(at, { y: 'center' }) });
    this.#view.focus();
  }

  async #framework(uri: string): Promise<OpenFile | undefined> {
    const name = frameworkOf(uri);
    return name === undefined ? undefined : this.#files.add({ uri, path: name, isFramework: true }, await frameworkText(name));
  }

  #extensionsFor(client: LSPClient, { uri, path, isFramework }: Pick<OpenFile, 'uri' | 'path' | 'isFramework'>): Extension {
    return [
      isPlan(path) ? client.plugin(uri, 'iplan') : [],
      isFramework ? [EditorState.readOnly.of(true), EditorView.contentAttributes.of({ 'aria-readonly': 'true' })] : [],
      EditorView.updateListener.of(({ docChanged, selectionSet, state }) => {
        if (docChanged) this.#typed();
        const file = this.#files.getFile(uri);
        if ((docChanged || selectionSet) && file !== null) this.#events.moved(file, state.doc.lineAt(state.selection.main.head).number);
      }),
    ];
  }

  #typed(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.client.sync();
      const file = this.shown;
      // The server reads data and configurations again when it is told that they have changed.
      if (file !== undefined && !isPlan(file.path))
        this.client.notification('workspace/didChangeWatchedFiles', { changes: [{ uri: file.uri, type: FILE_CHANGED }] });
    }, PAUSE);
    this.#events.typed();
  }

  /** Draws what is found under the words of the file that is shown. */
  #draw(): void {
    const file = this.shown;
    if (file === undefined) return;
    const { state } = this.#view;
    const drawn = this.findings.in(file.uri).map((found): Drawn => {
      const [from, to] = [offsetOf(state.doc, found.range.start), offsetOf(state.doc, found.range.end)];
      const rule = typeof found.code === 'string' && found.code.includes('/') ? found.code : undefined;
      const actions = [
        { name: say`Mend…`, apply: (view: EditorView, at: number) => this.#at(view, at, () => this.mend()) },
        ...(rule === undefined ? [] : [{ name: say`Why?`, apply: (view: EditorView) => void explainRule(view, rule) }]),
      ];
      return { from, to: Math.max(from, to), severity: weightOf(found), message: sentenceOf(found), actions: file.isFramework ? [] : actions };
    });
    this.#view.dispatch(setDiagnostics(state, drawn));
  }

  #at(view: EditorView, at: number, then: () => Promise<void>): void {
    view.dispatch({ selection: { anchor: at } });
    void then();
  }

  #do(what: Promise<void>): true {
    void what.catch(() => {});
    return true;
  }
}

const TOKENS = {
  textDocument: {
    semanticTokens: {
      requests: { full: true },
      formats: ['relative'],
      tokenTypes: [],
      tokenModifiers: [],
      overlappingTokenSupport: false,
      multilineTokenSupport: false,
    },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'refactor'] } }, isPreferredSupport: true, disabledSupport: true },
  },
};
