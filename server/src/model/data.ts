import { say } from '../text/say.ts';
import { type DataFile, type DataRow, parseData } from './csv.ts';
import type { Declaration } from './declaration.ts';
import type { Scope } from './scope.ts';
import { uriOf, type Workspace } from './workspace.ts';

/** Why a path is not followed, in words that end the sentence `"…" …`. */
export type Refused = { readonly refused: string };

/**
 * The address of a data file as a plan names it: a relative path, from the file in which it stands, that stays in the folder of the plan.
 * Everything else is refused here, before any host is asked to read it.
 */
export function dataUri(from: string, home: string, path: string): string | Refused {
  if (/[\u0000-\u001f\u007f]/.test(path)) return { refused: say`holds characters that no file name has` };
  if (path.includes('\\')) return { refused: say`holds a backslash; write / between folders` };
  if (/^[a-z][a-z0-9+.-]*:/i.test(path)) return { refused: say`is an address or a drive, not a path beside the plan` };
  if (path.startsWith('/')) return { refused: say`begins with /, so it does not lie beside the plan` };
  if (!/\.csv$/i.test(path)) return { refused: say`is no CSV file: its name does not end in .csv` };
  const segments = folderOf(from).split('/');
  const floor = folderOf(home).split('/').length;
  for (const segment of path.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..') segments.pop();
    else segments.push(encodeURIComponent(segment));
    if (segments.length < floor) return { refused: say`leads out of the folder of the plan` };
  }
  return segments.join('/');
}

const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

/** The data file that an indicator names, wherever in the workspace the indicator stands. */
export function dataOf(indicator: Declaration<'indicator'>, scopes: Scope['all']): string | Refused | undefined {
  const path = indicator.one('data')?.value as string | undefined;
  if (path === undefined) return undefined;
  const from = uriOf(indicator.node.chunk);
  return dataUri(from, scopes?.byFile.get(from)?.files[0]?.uri ?? from, path);
}

/** The data files that the plans of a workspace name: what a host has to read. Each is inside its plan's folder; links are the host's to check. */
export function wantedData(workspace: Workspace): ReadonlySet<string> {
  const wanted = new Set<string>();
  for (const scope of workspace.scopes.list) {
    for (const indicator of scope.of('indicator')) {
      const uri = dataOf(indicator, workspace.scopes);
      if (typeof uri === 'string') wanted.add(uri);
    }
  }
  return wanted;
}

/** The indicators of a plan that read a data file, by their ids. */
export function readersOf(uri: string, plan: Scope): ReadonlyMap<string, Declaration<'indicator'>> {
  return new Map(plan.of('indicator').flatMap((indicator) => (dataOf(indicator, plan.all) === uri ? [[indicator.id, indicator] as const] : [])));
}

type Texts = ReadonlyMap<string, string>;
const read = new WeakMap<Texts, Map<string, DataFile & { byIndicator: ReadonlyMap<string, readonly DataRow[]> }>>();

/** A data file as it reads; `undefined` when the workspace does not hold it. Each is read once for each set of data files. */
export function dataFile(data: Texts | undefined, uri: string) {
  const text = data?.get(uri);
  if (data === undefined || text === undefined) return undefined;
  let known = read.get(data);
  if (known === undefined) read.set(data, (known = new Map()));
  let file = known.get(uri);
  if (file === undefined) {
    const parsed = parseData(text);
    const byIndicator = new Map<string, DataRow[]>();
    for (const row of parsed.rows) {
      const rows = byIndicator.get(row.indicator);
      if (rows === undefined) byIndicator.set(row.indicator, [row]);
      else rows.push(row);
    }
    file = { ...parsed, byIndicator };
    known.set(uri, file);
  }
  return file;
}
