import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The files below a folder of a commit: their paths from there, and the names of their contents. */
export type Below = readonly (readonly [path: string, blob: string])[];

const DIRECTORY = 0o040000;
/** A commit of another repository stands in the place of a file: it is counted, and is none. */
const SUBMODULE = 0o160000;
const [ENTRY, NAME, HASH] = [62, 0xfff, 20];
const CUT = new Error('Ends in the middle.');

/**
 * What the index of a working tree knows of trees, by their names: git writes down there which folders are as some commit has them
 * (the extension TREE of https://git-scm.com/docs/index-format). Most trees of most commits are among them, and need not be read one by
 * one. Of an index that is missing, damaged or of a kind that is not read here nothing is known, which costs time and nothing else.
 * @param own The folder of the working tree's own part of the repository.
 */
export function treesOfIndex(own: string): (tree: string) => Below | undefined {
  try {
    return treesIn(readFileSync(join(own, 'index')));
  } catch {
    return () => undefined;
  }
}

function treesIn(bytes: Buffer): (tree: string) => Below | undefined {
  const end = bytes.length - HASH;
  const hash = bytes.subarray(end);
  const isWhole = hash.every((byte) => byte === 0) || hash.equals(createHash('sha1').update(bytes.subarray(0, end)).digest());
  const version = bytes.readUInt32BE(4);
  if (!isWhole || bytes.toString('latin1', 0, 4) !== 'DIRC' || (version !== 2 && version !== 3)) throw new Error('Not read here.');
  const entries: (readonly [path: string, blob: string | undefined])[] = [];
  /** Where the entries of each folder begin; they stand together. */
  const firsts = new Map<string, number>([['', 0]]);
  let at = 12;
  for (let i = bytes.readUInt32BE(8); i > 0; i--) {
    const flags = bytes.readUInt16BE(at + ENTRY - 2);
    const isExtended = (flags & 0x4000) !== 0;
    const kind = bytes.readUInt32BE(at + 24) & 0o170000;
    if (kind === DIRECTORY) throw new Error('Holds folders that are not checked out.');
    const from = at + ENTRY + (isExtended ? 2 : 0);
    // A longer name is counted no further, and ends where it ends.
    const to = (flags & NAME) < NAME ? from + (flags & NAME) : bytes.indexOf(0, from);
    if (to < from) throw CUT;
    const path = bytes.toString('utf8', from, to);
    for (let slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
      const folder = path.slice(0, slash);
      if (firsts.has(folder)) break;
      firsts.set(folder, entries.length);
    }
    entries.push([path, kind === SUBMODULE ? undefined : bytes.toString('hex', at + 40, at + 40 + HASH)]);
    at += ((to - at) >> 3) * 8 + 8;
  }
  const known = new Map<string, readonly [folder: string, count: number]>();
  for (let next = at; at < end; at = next) {
    const what = bytes.toString('latin1', at, at + 4);
    next = at + 8 + bytes.readUInt32BE(at + 4);
    if (next > end) throw CUT;
    if (what === 'link') throw new Error('Holds only what differs from another index.');
    if (what === 'TREE') foldersIn(bytes.subarray(at + 8, next), known);
  }
  return (tree) => {
    const [folder, count] = known.get(tree) ?? [];
    const first = folder === undefined ? undefined : firsts.get(folder);
    if (folder === undefined || count === undefined || first === undefined) return undefined;
    const start = folder === '' ? '' : `${folder}/`;
    const below = entries.slice(first, first + count);
    if (below.length < count || below.some(([path]) => !path.startsWith(start))) return undefined;
    return below.flatMap(([path, blob]) => (blob === undefined ? [] : [[path.slice(start.length), blob]]));
  };
}

/** Each folder, before those in it: its name, how many entries are below it (-1 when it is no tree any more), how many folders are in it, its tree. */
function foldersIn(bytes: Buffer, known: Map<string, readonly [folder: string, count: number]>): void {
  const open: { readonly folder: string; left: number }[] = [];
  for (let at = 0; at < bytes.length; ) {
    const nameEnd = bytes.indexOf(0, at);
    const lineEnd = bytes.indexOf(10, nameEnd);
    const [count, folders] = bytes
      .toString('latin1', nameEnd + 1, lineEnd)
      .split(' ')
      .map(Number) as [number, number];
    if (nameEnd < at || lineEnd < nameEnd || !Number.isInteger(count) || !Number.isInteger(folders)) throw CUT;
    while (open.at(-1)?.left === 0) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) parent.left--;
    const name = bytes.toString('utf8', at, nameEnd);
    const folder = parent === undefined || parent.folder === '' ? name : `${parent.folder}/${name}`;
    open.push({ folder, left: folders });
    at = lineEnd + 1;
    if (count < 0) continue;
    known.set(bytes.toString('hex', at, at + HASH), [folder, count]);
    at += HASH;
    if (at > bytes.length) throw CUT;
  }
}
