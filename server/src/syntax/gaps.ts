import { textOf } from '../language/token.ts';
import type { Edit, Span } from '../text/span.ts';
import { shapeOf, tokensIn } from './tokens.ts';

/** What is no layout: words, texts, commas, braces and comments, in the order of the text. */
interface Atom extends Span {
  readonly image: string;
}

/**
 * The edits that turn one text into another that says the same. As long as both have the same words in the same order, only what stands
 * between them is touched, line by line; so the caret, folds and marks of the editor stay where they are.
 */
export function layoutEdits(from: string, to: string, eol: string): readonly Edit[] {
  if (from === to) return [];
  const [a, b] = [atomsOf(from), atomsOf(to)];
  const least = Math.min(a.length, b.length);
  let front = 0;
  while (front < least && alike(a[front] as Atom, b[front] as Atom)) front++;
  let back = 0;
  while (back < least - front && alike(a[a.length - 1 - back] as Atom, b[b.length - 1 - back] as Atom)) back++;
  const edits: Edit[] = [];
  const change = (old: Span, put: Span) => {
    const [was, is] = [from.slice(old.start, old.end), to.slice(put.start, put.end)];
    if (was !== is) edits.push(...changed(was, is, old.start, eol));
  };
  let [old, put] = [0, 0];
  for (let i = 0; i <= front; i++) {
    const middle = i === front;
    const [x, y] = middle ? [a[a.length - back], b[b.length - back]] : [a[i], b[i]];
    change({ start: old, end: x?.start ?? from.length }, { start: put, end: y?.start ?? to.length });
    if (middle || x === undefined || y === undefined) break;
    if (x.image !== y.image || x.end - x.start !== y.end - y.start) change(x, y);
    [old, put] = [x.end, y.end];
  }
  for (let i = back; i > 0; i--) {
    const [x, y] = [a[a.length - i] as Atom, b[b.length - i] as Atom];
    if (x.image !== y.image || x.end - x.start !== y.end - y.start) change(x, y);
    change({ start: x.end, end: a[a.length - i + 1]?.start ?? from.length }, { start: y.end, end: b[b.length - i + 1]?.start ?? to.length });
  }
  return edits;
}

function atomsOf(text: string): Atom[] {
  const { braces, comments } = shapeOf(text);
  const atoms: Atom[] = tokensIn(text, 0, text.length);
  for (const start of braces) atoms.push({ start, end: start + 1, image: text.charAt(start) });
  for (const { start, end } of comments) atoms.push({ start, end, image: text.slice(start, end).trimEnd() });
  return atoms.sort((x, y) => x.start - y.start);
}

const alike = (a: Atom, b: Atom): boolean =>
  a.image === b.image || (a.image.startsWith('"""') && b.image.startsWith('"""') && textOf(a.image) === textOf(b.image));

/** The edits between two stretches that say the same: line by line where both have as many lines, without what they share. */
function changed(from: string, to: string, start: number, eol: string): Edit[] {
  const [old, put] = [from.split(/\r\n|\r|\n/), to.split(/\r\n|\r|\n/)];
  if (old.length !== put.length) {
    // What ends a line and what follows are told apart, so that the one can be taken without the other.
    const [first, to0] = old.length > 1 && put.length > 1 ? [old[0] as string, put[0] as string] : ['', ''];
    const rest = trimmed(from.slice(first.length), put.join(eol).slice(to0.length), start + first.length);
    return first === to0 ? [rest] : [trimmed(first, to0, start), rest];
  }
  const edits: Edit[] = [];
  let at = start;
  for (const [i, line] of old.entries()) {
    if (line !== put[i]) edits.push(trimmed(line, put[i] as string, at));
    at += line.length;
    at += from.startsWith('\r\n', at - start) ? 2 : 1;
  }
  return edits;
}

function trimmed(from: string, to: string, start: number): Edit {
  const least = Math.min(from.length, to.length);
  let front = 0;
  while (front < least && from[front] === to[front]) front++;
  let back = 0;
  while (back < least - front && from[from.length - 1 - back] === to[to.length - 1 - back]) back++;
  return { span: { start: start + front, end: start + from.length - back }, text: to.slice(front, to.length - back) };
}
