/** Why it is not clear which plan a file belongs to. */
export type Why = 'two heads in one file' | 'two plans in one folder';

/** The files of which that is not clear, by their addresses. */
export type Unclear = ReadonlyMap<string, Why>;

/** Files that are one plan, one framework, or the files of a folder that no plan has. */
export interface Group<F, H> {
  readonly kind: 'plan' | 'framework' | 'loose';
  readonly head: H | undefined;
  readonly files: F[];
  /** The plans of one folder between which a file of no plan stands. */
  readonly between: readonly Group<F, H>[];
}

/** Files in groups. */
export interface Grouping<F, H> {
  readonly groups: readonly Group<F, H>[];
  readonly unclear: Unclear;
}

export const folderOf = (uri: string): string => uri.slice(0, uri.lastIndexOf('/'));

/**
 * Groups files by the plans that begin in them: a file without one belongs to the plan of its folder, or of the nearest folder above
 * that has one. Nothing else of a file decides this, so it can be told before the files are parsed.
 */
export function groupFiles<F extends { readonly uri: string }, H extends { readonly kind: string }>(
  files: Iterable<F>,
  headsOf: (file: F) => readonly H[],
): Grouping<F, H> {
  const groups: Group<F, H>[] = [];
  const byFolder = new Map<string, Group<F, H>[]>();
  const rest: F[] = [];
  const unclear = new Map<string, Why>();
  for (const file of [...files].sort((a, b) => (a.uri < b.uri ? -1 : a.uri > b.uri ? 1 : 0))) {
    const heads = headsOf(file);
    const head = heads[0];
    if (head === undefined) {
      rest.push(file);
      continue;
    }
    if (heads.length > 1) unclear.set(file.uri, 'two heads in one file');
    const group: Group<F, H> = { kind: head.kind === 'plan' ? 'plan' : 'framework', head, files: [file], between: [] };
    groups.push(group);
    const folder = folderOf(file.uri);
    const others = byFolder.get(folder);
    if (group.kind === 'plan' && others === undefined) byFolder.set(folder, [group]);
    else if (group.kind === 'plan') others?.push(group);
  }
  const homeless: F[] = [];
  for (const file of rest) {
    const owners = byFolder.get(upwards(file.uri).find((folder) => byFolder.has(folder)) ?? '') ?? [];
    if (owners.length === 0) homeless.push(file);
    else if (owners.length === 1) (owners[0] as Group<F, H>).files.push(file);
    else {
      groups.push({ kind: 'loose', head: undefined, files: [file], between: owners });
      unclear.set(file.uri, 'two plans in one folder');
    }
  }
  // What lies together would be one plan if its folder had one.
  const folders = new Set(homeless.map(({ uri }) => folderOf(uri)));
  const together = Map.groupBy(homeless, ({ uri }) => upwards(uri).findLast((folder) => folders.has(folder)));
  for (const files of together.values()) groups.push({ kind: 'loose', head: undefined, files, between: [] });
  return { groups, unclear };
}

/**
 * The groups of files of which some have been replaced, as by a letter: nothing where one came, went, or begins other plans than before. A
 * group in which none was replaced is the same object, and so is what is unclear.
 */
export function regroupFiles<F extends { readonly uri: string }, H extends { readonly kind: string }>(
  files: ReadonlyMap<string, F>,
  headsOf: (file: F) => readonly H[],
  before: { readonly files: ReadonlyMap<string, F> } & Grouping<F, H>,
): Grouping<F, H> | undefined {
  if (files.size !== before.files.size) return undefined;
  const replaced = new Map<F, F>();
  for (const [uri, file] of files) {
    const old = before.files.get(uri);
    if (old === file) continue;
    if (old === undefined || kindsOf(headsOf(old)) !== kindsOf(headsOf(file))) return undefined;
    replaced.set(old, file);
  }
  const now = (file: F): F => replaced.get(file) ?? file;
  const fresh = new Map<Group<F, H>, Group<F, H>>();
  for (const group of before.groups) {
    if (!group.files.some((file) => replaced.has(file))) continue;
    const files = group.files.map(now);
    fresh.set(group, { ...group, head: group.head && headsOf(files[0] as F)[0], files });
  }
  const groups = before.groups.map((group) => {
    const renewed = fresh.get(group) ?? group;
    return renewed.between.some((one) => fresh.has(one)) ? { ...renewed, between: renewed.between.map((one) => fresh.get(one) ?? one) } : renewed;
  });
  return { groups, unclear: before.unclear };
}

const kindsOf = (heads: readonly { readonly kind: string }[]): string => heads.map(({ kind }) => kind).join();

/** The folders around a file, the nearest first. */
function upwards(uri: string): readonly string[] {
  const folders = [folderOf(uri)];
  for (let folder = folders[0] as string; folder.includes('/'); folders.push(folder)) folder = folderOf(folder);
  return folders;
}
