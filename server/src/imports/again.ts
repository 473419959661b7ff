import { compare } from '../compare/compare.ts';
import { written } from '../compare/statements.ts';
import { quote } from '../language/token.ts';
import type { Declaration, Fact } from '../model/declaration.ts';
import type { Scope } from '../model/scope.ts';
import { parseFile, Workspace } from '../model/workspace.ts';
import { format } from '../syntax/format.ts';
import { parse } from '../syntax/parse.ts';
import type { Statement } from '../syntax/tree.ts';
import { edited } from '../text/edits.ts';
import { say } from '../text/say.ts';
import type { Edit } from '../text/span.ts';
import { COLUMNS } from '../words/headings.ts';
import type { Mapping } from './recognise.ts';
import type { File } from './write.ts';

/** What a newer version of the same files changes in a plan that people have worked on since. */
/** The file beside a plan that holds what was imported, and of which files, to tell later what people have changed since. */
export const BASE = '.iplan-import.json';
export interface Base {
  readonly files: readonly File[];
  /** What people said that headings mean: nobody says it twice. */
  readonly mapping: Mapping;
}

export const baseOf = (files: readonly File[], sources: readonly { readonly name: string }[], mapping: Mapping): string =>
  `${JSON.stringify({ version: 1, sources: sources.map(({ name }) => name), mapping: Object.fromEntries(mapping), files: Object.fromEntries(files.map(({ path, text }) => [path, text])) }, null, 1)}\n`;

/** What such a file holds; `undefined` where it is damaged. */
export function baseIn(text: string): Base | undefined {
  try {
    const { files, mapping } = JSON.parse(text) as { files?: unknown; mapping?: unknown };
    if (typeof files !== 'object' || files === null) return undefined;
    const meant = Object.entries(mapping ?? {}).flatMap(([heading, column]) => COLUMNS.flatMap((name) => (name === column ? [[heading, name] as const] : [])));
    return { files: Object.entries(files).map(([path, content]) => ({ path, text: String(content) })), mapping: new Map(meant) };
  } catch {
    return undefined;
  }
}

export interface Merged {
  readonly files: readonly File[];
  /** What differs in meaning between the two versions of the source. */
  readonly differences: readonly string[];
  /** Where both have changed the same: the plan keeps its own. */
  readonly conflicts: readonly string[];
}

const ROOT = 'file:///plan/';
const workspaceOf = (files: readonly File[]): Workspace => new Workspace(new Map(files.map(({ path, text }) => [ROOT + path, parseFile(ROOT + path, text)])));
const scopeOf = (workspace: Workspace): Scope | undefined => workspace.scopes.list.find(({ kind }) => kind === 'plan');

/** Merges by ids: what only the source has changed is taken over, what only people have changed stays, and what both have is a conflict. */
export function merged(base: readonly File[], source: readonly File[], plan: readonly File[]): Merged {
  const three = (sort: (file: File) => boolean): Three<readonly File[]> => [base.filter(sort), source.filter(sort), plan.filter(sort)];
  const [texts, data] = [three(isPlan), three((file) => !isPlan(file))];
  const spaces = texts.map(workspaceOf) as unknown as Three<Workspace>;
  const [was, is, own] = spaces.map((space) => byId(scopeOf(space)));
  const { changes } = compare({ workspace: spaces[0], problems: new Map() }, { workspace: spaces[1], problems: new Map() });
  const merge = new Merge(spaces[2], texts[1]);
  for (const [id, now] of is as ById) merge.one((was as ById).get(id), now, (own as ById).get(id), own as ById);
  for (const [id, before] of was as ById) if (!(is as ById).has(id)) merge.gone(before, (own as ById).get(id));
  merge.waivers(...spaces);
  return {
    files: [...merge.files(texts[2]), ...merge.data(...data)],
    differences: changes.map(({ about, message }) => `${about.kind} "${about.title}": ${message}`),
    conflicts: merge.conflicts,
  };
}

/** What was imported before, what is imported now, and the plan as it stands. */
type Three<T> = readonly [base: T, source: T, plan: T];
const isPlan = ({ path }: File): boolean => path.endsWith('.iplan');
type ById = ReadonlyMap<string, Declaration>;
const byId = (scope: Scope | undefined): ById => new Map((scope?.declarations ?? []).map((one) => [one.kind === 'plan' ? 'plan' : one.id, one]));
const factsOf = (one: Declaration, word: string): readonly Fact[] => one.facts.filter((fact) => fact.word === word);
const saidIn = (facts: readonly Fact[]): string =>
  facts
    .map(({ node }) => written(node))
    .sort()
    .join('\n');
const wordsOf = (...some: readonly Declaration[]): ReadonlySet<string> => new Set(some.flatMap((one) => one.facts.map(({ word }) => word)));
const called = (one: Declaration): string => `${one.kind} "${one.title}"`;

class Merge {
  readonly conflicts: string[] = [];
  readonly #space: Workspace;
  readonly #source: readonly File[];
  readonly #edits = new Map<string, Edit[]>();
  readonly #added = new Map<string, string[]>();

  constructor(space: Workspace, source: readonly File[]) {
    this.#space = space;
    this.#source = source;
  }

  one(before: Declaration | undefined, now: Declaration, own: Declaration | undefined, all: ById): void {
    if (own === undefined) {
      if (before === undefined) this.#add(now, all);
      else if (wordsSaid(before) !== wordsSaid(now)) this.conflicts.push(say`${called(now)} was taken out of the plan, and has changed in the source.`);
      return;
    }
    if (before === undefined) return;
    if (before.title !== now.title && own.title !== now.title) {
      if (own.title === before.title && own.titleToken !== undefined) this.#edit(own.node, own.titleToken.start, own.titleToken.end, quote(now.title));
      else this.conflicts.push(say`${called(own)} is called "${now.title}" in the source now.`);
    }
    for (const word of wordsOf(before, now)) {
      const [old, next, ours] = [factsOf(before, word), factsOf(now, word), factsOf(own, word)];
      if (saidIn(old) === saidIn(next) || saidIn(ours) === saidIn(next)) continue;
      if (saidIn(ours) !== saidIn(old))
        this.conflicts.push(
          say`${called(own)}: the source now says "${next.map(({ node }) => `${word} ${written(node)}`).join('; ') || say`no ${word}`}", the plan keeps "${ours.map(({ node }) => `${word} ${written(node)}`).join('; ') || say`no ${word}`}".`,
        );
      else
        this.#put(
          own,
          ours,
          next.map(({ node }) => textOf(node)),
        );
    }
  }

  gone(before: Declaration, own: Declaration | undefined): void {
    if (own === undefined) return;
    if (wordsSaid(before) === wordsSaid(own) && own.children.length === 0) this.#edit(own.node, own.node.span.start, own.node.span.end, '');
    else if (own.kind !== 'sector' && own.kind !== 'plan')
      this.conflicts.push(say`${called(own)} is gone from the source; the plan keeps it, because it was changed there.`);
  }

  /** Accepted gaps have no ids: they are the same where they say the same. */
  waivers(base: Workspace, source: Workspace, plan: Workspace): void {
    const [was, is, own] = [base, source, plan].map(
      (space) => new Map(scopeOf(space)?.waivers.map(({ node }) => [written(node), node] as const)),
    ) as unknown as Three<ReadonlyMap<string, Statement>>;
    for (const [said, node] of is)
      if (!was.has(said) && !own.has(said)) this.#added.set('plan.iplan', [...(this.#added.get('plan.iplan') ?? []), textOf(node)]);
    for (const said of was.keys()) {
      const node = is.has(said) ? undefined : own.get(said);
      if (node !== undefined) this.#edit(node, node.span.start, node.span.end, '');
    }
  }

  /** Data files beside the plan, each as a whole. */
  data(base: readonly File[], source: readonly File[], plan: readonly File[]): readonly File[] {
    const paths = new Set([...source, ...plan].map(({ path }) => path));
    return [...paths].flatMap((path) => {
      const [was, is, own] = [base, source, plan].map((files) => files.find((file) => file.path === path)?.text);
      if (own !== undefined && is !== undefined && own !== was && is !== was && own !== is)
        this.conflicts.push(say`${path} was changed in the plan and in the source.`);
      const text = own === undefined || own === was ? (is ?? own) : own;
      return text === undefined ? [] : [{ path, text }];
    });
  }

  files(plan: readonly File[]): readonly File[] {
    const paths = new Set([...plan.map(({ path }) => path), ...this.#added.keys()]);
    return [...paths].map((path) => {
      const text = plan.find((file) => file.path === path)?.text ?? '';
      const edits = (this.#edits.get(ROOT + path) ?? []).toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
      const more = (this.#added.get(path) ?? []).map((one) => `\n${one}\n`).join('');
      return edits.length === 0 && more === '' ? { path, text } : { path, text: format(parse(edited(text, edits) + more)) };
    });
  }

  /** Something new stands in its sector, or at the end of the file that the source would have it in. */
  #add(now: Declaration, all: ById): void {
    if (now.parent !== undefined && !all.has(now.parent.id)) return;
    const home = now.parent === undefined ? undefined : all.get(now.parent.id);
    const text = textOf(now.node);
    if (home?.node.braces !== undefined) this.#edit(home.node, home.node.braces.end - 1, home.node.braces.end - 1, `\n${text}\n`);
    else {
      const path = this.#source.find((file) => file.text.includes(now.node.chunk.text))?.path ?? 'plan.iplan';
      this.#added.set(path, [...(this.#added.get(path) ?? []), home === undefined ? text : `sector ${home.id} {\n${text}\n}`]);
    }
  }

  #put(own: Declaration, ours: readonly Fact[], lines: readonly string[]): void {
    const [first, ...rest] = ours;
    for (const { node } of rest) this.#edit(node, node.span.start, node.span.end, '');
    if (first !== undefined) this.#edit(first.node, first.node.span.start, first.node.span.end, lines.join('\n'));
    else if (own.node.braces !== undefined) this.#edit(own.node, own.node.braces.start + 1, own.node.braces.start + 1, `\n${lines.join('\n')}\n`);
    else this.#edit(own.node, own.node.span.end, own.node.span.end, ` {\n${lines.join('\n')}\n}`);
  }

  #edit(node: Statement, start: number, end: number, text: string): void {
    const place = this.#space.place(node.chunk, { start, end });
    if (place === undefined) return;
    const edits = this.#edits.get(place.file.uri) ?? [];
    this.#edits.set(place.file.uri, edits);
    edits.push({ span: place.span, text });
  }
}

const textOf = ({ chunk, span }: Statement): string => chunk.text.slice(span.start, span.end);
const wordsSaid = (one: Declaration): string => [one.title, ...one.facts.map(({ word, node }) => `${word} ${written(node)}`)].join('\n');
