import type { Head } from './document.ts';

// All lengths in twentieths of a point, for text of 8.5 points.

/** What a letter takes, a wide one and those of a heading, which are bold, among them. */
const LETTER = 96;
/** The edges of a cell. */
const EDGES = 240;

/**
 * How wide columns are: as is said of each, and so wide that no word and no date is cut, as long as there is room. A word so long that
 * it would take a quarter of the page may be cut.
 */
export function widthsOf(heads: readonly Head[], rows: readonly (readonly string[])[], room: number): readonly number[] {
  const needs = heads.map(({ title }, i) => {
    const longest = Math.max(...[title, ...rows.map((cells) => cells[i] ?? '')].map(longestWord));
    return Math.min(EDGES + LETTER * longest, room / 4);
  });
  let narrow = new Set<number>();
  for (;;) {
    const taken = [...narrow].reduce((sum, i) => sum + (needs[i] as number), 0);
    const parts = heads.reduce((sum, { width }, i) => (narrow.has(i) ? sum : sum + width), 0);
    const share = (i: number): number => ((room - taken) * (heads[i] as Head).width) / parts;
    const more = heads.flatMap((_, i) => (!narrow.has(i) && share(i) < (needs[i] as number) ? [i] : []));
    if (narrow.size + more.length >= heads.length) return scaled(needs, room);
    if (more.length === 0)
      return scaled(
        heads.map((_, i) => (narrow.has(i) ? (needs[i] as number) : share(i))),
        room,
      );
    narrow = new Set([...narrow, ...more]);
  }
}

/** Letters that stand together: a space parts them, a hyphen between letters too; one in a date does not. */
const longestWord = (text: string): number => Math.max(...text.split(/[ \t\n]|(?<=\p{L}[-/])/u).map((word) => word.length));

const scaled = (widths: readonly number[], room: number): number[] => {
  const all = widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width) => Math.floor((width * room) / all));
};
