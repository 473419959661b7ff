import type { Branch, Counts } from '../../../client/src/messages.ts';
import type { Diagnosis } from '../lint.ts';
import type { Workspace } from '../model/workspace.ts';
import type { Range } from '../text/span.ts';

/** The problems of a file, in the order of its text. */
export type Found = (uri: string) => readonly Diagnosis[];

/** A row of a tree before anybody looks at it: what it says, and what is below it, is made when it is asked for. */
export interface Twig {
  readonly key: string;
  readonly row: () => Row;
  readonly twigs: () => readonly Twig[];
}

export interface Row extends Pick<Branch, 'label' | 'kind' | 'more' | 'place' | 'rule'> {
  readonly detail?: string;
  /** Where its findings stand, as whole files or places in them; or how many they are. */
  readonly where: readonly { readonly uri: string; readonly range?: Range }[] | Counts;
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
  return twigs.map(([key, twig]) => {
    const { label, detail = '', kind, more, place, rule, where } = twig.row();
    const counts = 'error' in where ? where : countsOf(where.flatMap(({ uri, range }) => (range === undefined ? open(uri) : within(open(uri), range))));
    return { id: prefix + key, label, detail, kind, more, counts, ...(place && { place }), ...(rule !== undefined && { rule }) };
  });
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

/** The problems that begin in a range. They stand in the order of the text, so nobody looks at all of them. */
function within(problems: readonly Diagnosis[], { start, end }: Range): readonly Diagnosis[] {
  return problems.slice(firstFrom(problems, start), firstFrom(problems, end));
}

function firstFrom(problems: readonly Diagnosis[], place: Range['start']): number {
  let [low, high] = [0, problems.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const { line, character } = (problems[middle] as Diagnosis).range.start;
    if (line < place.line || (line === place.line && character < place.character)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The name of a file without its folders. */
export const fileName = (uri: string): string => {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
};

/** Files that are judged: those that ship with the tool are only looked up. */
export const isJudged = (workspace: Workspace, uri: string): boolean => workspace.files.get(uri)?.library === false;
