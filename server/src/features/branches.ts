import type { Branch, Counts } from '../../../client/src/messages.ts';
import type { Diagnosis } from '../lint.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Range } from '../text/span.ts';

/** The problems of a file. */
export type Found = (uri: string) => readonly Diagnosis[];

/** A row of a tree before anybody asks for it: what is below is made when it is opened. */
export interface Twig extends Pick<Branch, 'label' | 'kind' | 'place' | 'rule'> {
  readonly key: string;
  readonly detail?: string;
  /** Where its findings stand: whole files, or places in them. */
  readonly where: readonly { readonly uri: string; readonly range?: Range }[];
  readonly twigs: () => readonly Twig[];
}

/** What is below a row, by the keys that lead there from the top. */
export function branches(top: readonly Twig[], found: Found, parent?: string): Branch[] {
  const known = new Map<string, readonly Diagnosis[]>();
  const open: Found = (uri) => {
    let problems = known.get(uri);
    if (problems === undefined) known.set(uri, (problems = found(uri).filter((problem) => problem.waived === undefined)));
    return problems;
  };
  let twigs = keyed(top);
  for (const step of parent?.split('/') ?? []) twigs = keyed(twigs.find(([key]) => key === step)?.[1].twigs() ?? []);
  const prefix = parent === undefined ? '' : `${parent}/`;
  return twigs.map(([key, { label, detail = '', kind, place, rule, where, twigs: below }]) => ({
    id: prefix + key,
    label,
    detail,
    kind,
    more: below().length > 0,
    counts: countsOf(where.flatMap(({ uri, range }) => (range === undefined ? open(uri) : open(uri).filter((problem) => begins(problem.range, range))))),
    ...(place && { place }),
    ...(rule !== undefined && { rule }),
  }));
}

export function countsOf(problems: readonly Diagnosis[]): Counts {
  const counts = { error: 0, warning: 0, information: 0 };
  for (const { severity } of problems) counts[severity]++;
  return counts;
}

/** Rows that would be called the same are told apart by their order. */
function keyed(twigs: readonly Twig[]): readonly (readonly [key: string, twig: Twig])[] {
  const times = new Map<string, number>();
  return twigs.map((twig) => {
    const time = (times.get(twig.key) ?? 0) + 1;
    times.set(twig.key, time);
    return [encodeURIComponent(time === 1 ? twig.key : `${twig.key}~${time}`), twig];
  });
}

const begins = ({ start }: Range, range: Range): boolean => !isBefore(start, range.start) && isBefore(start, range.end);
const isBefore = (a: Range['start'], b: Range['start']): boolean => a.line < b.line || (a.line === b.line && a.character < b.character);

/** The name of a file without its folders. */
export const fileName = (uri: string): string => decodeURIComponent(uri.slice(uri.lastIndexOf('/') + 1));

/** Files that are judged: those that ship with the tool are only looked up. */
export const isJudged = (workspace: Workspace, uri: string): boolean => workspace.files.get(uri)?.library === false;
