// Bundles the command line, the server and the extension into dist/. Nothing of node_modules is needed at run time.
// Options: --watch bundles again at every change; --debug leaves names readable and adds source maps.
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, context } from 'esbuild';
import { root } from './lib/node.mjs';
import { notices } from './lib/notices.mjs';
import { playgroundBundles, playgroundFiles } from './lib/playground.mjs';

const { sourcesOf } = await import('../server/src/cli/edition.ts');
const debug = process.argv.includes('--debug') || process.argv.includes('--watch');
const base = {
  absWorkingDir: root,
  bundle: true,
  minify: !debug,
  sourcemap: debug ? 'linked' : false,
  legalComments: 'none', // They stand in THIRD-PARTY-NOTICES.txt.
  logLevel: 'warning',
  metafile: true,
  define: { 'process.env.NODE_ENV': '"production"', 'process.env.IPLAN_BUILD': JSON.stringify(sourcesOf(path.join(root, 'server/src'))) },
};
const node = {
  ...base,
  platform: 'node',
  target: 'node22',
  // Taken to be unknown there, an expression would be built anew whenever its line is reached.
  supported: { 'regexp-unicode-property-escapes': true },
  // Some packages have a form with imports that can be bundled, and one that looks for its parts at run time.
  mainFields: ['module', 'main'],
};
const web = {
  ...base,
  platform: 'browser',
  target: 'es2022',
  define: { ...base.define, global: 'globalThis' },
};
// Some packages are CommonJS inside and call `require`, which a module does not have by itself.
const requireBanner = ["import { createRequire as __createRequire } from 'node:module';", 'const require = __createRequire(import.meta.url);'].join('\n');

/** The libraries of the protocol load what they hardly ever ask for, a fifth of the time until the server answers: it waits until they do. */
const whenAsked = {
  name: 'when-asked',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:crypto|fs)$/ }, ({ path: name, importer }) =>
      /node_modules.vscode-(?:jsonrpc|languageserver)/.test(importer) ? { path: name, namespace: 'when-asked' } : undefined,
    );
    onLoad({ filter: /^/, namespace: 'when-asked' }, ({ path: name }) => ({
      // What is a module already, as __esModule says, is taken as it is and not copied name by name.
      contents: `module.exports = new Proxy({}, { get: (_, name) => name === '__esModule' || require('node:${name}')[name] });`,
    }));
  },
};

/** A program with one character beyond Latin-1 is held with two bytes for every character, which is the most memory that a server takes for one thing. */
const inOneByte = (contents) =>
  Buffer.from(contents)
    .toString()
    // Behind a backslash that escapes it, a character has one already.
    .replace(/(\\*)([\u0100-\uffff])/g, (_, before, character) => {
      const code = `u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
      return before.length % 2 === 0 ? `${before}\\${code}` : `${before}${code}`;
    });

const bundles = [
  // Command line and server in parts: what answers first is loaded first, and what only one command needs waits until it is given.
  {
    ...node,
    entryPoints: { cli: 'server/src/cli/main.ts', server: 'server/src/server.start.ts' },
    outdir: 'dist',
    chunkNames: 'parts/[name]-[hash]',
    format: 'esm',
    splitting: true,
    // Libraries bring these along for what is never asked of them here: the bundles can start neither programs nor threads.
    alias: { child_process: './scripts/lib/nothing.cjs', worker_threads: './scripts/lib/nothing.cjs' },
    banner: { js: requireBanner },
    plugins: [whenAsked],
  },
  {
    ...node,
    entryPoints: ['client/src/extension.node.ts'],
    outfile: 'dist/extension.cjs',
    format: 'cjs',
    external: ['vscode'],
  },
  {
    ...web,
    entryPoints: ['client/src/extension.web.ts'],
    outfile: 'dist/web/extension.js',
    format: 'cjs',
    external: ['vscode'],
  },
  // The page of the preview runs in a webview; its looks are those of reports.
  { ...web, entryPoints: ['client/src/preview/page.ts'], outfile: 'dist/preview.js', format: 'iife' },
  { ...web, entryPoints: ['server/src/server.web.ts'], outfile: 'dist/web/server.js', format: 'iife' },
  ...playgroundBundles(web),
];

if (process.argv.includes('--watch')) {
  for (const bundle of bundles) await (await context({ ...bundle, logLevel: 'info' })).watch();
} else {
  const dist = path.join(root, 'dist');
  // Nothing is taken away before everything new is there: a build that fails leaves the last one standing.
  const results = await Promise.all(bundles.map((bundle) => build({ ...bundle, write: false }))).catch(() => process.exit(1));
  rmSync(dist, { recursive: true, force: true });
  const write = (file, contents) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), contents);
  };
  const shipped = (file, contents) => (debug || !/\.c?js$/.test(file) ? contents : inOneByte(contents));
  const built = new Map(
    results.flatMap(({ outputFiles }) => outputFiles.map(({ path: file, contents }) => [path.relative(root, file), shipped(file, contents)])),
  );
  for (const [file, contents] of built) write(file, contents);
  const { STYLE } = await import('../server/src/reports/html/style.ts');
  writeFileSync(path.join(dist, 'preview.css'), STYLE);
  const named = notices(results.map((result) => result.metafile));
  for (const folder of ['dist', 'dist/playground']) write(`${folder}/THIRD-PARTY-NOTICES.txt`, named);
  for (const [file, contents] of Object.entries(playgroundFiles((file) => built.get(path.normalize(file)), STYLE))) write(file, contents);
  // The root is no module package, because VS Code's browser host loads no extension of one.
  writeFileSync(path.join(dist, 'package.json'), '{ "type": "module" }\n');
  chmodSync(path.join(dist, 'cli.js'), 0o755);
}
