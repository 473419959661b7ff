import { Baselines } from './baseline.ts';
import { Configs } from './config/configs.ts';
import { fault } from './fault.ts';
import { isTable, tableDiagnoses } from './features/tables.ts';
import type { Files } from './host/access.ts';
import { dayOf } from './language/dates.ts';
import { type Diagnosis, inOrder, Linter } from './lint.ts';
import { wantedData } from './model/data.ts';
import type { Scope } from './model/scope.ts';
import { type SourceFile, sourceFile, Workspace } from './model/workspace.ts';
import { moved } from './moved.ts';
import { type Change, mustBeTexts, OpenTables } from './open-tables.ts';
import { Pace } from './pace.ts';
import type { Settings } from './rules/run.ts';
import { isConfig, Saved } from './saved.ts';
import { parse, reparse } from './syntax/parse.ts';
import type { Tree } from './syntax/tree.ts';
import { say } from './text/say.ts';
import { canonical } from './text/uris.ts';
import type { Wishes } from './wishes.ts';

interface OpenDocument {
  version: number;
  /** The address as the editor writes it. */
  readonly spelled: string;
  tree: Tree;
  /** Made of the tree when somebody asks. */
  file: SourceFile | undefined;
  /** What its plan said of it when it was last judged, moved along with what was typed since. */
  ofPlan: readonly Diagnosis[];
  /** The first file of its plan, by which plans are told apart; not known before it was judged once. */
  head: string | undefined;
  /** How many changes there were when the plan was last judged. */
  judgedAt: number;
}

/** A plan that takes longer to judge is judged when typing rests, in milliseconds. */
const TOO_LONG = 12;
/** A file of this size is taken to be of such a plan before anything is known, in characters. */
const LARGE = 100_000;

/**
 * What the server knows at one moment: the open documents, what is saved, and the workspace made of both. Changes are taken at once
 * and the workspace is made when somebody asks, so whoever asks sees everything that was told before.
 */
export class Session {
  readonly pace = new Pace();
  readonly #warn: (message: string) => void;
  #linter: Linter;
  readonly #open = new Map<string, OpenDocument>();
  /** The data files that are open: they take the place of what is saved. */
  readonly #tables = new OpenTables();
  readonly #saved: Saved;
  readonly #dirty = new Set<string>();
  /** The plans that take too long to judge at every letter. */
  readonly #slow = new Set<string>();
  readonly #baselines = new Baselines();
  /** What was last said of the files of a plan, by its first file. */
  readonly #ofPlans = new Map<string, ReadonlyMap<string, readonly Diagnosis[]>>();
  readonly #alone = new WeakMap<SourceFile, Workspace>();
  #changes = 0;
  #workspace = new Workspace();
  #wishes: Wishes = {};
  #configured: Configs | undefined;
  #day = '';
  #pending: Promise<unknown> = Promise.resolve();
  /** Called after every change, with the document that it is of or nothing when it was something else, and whether it was typed in. */
  onChange: (uri: string | undefined, isTyped: boolean) => void = () => {};
  /** Called while files are read, with how many there are and how many of them have been. */
  onReading: (done: number, all: number) => void = () => {};

  constructor(files: Files, warn: (message: string) => void) {
    this.#warn = warn;
    this.#linter = this.#freshLinter();
    this.#saved = new Saved(files, {
      plan: (uri) => this.#dirty.add(uri),
      config: () => this.#reconfigure(),
      data: (uri, text) => this.#takeData(uri, text),
      frameworkFolders: () => this.#current().frameworkFolders,
      wantedData: () => new Set([...wantedData(this.workspace), ...this.#current().baselines.map(canonical)]),
      reading: (done, all) => this.onReading(done, all),
      openDocuments: () => this.#open.keys(),
      openTree: (uri) => this.#open.get(uri)?.tree,
      unread: (uri, error) => warn(say`${uri} was not read: ${error instanceof Error ? error.message : error}`),
    });
  }

  /** Whatever is being read when this is asked has been taken in once it resolves. */
  get ready(): Promise<unknown> {
    return this.#pending;
  }

  // What the editor tells -------------------------------------------------------------------------------------------

  open(spelled: string, version: number, text: string): void {
    const uri = canonical(spelled);
    mustBeTexts([text]);
    if (isTable(uri)) {
      this.#tables.open(uri, spelled, version, text);
      this.#tableTyped(uri);
      return;
    }
    const saved = this.#saved.plans.get(uri);
    const tree = saved?.tree.text === text ? saved.tree : parse(text);
    this.#open.set(uri, { version, spelled, tree, file: undefined, ofPlan: [], head: undefined, judgedAt: -1 });
    this.#touched(uri);
    if (this.#saved.isAlone(uri)) this.#during(() => this.#saved.readBeside(uri));
  }

  change(spelled: string, version: number, changes: readonly Change[]): void {
    const uri = canonical(spelled);
    if (this.#tables.change(uri, version, changes)) this.#tableTyped(uri);
    const document = this.#open.get(uri);
    if (document === undefined) return;
    mustBeTexts(changes.map(({ text }) => text));
    for (const { range, text } of changes) {
      if (range === undefined) {
        document.tree = parse(text);
        document.ofPlan = [];
        continue;
      }
      const [a, b] = [document.tree.offsetAt(range.start), document.tree.offsetAt(range.end)];
      const span = { start: Math.min(a, b), end: Math.max(a, b) };
      const where = { start: document.tree.positionAt(span.start), end: document.tree.positionAt(span.end) };
      document.ofPlan = moved(document.ofPlan, where, text);
      document.tree = reparse(document.tree, { span, text });
    }
    document.version = version;
    document.file = undefined;
    this.#touched(uri, true);
  }

  /** What was not saved is gone: the file is again what the disk says. */
  close(spelled: string): void {
    const uri = canonical(spelled);
    if (this.#tables.close(uri)) {
      this.#tableTyped(uri);
      if (wantedData(this.workspace).has(uri)) this.#during(() => this.#saved.read(uri));
      return;
    }
    if (!this.#open.delete(uri)) return;
    this.#touched(uri);
    if (this.#saved.isAlone(uri)) this.#saved.tidy();
    if (this.#saved.plans.has(uri) && !this.#saved.library.has(uri)) this.#during(() => this.#saved.read(uri));
  }

  save(spelled: string): void {
    const uri = canonical(spelled);
    const file = this.#open.has(uri) && this.#saved.holds(uri) ? this.#fileOf(uri) : undefined;
    if (file !== undefined) this.#saved.plans.set(uri, file);
  }

  /** Files were made, changed or removed on disk. */
  filesChanged(changes: readonly { readonly uri: string; readonly gone: boolean }[]): void {
    this.#during(() => this.#saved.changed(changes.map(({ uri, gone }) => ({ uri: canonical(uri), gone }))));
  }

  foldersChanged(came: readonly { uri: string }[], went: readonly { uri: string }[]): void {
    this.#during(() => this.#saved.foldersChanged(came.map(folderUri), went.map(folderUri)));
  }

  wish(wishes: Wishes): void {
    this.#wishes = wishes;
    this.#reconfigure();
    this.#changed();
  }

  /** Reads the library and the folders of the workspace, for the first time. */
  start(given: readonly string[]): void {
    this.#during(() => this.#saved.start(given.map((uri) => folderUri({ uri }))));
  }

  /** Takes nothing for granted: reads every file again, and judges as if the server had just been started. */
  async recheck(): Promise<void> {
    this.#during(() => this.#saved.again().then(() => this.#forget()));
    await this.#pending;
  }

  // What features and diagnostics ask -------------------------------------------------------------------------------

  /** The workspace in which a document stands: the one of the folders, or one of its own for what only looks like a file of them. */
  workspaceOf(uri: string): Workspace {
    const all = this.workspace;
    const document = this.#open.get(uri);
    if (document === undefined || all.files.has(uri)) return all;
    const file = this.#fileOf(uri) as SourceFile;
    let alone = this.#alone.get(file);
    if (alone === undefined) {
      alone = new Workspace(new Map([...this.#saved.frameworks, [uri, file] as const]));
      this.#alone.set(file, alone);
    }
    return alone;
  }

  get workspace(): Workspace {
    if (this.#dirty.size > 0) {
      const changes = [...this.#dirty].map((uri) => [uri, this.#member(uri) ? this.#fileOf(uri) : undefined] as const);
      this.#dirty.clear();
      this.#workspace = this.#workspace.with(changes);
    }
    return this.#workspace;
  }

  /** The folder of the workspace that a file lies in. */
  folderAround(uri: string): string | undefined {
    return this.#saved.folderAround(uri);
  }

  get openDocuments(): readonly string[] {
    return [...this.#open.keys(), ...this.#tables.uris];
  }

  /** The address of a file as the editor writes it. */
  spelled(uri: string): string {
    return (this.#open.get(uri) ?? this.#tables.get(uri))?.spelled ?? uri;
  }

  versionOf(uri: string): number | undefined {
    return (this.#open.get(uri) ?? this.#tables.get(uri))?.version;
  }

  /** The problems of one file, a configuration among them; none of a library and of what is left out. */
  diagnose(uri: string): readonly Diagnosis[] {
    if (isConfig(uri)) return this.#current().problems.get(uri) ?? [];
    const { workspace, settings } = this.#judgement();
    if (this.#tables.get(uri) !== undefined) return inOrder(tableDiagnoses(workspace, uri, settings));
    if (workspace.files.get(uri)?.library !== false) return [];
    // Whichever file of a plan is asked for first: how long it takes is known from then on.
    for (const _ of this.judging(uri));
    const document = this.#open.get(uri);
    if (document === undefined) return this.#marked(this.#linter.diagnose(workspace, uri, settings), workspace);
    return this.#marked(inOrder([...this.#linter.ofText(workspace, uri, settings), ...document.ofPlan]), workspace);
  }

  /** The problems of a document while it is typed in: where its plan takes long to judge, what it said before has to do until typing rests. */
  diagnoseTyping(uri: string): readonly Diagnosis[] {
    const document = this.#open.get(uri);
    if (document === undefined || document.judgedAt === this.#changes || !this.#isSlow(document)) return this.diagnose(uri);
    const { workspace, settings } = this.#judgement();
    if (workspace.files.get(uri)?.library !== false) return [];
    return this.#marked(inOrder([...this.#linter.ofText(workspace, uri, settings), ...document.ofPlan]), workspace);
  }

  /**
   * The problems of all files of a plan. Where its plan takes long to judge, what was said before has to do until typing rests; whether
   * that is so is said too.
   */
  diagnosePlan(plan: Scope, rested: boolean): { readonly problems: readonly Diagnosis[]; readonly settled: boolean } {
    const uris = plan.files.map(({ uri }) => uri);
    const [head = ''] = uris;
    const behind = uris.some((uri) => {
      const document = this.#open.get(uri);
      return document !== undefined && document.judgedAt !== this.#changes && this.#isSlow(document);
    });
    const settled = rested || !behind;
    const before = this.#ofPlans.get(head);
    const problems = uris.flatMap((uri) => {
      if (settled) return this.diagnose(uri);
      return this.#open.has(uri) ? this.diagnoseTyping(uri) : (before?.get(uri) ?? []);
    });
    const byFile = Map.groupBy(problems, ({ uri }) => uri);
    if (settled) this.#ofPlans.set(head, byFile);
    return { problems, settled };
  }

  /** Judges the plan of a file in steps; then `diagnose` has nothing left to do. */
  *judging(uri: string): Generator<undefined, void> {
    const { workspace, settings } = this.#judgement();
    const head = workspace.scopeOf(uri)?.files[0]?.uri;
    let took = 0;
    let before = performance.now();
    for (const _ of this.#linter.judging(workspace, uri, settings)) {
      took += performance.now() - before;
      yield;
      before = performance.now();
    }
    const document = this.#open.get(uri);
    if (head === undefined) return;
    if (took > TOO_LONG) this.#slow.add(head);
    else if (took > 0) this.#slow.delete(head);
    if (document === undefined) return;
    Object.assign(document, { ofPlan: this.#linter.ofPlan(workspace, uri, settings), head, judgedAt: this.#changes });
  }

  #isSlow(document: OpenDocument): boolean {
    return document.head === undefined ? document.tree.length > LARGE : this.#slow.has(document.head);
  }

  #judgement(): { readonly workspace: Workspace; readonly settings: (uri: string) => Settings } {
    const configs = this.#current();
    return { workspace: this.workspace, settings: (uri) => configs.settingsOf(uri) };
  }

  /** Every file that may have problems. */
  get judged(): readonly string[] {
    const plans = [...this.workspace.files.values()].filter((file) => !file.library).map((file) => file.uri);
    return [...plans, ...this.#saved.configs.keys()];
  }

  /** Another one whenever anything has changed. */
  get moment(): string {
    return `${this.#changes} ${this.today('')}`;
  }

  get configs(): Configs {
    return this.#current();
  }

  today(uri: string): string {
    return this.#current().settingsOf(uri).today;
  }

  // Inside ----------------------------------------------------------------------------------------------------------

  #freshLinter(): Linter {
    return new Linter((rule, error) => this.#warn(say`The rule ${rule} failed: ${fault(error)}`));
  }

  #forget(): void {
    this.#linter = this.#freshLinter();
    this.#workspace = new Workspace(new Map(), undefined, this.workspace.data);
    // What was said of their plans stays until it is said anew.
    for (const document of this.#open.values()) Object.assign(document, { tree: parse(document.tree.text), file: undefined });
    this.#reconfigure();
  }

  #touched(uri: string, isTyped = false): void {
    this.#dirty.add(uri);
    this.#changed(uri, isTyped);
  }

  #changed(uri?: string, isTyped = false): void {
    this.#changes++;
    this.onChange(uri, isTyped);
  }

  /** Holds back who waits for `ready`. One reading follows the other, since of two at once neither knows what the other finds; one that fails is told. */
  #during(work: () => Promise<unknown>): void {
    this.#pending = this.#pending
      .then(work)
      .catch((error) => this.#warn(say`Reading files failed: ${error instanceof Error ? error.message : error}`))
      .then(() => this.#changed());
  }

  #fileOf(uri: string): SourceFile | undefined {
    const document = this.#open.get(uri);
    const saved = this.#saved.plans.get(uri);
    if (document === undefined) return saved;
    if (saved?.tree === document.tree) return saved;
    const isLibrary = this.#saved.library.has(uri);
    if (document.file?.library !== isLibrary) document.file = sourceFile(uri, document.tree, isLibrary);
    return document.file;
  }

  #tableTyped(uri: string): void {
    this.#workspace = this.workspace.with([], [[uri, this.#tables.get(uri)?.text]]);
    this.#changed(uri, true);
  }

  #takeData(uri: string, text: string | undefined): void {
    if (!uri.endsWith('.json')) {
      this.#workspace = this.workspace.with([], [[uri, this.#tables.get(uri)?.text ?? text]]);
      return;
    }
    const wrong = this.#baselines.take(uri, text);
    if (wrong !== undefined) this.#warn(`${uri} ${wrong}.`);
  }

  #marked(found: readonly Diagnosis[], workspace: Workspace): readonly Diagnosis[] {
    return this.#baselines.marked(found, workspace, (uri) => canonical(this.#current().baselineOf(uri) ?? ''));
  }

  #member(uri: string): boolean {
    return this.#saved.library.has(uri) || (this.#saved.belongs(uri) && !this.#current().excluded(uri));
  }

  /** Typing may have named another data file; asked when it pauses. */
  followData(): void {
    if (this.#saved.lacksData()) this.#during(() => this.#saved.readData());
  }

  #reconfigure(): void {
    this.#configured = undefined;
    for (const uri of [...this.#saved.plans.keys(), ...this.#open.keys()]) this.#dirty.add(uri);
  }

  /** The configurations as of today; made anew when one of them, the editor's settings or the day has changed. */
  #current(): Configs {
    const day = dayOf(new Date());
    if (this.#configured === undefined || this.#day !== day) {
      this.#day = day;
      this.#configured = new Configs(this.#saved.configs, { today: day, ...this.#wishes });
    }
    return this.#configured;
  }
}

const folderUri = ({ uri }: { readonly uri: string }): string => canonical(uri).replace(/\/$/, '');
