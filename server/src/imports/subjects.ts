import { quote } from '../language/token.ts';
import { oneLine } from '../text/lines.ts';
import type { Column } from '../words/headings.ts';
import { type Builder, numbered } from './builder.ts';
import { levelOf } from './content.ts';
import { Draft } from './draft.ts';
import { type Cell, isLegible } from './read/source.ts';
import type { Layout, Mapped } from './recognise.ts';
import type { Row } from './rows.ts';
import { isNothing, isUnknown } from './values/words.ts';

/** A value of an indicator that waits until the whole row is read. */
export interface Waiting {
  readonly cell: Cell;
  readonly column: Mapped;
}

/** What a row is about, as far as it has been read. */
export interface Subject {
  readonly draft: Draft;
  readonly sector: Draft | undefined;
  readonly goals: readonly Draft[];
  /** The indicators that the row names, or the one that it is. */
  readonly indicators: Draft[];
  readonly waiting: Map<Column, Waiting[]>;
  /** The key cell: where it spans several rows, they are about the same. */
  readonly key: Cell | undefined;
}

/** What the rows of a table stand below, from one row to the next. */
export interface Under {
  sector: Draft | undefined;
  goals: Draft[];
  last: Subject | undefined;
}

/** The subject of a row: something new, or what the row above began. */
export function subjectOf(row: Row, layout: Layout, under: Under, builder: Builder): Subject | undefined {
  // A title is the first line of its cell; nothing else is said at length.
  const isRead = ({ text }: Cell, column: Column) => isLegible(column === 'title' ? (text.split('\n', 1)[0] as string) : text);
  const cellOf = (column: Column) =>
    row.cells.find(({ c, cell }) => layout.columns[c]?.column === column && layout.columns[c]?.dates !== true && isRead(cell, column))?.cell;
  const sectorCell = cellOf('sector');
  if (sectorCell !== undefined && !isNothing(sectorCell.text)) {
    const next = builder.sector(oneLine(sectorCell.text), sectorCell);
    if (next !== under.sector) under.goals = [];
    under.sector = next;
  }
  const key = layout.subject === 'indicator' ? cellOf('indicator') : layout.subject === 'goal' ? undefined : cellOf('title');
  if (under.last !== undefined && (row.goesOn || (key !== undefined && key === under.last.key))) {
    const another = layout.subject !== 'indicator' && cellOf('indicator') !== undefined;
    return { ...under.last, indicators: another ? [] : under.last.indicators, waiting: new Map() };
  }
  goalsOf(row, layout, under, builder);
  const number = cellOf('number')?.text.replace(/[.)]$/, '');
  const common = { sector: under.sector, goals: under.goals, waiting: new Map(), key };
  if (layout.subject === 'goal') {
    const draft = under.goals.at(-1);
    return draft === undefined ? undefined : { ...common, draft, indicators: [] };
  }
  const named = key ?? row.cells.find(({ c, cell }) => isPlain(layout.columns[c]) && isLegible(cell.text))?.cell;
  if (named === undefined) return under.last === undefined ? undefined : { ...under.last, waiting: new Map() };
  if (layout.subject === 'indicator') {
    const draft = indicatorOf(named.text, number, under, builder, named);
    return { ...common, draft, indicators: [draft] };
  }
  const made = main(named, number, cellOf('level'), layout, under, builder);
  return { ...common, ...made, goals: under.goals };
}

/** A row without a title is called by the first thing that it says of itself. */
const isPlain = (column: Mapped | undefined): boolean =>
  column === undefined || column.column === undefined || ['about', 'output', 'indicator', 'step'].includes(column.column ?? '');

/** Goals of several columns stand below each other. */
function goalsOf(row: Row, layout: Layout, under: Under, builder: Builder): void {
  const cells = row.cells.filter(
    ({ c, cell }) => layout.columns[c]?.column === 'goal' && isLegible(cell.text) && !isNothing(cell.text) && !isUnknown(cell.text),
  );
  if (cells.length === 0) return;
  const columns = layout.columns.flatMap((one, c) => (one.column === 'goal' ? [c] : []));
  let goals = under.goals;
  for (const { c, cell } of cells) {
    const depth = columns.indexOf(c);
    const lines = cell.text.split('\n').filter((line) => line.trim() !== '');
    const several = lines.length > 1 && lines.every((line) => /^(?:[•·–-]\s|\d+(?:\.\d+)*[.)]?\s)/.test(line));
    const above = goals.slice(0, depth);
    const made = (several ? lines.map((line) => line.replace(/^[•·–-]\s+/, '')) : [oneLine(cell.text)]).map((title) =>
      builder.goal(title, under.sector, cell, above.at(-1)),
    );
    goals = [...above, ...made];
  }
  under.goals = goals.length > columns.length ? goals : goals.slice(0, columns.length);
  // A measure serves the goal nearest to it.
  if (columns.length > 1) under.goals = goals;
}

/** A measure; in a logframe also what stands above it. */
function main(
  cell: Cell,
  number: string | undefined,
  level: Cell | undefined,
  layout: Layout,
  under: Under,
  builder: Builder,
): Pick<Subject, 'draft' | 'indicators'> {
  const [head = '', ...rest] = cell.text.split('\n');
  const said = levelOf(head);
  const own = level === undefined ? undefined : levelOf(level.text);
  const step = layout.subject === 'logframe' ? (own ?? said) : said?.level === 'activity' && said.rest !== '' ? said : undefined;
  const text = said !== undefined && said.rest !== '' && (layout.subject === 'logframe' || said.level === 'activity') ? said.rest : head;
  const cut = numbered(text);
  const published = number ?? (step?.number || said?.number || undefined) ?? cut.number;
  const title = cut.rest === '' ? text : cut.rest;
  if (layout.subject === 'logframe' && step !== undefined && step.level !== 'activity') {
    if (step.level === 'indicator') {
      const draft = indicatorOf(title, published, under, builder, cell);
      return { draft, indicators: [draft] };
    }
    return {
      draft: goalAt(step.level, title, published, level?.text ?? head.slice(0, head.length - said!.rest.length), cell, level, under, builder),
      indicators: [],
    };
  }
  const draft = new Draft('measure', builder.ids.of('measure', published, title), title);
  (under.sector?.children ?? builder.top).push(draft);
  builder.take(cell, draft, title);
  if (published !== undefined) draft.say(`number ${quote(published)}`);
  const goal = under.goals.at(-1);
  if (goal !== undefined) draft.name('serves', [goal.id]);
  if (level !== undefined && own !== undefined) builder.take(level, draft, `measure ${draft.id}`);
  for (const line of rest) draft.tell(line);
  return { draft, indicators: [] };
}

const DEPTH = { impact: 0, outcome: 1, output: 2 } as const;
const HORIZON = { impact: 'long', outcome: 'medium', output: 'short' } as const;

/** Impact, outcome and output are goals, each part of the one above. */
function goalAt(
  level: keyof typeof DEPTH,
  title: string,
  number: string | undefined,
  called: string,
  cell: Cell,
  levelCell: Cell | undefined,
  under: Under,
  builder: Builder,
): Draft {
  const draft = new Draft('goal', builder.ids.of(level, number, title), title);
  (under.sector?.children ?? builder.top).push(draft);
  if (number !== undefined) draft.say(`number ${quote(number)}`);
  const name = called.replace(/[\d.:–-]+\s*$/, '').trim();
  draft.say(`called ${quote(name)}`);
  if (levelCell !== undefined) builder.take(levelCell, draft, `called ${quote(name)}`);
  draft.say(`horizon ${HORIZON[level]}`);
  const above = under.goals.slice(0, DEPTH[level]).findLast((goal) => goal !== undefined);
  if (above !== undefined) draft.say(`part of ${above.id}`);
  under.goals = [...under.goals.slice(0, DEPTH[level])];
  while (under.goals.length < DEPTH[level]) under.goals.push(above ?? draft);
  under.goals.push(draft);
  builder.take(cell, draft, title);
  return draft;
}

export function indicatorOf(text: string, number: string | undefined, under: Pick<Subject, 'sector' | 'goals'>, builder: Builder, cell: Cell): Draft {
  const cut = numbered(oneLine(text));
  const title = cut.rest;
  const draft = builder.once('indicator', title, number ?? cut.number, (made) => (under.sector?.children ?? builder.top).push(made));
  const goal = under.goals.at(-1);
  if (goal !== undefined) draft.name('serves', [goal.id]);
  builder.take(cell, draft, title);
  return draft;
}
