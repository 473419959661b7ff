import { type Diagnosis, preferred } from '../lint.ts';
import { parseFile, type Workspace } from '../model/workspace.ts';
import type { Fix } from '../rules/mend.ts';
import { edited } from '../text/edits.ts';
import type { Edit } from '../text/span.ts';
import { editOf } from './fixes.ts';

/** Which mends are done without anybody looking at each: those after which the plan means the same, or also what one would choose. */
export type Trust = 'safe' | 'preferred';

/** A workspace after its mends. */
export interface Mended {
  readonly workspace: Workspace;
  /** The files that read otherwise now. */
  readonly files: readonly string[];
  /** How many mends were done. */
  readonly count: number;
}

type Judge = (workspace: Workspace, uri: string) => readonly Diagnosis[];

/** One mend for one finding, with its edits by file. */
interface Mend {
  /** What it is about, wherever it stands: a mend that has not helped is not done again. */
  readonly key: string;
  readonly edits: ReadonlyMap<string, readonly Edit[]>;
}

/** One mend may make room for the next; a plan that still changes after so many rounds is left as it is then. */
const ROUNDS = 25;

/**
 * Mends what can be mended in some files, until nothing is left to do. A mend that would make a mistake in the writing is not done,
 * and no mend is done more often than there were findings that asked for it.
 */
export function mendAll(workspace: Workspace, uris: readonly string[], judge: Judge, trust: Trust): Mended {
  const own = new Set(uris);
  const allowed = new Map<string, number>();
  let now = workspace;
  let count = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const found = new Map<string, Mend[]>();
    for (const mend of uris.flatMap((uri) => mendsOf(now, judge(now, uri), trust, own))) found.set(mend.key, [...(found.get(mend.key) ?? []), mend]);
    for (const [key, mends] of found) if (!allowed.has(key)) allowed.set(key, mends.length);
    const open = [...found].flatMap(([key, mends]) => mends.slice(0, allowed.get(key)));
    const { done, next } = together(now, open, judge, (mend) => allowed.set(mend.key, 0));
    if (done.length === 0) break;
    for (const { key } of done) allowed.set(key, (allowed.get(key) ?? 0) - 1);
    now = next;
    count += done.length;
  }
  const files = uris.filter((uri) => now.files.get(uri)?.tree.text !== workspace.files.get(uri)?.tree.text);
  return { workspace: now, files, count };
}

function mendsOf(workspace: Workspace, found: readonly Diagnosis[], trust: Trust, own: ReadonlySet<string>): Mend[] {
  return found.flatMap((diagnosis) => {
    const fix = diagnosis.waived === undefined ? chosen(diagnosis, trust) : undefined;
    const edits = fix === undefined ? undefined : editsOf(workspace, fix);
    if (fix === undefined || edits === undefined || [...edits.keys()].some((uri) => !own.has(uri))) return [];
    return [{ key: [diagnosis.rule, diagnosis.uri, diagnosis.message, fix.title].join('\n'), edits }];
  });
}

const chosen = (diagnosis: Diagnosis, trust: Trust): Fix | undefined =>
  diagnosis.fixes?.find((fix) => fix.safe === true) ?? (trust === 'preferred' ? preferred(diagnosis) : undefined);

/** The edits of a mend as spans of files, lines ended as each file ends them. */
function editsOf(workspace: Workspace, fix: Fix): ReadonlyMap<string, readonly Edit[]> | undefined {
  const changes = editOf(workspace, fix)?.changes;
  if (changes === undefined) return undefined;
  return new Map(
    Object.entries(changes).map(([uri, edits]) => {
      const tree = (workspace.files.get(uri) as NonNullable<ReturnType<typeof workspace.files.get>>).tree;
      const end = tree.text.includes('\r\n') ? '\r\n' : '\n';
      return [
        uri,
        edits.map(({ range, newText }) => ({
          span: { start: tree.offsetAt(range.start), end: tree.offsetAt(range.end) },
          text: newText.replace(/\r?\n/g, end),
        })),
      ];
    }),
  );
}

/** Does as many mends as do not touch each other; those that make a mistake in the writing are found one by one and left out. */
function together(workspace: Workspace, open: readonly Mend[], judge: Judge, forbid: (mend: Mend) => void) {
  const nothing = { done: [] as readonly Mend[], next: workspace };
  let done = apart(open);
  if (done.length === 0) return nothing;
  let next = after(workspace, done);
  if (!harms(workspace, next, done, judge)) return { done, next };
  const harmless = open.filter((mend) => {
    const harm = harms(workspace, after(workspace, [mend]), [mend], judge);
    if (harm) forbid(mend);
    return !harm;
  });
  done = apart(harmless);
  if (done.length === 0) return nothing;
  next = after(workspace, done);
  // Each alone does no harm, and all of them do: then one at a time.
  return harms(workspace, next, done, judge) ? { done: done.slice(0, 1), next: after(workspace, done.slice(0, 1)) } : { done, next };
}

function apart(open: readonly Mend[]): readonly Mend[] {
  const taken = new Map<string, Edit[]>();
  return open.filter(({ edits }) => {
    const free = [...edits].every(([uri, list]) => list.every((edit) => !(taken.get(uri) ?? []).some((other) => touches(edit, other))));
    if (free) for (const [uri, list] of edits) taken.set(uri, [...(taken.get(uri) ?? []), ...list]);
    return free;
  });
}

const touches = (a: Edit, b: Edit): boolean => a.span.start <= b.span.end && b.span.start <= a.span.end;

function after(workspace: Workspace, mends: readonly Mend[]): Workspace {
  const byFile = new Map<string, Edit[]>();
  for (const { edits } of mends) for (const [uri, list] of edits) byFile.set(uri, [...(byFile.get(uri) ?? []), ...list]);
  return workspace.with(
    [...byFile].map(([uri, edits]) => {
      const text = workspace.files.get(uri)?.tree.text ?? '';
      return [
        uri,
        parseFile(
          uri,
          edited(
            text,
            edits.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end),
          ),
        ),
      ] as const;
    }),
  );
}

/** Whether there are mistakes in the writing of the files that were not there before. */
function harms(before: Workspace, now: Workspace, mends: readonly Mend[], judge: Judge): boolean {
  const uris = new Set(mends.flatMap(({ edits }) => [...edits.keys()]));
  return [...uris].some((uri) => {
    const had = mistakes(judge(before, uri));
    return mistakes(judge(now, uri)).some((message) => {
      const at = had.indexOf(message);
      if (at >= 0) had.splice(at, 1);
      return at < 0;
    });
  });
}

/** A text that asks to be filled in is no mistake in the writing. */
const mistakes = (found: readonly Diagnosis[]): string[] =>
  found.filter((d) => d.rule.startsWith('structure/') && d.rule !== 'structure/placeholder-left' && d.severity === 'error').map((d) => d.message);
