// Writes everything that is made from the vocabulary, the rules and the schemas. A test fails when one of these files is not what
// this script would write: `npm run generate` mends that.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
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
const { researchFiles } = await import('./generate-research.mjs');
const { walkthroughFiles } = await import('./generate-walkthrough.mjs');
const { lspFiles } = await import('./generate-lsp.mjs');
const { securityFiles } = await import('./generate-security.mjs');
const { nlsFiles } = await import('./generate-nls.mjs');
const files = {
  ...schemaFiles(),
  ...nlsFiles(),
  ...grammarFiles(),
  ...docFiles(),
  ...researchFiles(),
  ...frameworkFiles(),
  ...walkthroughFiles(),
  ...lspFiles(),
  ...securityFiles(),
};
for (const [path, text] of Object.entries(files)) write(path, text);

// The page of a rule that is no more goes with it.
for (const entry of readdirSync(join(root, 'docs/rules'), { recursive: true, withFileTypes: true })) {
  const path = relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/');
  if (entry.isFile() && files[path] === undefined) rmSync(join(root, path));
}
