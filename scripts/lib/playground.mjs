// What the playground is made of: three bundles, two pages, and the examples and frameworks as files that are fetched when they are wanted.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { indexPage, previewPage } from '../../playground/src/pages.ts';
import { load } from '../../server/src/host/load.ts';
import { uriOf } from '../../server/src/model/workspace.ts';
import { THEMES } from '../../server/src/reports/html/theme.ts';
import { root } from './node.mjs';

const FOLDER = 'dist/playground';
/** The examples that are a folder of their own, first the smallest. */
const FIRST = [
  { folder: 'playground/start', title: 'To begin with' },
  { folder: 'examples/model-municipality', title: 'A whole plan' },
];

export const playgroundBundles = (web) => [
  { ...web, entryPoints: ['playground/src/main.ts'], outfile: `${FOLDER}/playground.js`, format: 'iife' },
  { ...web, entryPoints: ['playground/src/frame.ts'], outfile: `${FOLDER}/frame.js`, format: 'iife' },
];

/** Files of the folder that are no bundles of their own, by path: `built` has those of the extension that are used here too. */
export function playgroundFiles(built, style) {
  const read = (file) => readFileSync(path.join(root, file));
  const look = [THEMES, read('playground/looks/page.css'), read('playground/looks/editor.css')].join('\n');
  const nonce = createHash('sha256').update(look).digest('hex').slice(0, 24);
  return Object.fromEntries(
    Object.entries({
      'index.html': indexPage(nonce),
      'preview.html': previewPage(),
      'playground.css': look,
      'preview.css': style,
      'preview.js': built('dist/preview.js'),
      'server.js': built('dist/web/server.js'),
      'icon.png': read('icons/icon.png'),
      ...Object.fromEntries(readdirSync(path.join(root, 'frameworks')).map((name) => [`frameworks/${name}`, read(`frameworks/${name}`)])),
      ...examples(),
    }).map(([name, text]) => [`${FOLDER}/${name}`, text]),
  );
}

/** The examples: one file a folder with the texts in it, and one with all plans that there are to choose. */
function examples() {
  const others = readdirSync(path.join(root, 'examples'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'model-municipality')
    .map(({ name }) => ({ folder: `examples/${name}`, title: titled(name) }));
  const files = {};
  const choices = [];
  for (const { folder, title } of [...FIRST, ...others]) {
    const group = path.basename(folder);
    const at = path.join(root, folder);
    files[`examples/${group}.json`] = JSON.stringify(Object.fromEntries(filesBelow(at).map((file) => [file, readFileSync(path.join(at, file), 'utf8')])));
    choices.push(...plansBelow(at).map((plan) => ({ group, groupTitle: title, ...plan })));
  }
  return { ...files, 'examples/index.json': JSON.stringify(choices) };
}

const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:iplan|csv|json)$/.test(entry.name))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

/** The plans of a folder, those at its top first, with the files of each; its head comes first among them. */
function plansBelow(folder) {
  const { workspace } = load([folder], {});
  const below = (uri) => path.relative(folder, fileURLToPath(uri)).replaceAll('\\', '/');
  return workspace.scopes.list
    .filter(({ kind, files }) => kind === 'plan' && files.some(({ uri }) => !below(uri).startsWith('..')))
    .map(({ title, head, files }) => {
      const top = below(uriOf(head.node.chunk));
      return { title, head: top, own: [top, ...files.map(({ uri }) => below(uri)).filter((file) => file !== top)] };
    })
    .sort((a, b) => a.head.split('/').length - b.head.split('/').length);
}

/** `nordic-sweden` → `Nordic Sweden` */
const titled = (name) => name.replace(/(?:^|-)(\w)/g, (_, letter) => ` ${letter.toUpperCase()}`).trim();
