// Brings the bundles of l10n/ up to what the sources say: `npm run l10n` lists what is missing or no longer said, `npm run l10n -- --write`
// puts the missing texts in, empty, and takes out the others.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/node.mjs';
import { LANGUAGES, texts } from './lib/texts.mjs';

const write = process.argv.includes('--write');
const said = texts();
mkdirSync(join(root, 'l10n'), { recursive: true });
for (const language of LANGUAGES) {
  const file = join(root, 'l10n', `bundle.l10n.${language}.json`);
  const bundle = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const missing = said.filter((text) => !bundle[text]);
  const gone = Object.keys(bundle).filter((text) => !said.includes(text));
  console.log(`${language}: ${said.length} texts, ${missing.length} missing, ${gone.length} no longer said`);
  if (write) writeFileSync(file, `${JSON.stringify(Object.fromEntries(said.map((text) => [text, bundle[text] ?? ''])), null, 2)}\n`);
  else for (const text of [...missing, ...gone.map((one) => `(gone) ${one}`)].slice(0, 20)) console.log(`  ${JSON.stringify(text)}`);
}
