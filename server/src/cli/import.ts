import { readFileSync, statSync } from 'node:fs';
import { basename, relative, resolve, sep } from 'node:path';
import { exists, isFolder, listFiles, readText } from '../host/files.ts';
import { writeAll } from '../host/write.ts';
import { BASE, type Base, baseIn, baseOf, merged } from '../imports/again.ts';
import { planOf } from '../imports/plan.ts';
import { LIMITS, Refused, type Source } from '../imports/read/source.ts';
import type { Mapping } from '../imports/recognise.ts';
import { againReported, countsSaid, mappingSaid, reportOf } from '../imports/report.ts';
import type { File } from '../imports/write.ts';
import { terminal } from '../reports/escape.ts';
import { nearest } from '../text/nearest.ts';
import { say } from '../text/say.ts';
import { COLUMNS, type Column } from '../words/headings.ts';
import { folded } from '../words/languages.ts';
import { today } from './days.ts';
import { here } from './judging.ts';
import { readArguments, UsageError } from './usage.ts';

/** `iplan import`: a plan of the tables and documents that there are. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const { paths, options, inOrder } = readArguments(args, ['into', 'map'], ['dry-run']);
  if (paths.length === 0) throw new UsageError(say`Name the files to import: iplan import plan.xlsx --into my-plan`);
  const into = options.get('into');
  if (into === undefined && !options.has('dry-run')) throw new UsageError(say`Say with --into where the plan is to be written, or look first with --dry-run.`);
  const mapping = mappingOf(inOrder.flatMap(([name, value]) => (name === 'map' ? [value] : [])));
  const sources = await Promise.all(paths.map(sourceOf));
  const before = into === undefined ? undefined : earlier(resolve(into));
  const whole = new Map([...(before?.mapping ?? []), ...mapping]);
  const imported = planOf(sources, { mapping: whole, today: today() });
  if (options.has('dry-run')) {
    print([
      ...mappingSaid(imported.layouts),
      '',
      ...countsSaid(imported),
      '',
      ...imported.files.flatMap(({ path, text }) => [`--- ${path}`, ...text.split('\n')]),
    ]);
    return 0;
  }
  const folder = resolve(into as string);
  if (exists(folder) && !isFolder(folder)) throw new UsageError(say`${here(folder)} is a file; --into takes a folder.`);
  const again = before === undefined ? undefined : merged(before.files, imported.files, [...plansIn(folder), ...dataIn(folder, before.files)]);
  if (before === undefined && plansIn(folder).length > 0)
    throw new UsageError(say`${here(folder)} holds a plan that was not imported; choose another folder with --into.`);
  const report = `${reportOf(imported, sources)}${again === undefined ? '' : againReported(again)}`;
  const files = again?.files ?? imported.files;
  const failed = saveInto(folder, [
    ...files.map(({ path, text }) => [path, text] as const),
    ['import-report.md', report],
    [BASE, baseOf(imported.files, sources, whole)],
  ]);
  if (failed !== undefined) throw new UsageError(`${here(folder)} ${failed}.`);
  if (again !== undefined)
    print([...again.differences.map((one) => say`Changed in the source: ${one}`), ...again.conflicts.map((one) => say`Conflict: ${one}`), '']);
  print([...mappingSaid(imported.layouts), '', ...countsSaid(imported), say`The plan is in ${here(folder)}; read import-report.md first.`]);
  return 0;
}

/** The plan as it was imported before; `undefined` where it never was. */
function earlier(folder: string): Base | undefined {
  const path = resolve(folder, BASE);
  if (!exists(path)) return undefined;
  const base = baseIn(readFileSync(path, 'utf8'));
  if (base === undefined)
    throw new UsageError(say`${here(path)} is damaged, so it cannot be told what was changed since the last import. Import into another folder, and compare.`);
  return base;
}

/** The data files that were imported before, as they are now. */
const dataIn = (folder: string, before: readonly File[]): readonly File[] =>
  before.flatMap(({ path }) => {
    const read = path.endsWith('.iplan') || path.split(/[/\\]/).includes('..') || !exists(resolve(folder, path)) ? undefined : readText(resolve(folder, path));
    return read === undefined || 'error' in read ? [] : [{ path, text: read.text }];
  });

const plansIn = (folder: string): readonly File[] =>
  listFiles(folder).plans.flatMap((path) => {
    const read = readText(path);
    if ('error' in read) throw new UsageError(`${here(path)} ${read.error}.`);
    return [{ path: relative(folder, path).replaceAll(sep, '/'), text: read.text }];
  });

/** Files below a folder, in folders of their own where their paths say so. */
function saveInto(folder: string, files: readonly (readonly [path: string, text: string])[]): string | undefined {
  const byFolder = Map.groupBy(files, ([path]) => path.slice(0, Math.max(0, path.lastIndexOf('/'))));
  for (const [below, some] of byFolder) {
    const failed = writeAll(
      resolve(folder, below),
      some.map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1), text] as const),
    );
    if (failed !== undefined) return failed;
  }
  return undefined;
}

function mappingOf(given: readonly string[]): Mapping {
  return new Map(
    given.map((pair) => {
      const at = pair.lastIndexOf('=');
      const [heading, column] = [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
      if (at < 1 || heading === '') throw new UsageError(say`--map takes a heading and what it means, such as --map 'Ansvarlig=lead', not "${pair}".`);
      if (!(COLUMNS as readonly string[]).includes(column)) {
        const close = nearest(column, COLUMNS);
        throw new UsageError(
          `${say`--map knows no column "${column}": it takes one of ${[...COLUMNS].sort().join(', ')}.`}${close === undefined ? '' : ` ${say`Did you mean ${close}?`}`}`,
        );
      }
      return [folded(heading), column as Column] as const;
    }),
  );
}

/** Reads a file as a source; what cannot be read is a sentence about it. */
export async function sourceOf(path: string): Promise<Source> {
  if (!exists(path)) throw new UsageError(say`${path} does not exist.`);
  const stat = statSync(path);
  if (!stat.isFile()) throw new UsageError(say`${path} is no file.`);
  if (stat.size > LIMITS.bytes) throw new UsageError(say`${path} is larger than ${LIMITS.bytes / 1e6} MB and was not read.`);
  const { open } = await import('../imports/read/open.ts');
  try {
    return await open(readFileSync(path), basename(path));
  } catch (error) {
    if (error instanceof Refused) throw new UsageError(`${path} ${error.message}.`);
    throw error;
  }
}

const print = (lines: readonly string[]): void => void process.stdout.write(lines.map((line) => `${terminal(line)}\n`).join(''));
