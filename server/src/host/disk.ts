import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PASSED_OVER } from '../../../client/src/messages.ts';
import { CONFIG_FILE } from '../config/config.ts';
import { say } from '../text/say.ts';
import type { Files } from './access.ts';
import { leadsElsewhere, MISSING, MOST_FILES, MOST_FOLDERS, readText } from './files.ts';
import { diskHistory } from './history.ts';
import { libraryFiles } from './library.ts';

/** Files on disk. Links are not followed; what cannot be read is told and left out. */
export function diskFiles(warn: (message: string) => void): Files {
  const roots = new Set<string>();
  return {
    library: async () => libraryFiles(),
    history: diskHistory,
    async list(folder, isNew = false) {
      const root = pathOf(folder);
      if (root === undefined || (isNew && leadsElsewhere(root, roots))) return [];
      if (!isNew) roots.add(root);
      const found: string[] = [];
      const folders = [root];
      let visited = 0;
      for (let current = folders.pop(); current !== undefined && found.length < MOST_FILES; current = folders.pop()) {
        if (++visited > MOST_FOLDERS) {
          warn(`${root} holds more than ${MOST_FOLDERS.toLocaleString('en')} folders; the plans in the others were not read. Open the folder of the plans.`);
          break;
        }
        for (const entry of await entriesOf(current)) {
          if (entry.isDirectory() && !PASSED_OVER.includes(entry.name)) folders.push(join(current, entry.name));
          else if (isOurs(entry)) found.push(join(current, entry.name));
        }
      }
      if (found.length >= MOST_FILES) warn(say`${root} holds more than ${MOST_FILES.toLocaleString('en')} files of plans; only these were read.`);
      return found.sort().map((path) => pathToFileURL(path).href);
    },
    async beside(uri) {
      const folder = pathOf(uri.slice(0, uri.lastIndexOf('/') + 1));
      if (folder === undefined) return [];
      roots.add(folder);
      return (await entriesOf(folder)).filter(isOurs).map((entry) => pathToFileURL(join(folder, entry.name)).href);
    },
    async read(uri) {
      const path = pathOf(uri);
      if (path === undefined) return undefined;
      if (/\.csv$/i.test(path) && leadsElsewhere(path, roots)) {
        warn(say`${path} was not read: it is reached by a link.`);
        return undefined;
      }
      const read = readText(path);
      if ('text' in read) return read.text;
      if (!path.endsWith(CONFIG_FILE) && read.error !== MISSING) warn(`${path} ${read.error}.`);
      return undefined;
    },
  };
}

const isOurs = (entry: Dirent): boolean => entry.isFile() && (entry.name.endsWith('.iplan') || entry.name === CONFIG_FILE);
const entriesOf = (folder: string): Promise<Dirent[]> => readdir(folder, { withFileTypes: true }).catch(() => []);

function pathOf(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}
