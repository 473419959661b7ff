import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { VERSION } from '../server/src/cli/version.ts';
import { KINDS, kindRow } from '../server/src/language/vocabulary.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const files = (folder: string, ending: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending) && !entry.parentPath.includes('node_modules'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();

/** The rooms of the server, lowest first: a room may import from itself and from those before it. */
const LAYERS = [
  'text',
  'fault',
  'language',
  'words',
  'syntax',
  'merge',
  'model',
  'generated',
  'rules',
  'lint',
  'moved',
  'version',
  'views',
  'config',
  'baseline',
  'sight',
  'host',
  'compare',
  'query',
  'imports',
  'abilities',
  'features',
  'reports',
  'offered',
  'pace',
  'saved',
  'refreshing',
  'open-tables',
  'wishes',
  'session',
  'telling',
  'overview',
  'comparing',
  'exporting',
  'importing',
  'working',
  'colouring',
  'machine',
  'serving',
  'server',
  'cli',
];
/** Two roads that lead upwards by intent: the types of a diagnosis, and the escapers, which know nothing of reports. */
const ALLOWED = new Set(['config → lint', 'features → reports', 'imports → reports']);

const roomOf = (file: string): string => {
  const inside = file.replace(/^server\/src\//, '');
  const room = inside.includes('/') ? inside.slice(0, inside.indexOf('/')) : inside.replace(/\.ts$/, '');
  return /^server/.test(room) ? 'server' : room;
};

describe('the house', () => {
  const sources = ['server/src', 'client/src', 'playground/src'].flatMap((room) => files(room, '.ts'));

  it('has imports that point one way', () => {
    const wrong: string[] = [];
    for (const file of files('server/src', '.ts')) {
      for (const [, target] of read(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
        const to = path.posix.normalize(path.posix.join(path.posix.dirname(file), target as string));
        if (!to.startsWith('server/src/')) {
          if (to !== 'client/src/messages.ts') wrong.push(`${file} imports ${to}`);
          continue;
        }
        const [own, other] = [LAYERS.indexOf(roomOf(file)), LAYERS.indexOf(roomOf(to))];
        if (own < 0 || other < 0) wrong.push(`${file} or ${to} stands in no room`);
        else if (other > own && !ALLOWED.has(`${roomOf(file)} → ${roomOf(to)}`)) wrong.push(`${file} (${roomOf(file)}) imports ${to} (${roomOf(to)})`);
      }
    }
    assert.deepEqual(wrong, []);
  });

  it('keeps Chevrotain in the room of syntax, and VS Code in the client', () => {
    for (const file of sources) {
      const text = read(file);
      if (/from 'chevrotain'/.test(text)) assert.match(file, /^server\/src\/syntax\//);
      if (/from 'vscode'/.test(text)) assert.match(file, /^client\//);
      assert.doesNotMatch(text, /\beval\(|new Function\(/, file);
      // One place starts another program: the browser that prints.
      if (file !== 'server/src/host/browser.ts') assert.doesNotMatch(text, /from 'node:child_process'/, file);
    }
  });

  it('has a playground that knows of the server what both say to each other, of the preview its page, and of the house how it speaks and builds pages', () => {
    const shared = [
      'client/src/messages.ts',
      'client/src/preview/said.ts',
      'client/src/preview/shell.ts',
      'server/src/text/say.ts',
      'server/src/reports/html/element.ts',
    ];
    for (const file of files('playground/src', '.ts')) {
      for (const [, target] of read(file).matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
        const to = path.posix.normalize(path.posix.join(path.posix.dirname(file), target as string));
        assert.ok(to.startsWith('playground/src/') || to === 'language-configuration.json' || shared.includes(to), `${file} imports ${to}`);
      }
    }
  });

  it('has small files', () => {
    const lengths = sources
      .filter((file) => !file.includes('generated') && !file.endsWith('rules/rules.ts'))
      .map((file) => [read(file).split('\n').length, file] as const);
    assert.deepEqual(
      lengths.filter(([n]) => n > 400),
      [],
    );
    const sorted = lengths.map(([n]) => n).sort((a, b) => a - b);
    assert.ok((sorted[sorted.length >> 1] as number) <= 100, 'half of them at most 100 lines');
  });

  it('says one version', () => assert.equal(VERSION, (JSON.parse(read('package.json')) as { version: string }).version));

  it('has no word of the language that is a statement and a declaration in one place', () => {
    for (const kind of KINDS) for (const held of kindRow(kind).holds) assert.ok(!Object.hasOwn(kindRow(kind).rows, held), `${held} in ${kind}`);
  });

  it('has links in its documents that lead somewhere', () => {
    const broken: string[] = [];
    for (const file of ['README.md', 'CHANGELOG.md', 'examples/README.md', ...files('docs', '.md')]) {
      for (const [, target] of read(file).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)) {
        if (!/^[a-z]+:/.test(target as string) && !existsSync(path.join(root, path.dirname(file), target as string))) broken.push(`${file}: ${target}`);
      }
    }
    assert.deepEqual(broken, []);
  });

  it('has generated files that are what the generators write', async () => {
    const { rulesSource } = (await import('../scripts/generate-rules.mjs' as string)) as { rulesSource(): string };
    const modules = (await Promise.all(
      ['schemas', 'grammar', 'docs', 'research', 'frameworks', 'walkthrough', 'lsp', 'security', 'nls'].map(
        (name) => import(`../scripts/generate-${name}.mjs` as string),
      ),
    )) as Record<string, () => Record<string, string>>[];
    const wanted: Record<string, string> = { 'server/src/rules/rules.ts': rulesSource() };
    for (const module of modules) for (const make of Object.values(module)) if (/Files$/.test(make.name)) Object.assign(wanted, make());
    const drifted = Object.entries(wanted)
      .filter(([file, text]) => !existsSync(path.join(root, file)) || read(file) !== text)
      .map(([file]) => file);
    const left = files('docs/rules', '.md').filter((file) => wanted[file] === undefined);
    assert.deepEqual([...drifted, ...left], [], 'run npm run generate');
  });
});
