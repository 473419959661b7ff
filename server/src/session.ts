import { Configs } from './config/configs.ts';
import type { Profile } from './config/settings.ts';
import type { Files } from './host/access.ts';
import { type Diagnosis, inOrder, Linter } from './lint.ts';
import { wantedData } from './model/data.ts';
import { parseFile, type SourceFile, sourceFile, Workspace } from './model/workspace.ts';
import { moved } from './moved.ts';
import type { Settings } from './rules/run.ts';
import { parse, reparse } from './syntax/parse.ts';
import type { Tree } from './syntax/tree.ts';
import type { Range } from './text/span.ts';
import { canonical, foldersAbove, isBelow } from './text/uris.ts';

/** One change of a document, as LSP tells it. */
export interface Change {
  readonly range?: Range;
  readonly text: string;
}

/** What the editor's settings say. */
export interface Wishes {
  readonly profile?: Profile;
  readonly asOf?: string;
}

interface OpenDocument {
  version: number;
  /** The address as the editor writes it. */
  readonly spelled: string;
  tree: Tree;
  /** Made of the tree when somebody asks. */
  file: SourceFile | undefined;
  /** What its plan said of it when it was last judged, moved along with what was typed since. */
  ofPlan: readonly Diagnosis[];
  /** The plan takes longer to judge than a writer should wait for. */
  slow: boolean;
  /** How many changes there were when the plan was last judged. */
  judgedAt: number;
}

/** Longer than this nobody should wait for the problems of a letter typed, in milliseconds. */
const TOO_LONG = 12;
/** A file of this size is taken to be slow before anything is known, in characters. */
const LARGE = 100_000;
const AT_ONCE = 16;
/** How long work may go on before messages are looked at, in milliseconds. */
const SLICE = 10;
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

const isConfig = (uri: string): boolean => uri.endsWith('/iplan.config.json');
const isPlan = (uri: string): boolean => /\.iplan$/i.test(uri);
const isData = (uri: string): boolean => /\.csv$/i.test(uri);
const isPassedOver = (uri: string): boolean => /\/(?:node_modules|\.git)\//.test(uri);
const schemeOf = (uri: string): string => uri.slice(0, uri.indexOf(':'));

/**
 * What the server knows at one moment: the open documents, what is saved, and the workspace made of both. Changes are taken at once
 * and the workspace is made when somebody asks, so whoever asks sees everything that was told before.
 */
export class Session {
  readonly #files: Files;
  readonly #warn: (message: string) => void;
  readonly #linter: Linter;
  readonly #open = new Map<string, OpenDocument>();
  readonly #saved = new Map<string, SourceFile>();
  readonly #configs = new Map<string, string>();
  readonly #data = new Map<string, string | undefined>();
  readonly #library = new Set<string>();
  readonly #dirty = new Set<string>();
  /** The newest reading of each file: an older one that ends later is dropped. */
  readonly #readings = new Map<string, number>();
  readonly #alone = new WeakMap<SourceFile, Workspace>();
  #reading = 0;
  #changes = 0;
  #folders: readonly string[] = [];
  #workspace = new Workspace();
  #wishes: Wishes = {};
  #configured: Configs | undefined;
  #day = '';
  #pending: Promise<unknown> = Promise.resolve();
  /** Called after every change, with the document that was typed in or nothing when it was something else. */
  onChange: (uri?: string) => void = () => {};

  constructor(files: Files, warn: (message: string) => void) {
    this.#files = files;
    this.#warn = warn;
    this.#linter = new Linter((rule, error) => warn(`The rule ${rule} failed: ${error instanceof Error ? error.stack : error}`));
  }

  /** Whatever is being read when this is asked has been taken in once it resolves. */
  get ready(): Promise<unknown> {
    return this.#pending;
  }

  // What the editor tells -------------------------------------------------------------------------------------------

  open(spelled: string, version: number, text: string): void {
    const uri = canonical(spelled);
    const saved = this.#saved.get(uri);
    const tree = saved?.tree.text === text ? saved.tree : parse(text);
    this.#open.set(uri, { version, spelled, tree, file: undefined, ofPlan: [], slow: text.length > LARGE, judgedAt: -1 });
    this.#touched(uri);
    this.#readSiblings(uri);
  }

  change(spelled: string, version: number, changes: readonly Change[]): void {
    const uri = canonical(spelled);
    const document = this.#open.get(uri);
    if (document === undefined) return;
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
    this.#touched(uri);
  }

  /** What was not saved is gone: the file is again what the disk says. */
  close(spelled: string): void {
    const uri = canonical(spelled);
    if (!this.#open.delete(uri)) return;
    this.#touched(uri);
    if (this.#saved.has(uri) && !this.#library.has(uri)) this.#during(this.#read(uri));
  }

  save(spelled: string): void {
    const uri = canonical(spelled);
    const file = this.#open.has(uri) && this.#belongs(uri) ? this.#fileOf(uri) : undefined;
    if (file !== undefined) this.#saved.set(uri, file);
  }

  /** Files were made, changed or removed on disk. */
  filesChanged(changes: readonly { readonly uri: string; readonly gone: boolean }[]): void {
    const reads: Promise<void>[] = [];
    for (const { uri: spelled, gone } of changes) {
      const uri = canonical(spelled);
      if (isPassedOver(uri)) continue;
      if (gone) this.#forget(uri);
      else if (this.#belongs(uri) && (isPlan(uri) || isConfig(uri) || (isData(uri) && this.#data.has(uri)))) reads.push(this.#read(uri));
    }
    this.#during(Promise.all(reads).then(() => this.#readData()));
  }

  foldersChanged(came: readonly { uri: string }[], went: readonly { uri: string }[]): void {
    const [added, removed] = [came.map(folderUri), went.map(folderUri)];
    this.#folders = [...this.#folders.filter((folder) => !removed.includes(folder)), ...added];
    for (const folder of removed) this.#forget(folder);
    this.#during(this.#load(added));
  }

  wish(wishes: Wishes): void {
    this.#wishes = wishes;
    this.#reconfigure();
    this.#changed();
  }

  /** Reads the library and the folders of the workspace, for the first time. */
  start(given: readonly string[]): void {
    const folders = given.map((uri) => folderUri({ uri }));
    this.#folders = folders;
    this.#during(this.#loadLibrary());
    this.#during(this.#load(folders));
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
      alone = new Workspace(new Map([...this.#library].map((u) => [u, this.#saved.get(u) as SourceFile] as const).concat([[uri, file]])));
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

  get openDocuments(): readonly string[] {
    return [...this.#open.keys()];
  }

  /** The address of a file as the editor writes it. */
  spelled(uri: string): string {
    return this.#open.get(uri)?.spelled ?? uri;
  }

  versionOf(uri: string): number | undefined {
    return this.#open.get(uri)?.version;
  }

  /** The problems of one file, a configuration among them; none of a library and of what is left out. */
  diagnose(uri: string): readonly Diagnosis[] {
    if (isConfig(uri)) return this.#current().problems.get(uri) ?? [];
    const { workspace, settings } = this.#judgement();
    if (workspace.files.get(uri)?.library !== false) return [];
    const document = this.#open.get(uri);
    if (document === undefined) return this.#linter.diagnose(workspace, uri, settings);
    const before = performance.now();
    document.ofPlan = this.#linter.ofPlan(workspace, uri, settings);
    if (document.judgedAt !== this.#changes) document.slow = performance.now() - before > TOO_LONG;
    document.judgedAt = this.#changes;
    return inOrder([...this.#linter.ofText(workspace, uri, settings), ...document.ofPlan]);
  }

  /** The problems of a document while it is typed in: where its plan takes long to judge, what it said before has to do until typing rests. */
  diagnoseTyping(uri: string): readonly Diagnosis[] {
    const document = this.#open.get(uri);
    if (document === undefined || !document.slow || document.judgedAt === this.#changes) return this.diagnose(uri);
    const { workspace, settings } = this.#judgement();
    if (workspace.files.get(uri)?.library !== false) return [];
    return inOrder([...this.#linter.ofText(workspace, uri, settings), ...document.ofPlan]);
  }

  /** Judges the plan of a file in steps; then `diagnose` has nothing left to do. */
  *judging(uri: string): Generator<undefined, void> {
    const { workspace, settings } = this.#judgement();
    const document = this.#open.get(uri);
    let took = 0;
    let before = performance.now();
    for (const _ of this.#linter.judging(workspace, uri, settings)) {
      took += performance.now() - before;
      yield;
      before = performance.now();
    }
    if (document === undefined || took === 0) return;
    document.slow = took > TOO_LONG;
    document.judgedAt = this.#changes;
  }

  #judgement(): { readonly workspace: Workspace; readonly settings: (uri: string) => Settings } {
    const configs = this.#current();
    return { workspace: this.workspace, settings: (uri) => configs.settingsOf(uri) };
  }

  /** Every file that may have problems. */
  get judged(): readonly string[] {
    const plans = [...this.workspace.files.values()].filter((file) => !file.library).map((file) => file.uri);
    return [...plans, ...this.#configs.keys()];
  }

  today(uri: string): string {
    return this.#current().settingsOf(uri).today;
  }

  // Inside ----------------------------------------------------------------------------------------------------------

  #touched(uri: string): void {
    this.#dirty.add(uri);
    this.#changed(uri);
  }

  #changed(uri?: string): void {
    this.#changes++;
    this.onChange(uri);
  }

  /** Holds back who waits for `ready` until some reading is done; a reading that fails is told and holds nobody back. */
  #during(work: Promise<unknown>): void {
    const done = work.catch((error) => this.#warn(`Reading files failed: ${error instanceof Error ? error.message : error}`)).then(() => this.#changed());
    this.#pending = Promise.all([this.#pending, done]);
  }

  #fileOf(uri: string): SourceFile | undefined {
    const document = this.#open.get(uri);
    if (document === undefined) return this.#saved.get(uri);
    const saved = this.#saved.get(uri);
    if (saved?.tree === document.tree) return saved;
    document.file ??= sourceFile(uri, document.tree, this.#library.has(uri));
    return document.file;
  }

  /** A file stands below a folder of the workspace, or is a file or a new document where there is none. */
  #belongs(uri: string): boolean {
    if (this.#folders.some((folder) => isBelow(uri, folder)) || this.#library.has(uri)) return true;
    const scheme = schemeOf(uri);
    return scheme === 'file' || scheme === 'untitled' || (this.#folders.length === 0 && !uri.includes('?'));
  }

  #member(uri: string): boolean {
    return this.#library.has(uri) || (this.#belongs(uri) && !isPassedOver(uri) && !this.#current().excluded(uri));
  }

  #forget(uri: string): void {
    // When a folder goes, not every editor tells of the files in it.
    for (const known of [...this.#saved.keys(), ...this.#configs.keys(), ...this.#data.keys()]) {
      if (known !== uri && !isBelow(known, uri)) continue;
      this.#readings.set(known, ++this.#reading);
      if (this.#saved.delete(known)) this.#dirty.add(known);
      if (this.#configs.delete(known)) this.#reconfigure();
      if (this.#data.has(known)) this.#takeData(known, undefined);
    }
  }

  async #read(uri: string): Promise<void> {
    const reading = ++this.#reading;
    this.#readings.set(uri, reading);
    const text = await this.#files.read(uri);
    if (this.#readings.get(uri) !== reading) return;
    if (isData(uri)) this.#takeData(uri, text);
    else if (isConfig(uri)) {
      if (text === undefined ? !this.#configs.delete(uri) : this.#configs.get(uri) === text) return;
      if (text !== undefined) this.#configs.set(uri, text);
      this.#reconfigure();
    } else if (text === undefined) {
      if (this.#saved.delete(uri)) this.#dirty.add(uri);
    } else if (this.#saved.get(uri)?.tree.text !== text) {
      this.#saved.set(uri, parseFile(uri, text, this.#library.has(uri)));
      this.#dirty.add(uri);
    }
  }

  async #loadLibrary(): Promise<void> {
    for (const { uri: written, text } of await this.#files.library()) {
      const uri = canonical(written);
      // A framework of the tool that lies in a folder one works on is a file like any other.
      if (this.#folders.some((folder) => isBelow(uri, folder))) continue;
      this.#library.add(uri);
      this.#saved.set(uri, parseFile(uri, text, true));
      this.#dirty.add(uri);
    }
  }

  async #load(folders: readonly string[]): Promise<void> {
    for (const folder of folders) {
      if (schemeOf(folder) === 'file') await this.#readAll(foldersAbove(folder).map((above) => `${above}iplan.config.json`));
      const uris = await this.#list(folder);
      for (const uri of uris) if (this.#library.delete(uri)) this.#saved.delete(uri);
      await this.#readAll(uris.filter(isConfig));
      await this.#readAll(uris.filter(isPlan));
    }
    await this.#readFrameworks();
    await this.#readData();
  }

  async #list(folder: string): Promise<readonly string[]> {
    return (await this.#files.list(folder)).map(canonical).filter((uri) => !isPassedOver(uri));
  }

  /** Folders of frameworks that a configuration names may lie outside of those one works on; what is in them is only looked up. */
  async #readFrameworks(): Promise<void> {
    for (const folder of this.#current().frameworkFolders.map(canonical)) {
      if (this.#folders.some((open) => isBelow(folder, open) || folder === open)) continue;
      const uris = (await this.#list(folder)).filter((uri) => isPlan(uri) && !this.#saved.has(uri));
      for (const uri of uris) this.#library.add(uri);
      await this.#readAll(uris);
    }
  }

  async #readAll(uris: readonly string[]): Promise<void> {
    let next = 0;
    let since = performance.now();
    const worker = async () => {
      while (next < uris.length) {
        await this.#read(uris[next++] as string);
        if (performance.now() - since < SLICE) continue;
        await breathe();
        since = performance.now();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  /** Reads the data files that plans name and nobody has read yet. */
  async #readData(): Promise<void> {
    const unread = [...wantedData(this.workspace)].filter((uri) => !this.#data.has(uri));
    for (const uri of unread) this.#data.set(uri, undefined);
    await this.#readAll(unread);
    this.#workspace = this.workspace.with([], []);
  }

  /** Typing may have named another data file; asked when it pauses. */
  followData(): void {
    const unread = [...wantedData(this.workspace)].some((uri) => !this.#data.has(uri));
    if (unread) this.#during(this.#readData());
  }

  #takeData(uri: string, text: string | undefined): void {
    this.#data.set(uri, text);
    this.#workspace = this.workspace.with([], [[uri, text]]);
  }

  /** A single file without a folder still belongs to a plan: what stands beside it is read too. */
  #readSiblings(uri: string): void {
    if (this.#folders.some((folder) => isBelow(uri, folder)) || schemeOf(uri) !== 'file' || this.#library.has(uri) || this.#files.beside === undefined) return;
    const beside = async () => {
      await this.#readAll(foldersAbove(uri).map((above) => `${above}iplan.config.json`));
      const uris = (await this.#files.beside?.(uri)) ?? [];
      await this.#readAll(uris.map(canonical).filter(isPlan));
      await this.#readData();
    };
    this.#during(beside());
  }

  #reconfigure(): void {
    this.#configured = undefined;
    for (const uri of [...this.#saved.keys(), ...this.#open.keys()]) this.#dirty.add(uri);
  }

  /** The configurations as of today; made anew when one of them, the editor's settings or the day has changed. */
  #current(): Configs {
    const day = localDay(new Date());
    if (this.#configured === undefined || this.#day !== day) {
      this.#day = day;
      this.#configured = new Configs(this.#configs, { today: day, ...this.#wishes });
    }
    return this.#configured;
  }
}

const folderUri = ({ uri }: { readonly uri: string }): string => canonical(uri).replace(/\/$/, '');
const localDay = (now: Date): string => `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
