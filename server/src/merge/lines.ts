import { diff3Merge } from 'node-diff3';

/** How the two versions are called in marks of conflict, and how long these are. */
export interface Marks {
  readonly ours: string;
  readonly theirs: string;
  readonly size: number;
}

/** Both versions of some whole lines between the marks that every tool for merging knows. */
export const conflict = (ours: string, theirs: string, marks: Marks): string =>
  `${'<'.repeat(marks.size)} ${marks.ours}\n${ended(ours)}${'='.repeat(marks.size)}\n${ended(theirs)}${'>'.repeat(marks.size)} ${marks.theirs}\n`;

/** Joins the changes of both versions line by line. */
export function mergedLines(base: string, ours: string, theirs: string, marks: Marks): { readonly text: string; readonly conflicts: number } {
  let text = '';
  let conflicts = 0;
  for (const { ok, conflict: parted } of diff3Merge(linesOf(ours), linesOf(base), linesOf(theirs), { excludeFalseConflicts: true })) {
    if (ok !== undefined) text += ok.join('');
    if (parted === undefined) continue;
    text = ended(text) + conflict(parted.a.join(''), parted.b.join(''), marks);
    conflicts++;
  }
  return { text, conflicts };
}

const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
export const ended = (text: string): string => (text === '' || text.endsWith('\n') ? text : `${text}\n`);
