import { fileURLToPath, pathToFileURL } from 'node:url';
import { Configs, type Overrides } from '../config/configs.ts';
import { wantedData } from '../model/data.ts';
import { parseFile, type SourceFile, Workspace } from '../model/workspace.ts';
import { say } from '../text/say.ts';
import { type Listing, leadsElsewhere, listFiles, MISSING, readText } from './files.ts';
import { libraryFiles } from './library.ts';

export interface Loaded {
  readonly workspace: Workspace;
  readonly configs: Configs;
  /** Files that could not be read, each with a sentence. */
  readonly unread: readonly { readonly path: string; readonly error: string }[];
}

const uriOf = (path: string): string => pathToFileURL(path).href;

/** What is read beside everything below the roots. */
export interface Beside {
  /** Files that are asked for by name: what is wrong with them is told, wherever they stand. */
  readonly files?: readonly string[];
  /** Texts that stand in for files on disk, by address: standard input. */
  readonly given?: ReadonlyMap<string, string>;
  readonly progress?: (done: number, all: number) => void;
}

/**
 * Reads the plans below some folders, their configurations, the frameworks they name and their data files.
 * Frameworks that only a configuration leads to are there to be looked up; they are not judged.
 */
export function load(roots: readonly string[], overrides: Overrides, { files: named = [], given = new Map(), progress = () => {} }: Beside = {}): Loaded {
  const unread: { path: string; error: string }[] = [];
  const listings: Listing[] = roots.map(listFiles);
  for (const listing of listings) unread.push(...listing.problems);
  const configTexts = new Map<string, string>();
  for (const path of new Set(listings.flatMap((listing) => listing.configs))) {
    const read = readText(path);
    if ('text' in read) configTexts.set(uriOf(path), read.text);
    else unread.push({ path, error: read.error });
  }
  const configs = new Configs(configTexts, overrides);
  const files = new Map<string, SourceFile>();
  for (const { uri, text } of libraryFiles()) files.set(uri, parseFile(uri, text, true));
  const plans = [...new Set([...listings.flatMap((listing) => listing.plans), ...named])].filter((path) => !configs.excluded(uriOf(path)));
  const frameworks = configs.frameworkFolders.flatMap((folder) => listFiles(fileURLToPath(folder)).plans);
  const own = new Set(plans);
  const paths = [...plans, ...frameworks.filter((path) => !own.has(path))];
  for (const [i, path] of paths.entries()) {
    const uri = uriOf(path);
    if (!given.has(uri)) {
      const read = readText(path);
      if ('text' in read) files.set(uri, parseFile(uri, read.text, !own.has(path)));
      else unread.push({ path, error: read.error });
    }
    if (i % 200 === 0) progress(i, paths.length);
  }
  for (const [uri, text] of given) if (!configs.excluded(uri)) files.set(uri, parseFile(uri, text));
  const workspace = new Workspace(files);
  const data = [...wantedData(workspace)].flatMap((uri): [string, string][] => {
    const path = fileURLToPath(uri);
    if (leadsElsewhere(path, roots)) {
      unread.push({ path, error: say`was not read: it is reached by a link` });
      return [];
    }
    const read = readText(path);
    // A rule says so when a file that is named is not there.
    if ('error' in read && read.error !== MISSING) unread.push({ path, error: read.error });
    return 'text' in read ? [[uri, read.text]] : [];
  });
  return { workspace: workspace.with([], data), configs, unread };
}

/** The same of texts that are there already, by their addresses: a moment of a repository. */
export function fromTexts(texts: ReadonlyMap<string, string>, overrides: Overrides): { readonly workspace: Workspace; readonly configs: Configs } {
  const ending = (end: string) => [...texts].filter(([uri]) => uri.endsWith(end));
  const configs = new Configs(new Map(ending('/iplan.config.json')), overrides);
  const files = new Map<string, SourceFile>(libraryFiles().map(({ uri, text }) => [uri, parseFile(uri, text, true)]));
  for (const [uri, text] of ending('.iplan')) if (!configs.excluded(uri)) files.set(uri, parseFile(uri, text));
  return { workspace: new Workspace(files, undefined, new Map(ending('.csv'))), configs };
}
