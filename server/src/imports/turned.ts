import { meaningOf } from './headings.ts';
import type { Cell, Grid } from './read/source.ts';

/** A table that lies on its side, its headings in the first column, as it would stand; every other table as it is. */
export function turned(grid: Grid): Grid {
  const { rows } = grid;
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (rows.length < 3 || rows.length > 60 || width < 2 || width > 12) return grid;
  const meanings = rows.map((row) => (row[0] === undefined || row[0] === row[1] ? undefined : meaningOf(row[0].text)));
  const known = new Set(meanings.flatMap((meaning) => meaning?.column ?? []));
  const labels = rows.filter((row) => row[0] !== undefined && row[0] !== row[1]).length;
  const across = rows.map((row) => new Set(row.flatMap((cell) => (cell === undefined ? [] : (meaningOf(cell.text)?.column ?? [])))).size);
  if (known.size < 3 || meanings.filter((meaning) => meaning !== undefined).length < labels * 0.6 || Math.max(...across) >= known.size) return grid;
  const records = Array.from({ length: width - 1 }, (_, i) => i + 1);
  // A first line over the whole table names what the table is about.
  const [first] = rows;
  const named = first?.[0] !== undefined && first[0] === first[1] && !known.has('title');
  const lines = named ? rows.slice(1) : rows;
  const title: Cell | undefined = named ? first[0] : undefined;
  const head = [...(named ? [{ text: 'Measure', at: { part: grid.name } }] : []), ...lines.map((row) => (row[0] === row[1] ? undefined : row[0]))];
  return { ...grid, rows: [head, ...records.map((c) => [...(named ? [title] : []), ...lines.map((row) => row[c])])] };
}
