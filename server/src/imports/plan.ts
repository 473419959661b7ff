import type { Day } from '../language/dates.ts';
import { oneLine } from '../text/lines.ts';
import { say } from '../text/say.ts';
import { Builder, planId } from './builder.ts';
import { place } from './cells.ts';
import { chaptersOf, isGeneric, type Told, topOf } from './chapters.ts';
import { Draft } from './draft.ts';
import { figures } from './figures.ts';
import { meaningOf } from './headings.ts';
import type { Ledger } from './ledger.ts';
import { listed } from './lists.ts';
import { headSaid } from './ours/head.ts';
import { rebuild } from './ours/rebuild.ts';
import { recordsOf } from './ours/records.ts';
import { carriedHead, restore } from './ours/restore.ts';
import type { Cell, Grid, Source } from './read/source.ts';
import { type Layout, type Mapping, recognise } from './recognise.ts';
import { rowsOf } from './rows.ts';
import { subjectOf, type Under } from './subjects.ts';
import { turned } from './turned.ts';
import { type File, filesOf } from './write.ts';

export interface Wish {
  readonly mapping?: Mapping | undefined;
  readonly today: Day;
  /** The id of the plan, where it is there already. */
  readonly id?: string | undefined;
  /** What is declared around it: ids that are taken, and those who act by each of their names. */
  readonly around?: { readonly ids: Iterable<string>; readonly holders: Iterable<readonly [name: string, id: string]> } | undefined;
}

/** What came of some files: a plan, and everything that one who checks it wants to know. */
export interface Imported {
  readonly plan: Draft;
  /** What stands at the top of the plan, and who acts in it. */
  readonly top: readonly Draft[];
  readonly holders: readonly Draft[];
  readonly files: readonly File[];
  readonly layouts: readonly (readonly [source: string, layout: Layout])[];
  readonly ledger: Ledger;
  readonly guesses: Builder['guesses'];
  readonly doubts: Builder['doubts'];
  readonly questions: readonly string[];
}

/** A plan of whatever the sources hold. Nothing is lost: what has no place in the plan is in the ledger with its reason. */
export function planOf(sources: readonly Source[], wish: Wish): Imported {
  const head = sources.find((source) => source.head !== undefined)?.head;
  const ours = sources.map((source) => recordsOf(source));
  // A report that carries its statements says all of the head itself.
  const carried = ours.map(carriedHead).find((row) => row !== undefined);
  const title = carried === undefined ? titleOf(sources) : { text: carried.get('title')?.text ?? '' };
  const id = carried?.get('id')?.text ?? (typeof head?.['id'] === 'string' ? head['id'] : planId(title.text));
  const plan = new Draft('plan', wish.id ?? id, title.text);
  const builder = new Builder(sources, plan);
  for (const id of wish.around?.ids ?? []) builder.ids.give(id);
  for (const [name, id] of wish.around?.holders ?? []) builder.holders.know(name, id);
  if ('piece' in title && title.piece !== undefined) builder.take(title.piece, plan, title.text);
  const layouts: (readonly [string, Layout])[] = [];
  const told = sources.map((source, i) => {
    const chapters = carriedHead(ours[i]) === undefined ? chaptersOf(source, (grid) => layoutOf(grid, wish.mapping)) : [];
    for (const chapter of chapters) for (const layout of chapter.layouts.values()) layouts.push([source.name, layout]);
    return { source, chapters };
  });
  for (const [, layout] of layouts) seeHolders(layout, builder);
  for (const { source, chapters } of told) {
    builder.source = source.name;
    const records = ours[sources.indexOf(source)];
    if (records === undefined) for (const chapter of chapters) tell(chapter, builder);
    else if (carriedHead(records) !== undefined) restore(records, builder, source);
    else rebuild(records, builder, source);
    if (records !== undefined) leaveHeadings(source, builder);
  }
  if (carried === undefined) builder.holders.askAboutLikes();
  if (carried === undefined) {
    if (head !== undefined) headSaid(head, plan);
    heads(plan, builder, layouts, sources);
  }
  return {
    plan,
    top: builder.top,
    holders: builder.holders.drafts,
    files: filesOf(builder),
    layouts,
    ledger: builder.ledger,
    guesses: builder.guesses,
    doubts: builder.doubts,
    questions: builder.holders.questions,
  };
}

/** The headings of the tables of a report say nothing of the plan. */
function leaveHeadings({ blocks }: Source, { ledger }: Builder): void {
  for (const block of blocks)
    if (block.kind === 'grid')
      for (const cell of block.rows[0] ?? []) if (cell !== undefined) ledger.leave(cell, say`A heading that only says what stands below it.`);
}

const layoutOf = (grid: Grid, mapping: Mapping | undefined): Layout => recognise(turned(grid), mapping);

/** What the plan is called: the first title that a source has, else the name of the first file. */
function titleOf(sources: readonly Source[]): { readonly text: string; readonly piece?: (Source['blocks'][number] & { kind: 'heading' }) | Cell } {
  for (const { blocks } of sources) {
    const heading = blocks.find((block) => block.kind === 'heading' && block.level <= 1);
    if (heading?.kind === 'heading' && (heading.level === 0 || topOf({ blocks }) === heading.level)) return { text: heading.text, piece: heading };
  }
  for (const { blocks } of sources) {
    const grid = blocks.find((block) => block.kind === 'grid');
    const layout = grid?.kind === 'grid' ? recognise(turned(grid)) : undefined;
    const first = layout?.header[0] ?? 0;
    const row = layout?.grid.rows
      .slice(0, first)
      .map((cells) => [...new Set(cells.filter((cell): cell is Cell => cell !== undefined))])
      .find((cells) => cells.length > 0);
    if (row?.length === 1 && (row[0] as Cell).text.length < 150 && meaningOf((row[0] as Cell).text)?.exact !== true)
      return { text: oneLine((row[0] as Cell).text), piece: row[0] as Cell };
  }
  const [source] = sources;
  return { text: source?.title?.trim() || (source?.name.replace(/\.[^.]+$/, '').replace(/_+|(?<!\d)-+|-+(?!\d)/g, ' ') ?? 'Plan') };
}

/** Names that stand alone in a cell, before lists of names are cut. */
function seeHolders({ grid, columns, header }: Layout, builder: Builder): void {
  const rows = grid.rows.slice(header.length === 0 ? 0 : (header.at(-1) as number) + 1);
  for (const [c, { column }] of columns.entries())
    if (column === 'lead' || column === 'partners' || column === 'owner' || column === 'responsible')
      for (const cell of new Set(rows.map((row) => row[c]))) if (cell !== undefined) builder.holders.see(cell.text);
}

/** A stretch of a source below some headings: what it declares, and its prose. */
function tell(chapter: Told, builder: Builder): void {
  const sector = chapter.sector === undefined ? undefined : builder.sector(chapter.sector.text, 'kind' in chapter.sector ? chapter.sector : undefined);
  const home = sector ?? builder.plan;
  for (const heading of chapter.own) {
    if (builder.ledger.has(heading)) continue;
    if (chapter.declares && isGeneric(heading.text)) builder.ledger.leave(heading, say`A heading that only says what stands below it.`);
    else builder.prose(heading, home, `${'#'.repeat(Math.min(6, Math.max(2, heading.level + 1)))} `);
  }
  const under: Under = { sector, goals: [], last: undefined };
  for (const block of chapter.blocks) {
    if (block.kind === 'grid') table(chapter.layouts.get(block) as Layout, under, builder, home);
    else if (!listed(block, chapter, under, builder))
      builder.prose(block, home, block.kind === 'paragraph' && block.item !== undefined ? `${'  '.repeat(Math.min(4, block.item))}- ` : '');
  }
}

/** A table, row by row. */
function table(layout: Layout, from: Under, builder: Builder, home: Draft): void {
  builder.layouts.push(layout);
  const first = layout.header[0] ?? 0;
  for (const row of layout.header.length === 0 ? [] : layout.grid.rows.slice(0, first)) {
    const cells = [...new Set(row)].filter((cell): cell is Cell => cell !== undefined && !builder.ledger.has(cell));
    if (cells.length > 0) home.about.push(cells.map(({ text }) => text).join(': '));
    for (const cell of cells) builder.take(cell, home, cell.text);
  }
  if (layout.subject === undefined) {
    for (const row of layout.grid.rows)
      for (const cell of row)
        if (cell !== undefined) builder.ledger.leave(cell, say`No column of the table "${layout.grid.name}" says what is done, wanted or measured.`);
    return;
  }
  const under: Under = { ...from, last: undefined };
  for (const row of rowsOf(layout, builder.ledger)) {
    if ('footnote' in row) {
      builder.prose(row.footnote, under.sector ?? home);
      continue;
    }
    if ('section' in row) {
      section(row.section, row.guessed, under, builder);
      continue;
    }
    const on = subjectOf(row, layout, under, builder);
    if (on === undefined) {
      for (const { cell } of row.cells) builder.ledger.leave(cell, say`The row does not say what it is about.`);
      continue;
    }
    under.last = on;
    // A table of indicators may name the measure, the goal or the sector of each; what a row is about is read first, figures last.
    for (const { cell, c } of row.cells.toSorted((a, b) => order(layout, a.c) - order(layout, b.c)))
      place({ on, cell, column: layout.columns[c] as Layout['columns'][number], layout, builder });
    figures(on, layout, builder);
  }
}

/** Money is known before the fund that pays it, a beginning before the end, the indicator before its figures. */
const ORDER: readonly (string | undefined)[] = ['indicator', 'unit', 'starts', 'when', 'budget'];
const order = ({ columns }: Layout, c: number): number => (ORDER.indexOf(columns[c]?.column) + 1 || 50) + (columns[c]?.column === 'funding' ? 50 : 0);

/** A line over the rows below it: a goal where it says so, else a field of policy. */
function section(cell: Cell, guessed: boolean, under: Under, builder: Builder): void {
  const text = oneLine(cell.text);
  const meaning = meaningOf(text.replace(/\s*\d.*$|[:–-].*$/s, ''));
  under.last = undefined;
  if (meaning?.column === 'goal') {
    const rest = text.replace(/^[\p{L} ]+\d*(?:\.\d+)*\s*[:.–-]\s*/u, '');
    under.goals = [builder.goal(rest === '' ? text : rest, under.sector, cell)];
    return;
  }
  const rest =
    meaning?.column === 'sector'
      ? text.replace(/^[\p{L} -]+?\s*(\d*(?:\.\d+)*)\s*[:–-]\s*/u, (_, number: string) => (number === '' ? '' : `${number}. `))
      : text;
  under.sector = builder.sector(rest === '' ? text : rest, cell);
  under.goals = [];
  if (guessed) {
    under.sector.comments.push(say`Guessed: "${text.slice(0, 80)}" stood alone in its row, so what follows it is read as part of it.`);
    builder.guesses.push({
      source: builder.source,
      at: cell.at,
      id: under.sector.id,
      text: say`A text that stood alone in its row is read as a field of policy.`,
    });
  }
}

/** The head of the plan: what the language asks for, as far as the sources say it. */
function heads(plan: Draft, builder: Builder, layouts: readonly (readonly [string, Layout])[], sources: readonly Source[]): void {
  if (!plan.has('level')) plan.lines.push({ text: 'level tbd' });
  const years = [plan.title, ...sources.map(({ name }) => name)]
    .map((text) => /\b(20\d{2})\s*[-–—_/]\s*(20\d{2})\b/.exec(text))
    .find((match) => match !== null && Number(match[1]) < Number(match[2]));
  if (plan.has('period')) return;
  if (years === null || years === undefined) plan.lines.push({ text: 'period tbd' });
  else plan.say(`period ${years[1]} to ${years[2]}`, say`The years are told by the title.`);
  plan.say('status draft');
  const [currency] = [...builder.currencies].toSorted((a, b) => b[1] - a[1]);
  if (currency !== undefined) plan.say(`currency ${currency[0]}`);
  const votes = Map.groupBy(
    layouts.filter(([, layout]) => layout.header.length > 0),
    ([, { language }]) => language,
  );
  const [language] = [...votes].toSorted((a, b) => b[1].length - a[1].length);
  if (language !== undefined) plan.say(`language ${language[0]}`);
}
