import type { Diagnosis } from './lint.ts';
import { type Declaration, innermost } from './model/declaration.ts';
import type { Workspace } from './model/workspace.ts';
import { chunkAt } from './syntax/tree.ts';

/** What a finding is, wherever it stands: what only moved, or was laid out anew, is the same one. */
export interface Identity {
  /** The id of the plan; of a file of no plan, its name. */
  readonly plan: string;
  readonly rule: string;
  /** What it is about: ids in the plan; for a mistake in the writing, also what is written there. Several where findings were gathered into one. */
  readonly about: readonly string[];
}

export function identityOf(problem: Diagnosis, workspace: Workspace): Identity {
  const plan = workspace.scopeOf(problem.uri)?.id || decodeURIComponent(problem.uri.slice(problem.uri.lastIndexOf('/') + 1));
  const { gathered, about } = problem;
  const things = gathered !== undefined && gathered.length > 0 ? gathered.map(nameOf) : [about === undefined ? writtenAt(problem, workspace) : nameOf(about)];
  return { plan, rule: problem.rule, about: [...new Set(things)].sort() };
}

/** Ids are their own within a plan, except for those of agreements: two partners may have one of the same name. */
const nameOf = (declaration: Declaration): string =>
  declaration.kind === 'agreement' && declaration.parent !== undefined
    ? `${declaration.parent.id}/${declaration.id}`
    : declaration.id === ''
      ? declaration.kind
      : declaration.id;

const LONGEST = 80;

function writtenAt({ uri, range }: Diagnosis, workspace: Workspace): string {
  const file = workspace.files.get(uri);
  if (file === undefined) return '';
  const [start, end] = [file.tree.offsetAt(range.start), file.tree.offsetAt(range.end)];
  const around = innermost(file.readings[file.tree.indexAt(start)]?.declarations ?? [], start - chunkAt(file.tree, start).start);
  const text = file.tree.text.slice(start, end).replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  return around === undefined ? text : `${nameOf(around)}: ${text}`;
}

type Entries = ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<string>>>;

/** The findings that were there when a plan was first checked: by plan, by rule, by what they are about. */
export class Baseline {
  readonly #entries: Entries;

  constructor(entries: Entries) {
    this.#entries = entries;
  }

  /** Reads a baseline; a text that is none comes back as a sentence that goes on after the name of the file. */
  static read(text: string): Baseline | { readonly error: string } {
    let read: unknown;
    try {
      read = JSON.parse(text.replace(/^\uFEFF/, ''));
    } catch {
      return { error: 'is no baseline: it is not JSON' };
    }
    if (!isObject(read) || read.version !== 1 || !isObject(read.findings))
      return { error: 'is no baseline that this version reads: it is an object with "version": 1 and "findings"' };
    const entries = new Map<string, Map<string, Set<string>>>();
    for (const [plan, rules] of Object.entries(read.findings)) {
      if (!isObject(rules) || !Object.values(rules).every((list) => Array.isArray(list) && list.every((one) => typeof one === 'string')))
        return { error: `is no baseline: what it says of "${plan}" is not a list of names for each rule` };
      entries.set(plan, new Map(Object.entries(rules).map(([rule, list]) => [rule, new Set(list as string[])])));
    }
    return new Baseline(entries);
  }

  /** The baseline of everything that is found. */
  static of(identities: Iterable<Identity>): Baseline {
    const entries = new Map<string, Map<string, Set<string>>>();
    for (const { plan, rule, about } of identities) {
      const rules = entries.get(plan) ?? new Map<string, Set<string>>();
      entries.set(plan, rules.set(rule, new Set([...(rules.get(rule) ?? []), ...about])));
    }
    return new Baseline(entries);
  }

  /** Whether a finding is in it; of one that was gathered, all that it is about. */
  holds({ plan, rule, about }: Identity): boolean {
    const known = this.#entries.get(plan)?.get(rule);
    return known !== undefined && about.every((one) => known.has(one));
  }

  get size(): number {
    return [...this.#all()].length;
  }

  /** The same without the entries that are gone: neither found now nor out of sight of this run. */
  without(found: Baseline, outOfSight: (plan: string, rule: string) => boolean): Baseline {
    const kept = [...this.#all()].filter(
      (one) =>
        found.#entries
          .get(one.plan)
          ?.get(one.rule)
          ?.has(one.about[0] as string) || outOfSight(one.plan, one.rule),
    );
    return Baseline.of(kept);
  }

  /** Sorted, an entry a line: what two people take out at the same time merges. */
  toString(): string {
    const sorted = <T, U>(map: ReadonlyMap<string, T>, turn: (value: T) => U) =>
      Object.fromEntries([...map].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, turn(value)]));
    const findings = sorted(this.#entries, (rules) => sorted(rules, (about) => [...about].sort()));
    return `${JSON.stringify({ version: 1, findings }, null, 2)}\n`;
  }

  *#all(): Generator<Identity> {
    for (const [plan, rules] of this.#entries) for (const [rule, list] of rules) for (const one of list) yield { plan, rule, about: [one] };
  }
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The problems with a mark at those that a baseline holds. */
export const marked = <T extends Pick<Diagnosis, 'uri' | 'waived' | 'known'>>(
  problems: readonly T[],
  identity: (problem: T) => Identity,
  baselineOf: (uri: string) => Baseline | undefined,
): readonly T[] =>
  problems.map((problem) => {
    const baseline = problem.waived === undefined ? baselineOf(problem.uri) : undefined;
    return baseline?.holds(identity(problem)) === true ? { ...problem, known: true as const } : problem;
  });

/** The baselines of a workspace, by their files. */
export class Baselines {
  readonly #byFile = new Map<string, Baseline>();

  /** Takes in what a file says now, or that it is gone; comes back with what is wrong with it, a sentence that goes on after its name. */
  take(uri: string, text: string | undefined): string | undefined {
    this.#byFile.delete(uri);
    const read = text === undefined ? undefined : Baseline.read(text);
    if (read instanceof Baseline) this.#byFile.set(uri, read);
    return read instanceof Baseline ? undefined : read?.error;
  }

  /** The problems with a mark at those that the baseline of their file holds. */
  marked(found: readonly Diagnosis[], workspace: Workspace, fileOf: (uri: string) => string): readonly Diagnosis[] {
    if (this.#byFile.size === 0) return found;
    return marked(
      found,
      (one) => identityOf(one, workspace),
      (uri) => this.#byFile.get(fileOf(uri)),
    );
  }
}
