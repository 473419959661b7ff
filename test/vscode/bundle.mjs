// Bundles suites as an extension of their own with nothing in it, once for each kind of extension host. So the same
// tests run against the source tree and against the packed extension, which has no tests inside.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../scripts/lib/node.mjs';

export const testsFolder = (host) => path.join(root, 'out/vscode-tests', host);

/**
 * Mocha's browser build is one file that needs nothing of Node, so it serves both hosts. It would take the module that it stands in for
 * its own and export itself there; without one it is there for all.
 */
const mochaForBoth = {
  name: 'mocha',
  setup: ({ onLoad }) =>
    onLoad({ filter: /[\\/]mocha[\\/]mocha\.js$/ }, ({ path: file }) => ({
      contents: `(function (exports, module, define) {${readFileSync(file, 'utf8')}\n}).call(globalThis);`,
    })),
};

/** Bundles what exports `run` into a folder. */
export async function bundle(host, { entry = 'test/vscode/suite/index.ts', folder = testsFolder(host) } = {}) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outfile: path.join(folder, 'index.js'),
    bundle: true,
    format: 'cjs',
    platform: host === 'web' ? 'browser' : 'node',
    target: 'es2022',
    external: ['vscode'],
    define: {
      __HOST__: JSON.stringify(host),
      global: 'globalThis',
      // For the corpus, which lies beside holds.ts.
      'import.meta.dirname': JSON.stringify(path.join(root, 'test')),
    },
    plugins: [mochaForBoth],
    logLevel: 'warning',
  });
  const manifest = {
    name: 'iplan-tests',
    publisher: 'iplan',
    version: '0.0.0',
    engines: { vscode: '*' },
    [host === 'web' ? 'browser' : 'main']: './nothing.js',
    activationEvents: [],
  };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify(manifest));
  writeFileSync(path.join(folder, 'nothing.js'), 'exports.activate = () => {};\n');
}

if (process.argv[1] === import.meta.filename) await Promise.all(['node', 'web'].map((host) => bundle(host)));
