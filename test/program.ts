// The command line and the server as programs of their own: those that are built where they are up to date, since they start in a
// tenth of the time; else the sources.
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.join(import.meta.dirname, '..');
const SOURCES = { cli: 'server/src/cli/main.ts', server: 'server/src/server.start.ts' };
const TYPES = ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'];

/** Whether the bundles are newer than everything that they are made of. */
const isBuilt = (() => {
  const built = path.join(root, 'dist/cli.js');
  if (!existsSync(built)) return false;
  const { mtimeMs } = statSync(built);
  const made = ['server/src', 'frameworks', 'l10n'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => path.join(root, folder, name)),
  );
  return [...made, path.join(root, 'package-lock.json')].every((file) => statSync(file).mtimeMs < mtimeMs);
})();

/** What Node.js is to be started with, before the program's own arguments. */
export const program = (name: keyof typeof SOURCES): readonly string[] =>
  isBuilt ? [path.join(root, `dist/${name}.js`)] : [...TYPES, path.join(root, SOURCES[name])];
