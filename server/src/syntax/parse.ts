import type { Edit } from '../text/span.ts';
import { TOP_KINDS } from './heads.ts';
import { parseChunk } from './nest.ts';
import { retype } from './retype.ts';
import { type Chunk, Tree } from './tree.ts';

const TOP = new RegExp(`^(?:${TOP_KINDS.join('|')})(?![\\p{L}\\p{N}_.-])`, 'gmu');

/** Parses a file. Any text gives a tree; what is wrong stands in the problems of its chunks. */
export function parse(text: string): Tree {
  return new Tree(split(text).map(parseChunk), text);
}

/**
 * The tree after an edit, parsing only what the edit touched. Chunks end where a kind of the top stands in column 0, whatever was
 * open before, so the neighbours of the edited chunk are all that can change, and they only by an edit at its ends; letters in a value
 * are not parsed at all. `reparse` equals `parse` of the new text.
 */
export function reparse(tree: Tree, edit: Edit): Tree {
  const { start, end } = edit.span;
  const [at, to] = [tree.indexAt(start), tree.indexAt(end)];
  const offset = tree.starts[at] as number;
  const typedIn = at === to ? retype(tree.chunks[at] as Chunk, start - offset, end - offset, edit.text) : undefined;
  if (typedIn !== undefined) return new Tree(tree.chunks.with(at, typedIn));
  const around = at === to && isWithin((tree.chunks[at] as Chunk).text, start - offset, end - offset) ? 0 : 1;
  const first = Math.max(0, at - around);
  const last = Math.min(tree.chunks.length - 1, to + around);
  const touched = tree.chunks.slice(first, last + 1);
  const from = tree.starts[first] as number;
  const before = touched.map((chunk) => chunk.text).join('');
  const after = before.slice(0, start - from) + edit.text + before.slice(end - from);
  const old = new Map(touched.map((chunk) => [chunk.text, chunk]));
  const middle = split(after).map((piece) => {
    const kept = old.get(piece);
    old.delete(piece);
    return kept ?? parseChunk(piece);
  });
  // A file has at least one chunk, be it empty; a stretch that was deleted needs none.
  const whole = touched.length === tree.chunks.length;
  return new Tree([...tree.chunks.slice(0, first), ...(after === '' && !whole ? [] : middle), ...tree.chunks.slice(last + 1)]);
}

/** Whether a stretch lies between the line with which the declaration of a chunk begins and the last line: those tell where its neighbours end and begin. */
function isWithin(text: string, start: number, end: number): boolean {
  const head = nextTop(text, 0);
  return head >= 0 && text.endsWith('\n') && start > text.indexOf('\n', head) && end <= text.lastIndexOf('\n', text.length - 2);
}

/** Cuts a text before each top-level declaration in column 0, with the comment lines directly above it. */
export function split(text: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let top = nextTop(text, 0); top >= 0; top = nextTop(text, top + 1)) {
    const cut = aboveComments(text, top, from);
    if (cut > from) {
      pieces.push(text.slice(from, cut));
      from = cut;
    }
  }
  pieces.push(text.slice(from));
  return pieces;
}

/** Where the next kind of the top stands in column 0; -1 where none does. */
function nextTop(text: string, from: number): number {
  TOP.lastIndex = from;
  for (let match = TOP.exec(text); match !== null; match = TOP.exec(text)) {
    const before = match.index === 0 ? 10 : text.charCodeAt(match.index - 1);
    if (before === 10 || before === 13) return match.index;
  }
  return -1;
}

function aboveComments(text: string, offset: number, floor: number): number {
  let cut = offset;
  while (cut > floor) {
    let end = cut - 1;
    if (text[end] === '\n' && text[end - 1] === '\r') end--;
    let start = end;
    while (start > floor && text[start - 1] !== '\n' && text[start - 1] !== '\r') start--;
    if (text[start] !== '#' || start < floor) break;
    cut = start;
  }
  return cut;
}
