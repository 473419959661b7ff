import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { shipped } from './shipped.ts';

/** The frameworks that ship with the tool. */
export function libraryFiles(from: string = fileURLToPath(import.meta.url)): readonly { readonly uri: string; readonly text: string }[] {
  const marker = shipped('frameworks/penninx-dimensions.iplan', from);
  const folder = marker === undefined ? undefined : dirname(marker);
  if (folder === undefined) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.iplan'))
    .sort()
    .map((name) => ({ uri: pathToFileURL(join(folder, name)).href, text: readFileSync(join(folder, name), 'utf8') }));
}
