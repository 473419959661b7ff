import { fileURLToPath, pathToFileURL } from 'node:url';
import { isFolder, rootsOf, shownPath } from '../host/files.ts';
import { load } from '../host/load.ts';
import { replaceText } from '../host/write.ts';
import { counted } from '../language/nouns.ts';
import { terminal } from '../reports/escape.ts';
import { formatting } from '../syntax/format.ts';
import { edited } from '../text/edits.ts';
import { say } from '../text/say.ts';
import { askedFor, wantedBy } from './asked.ts';
import { readArguments, UsageError } from './usage.ts';

/** `iplan format`: prints one file in its canonical form, lists those that are not in it, or changes them. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { paths, options } = readArguments(args, ['stdin-path'], ['check', 'write']);
  const [check, write] = [options.has('check'), options.has('write')];
  if (check && write) throw new UsageError(say`--check changes nothing and --write does: take one of them.`);
  if (write && paths.includes('-')) throw new UsageError(say`Standard input cannot be written to: leave --write out, and the text is printed.`);
  if (paths.length === 0 && !check && !write) throw new UsageError(say`Say which file to print, or take --check or --write for all plans here.`);

  const asked = await askedFor(paths.length === 0 ? ['.'] : paths, options.get('stdin-path'));
  const named = asked.paths.filter((path) => !isFolder(path) && !asked.given.has(pathToFileURL(path).href));
  const { workspace, unread } = load([...new Set(asked.paths.flatMap(rootsOf))], { today: '2000-01-01' }, { files: named, given: asked.given });
  const wanted = wantedBy(asked.paths);
  const failures = [...asked.failures, ...unread.filter(({ path }) => wanted(path)).map(({ path, error }) => `${here(path)} ${error}.`)];
  const files = [...workspace.files.values()].filter((file) => !file.library && wanted(fileURLToPath(file.uri))).sort((a, b) => (a.uri < b.uri ? -1 : 1));
  if (files.length === 0 && failures.length === 0) failures.push(say`There is no plan in ${asked.paths.map(here).join(', ')}: no file that ends in .iplan.`);
  if (files.length > 1 && !check && !write)
    throw new UsageError(say`Only one file can be printed. Take --check to list what would change, or --write to change it.`);

  const changed: string[] = [];
  for (const { uri, tree } of files) {
    const path = fileURLToPath(uri);
    const { edits, left } = formatting(tree);
    const [first] = left;
    if (first !== undefined) {
      failures.push(say`${here(path)}:${tree.positionAt(first.at).line + 1} was left as it is. ${first.message}`);
      continue;
    }
    const text = edited(tree.text, edits);
    if (!check && !write) process.stdout.write(text);
    if (text === tree.text) continue;
    const failed = write ? replaceText(path, tree.text, text) : undefined;
    if (failed === undefined) changed.push(here(path));
    else failures.push(`${here(path)} ${failed}.`);
  }
  if (check || write) process.stdout.write(told(changed, files.length, check));
  for (const said of failures) process.stderr.write(`${terminal(said)}\n`);
  if (failures.length > 0) return 2;
  return check && changed.length > 0 ? 1 : 0;
}

const here = (path: string): string => shownPath(path, process.cwd());

function told(changed: readonly string[], all: number, check: boolean): string {
  const files = say`${changed.length} of ${counted(all, 'file')}`;
  const sum = check ? say`${files} would be laid out anew.` : say`${files} laid out anew.`;
  return [...changed.map(terminal), sum, ''].join('\n');
}
