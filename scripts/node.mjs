// Runs a script in a Node.js that is new enough, with types stripped: node scripts/node.mjs scripts/build.mjs …
import { findNode, runInNode } from './lib/node.mjs';

const [script, ...args] = process.argv.slice(2);
if (!script) {
  console.error('Say which script to run: node scripts/node.mjs <script> [arguments]');
  process.exit(2);
}
try {
  process.exit(await runInNode(findNode(), script, args));
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
