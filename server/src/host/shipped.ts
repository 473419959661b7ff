import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A file or folder that ships with the tool: beside `dist/` in a package, at the root of the source tree; `undefined` where it is missing. */
export function shipped(name: string, from: string = fileURLToPath(import.meta.url)): string | undefined {
  for (let folder = dirname(from); dirname(folder) !== folder; folder = dirname(folder)) {
    const candidate = join(folder, name);
    if (existsSync(candidate)) return candidate;
  }
  return undefined;
}
