import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The folder with the frameworks that ship with the tool: beside `dist/` in a package, at the root of the source tree. */
function libraryFolder(from: string): string | undefined {
  for (let folder = dirname(from); dirname(folder) !== folder; folder = dirname(folder)) {
    const candidate = join(folder, 'frameworks');
    if (existsSync(join(candidate, 'penninx-dimensions.iplan'))) return candidate;
  }
  return undefined;
}

/** The frameworks that ship with the tool. */
export function libraryFiles(from: string = fileURLToPath(import.meta.url)): readonly { readonly uri: string; readonly text: string }[] {
  const folder = libraryFolder(from);
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.iplan'))
    .sort()
    .map((name) => ({ uri: pathToFileURL(join(folder, name)).href, text: readFileSync(join(folder, name), 'utf8') }));
}
