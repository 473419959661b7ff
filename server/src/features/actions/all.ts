import { CodeActionKind } from 'vscode-languageserver';
import type { Diagnosis } from '../../lint.ts';
import type { Workspace } from '../../model/workspace.ts';
import type { Fix } from '../../rules/mend.ts';
import { say } from '../../text/say.ts';
import { after, type Edits, type FileEdit, mistakes, newMistake } from '../edits.ts';
import { fileEdits } from '../fixes.ts';
import type { Action, Ask } from './action.ts';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.iplan`;

/** Mends every finding of one kind in the file, for each kind that is found at the place. */
export function fixAllOfKind({ workspace, found, today }: Ask, here: readonly Diagnosis[]): Action[] {
  return [...new Set(here.map((d) => d.rule))].flatMap((rule): Action[] => {
    const alike = mendable(found).filter((d) => d.rule === rule);
    if (alike.length < 2 || !here.some((d) => alike.includes(d))) return [];
    const fixes = alike.map((d) => d.fixes?.[0] as Fix);
    return [
      {
        title: say`Mend all ${alike.length} findings of ${rule} in this file`,
        kind: CodeActionKind.QuickFix,
        mends: alike,
        edits: () => checked(workspace, fixes, today),
      },
    ];
  });
}

/** Every mend of the file after which the plan means the same. */
export function fixAllSafe({ workspace, found, today }: Ask): Action[] {
  const fixes = mendable(found).flatMap((d) => d.fixes?.find((fix) => fix.safe === true) ?? []);
  return fixes.length === 0 ? [] : [{ title: say`Mend everything that is safe to mend`, kind: FIX_ALL, edits: () => checked(workspace, fixes, today) }];
}

const mendable = (found: readonly Diagnosis[]): readonly Diagnosis[] => found.filter((d) => d.waived === undefined && (d.fixes?.length ?? 0) > 0);

/** The mends that go together; where all at once would bring a mistake, those that do not. */
function checked(workspace: Workspace, fixes: readonly Fix[], today: Ask['today']): Edits | undefined {
  const all = together(workspace, fixes);
  const before = mistakes(workspace, today);
  if (newMistake(before, mistakes(after(workspace, all), today)) === undefined) return all.edits.length === 0 ? undefined : all;
  let kept: readonly Fix[] = [];
  for (const fix of fixes) {
    const more = [...kept, fix];
    if (newMistake(before, mistakes(after(workspace, together(workspace, more)), today)) === undefined) kept = more;
  }
  const some = together(workspace, kept);
  return some.edits.length === 0 ? undefined : some;
}

/** The edits of several mends, as far as they do not meet; the same thing is declared once. */
export function together(workspace: Workspace, fixes: readonly Fix[]): Edits {
  const edits: FileEdit[] = [];
  const declared = new Set<string>();
  for (const fix of fixes) {
    const own = fileEdits(workspace, fix)?.edits ?? [];
    if (own.some((edit) => edits.some((other) => other.uri === edit.uri && meet(edit, other)))) continue;
    if (fix.title.startsWith('Declare ')) {
      if (declared.has(fix.title)) continue;
      declared.add(fix.title);
    }
    edits.push(...own);
  }
  return { edits };
}

const meet = (a: FileEdit, b: FileEdit): boolean =>
  (a.span.start < b.span.end && b.span.start < a.span.end) || (a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text);
