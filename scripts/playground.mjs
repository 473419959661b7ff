// npm run playground: builds the playground and serves it to this machine alone. Options: --port=<number>, 8100 unless given;
// --no-build serves what was built last.
import path from 'node:path';
import { findNode, nodeEnv, nodeFlags, root } from './lib/node.mjs';
import { run } from './lib/run.mjs';
import { serveFolder } from './lib/serve.mjs';

if (!process.argv.includes('--no-build')) {
  console.log('Building …');
  const { code } = await run(findNode(), [...nodeFlags, path.join(root, 'scripts/build.mjs')], { cwd: root, env: nodeEnv(), minutes: 5 });
  if (code !== 0) process.exit(2);
}
const port = Number(process.argv.find((arg) => arg.startsWith('--port='))?.slice('--port='.length) ?? 8100);
const { address } = await serveFolder(path.join(root, 'dist/playground'), port);
console.log(`The playground: ${address}\nCtrl+C ends it. To publish it, put the folder dist/playground on any static host.`);
