// How long the examples take to check, alone and many times over: node scripts/node.mjs bench/corpus.ts [copies …]
// Time is that of the processor, so that other work on the machine does not count. Each copy has names of its own for its plans, as the municipalities of a country would; the cost should grow with their number.
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultSettings } from '../server/src/config/settings.ts';
import { load } from '../server/src/host/load.ts';
import { Linter } from '../server/src/lint.ts';
import { parseFile, type SourceFile, Workspace } from '../server/src/model/workspace.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const TODAY = '2022-06-30';
const counts = process.argv.slice(2).map(Number);
const { workspace } = load([path.join(root, 'examples')], { today: TODAY });
const library = [...workspace.files.values()].filter((file) => file.library);
const plans = [...workspace.files.values()].filter((file) => !file.library);
const ids = new Set(workspace.scopes.list.filter((scope) => scope.kind === 'plan').map((scope) => scope.id));

/** Names, and the texts and comments in which a name is only a word. */
const NAME = /"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"|#[^\n]*|\p{L}[\p{L}\p{N}_-]*/gu;
const copyOf = (text: string, n: number): string => text.replace(NAME, (name) => (ids.has(name) ? `${name}-${n}` : name));

function texts(copies: number): ReadonlyMap<string, string> {
  const all = new Map<string, string>();
  for (let n = 0; n < copies; n++) for (const { uri, tree } of plans) all.set(uri.replace('/examples/', `/examples/${n}/`), copyOf(tree.text, n));
  return all;
}

const now = (): number => process.cpuUsage().user / 1000;
const settings = defaultSettings(TODAY, 'thorough');
console.log('copies   files   parse ms   judge ms   a copy ms   problems   heap MB');
for (const copies of counts.length > 0 ? counts : [1, 1, 3, 10, 30, 100]) {
  const given = texts(copies);
  const begin = now();
  const files = new Map<string, SourceFile>(library.map((file) => [file.uri, file]));
  for (const [uri, text] of given) files.set(uri, parseFile(uri, text));
  const parsed = now();
  const found = new Linter((rule, error) => console.error(rule, error)).diagnoseAll(new Workspace(files), () => settings);
  const end = now();
  const problems = [...found.values()].reduce((sum, list) => sum + list.length, 0);
  const shown = [copies, files.size, parsed - begin, end - parsed, (end - begin) / copies, problems, process.memoryUsage().heapUsed / 2 ** 20];
  console.log(shown.map((number, i) => number.toFixed(i === 4 ? 1 : 0).padStart([6, 7, 10, 10, 11, 10, 9][i] as number)).join(' '));
}
