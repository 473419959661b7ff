import { parse } from '../syntax/parse.ts';
import type { Chunk, Tree } from '../syntax/tree.ts';
import { startOf } from '../syntax/tree.ts';
import { lineStarts } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import { type Reading, readTree } from './read.ts';
import type { Scope, Scopes } from './scope.ts';
import { buildScopes } from './scopes.ts';

/** One file as everybody reads it: its tree and what its chunks declare. */
export interface SourceFile {
  readonly uri: string;
  readonly tree: Tree;
  readonly readings: readonly Reading[];
  /** A framework that ships with the tool. */
  readonly library: boolean;
}

const owners = new WeakMap<Chunk, string>();

/** Makes a file of a tree. Its chunks belong to this file from now on. */
export function sourceFile(uri: string, tree: Tree, library = false): SourceFile {
  for (const chunk of tree.chunks) if (!owners.has(chunk)) owners.set(chunk, uri);
  return { uri, tree, readings: readTree(tree), library };
}

export const parseFile = (uri: string, text: string, library = false): SourceFile => sourceFile(uri, parse(text), library);

/** The file that a chunk belongs to. */
export const uriOf = (chunk: Chunk): string => owners.get(chunk) ?? '';

function changedMap<T>(map: ReadonlyMap<string, T>, changes: Iterable<readonly [string, T | undefined]>): ReadonlyMap<string, T> {
  const changed = new Map(map);
  for (const [key, value] of changes) {
    if (value === undefined) changed.delete(key);
    else changed.set(key, value);
  }
  return changed;
}

/** Where the lines of a file begin, counted over the whole of it: for reports; the editor asks the tree. */
export const linesOf = (tree: Tree): readonly number[] => lineStarts(tree.text);

/** All files at one moment. A value: a change makes another workspace that shares the rest. */
export class Workspace {
  readonly files: ReadonlyMap<string, SourceFile>;
  /** The CSV files that plans take observed values from, as text by address (`wantedData` says which); `undefined` until a host has looked. */
  readonly data: ReadonlyMap<string, string> | undefined;
  /** The ids of all plans and frameworks, where only a part of a repository was read. */
  readonly ids: readonly string[] | undefined;
  #scopes: Scopes | undefined;
  /** Those before it, until its own are made of them. */
  #before: Scopes | undefined;

  constructor(files: ReadonlyMap<string, SourceFile> = new Map(), before?: Scopes, data?: ReadonlyMap<string, string>, ids?: readonly string[]) {
    this.files = files;
    this.data = data;
    this.ids = ids;
    this.#before = before;
  }

  /** Forgets what was computed of its plans along the way: it is computed again when somebody asks. */
  forget(): void {
    for (const scope of this.scopes.list) scope.remembered.clear();
  }

  /** The workspace with some files and data files added or replaced, and some (`undefined`) gone. */
  with(changes: Iterable<readonly [string, SourceFile | undefined]>, data?: Iterable<readonly [string, string | undefined]>): Workspace {
    const files = changedMap(this.files, changes);
    const news = data && [...data].filter(([uri, text]) => this.data?.get(uri) !== text);
    const same = news === undefined || (news.length === 0 && this.data !== undefined);
    return new Workspace(files, this.#scopes ?? this.#before, same ? this.data : changedMap(this.data ?? new Map(), news), this.ids);
  }

  /** Plans, frameworks and files of no plan; those that nothing touched are the same objects as before. */
  get scopes(): Scopes {
    if (this.#scopes === undefined) {
      this.#scopes = buildScopes(this.files, this, this.#before);
      this.#before = undefined;
    }
    return this.#scopes;
  }

  scopeOf(uri: string): Scope | undefined {
    return this.scopes.byFile.get(uri);
  }

  /** A span of a chunk as offsets of its file; `undefined` when the chunk is of an older version. */
  place(chunk: Chunk, span: Span): { readonly file: SourceFile; readonly span: Span } | undefined {
    const file = this.files.get(uriOf(chunk));
    const start = file === undefined ? undefined : startOf(file.tree, chunk);
    if (file === undefined || start === undefined) return undefined;
    return { file, span: { start: start + span.start, end: start + span.end } };
  }
}
