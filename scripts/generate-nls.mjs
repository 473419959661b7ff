// Writes package.nls.<language>.json: what the manifest of the extension says, in the words of the bundles of l10n/.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleOf, LANGUAGES } from '../server/src/text/languages.ts';
import { root } from './lib/node.mjs';

const read = (path) => (existsSync(join(root, path)) ? JSON.parse(readFileSync(join(root, path), 'utf8')) : {});

export function nlsFiles() {
  const english = read('package.nls.json');
  return Object.fromEntries(
    Object.keys(LANGUAGES).map((language) => {
      const bundle = read(bundleOf(language));
      const said = Object.entries(english).map(([key, text]) => [key, bundle[text] ?? text]);
      return [`package.nls.${language}.json`, `${JSON.stringify(Object.fromEntries(said), null, 2)}\n`];
    }),
  );
}
