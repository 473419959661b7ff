// Packs the extension into iplan.vsix. Options: --out=<file>; --list prints the files that would be packed and packs nothing.
import { statSync } from 'node:fs';
import path from 'node:path';
import { createVSIX, listFiles } from '@vscode/vsce';
import { root } from './lib/node.mjs';

const mostBytes = 3 * 1024 * 1024;
const option = (name) => process.argv.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);

if (process.argv.includes('--list')) {
  const files = await listFiles({ cwd: root, dependencies: false });
  console.log([...files].sort().join('\n'));
} else {
  const packagePath = path.resolve(option('out') ?? path.join(root, 'iplan.vsix'));
  // What is packed has been built already; nothing is looked up in node_modules, because the bundles need nothing of it.
  // The links of the README lead into the repository, and no address of it is known here.
  await createVSIX({ cwd: root, packagePath, dependencies: false, allowMissingRepository: true, rewriteRelativeLinks: false });
  const { size } = statSync(packagePath);
  console.log(`${path.relative(process.cwd(), packagePath)}: ${(size / 1024).toFixed(0)} kB`);
  if (size > mostBytes) {
    console.error(`The packed extension is larger than ${mostBytes / 1024 / 1024} MB. See what was added to "files".`);
    process.exit(1);
  }
}
