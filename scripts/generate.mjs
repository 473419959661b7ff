// Writes everything that is made from the vocabulary, the rules and the schemas. A test fails when one of these files is not what
// this script would write: `npm run generate` mends that.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rulesSource } from './generate-rules.mjs';
import { root } from './lib/node.mjs';

const write = (path, text) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};

// The list of rules comes first: the others read it.
write('server/src/rules/rules.ts', rulesSource());
const { schemaFiles } = await import('./generate-schemas.mjs');
const { grammarFiles } = await import('./generate-grammar.mjs');
const { docFiles } = await import('./generate-docs.mjs');
const { frameworkFiles } = await import('./generate-frameworks.mjs');
for (const [path, text] of Object.entries({ ...schemaFiles(), ...grammarFiles(), ...docFiles(), ...frameworkFiles() })) write(path, text);
