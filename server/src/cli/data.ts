import { mkdirSync, realpathSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exists, isFolder, readText, rootsOf } from '../host/files.ts';
import { load } from '../host/load.ts';
import { replaceText, writeText } from '../host/write.ts';
import { dataWith, filtersOf, observationsIn } from '../imports/observed.ts';
import { Refused } from '../imports/read/source.ts';
import { dataOf } from '../model/data.ts';
import type { Declaration } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import type { Workspace } from '../model/workspace.ts';
import { terminal } from '../reports/escape.ts';
import { addStatement } from '../rules/mend.ts';
import { edited } from '../text/edits.ts';
import { nearest } from '../text/nearest.ts';
import { say } from '../text/say.ts';
import { indicators } from '../views/tables.ts';
import { sourceOf } from './import.ts';
import { here, overridesOf } from './judging.ts';
import { readArguments, UsageError } from './usage.ts';

/** `iplan data add|status`: observed values into the plan's data file, and what is late, from whom. Returns the exit code. */
export async function run(args: readonly string[]): Promise<number> {
  const [what, ...rest] = args;
  if (what === 'add') return add(rest);
  if (what === 'status') return status(rest);
  throw new UsageError(say`Say what to do with data: iplan data add FILE --indicator ID, or iplan data status.`);
}

async function add(args: readonly string[]): Promise<number> {
  const { paths, options, inOrder } = readArguments(args, ['indicator', 'plan', 'where'], ['dry-run']);
  const [file] = paths;
  const id = options.get('indicator');
  if (file === undefined || paths.length > 1 || id === undefined)
    throw new UsageError(say`Name one file and the indicator it is about: iplan data add values.csv --indicator employment-rate`);
  const { workspace, plans } = plansBelow(options.get('plan') ?? '.', overridesOf(options));
  const found = plans.flatMap((plan) =>
    plan
      .of('indicator')
      .filter((indicator) => indicator.id === id)
      .map((indicator) => [plan, indicator] as const),
  );
  const [[plan, indicator] = []] = found as (readonly [Scope, Declaration<'indicator'>] | undefined)[];
  if (plan === undefined || indicator === undefined) {
    const close = nearest(
      id,
      plans.flatMap((one) => one.of('indicator').map((indicator_) => indicator_.id)),
    );
    throw new UsageError(`${say`There is no indicator "${id}".`}${close === undefined ? '' : ` ${say`Did you mean ${close}?`}`}`);
  }
  if (found.length > 1) throw new UsageError(say`Several plans have an indicator "${id}". Choose with --plan, the folder of one.`);
  const source = await sourceOf(file);
  const filter = indicator
    .all('source')
    .map(({ value }) => value?.filter)
    .find((one) => one !== undefined);
  const filters = new Map([...filtersOf(filter), ...filtersOf(inOrder.flatMap(([name, value]) => (name === 'where' ? [value] : [])).join('&'))]);
  const { rows, skipped } = observed(source, filters, file);
  const planned = dataOf(indicator, workspace.scopes);
  if (planned !== undefined && typeof planned !== 'string') throw new UsageError(say`The data file of indicator "${id}" ${planned.refused}.`);
  const place = workspace.place(indicator.node.chunk, indicator.node.span);
  const own = fileURLToPath(place?.file.uri ?? plan.files[0]?.uri ?? '');
  const relativePath = `data/${id}.csv`;
  const target = planned === undefined ? join(dirname(own), relativePath) : fileURLToPath(planned);
  const before = exists(target) ? readText(target) : undefined;
  if (before !== undefined && 'error' in before) throw new UsageError(`${here(target)} ${before.error}.`);
  const made = dataWith(before?.text, id, rows);
  for (const line of skipped) process.stderr.write(`${terminal(say`${file}, ${line}; it was left out.`)}\n`);
  if (!options.has('dry-run')) {
    mkdirSync(dirname(target), { recursive: true });
    const failed = writeText(target, made.text);
    if (failed !== undefined) throw new UsageError(`${here(target)} ${failed}.`);
    if (planned === undefined && place !== undefined) named(workspace, indicator, own, relativePath);
  }
  process.stdout.write(`${terminal(say`${here(target)}: values added: ${made.added}, changed: ${made.changed}.`)}\n`);
  return skipped.length > 0 ? 1 : 0;
}

function observed(source: Awaited<ReturnType<typeof sourceOf>>, filters: ReadonlyMap<string, string>, file: string) {
  try {
    return observationsIn(source, filters);
  } catch (error) {
    if (error instanceof Refused) throw new UsageError(`${file} ${error.message}.`);
    throw error;
  }
}

/** The plan says from now on where the values lie. */
function named(workspace: Workspace, indicator: Declaration<'indicator'>, path: string, data: string): void {
  const { node, edits } = addStatement(indicator, `data "${data}"`);
  const text = readText(path);
  if ('error' in text) throw new UsageError(`${here(path)} ${text.error}.`);
  const placed = edits.flatMap((edit) => {
    const place = workspace.place(node.chunk, edit.span);
    return place === undefined ? [] : [{ span: place.span, text: edit.text }];
  });
  const failed = replaceText(path, text.text, edited(text.text, placed));
  if (failed !== undefined) throw new UsageError(`${here(path)} ${failed}.`);
}

/** What is late, who owes it, and since when; indicators that were never measured after them. */
function status(args: readonly string[]): number {
  const { paths, options } = readArguments(args, ['as-of'], []);
  const { workspace, plans, today } = plansBelow(paths[0] ?? '.', overridesOf(options));
  let late = 0;
  const lines: string[] = [];
  for (const scope of plans)
    for (const { cells } of indicators.rows({ scope, workspace, today, problems: [], shown: String })) {
      const owner = cells.owner === undefined || cells.owner === '' ? say`nobody is named for it` : String(cells.owner);
      if (cells.value_on === undefined && cells.baseline_on === undefined) lines.push(say`${scope.id}: ${String(cells.id)} has no values (${owner})`);
      else if (cells.next_due !== undefined && String(cells.next_due) < today) {
        late++;
        lines.push(say`${scope.id}: ${String(cells.id)} is late since ${String(cells.next_due)}; its newest value is of ${String(cells.value_on)} (${owner})`);
      }
    }
  for (const line of lines) process.stdout.write(`${terminal(line)}\n`);
  if (lines.length === 0) process.stdout.write(`${say`No values are late.`}\n`);
  return late > 0 ? 1 : 0;
}

/** The plans in a folder, or the one that a file belongs to. */
function plansBelow(
  path: string,
  overrides: ReturnType<typeof overridesOf>,
): { readonly workspace: Workspace; readonly plans: readonly Scope[]; readonly today: string } {
  if (!exists(path)) throw new UsageError(say`${path} does not exist.`);
  const asked = realpathSync(resolve(path));
  const folder = isFolder(asked) ? asked : dirname(asked);
  const { workspace, configs } = load(rootsOf(asked), overrides);
  const plans = workspace.scopes.list.filter(
    (scope) => scope.kind === 'plan' && scope.files.some(({ uri, library }) => !library && `${fileURLToPath(uri)}`.startsWith(folder + sep)),
  );
  if (plans.length === 0) throw new UsageError(say`There is no plan in ${here(asked)}.`);
  return { workspace, plans, today: configs.settingsOf(plans[0]?.files[0]?.uri ?? '').today };
}
