import { parse } from '../syntax/parse.ts';
import type { Statement } from '../syntax/tree.ts';
import { say } from '../text/say.ts';
import { conflict, ended, type Marks, mergedLines } from './lines.ts';
import { mergedList } from './list.ts';
import { idOf, matched } from './match.ts';
import { Moves, TornApart } from './moves.ts';
import { type Block, commentsOf, isBroken, type Piece, piecesOf, saidIn, trailing } from './piece.ts';
import { woven } from './woven.ts';

/** Two changes of one text in one. */
export interface Merged {
  readonly text: string;
  /** What both have changed in different ways, in the order of the marks in the text; in a planner's words. */
  readonly conflicts: readonly string[];
  /** Why the texts were joined line by line and not by what they say. */
  readonly byLines?: string;
}

/** Blocks that were written on one line stay there as long as they fit. */
const WIDTH = 120;
/** Comments, long texts, blocks and lists of several lines, marks of a conflict. */
const NEEDS_LINES = /#|"""|[{,]$|^(?:<{7}|>{7})/m;
const MARKS: Marks = { ours: 'ours', theirs: 'theirs', size: 7 };

/**
 * Joins two changes of a plan file by what they say: what only one has changed is taken from there, with its comments and its place. Where
 * both have changed the same, both versions stand between marks. Broken texts are joined line by line. Nothing is lost: what was written
 * on either side is in the result, be it between marks, unless the other side took it out and it was not changed.
 */
export function merge(base: string, ours: string, theirs: string, marks: Marks = MARKS): Merged {
  if (ours === theirs || base === theirs) return { text: ours, conflicts: [] };
  if (base === ours) return { text: theirs, conflicts: [] };
  const [o, a, b] = [plain(base), plain(ours), plain(theirs)];
  const merged = bySense(o, a, b, marks) ?? byLines(o, a, b, marks);
  const eol = /\r\n|\r|\n/.exec(ours)?.[0] ?? '\n';
  const mark = ours.startsWith('\uFEFF') ? '\uFEFF' : '';
  return { ...merged, text: mark + (eol === '\n' ? merged.text : merged.text.replaceAll('\n', eol)) };
}

const plain = (text: string): string => ended(text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));

function bySense(base: string, ours: string, theirs: string, marks: Marks): Merged | undefined {
  const [o, a, b] = [piecesOf(base), piecesOf(ours), piecesOf(theirs)];
  if (o === undefined || a === undefined || b === undefined) return undefined;
  try {
    const merger = new Merger(new Moves(o, a, b), marks);
    const text = merger.block(o, a, b);
    return merger.conflicts.length === 0 && isBroken(parse(text)) ? undefined : { text, conflicts: merger.conflicts };
  } catch (error) {
    if (error instanceof TornApart) return undefined;
    throw error;
  }
}

function byLines(base: string, ours: string, theirs: string, marks: Marks): Merged {
  const why = [base, ours, theirs].some((text) => isBroken(parse(text)))
    ? say`One of the three versions is broken, so the lines were joined and not what they say.`
    : say`The lines were joined, because what they say could not be.`;
  const { text, conflicts } = mergedLines(base, ours, theirs, marks);
  // Lines that fit may still make no plan; that is for people to see.
  if (conflicts === 0 && isBroken(parse(text)) && ![base, ours, theirs].some((one) => isBroken(parse(one))))
    return { text: conflict(ours, theirs, marks), conflicts: [say`the whole file`], byLines: why };
  return { text, conflicts: Array.from({ length: conflicts }, () => say`some lines`), byLines: why };
}

class Merger {
  readonly conflicts: string[] = [];
  readonly #moves: Moves;
  readonly #marks: Marks;

  constructor(moves: Moves, marks: Marks) {
    this.#moves = moves;
    this.#marks = marks;
  }

  /** What stands in a block or file, without its braces. */
  block(base: Block | undefined, ours: Block | undefined, theirs: Block | undefined): string {
    const [o, a, b] = matched(base?.pieces ?? [], ours?.pieces ?? [], theirs?.pieces ?? []);
    const pieces = woven([...o.keys()], [...a.keys()], [...b.keys()]).map((name) => this.#one(o.get(name), a.get(name), b.get(name)));
    return pieces.join('') + this.#lines(base?.tail ?? '', ours?.tail ?? '', theirs?.tail ?? '', undefined);
  }

  /** What three versions of the same come to; each may be missing. */
  #one(base: Piece | undefined, ours: Piece | undefined, theirs: Piece | undefined): string {
    const known = ours ?? theirs;
    if (known === undefined) return '';
    const moved = base === undefined ? this.#moves.of(idOf(known.statement)) : undefined;
    const [o, a, b] = [base ?? moved?.base, ours ?? moved?.ours, theirs ?? moved?.theirs];
    if (a !== undefined && b !== undefined) return this.#both(o, a, b);
    if (o === undefined) return this.#new(known);
    const left = (a ?? b) as Piece;
    if (base !== undefined && this.#moves.isElsewhere(idOf(known.statement), a === undefined ? 'ours' : 'theirs')) return '';
    if (left.full === o.full) return '';
    // One has taken it out, the other has changed it.
    return left.lead + this.#conflict(a?.body ?? '', b?.body ?? '', left);
  }

  /** What only one version has; something that the other has changed may have moved into it. */
  #new(piece: Piece): string {
    if (piece.block === undefined || !this.#moves.isTangled(piece)) return piece.lead + piece.body;
    const mine = this.#moves.isOurs(piece);
    return piece.lead + this.#composed(piece, piece.indent + piece.head, this.block(undefined, mine ? piece.block : undefined, mine ? undefined : piece.block));
  }

  #both(base: Piece | undefined, ours: Piece, theirs: Piece): string {
    if (!this.#moves.isTangled(ours) && !this.#moves.isTangled(theirs) && (base === undefined || !this.#moves.isTangled(base))) {
      const [taken, other] = base !== undefined && ours.full === base.full ? [theirs, ours] : [ours, theirs];
      const isLaidOut = (piece: Piece): boolean => piece.lead + piece.body === `${base?.lead}${base?.body}`;
      if (ours.full === theirs.full) return isLaidOut(taken) ? other.lead + other.body : taken.lead + taken.body;
      if (base !== undefined && (ours.full === base.full || theirs.full === base.full)) return taken.lead + taken.body;
    }
    return this.#lines(base?.lead ?? '', ours.lead, theirs.lead, ours) + this.#merged(base, ours, theirs);
  }

  #merged(base: Piece | undefined, ours: Piece, theirs: Piece): string {
    const head = this.#head(base, ours, theirs);
    const rest = chosen(base === undefined ? undefined : trailing(base.rest), trailing(ours.rest), trailing(theirs.rest));
    const whole = () => this.#conflict(ours.body, theirs.body, ours);
    if (rest === undefined) return whole();
    const restOf = trailing(ours.rest) === rest ? ours.rest : theirs.rest;
    if (ours.block === undefined && theirs.block === undefined) return head === undefined ? whole() : `${ours.indent}${head}${restOf}`;
    if (ours.block === undefined || theirs.block === undefined) {
      const block = (ours.block ?? theirs.block) as Block;
      const [old, now] = [base?.block === undefined ? undefined : saidIn(base.block), saidIn(block)];
      if (head === undefined || (old !== undefined && old !== now)) return whole();
      // One has no block: the other has just written it, or this one has taken out what was not changed.
      if (old !== undefined) return `${ours.indent}${head}${restOf}`;
      const from = ours.block === undefined ? theirs : ours;
      return this.#moves.isTangled(from)
        ? whole()
        : `${ours.indent}${head}${from.body.slice(from.indent.length + from.head.length, from.body.length - from.rest.length)}${restOf}`;
    }
    const before = this.conflicts.length;
    const inside = this.block(base?.block, ours.block, theirs.block);
    const opening = chosen(base?.block && trailing(base.block.open), trailing(ours.block.open), trailing(theirs.block.open));
    const openOf = opening !== undefined && trailing(ours.block.open) !== opening ? theirs.block.open : ours.block.open;
    const closing = `${ours.block.indent}}${restOf}`;
    if (head === undefined || opening === undefined) {
      const [mine, other] = [`${ours.indent}${ours.head}${ours.block.open}`, `${theirs.indent}${theirs.head}${theirs.block.open}`];
      // What stands inside has told of its conflicts already, and this one stands above them.
      this.conflicts.splice(before, 0, called(ours.statement));
      return conflict(mine, other, this.#marks) + inside + closing;
    }
    return this.#composed({ ...ours, block: { ...ours.block, open: openOf }, rest: restOf }, ours.indent + head, inside);
  }

  /** A block around what stands in it: on one line where it was written so and still fits. */
  #composed({ block, rest, indent }: Piece, head: string, inside: string): string {
    const { open, inline, indent: closing } = block as Block;
    const lines = inside.split('\n').map((line) => line.trim());
    const line = `${head}${open.trimEnd()} ${lines.filter((one) => one !== '').join('; ')} }`;
    if (inline && line.length <= WIDTH && !NEEDS_LINES.test(inside) && trailing(open) === '') return `${line}${rest}`;
    return `${head}${open}${inside}${inline ? indent : closing}}${rest}`;
  }

  /** The head as it stands now; nothing where both have changed it. */
  #head(base: Piece | undefined, ours: Piece, theirs: Piece): string | undefined {
    if (ours.says === theirs.says) return ours.head;
    if (base === undefined) return undefined;
    if (ours.says === base.says) return theirs.head;
    if (theirs.says === base.says) return ours.head;
    return mergedList(base, ours, theirs);
  }

  /** Lines with comments: layout alone decides nothing. */
  #lines(base: string, ours: string, theirs: string, about: Piece | undefined): string {
    const [o, a, b] = [commentsOf(base), commentsOf(ours), commentsOf(theirs)];
    if (a === b || b === o) return ours;
    if (a === o) return theirs;
    const { text, conflicts } = mergedLines(base, ours, theirs, this.#marks);
    for (let i = 0; i < conflicts; i++) this.conflicts.push(about === undefined ? say`a comment` : say`the comment above ${called(about.statement)}`);
    return text;
  }

  #conflict(ours: string, theirs: string, about: Piece): string {
    this.conflicts.push(called(about.statement));
    return conflict(ours, theirs, this.#marks);
  }
}

/** The one that was changed, or that both agree on; nothing where each was changed in another way. */
function chosen(base: string | undefined, ours: string, theirs: string): string | undefined {
  if (ours === theirs || theirs === base) return ours;
  return ours === base ? theirs : undefined;
}

/** `measure "Language café"`, `"deadline" of measure "Language café"` */
function called({ kind, word, values, parent }: Statement): string {
  const title = values.find((value) => value.kind === 'text') ?? values[0];
  if (kind !== undefined || parent === undefined) return title === undefined ? word : `${word} ${title.image}`;
  return say`"${word}" of ${called(parent)}`;
}
