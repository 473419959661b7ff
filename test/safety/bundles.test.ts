// What the sources and the bundles can reach: no network, no process, no code made of text.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const below = (folder: string, ending: RegExp): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => ending.test(file))
    .map((file) => path.posix.join(folder, file.replaceAll('\\', '/')))
    .sort();

/** Modules of Node that reach neither network, nor processes, nor other code. */
const HARMLESS = new Set(
  'assert buffer constants crypto events fs fs/promises os path process punycode readline stream string_decoder timers url util zlib'.split(' '),
);

/** What a bundle may have beyond those, and why. */
const ALLOWED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'dist/extension.cjs': {
    child_process: 'The client of the language server starts dist/server.js, and nothing else.',
    net: 'The same client can speak over a pipe; the extension asks for none.',
  },
  'dist/server.js': { module: 'A bundled library calls require; see the banner in scripts/build.mjs.' },
  'dist/cli.js': { module: 'The same banner.' },
  'dist/parts/*.js': {
    child_process: 'iplan report --format pdf starts the browser of the machine, which prints a file; nothing else starts a program.',
    module: 'The same banner; and Node.js is told where to keep what it compiled.',
    net: 'iplan lsp --socket and --pipe lead to whoever started it; without those words no socket is made.',
    vm: 'The function that gives memory back is found in a context of its own: one constant word is all that is ever evaluated there.',
    worker_threads: 'Large repositories are judged by several threads. The library that packs files has slow forms that would take one too.',
  },
  'dist/playground/playground.js': {
    'fetch(': 'It reads the examples that lie beside it; its policy lets it reach nothing else.',
    'new Worker': 'The server runs in a worker, from the file beside it.',
  },
  'dist/web/extension.js': { 'new Worker': 'The server of the browser runs in a worker, from a file of the extension.' },
};

/** What a source may reach for, and why. */
const MEANT: Readonly<Record<string, string>> = {
  'client/src/extension.web.ts: new Worker': 'A worker is what the server of the browser is.',
  'server/src/cli/crew.ts: new Worker': 'Large repositories are judged by several threads of the same program.',
  'server/src/cli/crew.ts: worker_threads': 'The same.',
  'server/src/host/compiled.ts: module': 'Node.js is told where to keep what it compiled of the program.',
  'server/src/host/memory.ts: vm': 'Memory is given back by a function that only a context of its own has; one constant word is evaluated there.',
  'server/src/host/browser.ts: child_process': 'The browser of the machine prints the pages of a PDF, without a network.',
};

/** Words by which code reaches out or makes code, as they stand in JavaScript. */
const WORDS =
  /(?<![\w$.'"-])(?:fetch\(|eval\(|new Function\b|Function\(|new WebSocket\b|new XMLHttpRequest\b|importScripts\(|new EventSource\b|new Worker\b|new RTCPeerConnection\b)|\.sendBeacon\(|process\.(?:binding|dlopen)\b|import\((?!["'])/g;
/** A module that is asked for, whatever the function that asks is called after minifying. */
const MODULES = /[\w$]\(\s*["'`](?:node:)?([a-z_]+(?:\/[a-z]+)?)["'`]\s*\)|\b(?:from|import)\s*["'](?:node:)?([a-z_]+(?:\/[a-z]+)?)["']/g;

function reaches(text: string): string[] {
  const modules = [...text.matchAll(MODULES)].map(([, called, imported]) => called ?? (imported as string)).filter((name) => builtinModules.includes(name));
  const words = [...text.matchAll(WORDS)].map(([word]) => (word.startsWith('import(') ? 'import(…)' : word));
  return [...new Set([...modules.filter((name) => !HARMLESS.has(name)), ...words])].sort();
}

describe('bundles and sources', () => {
  before(() => assert.ok(existsSync(path.join(root, 'dist/cli.js')), 'There are no bundles yet; run "npm run build".'));

  it('reach no network, no process and no code but what is written down here', () => {
    const found: Record<string, Set<string>> = {};
    for (const file of below('dist', /\.c?js$/)) {
      const name = file.replace(/^dist\/parts\/.*/, 'dist/parts/*.js');
      for (const what of reaches(read(file))) (found[name] ??= new Set()).add(what);
    }
    const seen = Object.fromEntries(Object.entries(found).map(([file, what]) => [file, [...what].sort()]));
    assert.deepEqual(seen, Object.fromEntries(Object.entries(ALLOWED).map(([file, what]) => [file, Object.keys(what).sort()])));
  });

  it('are found out when they do', () => {
    for (const [text, what] of [
      ['const a=e("child_process");', 'child_process'],
      ['import{request as r}from"node:https";', 'https'],
      ['await fetch(u)', 'fetch('],
      ['new Function("a")', 'new Function'],
      ['eval(x)', 'eval('],
      ['await import(x)', 'import(…)'],
    ] as const)
      assert.deepEqual(reaches(text), [what], text);
    assert.deepEqual(reaches('n.set("http",tn); prefetch(x); a.eval(x); import("./a.js")'), []);
  });

  it('have sources that import no such module', () => {
    const wrong = [...below('server/src', /\.ts$/), ...below('client/src', /\.ts$/)]
      .filter((file) => !file.includes('generated'))
      .flatMap((file) => reaches(read(file)).map((what) => `${file}: ${what}`))
      .filter((one) => !Object.hasOwn(MEANT, one));
    assert.deepEqual(wrong, []);
  });

  it('hold no secret and no path of the machine that made them', () => {
    const SECRET =
      /AKIA[0-9A-Z]{16}|gh[pousr]_[A-Za-z0-9]{36}|npm_[A-Za-z0-9]{36}|-----BEGIN [A-Z ]*PRIVATE KEY|xox[baprs]-[0-9A-Za-z-]{10}|vsce_[A-Za-z0-9]{30}/;
    for (const file of below('dist', /./).filter((one) => /\.\w+$/.test(one))) {
      const text = read(file);
      assert.doesNotMatch(text, SECRET, file);
      assert.ok(!text.includes(root), `${file} names the folder it was built in`);
      assert.ok(!/\.map$/.test(file) && !/sourceMappingURL=(?!data:|\S*")/.test(text), `${file} has a source map`);
    }
  });
});
