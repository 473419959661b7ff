import type {
  CancellationToken,
  Diagnostic,
  DocumentDiagnosticReport,
  PreviousResultId,
  PublishDiagnosticsParams,
  WorkspaceDiagnosticReport,
  WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { diagnostic, diagnostics, type Pages } from './features/diagnostics.ts';
import type { Diagnosis } from './lint.ts';
import type { Session } from './session.ts';

/** How long typing must rest before more than the document itself is judged, in milliseconds. */
const PAUSE = 200;
/** Whoever has asked nothing for so long after all was told is reading, or away; in milliseconds. */
const REST = 200;
/** The result id of every file that is no more. */
const GONE = 'gone';

const areSame = (some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean =>
  some.length === others.length && some.every((one, i) => one === others[i] || JSON.stringify(one) === JSON.stringify(others[i]));

interface Known {
  readonly id: string;
  readonly items: Diagnostic[];
}

export interface Editor {
  /** Absent where the editor asks by itself. */
  readonly publish?: (params: PublishDiagnosticsParams) => void;
  /** Asks the editor to ask again; absent where it cannot be asked. */
  readonly refresh?: () => void;
  /** Where it finds the page of a rule, if it can show one. */
  readonly pages?: Pages | undefined;
}

/**
 * Who has been told which problems. The same problems of a file always have the same result id, so nobody is told anything twice.
 * A document that is typed in is told of at once; everything around it when typing pauses, in slices, and anew when it goes on.
 */
export class Telling {
  /** Called when files were read, all that there is to say of them is said, and nobody asks anything. */
  onRest: () => void = () => {};
  readonly #session: Session;
  readonly #editor: Editor;
  readonly #known = new Map<string, Known>();
  readonly #items = new WeakMap<Diagnosis, Diagnostic>();
  /** The result id that the editor was last told of each file. */
  readonly #told = new Map<string, string>();
  /** The files of which the editor was told problems when it asked; it may forget that it did, as when a document is closed. */
  readonly #shown = new Set<string>();
  readonly #typed = new Set<string>();
  readonly #waiting = new Set<() => void>();
  #ids = 0;
  #changes = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isOver = false;
  /** Whether more was read than what somebody types, since there was rest. */
  #isRead = false;
  #judging = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;

  constructor(session: Session, editor: Editor) {
    this.#session = session;
    this.#editor = editor;
  }

  /** Something changed: a document, or whatever else when there is no address. Only where somebody types, more is about to come. */
  changed(uri?: string, isTyped = false): void {
    if (this.#isOver) return;
    this.#changes++;
    this.#isRead ||= !isTyped;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#rest(), isTyped ? PAUSE : 0);
    if (uri === undefined || this.#editor.publish === undefined || this.#session.versionOf(uri) === undefined) return;
    if (this.#typed.size === 0) setTimeout(() => void this.#publishTyped(), 0);
    this.#typed.add(uri);
  }

  /** Tells everything once more, whether or not it is what was told before: the editor may have lost some of it. */
  again(): void {
    this.#known.clear();
    this.changed();
  }

  /** The answer to a pull for one document. */
  report(uri: string, previous: string | undefined): DocumentDiagnosticReport {
    const { id, items } = this.#typing(uri);
    this.#told.set(uri, id);
    this.#shows(uri, items);
    return id === previous ? { kind: 'unchanged', resultId: id } : { kind: 'full', resultId: id, items };
  }

  /** The answer to a pull for the workspace: what is new since the editor last asked. Where nothing is, it is kept waiting until something is. */
  async workspaceReport(previous: readonly PreviousResultId[], token: CancellationToken): Promise<WorkspaceDiagnosticReport> {
    const ids = new Map(previous.map(({ uri, value }) => [uri, value]));
    while (!token.isCancellationRequested && !this.#isOver) {
      const changes = this.#changes;
      await this.#session.ready;
      const items = await this.#news(ids, () => changes !== this.#changes || this.#isOver || token.isCancellationRequested);
      if (items !== undefined && items.length > 0) return { items };
      if (items !== undefined || this.#timer !== undefined) await this.#nextRest(token);
    }
    return { items: [] };
  }

  /** Lets go of everybody who waits, since the server shuts down. */
  end(): void {
    this.#isOver = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#resting);
    for (const go of [...this.#waiting]) go();
    this.#session.pace.end();
  }

  #judge(uri: string): Known {
    return this.#keep(uri, this.#session.diagnose(uri));
  }

  /** What can be said at once; where that is not all, the rest is said when typing rests, which needs an editor that can be told. */
  #typing(uri: string): Known {
    const heard = this.#editor.publish !== undefined || this.#editor.refresh !== undefined;
    return heard ? this.#keep(uri, this.#session.diagnoseTyping(uri)) : this.#judge(uri);
  }

  #keep(uri: string, found: readonly Diagnosis[]): Known {
    const items = diagnostics(found, (one) => this.#itemOf(one));
    const before = this.#known.get(uri);
    if (before !== undefined && areSame(before.items, items)) return before;
    const known = { id: `${++this.#ids}`, items };
    this.#known.set(uri, known);
    return known;
  }

  /** While one types, most of what is found stays the same. */
  #itemOf(found: Diagnosis): Diagnostic {
    let item = this.#items.get(found);
    if (item === undefined) this.#items.set(found, (item = diagnostic(found, this.#editor.pages)));
    return item;
  }

  async #news(ids: ReadonlyMap<string, string>, stale: () => boolean): Promise<WorkspaceDocumentDiagnosticReport[] | undefined> {
    const items: WorkspaceDocumentDiagnosticReport[] = [];
    const judged = this.#session.judged;
    await this.#inSlices(judged, stale, (uri) => {
      const known = this.#judge(uri);
      this.#shows(uri, known.items);
      if (ids.get(uri) !== known.id) items.push({ kind: 'full', uri, version: this.#session.versionOf(uri) ?? null, resultId: known.id, items: known.items });
    });
    if (stale()) return undefined;
    const still = new Set(judged);
    for (const uri of new Set([...ids.keys(), ...this.#shown])) {
      // What the editor still shows of a file that is gone is taken away, once.
      if (still.has(uri) || ids.get(uri) === GONE || (!ids.has(uri) && this.#session.versionOf(uri) !== undefined)) continue;
      items.push({ kind: 'full', uri, version: null, resultId: GONE, items: [] });
      this.#shown.delete(uri);
    }
    return items;
  }

  #shows(uri: string, items: readonly Diagnostic[]): void {
    if (items.length > 0) this.#shown.add(uri);
    else this.#shown.delete(uri);
  }

  #nextRest(token: CancellationToken): Promise<void> {
    if (this.#isOver) return Promise.resolve();
    return new Promise((resolve) => {
      const go = () => {
        this.#waiting.delete(go);
        listening.dispose();
        resolve();
      };
      const listening = token.onCancellationRequested(go);
      this.#waiting.add(go);
    });
  }

  async #publishTyped(): Promise<void> {
    await this.#session.ready;
    const typed = [...this.#typed];
    this.#typed.clear();
    for (const uri of typed) this.#publish(uri, this.#typing(uri));
  }

  /** Typing rests: everything that the change may have reached is looked at. */
  async #rest(): Promise<void> {
    this.#timer = undefined;
    const changes = this.#changes;
    const stale = () => changes !== this.#changes;
    await this.#session.ready;
    if (stale()) return;
    this.#session.followData();
    for (const go of [...this.#waiting]) go();
    if (this.#editor.publish !== undefined) {
      // A document that is open and not judged any more has no problems: that is told too.
      const still = new Set([...this.#session.judged, ...this.#session.openDocuments]);
      await this.#inSlices([...still], stale, (uri) => this.#publish(uri, this.#judge(uri)));
      if (stale()) return;
      for (const uri of [...this.#told.keys()]) {
        if (still.has(uri)) continue;
        this.#told.delete(uri);
        this.#known.delete(uri);
        this.#editor.publish({ uri, diagnostics: [] });
      }
      return;
    }
    const differing: [string, string][] = [];
    await this.#inSlices(this.#session.openDocuments, stale, (uri) => {
      const { id } = this.#judge(uri);
      if (this.#told.has(uri) && this.#told.get(uri) !== id) differing.push([uri, id]);
    });
    if (differing.length === 0 || stale()) return;
    for (const [uri, id] of differing) this.#told.set(uri, id);
    this.#editor.refresh?.();
  }

  #publish(uri: string, { id, items }: Known): void {
    if (this.#told.get(uri) === id) return;
    const version = this.#session.versionOf(uri);
    // A closed file without problems of which nothing was said needs no word.
    if (items.length === 0 && version === undefined && !this.#told.has(uri)) return;
    this.#told.set(uri, id);
    this.#editor.publish?.({ uri: this.#session.spelled(uri), diagnostics: items, ...(version === undefined ? {} : { version }) });
  }

  /** Judges each file in steps and does something with it, looking at messages in between; stops when it has become pointless. */
  async #inSlices(uris: readonly string[], stale: () => boolean, each: (uri: string) => void): Promise<void> {
    const next = this.#session.pace.slices();
    this.#judging++;
    clearTimeout(this.#resting);
    try {
      for (const uri of uris) {
        for (const _ of this.#session.judging(uri)) {
          await next();
          if (stale()) return;
        }
        each(uri);
        await next();
        if (stale()) return;
      }
    } finally {
      this.#judging--;
    }
    if (this.#isRead && this.#judging === 0 && !this.#isOver) this.#resting = setTimeout(() => this.#atRest(), REST);
  }

  #atRest(): void {
    const left = REST - this.#session.pace.quiet;
    if (this.#timer !== undefined || this.#judging > 0) return;
    if (left > 0) {
      this.#resting = setTimeout(() => this.#atRest(), left);
      return;
    }
    this.#isRead = false;
    this.#session.workspace.forget();
    this.onRest();
  }
}
