import type { Column } from '../words/headings.ts';
import { folded, LANGUAGES, type Language } from '../words/languages.ts';
import { byContent, isPart, looksLike } from './content.ts';
import { meaningOf } from './headings.ts';
import type { Cell, Grid } from './read/source.ts';
import { dateIn } from './values/dates.ts';
import { currencyIn, scaleIn } from './values/money.ts';

/** What a column of a table was recognised as, and by what. */
export interface Mapped {
  readonly heading: string;
  readonly cells: readonly Cell[];
  readonly column: Column | undefined;
  readonly how: 'heading' | 'content' | 'map' | 'none';
  /** The date that the heading speaks of: `Target 2027`. */
  readonly on?: string | undefined;
  /** Its cells hold the dates of another column: `Baseline | Year`. */
  readonly dates?: true | undefined;
  readonly currency?: string | undefined;
  readonly scale?: 'thousand' | 'million' | undefined;
  /** Its heading names somebody, and its cells say with letters what their part is: a matrix. */
  readonly part?: true | undefined;
}

/** A table with what its columns say: what a wizard shows before anything is written. */
export interface Layout {
  readonly grid: Grid;
  /** The rows of headings, from 0; none where the table has no headings. */
  readonly header: readonly number[];
  readonly columns: readonly Mapped[];
  readonly language: Language;
  /** What a row declares; `undefined` where no column says it. */
  readonly subject: 'measure' | 'indicator' | 'goal' | 'logframe' | undefined;
}

/** What people said a heading means, by the heading in small letters. */
export type Mapping = ReadonlyMap<string, Column>;

/** How far down a table its headings are looked for. */
const DEEPEST = 40;
/** Of these a table may have several. */
const MANY: ReadonlySet<Column> = new Set(['about', 'milestone', 'target', 'value', 'partners', 'goal', 'step', 'risk', 'output', 'baseline']);

/** Recognises the table of a grid: where its headings stand, and what each column says. */
export function recognise(grid: Grid, mapping: Mapping = new Map(), usual?: Language): Layout {
  const header = headerOf(grid, mapping);
  const width = Math.max(0, ...grid.rows.map((row) => row.length));
  const first = header.length === 0 ? 0 : (header.at(-1) as number) + 1;
  const language = languageOf(grid, header, usual);
  const raw = Array.from({ length: width }, (_, i): Mapped => headed(grid, header, i, mapping, language));
  const body = grid.rows.slice(first);
  const found = byContent(settled(raw, body, language), body, language);
  return { grid, header, language, columns: found, subject: subjectOf(found, body) };
}

const wordsOf = (row: readonly (Cell | undefined)[]): readonly Cell[] => [...new Set(row.filter((cell): cell is Cell => cell !== undefined))];

/** The row with the most headings, and a second below it where the first spans columns. */
function headerOf(grid: Grid, mapping: Mapping): readonly number[] {
  let best = -1;
  let most = 0;
  for (const [r, row] of grid.rows.slice(0, DEEPEST).entries()) {
    const cells = wordsOf(row);
    const meanings = cells.map((cell) => (mapping.has(folded(cell.text)) ? { column: mapping.get(folded(cell.text)), exact: true } : meaningOf(cell.text)));
    const hits = meanings.filter((meaning) => meaning !== undefined);
    const kinds = new Set(hits.map(({ column }) => column)).size;
    if (kinds < 2 || hits.length < cells.length * 0.4 || cells.some((cell) => cell.number !== undefined && !/^(?:19|20)\d{2}$/.test(cell.text))) continue;
    const score = hits.reduce((sum, { exact }) => sum + (exact ? 2 : 1), 0);
    if (score > most) [best, most] = [r, score];
  }
  if (best < 0) return plainHeader(grid);
  return isBelow(grid, best) ? [best, best + 1] : isBelow(grid, best - 1) ? [best - 1, best] : [best];
}

/** Headings in words that nobody knows: a first row of short texts above columns that hold something else. */
function plainHeader(grid: Grid): readonly number[] {
  const at = grid.rows.findIndex((row) => wordsOf(row).length >= 3);
  const cells = at < 0 ? [] : wordsOf(grid.rows[at] as Cell[]);
  if (
    cells.length < 3 ||
    cells.some((cell) => cell.number !== undefined || cell.text.length > 40 || !['holder', 'level', undefined].includes(looksLike(cell.text, 'en')))
  )
    return [];
  const below = grid.rows.slice(at + 1, at + 30);
  const typed = (grid.rows[at] as (Cell | undefined)[]).some((_, c) => {
    const held = below.flatMap((row) => row[c] ?? []);
    if (held.length > 0 && held.every(({ text }) => isPart(text))) return true;
    return held.length >= 2 && held.filter((cell) => cell.number !== undefined || looksLike(cell.text, 'en') !== undefined).length >= held.length * 0.6;
  });
  return typed ? [at] : [];
}

/** Whether the row under one tells its headings apart: they span several columns, and below stand headings or years. */
function isBelow(grid: Grid, at: number): boolean {
  const [upper, lower] = [grid.rows[at], grid.rows[at + 1]];
  if (at < 0 || upper === undefined || lower === undefined || wordsOf(upper).length < 2) return false;
  const own = wordsOf(lower).filter((cell) => !upper.includes(cell));
  if (own.length < 2 || !own.every((cell) => cell.text.length <= 40 && (meaningOf(cell.text) !== undefined || isSub(cell.text)))) return false;
  const spans = upper.some((cell, c) => cell !== undefined && c > 0 && upper[c - 1] === cell);
  const gaps = upper.some((cell, c) => cell === undefined && lower[c] !== undefined);
  return spans || gaps;
}

const YEAR = /^(?:year|år|årstal|vuosi|jaar|jahr|année|date|dato|datum|päivämäärä|stand vom|when)$/;
const VALUE = /^(?:value|verdi|värde|værdi|arvo|waarde|wert|valeur|figure|number|tall|tal|luku|zahl|chiffre)$/;
const isSub = (text: string): boolean => dateIn(text, 'en') !== undefined || YEAR.test(folded(text)) || VALUE.test(folded(text));

function headed(grid: Grid, header: readonly number[], c: number, mapping: Mapping, language: Language): Mapped {
  const cells = [...new Set(header.flatMap((r) => grid.rows[r]?.[c] ?? above(grid, header, r, c) ?? []))];
  const heading = cells.map(({ text }) => text.replace(/\s+/g, ' ')).join(' / ');
  const given = [heading, ...cells.map(({ text }) => text)].map((text) => mapping.get(folded(text))).find((column) => column !== undefined);
  const own = cells.at(-1)?.text ?? '';
  const over = cells.length > 1 ? meaningOf((cells[0] as Cell).text) : undefined;
  const meaning = over !== undefined && (isSub(own) || meaningOf(own) === undefined) ? over : (meaningOf(own) ?? over);
  const shared = {
    heading,
    cells,
    on: dateIn(own, language) ?? dateIn(cells[0]?.text ?? '', language),
    currency: currencyIn(heading, language),
    scale: scaleIn(heading),
  };
  if (given !== undefined) return { ...shared, column: given, how: 'map' };
  if (meaning === undefined) return { ...shared, column: undefined, how: 'none' };
  const dates = cells.length > 1 && over !== undefined && YEAR.test(folded(own)) ? (true as const) : undefined;
  return { ...shared, column: meaning.column, how: 'heading', dates };
}

/** In files that know no cells of several columns, a heading of the upper row holds until the next one. */
function above(grid: Grid, header: readonly number[], r: number, c: number): Cell | undefined {
  if (header.length < 2 || r !== header[0]) return undefined;
  const lower = grid.rows[header[1] as number];
  if (lower?.[c] === undefined || !isSub(lower[c].text)) return undefined;
  for (let left = c - 1; left >= 0; left--) {
    const cell = grid.rows[r]?.[left];
    if (cell !== undefined) return lower[left] !== undefined && lower[left] !== cell ? cell : undefined;
  }
  return undefined;
}

/** The language that most of the headings are known in. */
function languageOf(grid: Grid, header: readonly number[], usual: Language | undefined): Language {
  const votes = new Map<Language, number>(LANGUAGES.map((language) => [language, 0]));
  for (const cell of new Set(header.flatMap((r) => wordsOf(grid.rows[r] ?? [])))) {
    const meaning = meaningOf(cell.text);
    for (const language of meaning?.languages ?? [])
      votes.set(
        language,
        (votes.get(language) as number) + (meaning?.exact === true ? 2 : 1) / (meaning?.languages.length ?? 1) + (meaning?.exact === true ? 1 : 0),
      );
  }
  const most = Math.max(...votes.values());
  const best = [...votes].filter(([, count]) => count >= most - 0.001).map(([language]) => language);
  if (usual !== undefined && (most === 0 || best.includes(usual))) return usual;
  return best.length < LANGUAGES.length && best[0] !== undefined ? best[0] : 'en';
}

/** One column for each meaning that may stand once; and some headings mean another thing where figures stand below them. */
function settled(columns: readonly Mapped[], body: Grid['rows'], language: Language): readonly Mapped[] {
  const has = (column: Column) => columns.some((one) => one.column === column);
  const figures = (c: number): boolean => {
    const cells = body.flatMap((row) => row[c] ?? []);
    return cells.length > 0 && cells.filter((cell) => cell.number !== undefined || looksLike(cell.text, language) === 'figure').length >= cells.length * 0.5;
  };
  const meant = columns.map((one, c): Mapped => {
    if (one.how === 'map' || one.column === undefined) return one;
    if (one.column === 'goal' && has('indicator') && figures(c)) return { ...one, column: 'target' };
    if (one.column === 'output' && has('indicator') && figures(c)) return { ...one, column: 'value' };
    if (one.column === 'value' && !figures(c)) return { ...one, column: 'output' };
    if (one.column === 'milestone' && !figures(c) && !has('indicator')) return { ...one, column: 'step' };
    if (one.column === 'lead' && !has('title') && has('indicator')) return { ...one, column: 'owner' };
    if (one.column === 'funding' && !has('budget') && body.some((row) => row[c] !== undefined && looksLike((row[c] as Cell).text, language) === 'money'))
      return { ...one, column: 'budget' };
    return one;
  });
  const better = (a: Mapped, b: Mapped) => rank(a) - rank(b);
  const rank = (one: Mapped) => (one.how === 'map' ? 0 : one.cells.some(({ text }) => meaningOf(text)?.exact === true) ? 1 : 2);
  return meant.map((one, c) => {
    if (one.column === undefined || one.dates === true || MANY.has(one.column)) return one;
    const rivals = meant.filter((other) => other.column === one.column && other.dates !== true);
    const [winner] = rivals.toSorted((a, b) => better(a, b) || meant.indexOf(a) - meant.indexOf(b));
    return winner === one ? one : { ...one, column: one.column === 'title' && c > meant.indexOf(winner as Mapped) ? ('step' as const) : ('about' as const) };
  });
}

const LOGIC = /intervention logic|narrative summary|results chain|interventionslogik|logique d'intervention|project description|logframe/i;

function subjectOf(columns: readonly Mapped[], body: Grid['rows']): Layout['subject'] {
  const at = (column: Column) => columns.findIndex((one) => one.column === column);
  const title = at('title');
  if (title >= 0) {
    const levels = body.flatMap((row) => row[title] ?? []).filter(({ text }) => looksLike(text, 'en') === 'level').length;
    const column = at('level') >= 0 && body.some((row) => looksLike(row[at('level')]?.text ?? '', 'en') === 'level');
    return LOGIC.test(columns[title]?.heading ?? '') || column || levels > 1 ? 'logframe' : 'measure';
  }
  if (at('indicator') >= 0) return 'indicator';
  return at('goal') >= 0 ? 'goal' : undefined;
}
