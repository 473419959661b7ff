/** Where something stands in a file, as its program counts: the sheet or chapter, the row and the column, both from 1. */
export interface Place {
  readonly part: string;
  readonly row?: number;
  readonly column?: number;
}

/** What is written in one place. A cell that spans several rows or columns is one object that stands in all of them. */
export interface Cell {
  readonly text: string;
  readonly at: Place;
  /** What a spreadsheet holds behind the text: a number is beyond doubt. */
  readonly number?: { readonly value: number; readonly percent: boolean; readonly currency?: string | undefined } | undefined;
}

export interface Grid {
  readonly kind: 'grid';
  readonly name: string;
  readonly rows: readonly (readonly (Cell | undefined)[])[];
}
export interface Heading {
  readonly kind: 'heading';
  readonly level: number;
  readonly text: string;
  readonly at: Place;
}
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly text: string;
  readonly at: Place;
  /** An item of a list, and how deep it stands, from 0. */
  readonly item?: number | undefined;
}
export type Block = Grid | Heading | Paragraph;

/** A file as every format comes in: tables, headings and paragraphs in their order. */
export interface Source {
  readonly name: string;
  readonly format: string;
  readonly blocks: readonly Block[];
  /** What the file says of itself: its title. */
  readonly title?: string | undefined;
  /** What a report of ours says of its plan. */
  readonly head?: Readonly<Record<string, unknown>> | undefined;
}

/** One thing that must not be lost: a cell, a heading or a paragraph. */
export type Piece = Cell | Heading | Paragraph;

/** Everything in a source that says something, each once, in order. */
export function piecesOf({ blocks }: Source): readonly Piece[] {
  const pieces = new Set<Piece>();
  for (const block of blocks) {
    if (block.kind !== 'grid') pieces.add(block);
    else for (const row of block.rows) for (const cell of row) if (cell !== undefined && cell.text !== '') pieces.add(cell);
  }
  return [...pieces];
}

/** A file that is not read, and why: a sentence that begins with the name of the file. */
export class Refused extends Error {}

/** Text as it is taken: without marks that nobody sees, with single spaces and at most one empty line, its lines kept. */
export const tidy = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000e-\u001f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\r\n?|\u2028|\u2029|\u000b|\u000c/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The most that is read of one file; a longer text than `legible` characters is kept, and nothing is recognised in it. */
export const LIMITS = { bytes: 20_000_000, unpacked: 100_000_000, ratio: 200, files: 2_000, cells: 1_000_000, depth: 200, legible: 2_000 } as const;

/** Whether a text is short enough that anything is recognised in it: what patterns may read is bounded, whatever stands in a file. */
export const isLegible = (text: string): boolean => text.length <= LIMITS.legible;
