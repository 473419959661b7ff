import type { Day } from '../language/dates.ts';
import { type Diagnosis, Linter } from '../lint.ts';
import { parseFile, type SourceFile, sourceFile, Workspace } from '../model/workspace.ts';
import { RULES } from '../rules/rules.ts';
import type { Settings } from '../rules/run.ts';
import { parse, reparse } from '../syntax/parse.ts';
import type { Tree } from '../syntax/tree.ts';
import { lineStarts, rangeOf } from '../text/lines.ts';
import type { Edit, Range } from '../text/span.ts';

/** Why an edit should be looked at before it is made. */
export interface Caution {
  readonly label: string;
  readonly says: string;
}

/** One edit of a file, plan or data; spans are offsets of the file. */
export interface FileEdit extends Edit {
  readonly uri: string;
  readonly caution?: Caution;
}

/** What a feature wants to change, before it is told in the form that an editor knows. Files that do not exist yet come first. */
export interface Edits {
  readonly creates?: readonly string[];
  readonly edits: readonly FileEdit[];
}

/** A sentence that says why something is not done. */
export interface Refusal {
  readonly refused: string;
}
export const isRefusal = (answer: object | undefined): answer is Refusal => answer !== undefined && 'refused' in answer;

/** The text after some edits that do not overlap; of those at one place, the first is written first. */
export function applied(text: string, edits: readonly Edit[]): string {
  let result = text;
  for (const { span, text: put } of inTurn(edits)) result = result.slice(0, span.start) + put + result.slice(span.end);
  return result;
}

/** The last first, so that none moves another. */
const inTurn = (edits: readonly Edit[]): readonly Edit[] =>
  edits
    .map((edit, i) => ({ edit, i }))
    .sort((a, b) => b.edit.span.start - a.edit.span.start || b.edit.span.end - a.edit.span.end || b.i - a.i)
    .map(({ edit }) => edit);

export const textIn = (workspace: Workspace, uri: string): string => workspace.files.get(uri)?.tree.text ?? workspace.data?.get(uri) ?? '';

/** Where an edit stands, as an editor counts. */
export function rangeIn(workspace: Workspace, { uri, span }: FileEdit): Range {
  const tree = workspace.files.get(uri)?.tree;
  return tree === undefined
    ? rangeOf(lineStarts(workspace.data?.get(uri) ?? ''), span)
    : { start: tree.positionAt(span.start), end: tree.positionAt(span.end) };
}

const byFile = (edits: readonly FileEdit[]): ReadonlyMap<string, readonly FileEdit[]> => Map.groupBy(edits, (edit) => edit.uri);

/** The workspace as it would be. It shares nothing that is linked, so the one before stays what it is. */
export function after(workspace: Workspace, { edits }: Edits): Workspace {
  const files = new Map(workspace.files);
  const data = workspace.data === undefined ? undefined : new Map(workspace.data);
  for (const [uri, own] of byFile(edits)) {
    const file = files.get(uri);
    if (file !== undefined && own.length <= FEW) files.set(uri, sourceFile(uri, reparsed(file.tree, own), file.library));
    else if (/\.csv$/i.test(uri)) data?.set(uri, applied(textIn(workspace, uri), own));
    else files.set(uri, parseFile(uri, applied(textIn(workspace, uri), own), file?.library === true));
  }
  return new Workspace(files, undefined, data);
}

/** With more edits than this a file is parsed anew as a whole. */
const FEW = 50;
const reparsed = (tree: Tree, edits: readonly Edit[]): Tree => inTurn(edits).reduce(reparse, tree);

/** The workspace with files at other addresses. */
export function relocated(workspace: Workspace, moves: ReadonlyMap<string, string>): Workspace {
  const files = new Map<string, SourceFile>();
  for (const [uri, file] of workspace.files) {
    const to = moves.get(uri);
    // A chunk belongs to one address for good, so a file that moves is parsed anew.
    files.set(to ?? uri, to === undefined ? file : sourceFile(to, parse(file.tree.text), file.library));
  }
  const data = workspace.data && new Map([...workspace.data].map(([uri, text]) => [moves.get(uri) ?? uri, text] as const));
  return new Workspace(files, undefined, data);
}

/** What is wrong with the writing and the names of a workspace: what no edit of ours may add to. */
export function mistakes(workspace: Workspace, today: Day): readonly Diagnosis[] {
  const settings: Settings = {
    today,
    rules: new Map(RULES.filter(({ id }) => WATCHED.test(id)).map(({ id, severity }) => [id, { severity, options: {} }])),
  };
  return [...new Linter().diagnoseAll(workspace, () => settings).values()].flat();
}
const WATCHED = /^structure\/(?!placeholder-left|future-observation)|^names\/(?!unused-declaration|ended-actor)/;

/** The first mistake that was not there before; where as many of a rule stand as before, they are taken to be the same. */
export function newMistake(before: readonly Diagnosis[], now: readonly Diagnosis[]): Diagnosis | undefined {
  const [had, have] = [Map.groupBy(before, (d) => d.rule), Map.groupBy(now, (d) => d.rule)];
  for (const [rule, found] of have) {
    const known = had.get(rule) ?? [];
    if (found.length <= known.length) continue;
    const messages = new Set(known.map((d) => d.message));
    return found.find((d) => !messages.has(d.message)) ?? found.at(-1);
  }
  return undefined;
}
