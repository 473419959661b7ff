// Writes the frameworks as a module, for the server in the browser, which has no disk to read them from.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/node.mjs';

export function frameworkFiles() {
  const names = readdirSync(join(root, 'frameworks'))
    .filter((name) => name.endsWith('.iplan'))
    .sort();
  const entries = names.map((name) => `  [${JSON.stringify(name)}, ${JSON.stringify(readFileSync(join(root, 'frameworks', name), 'utf8'))}],`);
  return {
    'server/src/generated/frameworks.ts': [
      '// The files of frameworks/; `npm run generate` writes it anew.',
      'export const FRAMEWORKS: readonly (readonly [name: string, text: string])[] = [',
      ...entries,
      '];',
      '',
    ].join('\n'),
  };
}
