import type { Diagnosis } from '../../lint.ts';
import type { Desk } from './desk.ts';
import { told } from './findings.ts';
import { ToolError } from './protocol.ts';

const MOST_TOLD = 50;
const CONTEXT = 3;

/** What a change would bring and take away; a change that breaks the writing of the plan is refused. */
export function proposed(desk: Desk, file: string, { replacements, text }: { replacements: readonly unknown[] | undefined; text: string | undefined }): object {
  if ((replacements === undefined) === (text === undefined)) throw new ToolError('Give either "replacements" or "text".');
  const uri = desk.address(file);
  const before = desk.read();
  const saved = before.workspace.files.get(uri);
  if (saved?.library) throw new ToolError(`${file} is a framework that comes from elsewhere.`);
  if (saved === undefined && text === undefined) throw new ToolError(`There is no file ${file} yet: give its whole text.`);
  const old = saved?.tree.text ?? '';
  const now = text ?? replaced(old, replacements as readonly unknown[], file);
  const after = desk.read(new Map([[uri, now]]));
  if (!after.workspace.files.has(uri)) throw new ToolError(`The configuration leaves ${file} out, so it cannot be checked.`);
  const [had, has] = [desk.judged(before), desk.judged(after)];
  const fresh = without(has, had);
  const broken = fresh.filter((one) => one.rule.startsWith('structure/') && one.severity === 'error');
  if (broken.length > 0)
    return { accepted: false, refused: 'The edit would break the writing of the plan. Mend these first.', findings: broken.map((one) => told(one, desk)) };
  const gone = without(had, has);
  const count = (severity: string) => has.filter((one) => one.waived === undefined && one.severity === severity).length;
  return {
    accepted: true,
    file: desk.shown(uri),
    ...(saved === undefined ? { newFile: true } : {}),
    diff: diff(old, now, desk.shown(uri)),
    brings: fresh.slice(0, MOST_TOLD).map((one) => told(one, desk)),
    takesAway: gone.slice(0, MOST_TOLD).map((one) => told(one, desk)),
    total: { brings: fresh.length, takesAway: gone.length },
    left: { errors: count('error'), warnings: count('warning'), informations: count('information') },
    note: 'Nothing was written.',
  };
}

function replaced(text: string, replacements: readonly unknown[], file: string): string {
  let result = text;
  for (const [i, one] of replacements.entries()) {
    const { old_text: from, new_text: to } = (one ?? {}) as { old_text?: unknown; new_text?: unknown };
    if (typeof from !== 'string' || typeof to !== 'string') throw new ToolError(`Replacement ${i + 1} needs the texts "old_text" and "new_text".`);
    const at = from === '' ? -1 : result.indexOf(from);
    if (at < 0) throw new ToolError(`The old text of replacement ${i + 1} does not stand in ${file}.`);
    if (result.indexOf(from, at + 1) >= 0)
      throw new ToolError(`The old text of replacement ${i + 1} stands in ${file} more than once: give more of what is around it.`);
    result = result.slice(0, at) + to + result.slice(at + from.length);
  }
  return result;
}

/** The findings that others do not have, wherever they stand now; of several alike, those that are more. */
function without(some: readonly Diagnosis[], others: readonly Diagnosis[]): readonly Diagnosis[] {
  const key = ({ rule, severity, message, uri, waived }: Diagnosis) => JSON.stringify([rule, severity, message, uri, waived !== undefined]);
  const left = new Map<string, number>();
  for (const one of others) left.set(key(one), (left.get(key(one)) ?? 0) + 1);
  return some.filter((one) => {
    const count = left.get(key(one)) ?? 0;
    left.set(key(one), count - 1);
    return count <= 0;
  });
}

/** One stretch of changed lines, as `diff -u` writes it. */
function diff(before: string, after: string, file: string): string {
  const [a, b] = [linesOf(before), linesOf(after)];
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  let tail = 0;
  while (tail < a.length - same && tail < b.length - same && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  if (same === a.length && same === b.length) return '';
  const from = Math.max(0, same - CONTEXT);
  const most = Math.min(tail, CONTEXT);
  const [endA, endB] = [a.length - tail, b.length - tail];
  const range = (length: number, end: number) => `${length === 0 ? 0 : from + 1},${end + most - from}`;
  return [
    `--- ${a.length === 0 ? '/dev/null' : file}`,
    `+++ ${file}`,
    `@@ -${range(a.length, endA)} +${range(b.length, endB)} @@`,
    ...a.slice(from, same).map((line) => ` ${line}`),
    ...a.slice(same, endA).map((line) => `-${line}`),
    ...b.slice(same, endB).map((line) => `+${line}`),
    ...a.slice(endA, endA + most).map((line) => ` ${line}`),
    '',
  ].join('\n');
}

const linesOf = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\r?\n$/, '').split(/\r?\n/));
