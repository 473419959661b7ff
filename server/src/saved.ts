import type { Files } from './host/access.ts';
import { parseFile, type SourceFile, sourceFile } from './model/workspace.ts';
import { slices } from './pace.ts';
import type { Tree } from './syntax/tree.ts';
import { canonical, foldersAbove, isBelow } from './text/uris.ts';

/** What has to be known by whoever uses the saved files, and what has to be known of it. */
export interface Heard {
  plan(uri: string): void;
  config(): void;
  data(uri: string, text: string | undefined): void;
  frameworkFolders(): readonly string[];
  wantedData(): ReadonlySet<string>;
  /** So many files have been read, of so many that are known of. */
  reading(done: number, all: number): void;
  openDocuments(): Iterable<string>;
  /** What a document says that is open. */
  openTree(uri: string): Tree | undefined;
  /** Something could not be read; it is then as if it were not there. */
  unread(uri: string, error: unknown): void;
}

/** So many files are asked for at the same time. */
const AT_ONCE = 16;

const CONFIG = 'iplan.config.json';
export const isConfig = (uri: string): boolean => uri.endsWith(`/${CONFIG}`);
const isPlan = (uri: string): boolean => /\.iplan$/i.test(uri);
/** Observed values, and the findings that were there at first. */
const isData = (uri: string): boolean => /\.csv$|baseline\.json$/i.test(uri);
const isPassedOver = (uri: string): boolean => /\/(?:node_modules|\.git)\//.test(uri);
const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/') + 1);
const schemeOf = (uri: string): string => uri.slice(0, uri.indexOf(':'));

/** The files as they are saved, read from the folders of the workspace and kept as long as they are there. */
export class Saved {
  readonly plans = new Map<string, SourceFile>();
  readonly configs = new Map<string, string>();
  /** Frameworks that are there to be looked up, not to be judged: those of the tool, and those that a configuration names. */
  readonly library = new Set<string>();
  /** The frameworks that the tool brought along: they lie where nobody changes them. */
  readonly #shipped = new Set<string>();
  readonly #data = new Map<string, string | undefined>();
  /** The folders of frameworks that configurations name, and what was found in them. */
  readonly #frameworkFolders = new Map<string, readonly string[]>();
  readonly #files: Files;
  readonly #heard: Heard;
  /** The newest reading of each file: an older one that ends later is dropped. */
  readonly #readings = new Map<string, number>();
  #reading = 0;
  #folders: readonly string[] = [];

  constructor(files: Files, heard: Heard) {
    this.#files = files;
    this.#heard = heard;
  }

  get frameworks(): readonly (readonly [string, SourceFile])[] {
    return [...this.library].flatMap((uri) => {
      const file = this.plans.get(uri);
      return file === undefined ? [] : [[uri, file] as const];
    });
  }

  /** Whether a file is one of the workspace: below its folders, on disk beside them, new, or wherever it is where there are no folders. */
  belongs(uri: string): boolean {
    if (this.#inFolders(uri) || this.library.has(uri)) return !isPassedOver(uri);
    const scheme = schemeOf(uri);
    return scheme === 'file' || scheme === 'untitled' || (this.#folders.length === 0 && !uri.includes('?'));
  }

  /** Whether a file of the workspace is a plan by its name too: others are plans only as long as they are open as such. */
  holds(uri: string): boolean {
    return isPlan(uri) && this.belongs(uri);
  }

  /** The folder of the workspace that a file lies in. */
  folderAround(uri: string): string | undefined {
    return this.#folders.find((folder) => isBelow(uri, folder));
  }

  /** A file on disk outside of the folders: its plan has to be looked for around it, and the configuration that makes a library of it. */
  isAlone(uri: string): boolean {
    return !this.#inFolders(uri) && schemeOf(uri) === 'file' && !this.#shipped.has(uri) && this.#files.beside !== undefined;
  }

  async start(folders: readonly string[]): Promise<void> {
    this.#folders = folders;
    for (const { uri: written, text } of await this.#files.library()) {
      const uri = canonical(written);
      // A framework of the tool that lies in a folder one works on is a file like any other.
      if (this.#inFolders(uri)) continue;
      this.library.add(uri);
      this.#shipped.add(uri);
      this.#take(uri, text);
    }
    await this.#load(folders);
  }

  async foldersChanged(added: readonly string[], removed: readonly string[]): Promise<void> {
    this.#folders = [...this.#folders.filter((folder) => !removed.includes(folder)), ...added];
    this.tidy();
    await this.#load(added);
    for (const uri of this.#alone()) await this.readBeside(uri);
  }

  /** Reads everything anew: whatever came, changed or went without a word is found. */
  async again(): Promise<void> {
    const known = [...this.plans.keys(), ...this.configs.keys(), ...this.#data.keys()].filter((uri) => !this.#shipped.has(uri));
    const before = this.#reading;
    await this.#load(this.#folders);
    // What the folders do not list any more is read too, to find that it is gone.
    await this.#readAll(known.filter((uri) => (this.#readings.get(uri) ?? 0) <= before));
    await this.readData();
  }

  /**
   * Files were made, changed or removed by others. Whether a file is still there is for the disk to say: when one is removed and made
   * again at once, the last word of the editor need not be the newest, and when a folder goes, not every editor tells of the files in it.
   */
  async changed(changes: readonly { readonly uri: string; readonly gone: boolean }[]): Promise<void> {
    const known = [...this.plans.keys(), ...this.configs.keys(), ...this.#data.keys()];
    const uris = changes.flatMap(({ uri, gone }) => (gone ? known.filter((other) => other === uri || isBelow(other, uri)) : [uri]));
    // Nor does every editor tell of the files in a folder that comes: what is of no kind that is read may be one.
    const isOther = (uri: string) => !isPlan(uri) && !isConfig(uri) && !isData(uri) && !isPassedOver(`${uri}/`);
    for (const { uri, gone } of changes) if (!gone && isOther(uri) && this.#inFolders(uri)) uris.push(...(await this.#list(uri, true)));
    const isReached = this.#reach();
    // A folder of frameworks in which a file came or went is listed again.
    const came = changes.filter(({ uri, gone }) => gone || !this.plans.has(uri)).map(({ uri }) => uri);
    const relisted = new Set([...this.#frameworkFolders.keys()].filter((folder) => came.some((uri) => isBelow(uri, folder) || isBelow(folder, uri))));
    await this.#readAll([...new Set(uris)].filter((uri) => isReached(uri) && (isPlan(uri) || isConfig(uri) || this.#data.has(uri))));
    await this.#readFrameworks(relisted);
    await this.readData();
  }

  /** Lets go of what neither a folder nor an open document leads to any more: nobody would tell when it changes. */
  tidy(): void {
    const isReached = this.#reach();
    for (const uri of [...this.plans.keys(), ...this.configs.keys(), ...this.#data.keys()]) {
      if (isReached(uri)) continue;
      this.#drop(uri);
      this.#data.delete(uri);
    }
    this.#dropFrameworks();
  }

  /** Reads one file and takes in what it says now. */
  async read(uri: string): Promise<void> {
    const reading = ++this.#reading;
    this.#readings.set(uri, reading);
    const text = await this.#files.read(uri).catch((error) => this.#heard.unread(uri, error) ?? undefined);
    if (this.#readings.get(uri) !== reading) return;
    try {
      this.#take(uri, text);
    } catch (error) {
      // Whatever one file does to who reads it, the others are read.
      this.#heard.unread(uri, error);
    }
  }

  /** What stands beside a file that is alone, the configurations above it, and the frameworks that they name. */
  async readBeside(uri: string): Promise<void> {
    await this.#readConfigsAbove(uri);
    const uris = ((await this.#files.beside?.(uri)) ?? []).map(canonical);
    await this.#readAll(uris.filter(isPlan));
    await this.#readFrameworks();
    await this.readData();
  }

  /** Whether plans name data files that nobody has looked for yet. */
  lacksData(): boolean {
    return [...this.#heard.wantedData()].some((uri) => !this.#data.has(uri));
  }

  async readData(): Promise<void> {
    const unread = [...this.#heard.wantedData()].filter((uri) => !this.#data.has(uri));
    for (const uri of unread) this.#data.set(uri, undefined);
    await this.#readAll(unread);
  }

  async #load(folders: readonly string[]): Promise<void> {
    for (const folder of folders) {
      if (schemeOf(folder) === 'file') await this.#readConfigsAbove(folder);
      const uris = await this.#list(folder);
      for (const uri of uris) if (this.library.delete(uri)) this.plans.delete(uri);
      await this.#readAll(uris.filter(isConfig));
      await this.#readAll(uris.filter(isPlan));
    }
    await this.#readFrameworks();
    await this.readData();
  }

  async #readFrameworks(relisted: ReadonlySet<string> = new Set()): Promise<void> {
    const dropped = this.#dropFrameworks(relisted);
    for (const folder of this.#heard.frameworkFolders().map(canonical)) {
      if (this.#inFolders(`${folder}/`)) this.#frameworkFolders.delete(folder);
      if (this.#inFolders(`${folder}/`) || this.#frameworkFolders.has(folder)) continue;
      const listed = await this.#list(folder);
      // Meanwhile the folder may have been read by another, or be named no longer.
      if (this.#frameworkFolders.has(folder) || !this.#namedFolders().has(folder)) continue;
      const uris = listed.filter((uri) => isPlan(uri) && !this.#inFolders(uri) && !this.library.has(uri));
      this.#frameworkFolders.set(folder, uris);
      for (const uri of uris) {
        this.library.add(uri);
        // One that was there beside an open document is read anew, as what it is now.
        this.plans.delete(uri);
      }
      await this.#readAll(uris);
    }
    // What lies beside an open document is there all the same.
    const isReached = this.#reach();
    await this.#readAll(dropped.filter((uri) => isReached(uri) && !this.plans.has(uri)));
  }

  #namedFolders(): ReadonlySet<string> {
    return new Set(this.#heard.frameworkFolders().map(canonical));
  }

  /** Lets go of the frameworks in folders that no configuration names any more, and in some others, and says which they were. */
  #dropFrameworks(others: ReadonlySet<string> = new Set()): readonly string[] {
    const named = this.#namedFolders();
    const dropped: string[] = [];
    for (const [folder, uris] of this.#frameworkFolders) {
      if (named.has(folder) && !others.has(folder)) continue;
      this.#frameworkFolders.delete(folder);
      for (const uri of uris) {
        if (!this.library.delete(uri)) continue;
        this.#drop(uri);
        // What is open of it is no library from now on, whether or not it is on disk.
        this.#heard.plan(uri);
        dropped.push(uri);
      }
    }
    return dropped;
  }

  /** A file is not there any more for whoever asks, whatever is still being read of it. */
  #drop(uri: string): void {
    this.#readings.set(uri, ++this.#reading);
    this.#take(uri, undefined);
  }

  #readConfigsAbove(uri: string): Promise<void> {
    return this.#readAll(foldersAbove(uri).map((above) => above + CONFIG));
  }

  async #list(folder: string, isNew = false): Promise<readonly string[]> {
    const uris = await this.#files.list(folder, isNew).catch((error) => this.#heard.unread(folder, error) ?? []);
    return uris.map(canonical).filter((uri) => !isPassedOver(uri));
  }

  async #readAll(uris: readonly string[]): Promise<void> {
    let next = 0;
    const breath = slices();
    const worker = async () => {
      while (next < uris.length) {
        await this.read(uris[next++] as string);
        this.#heard.reading(next, uris.length);
        await breath();
      }
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, uris.length) }, worker));
  }

  #take(uri: string, text: string | undefined): void {
    if (isData(uri)) {
      this.#data.set(uri, text);
      this.#heard.data(uri, text);
    } else if (isConfig(uri)) {
      if (this.configs.get(uri) === text) return;
      if (text === undefined) this.configs.delete(uri);
      else this.configs.set(uri, text);
      this.#heard.config();
    } else if (this.plans.get(uri)?.tree.text !== text) {
      if (text === undefined) this.plans.delete(uri);
      else {
        // What is open and was not typed in is parsed already.
        const open = this.#heard.openTree(uri);
        this.plans.set(uri, open?.text === text ? sourceFile(uri, open, this.library.has(uri)) : parseFile(uri, text, this.library.has(uri)));
      }
      this.#heard.plan(uri);
    }
  }

  /** Whether a file is one that is read: in a folder, in the library, beside an open document that is alone, or a configuration above. */
  #reach(): (uri: string) => boolean {
    const beside = new Set(this.#alone().map(folderOf));
    const homes = [...this.#folders.map((folder) => `${folder}/`), ...beside];
    return (uri) => {
      if (this.#inFolders(uri) || this.library.has(uri)) return !isPassedOver(uri);
      const folder = folderOf(uri);
      return isData(uri)
        ? [...beside].some((home) => uri.startsWith(home))
        : beside.has(folder) || (isConfig(uri) && homes.some((home) => home.startsWith(folder)));
    };
  }

  #alone(): readonly string[] {
    return [...this.#heard.openDocuments()].filter((uri) => this.isAlone(uri));
  }

  #inFolders(uri: string): boolean {
    return this.#folders.some((folder) => isBelow(uri, folder));
  }
}
