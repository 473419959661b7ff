import { capital } from '../../language/nouns.ts';
import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say, told } from '../../text/say.ts';
import { grouped } from '../../views/figures.ts';
import { anchor, factsOf, joined, oneLine, riskSaid, said, saidAll, textIn, titles } from '../../views/say.ts';
import { type Cell, filled, type Table, type TableKind } from '../../views/table.ts';
import { actions, dates, funding, gaps, goals, groups, indicators, people, raci, targets } from '../../views/tables.ts';
import { spelled } from '../../views/words.ts';
import type { Dossier } from './format.ts';
import { type Run, runsOf } from './runs.ts';

/** A part of a document. How it looks is the renderer's. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string; readonly newPage?: boolean }
  | { readonly kind: 'paragraph' | 'item'; readonly runs: readonly Run[] }
  | { readonly kind: 'note' | 'lead'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'table'; readonly heads: readonly Head[]; readonly rows: readonly (readonly string[])[] };
export type Fact = readonly [label: string, value: string];

/** The head of a column: how wide it is, measured by the others, and whether numbers stand below it. */
export interface Head {
  readonly title: string;
  readonly width: number;
  readonly numbers: boolean;
}

/** The plan as a town would send it: what stands on its cover, and its chapters. */
export interface PlanDocument {
  readonly title: string;
  readonly place: string;
  readonly cover: readonly Fact[];
  readonly blocks: readonly Block[];
}

export function documentOf(dossier: Dossier): PlanDocument {
  const { scope } = dossier;
  return {
    title: oneLine(scope.title || scope.id),
    place: scope.plan?.one('territory')?.value?.name ?? '',
    cover: cover(dossier),
    blocks: [
      ...aboutPlan(scope),
      ...listed(say`Who the plan is for`, groups, dossier, { title: 3, definition: 5, size: 3, priority: 1 }),
      ...scope.of('sector').flatMap((sector) => chapter(sector, dossier)),
      ...chapter(undefined, dossier),
      ...listed(say`Responsibilities`, raci, dossier, { title: 4, accountable: 3, responsible: 3, supporting: 3, consulted: 3, informed: 2, overseeing: 2 }),
      ...listed(say`Indicators`, indicators, dossier, {
        title: 5,
        unit: 2,
        baseline: 2,
        baseline_on: 2,
        value: 2,
        value_on: 2,
        target: 4,
        standing: 2,
        source: 4,
        owner: 3,
      }),
      ...listed(say`Money`, funding, dossier, { fund: 3, task: 3, from: 3, to: 3, words: 4, ends: 2, secured: 2 }),
      ...listed(say`What is due when`, dates, dossier, { day: 2, title: 7, who: 4, sector: 3 }),
      ...listed(say`Accepted gaps`, gaps, dossier, { gap: 5, on: 3, because: 5, by: 3, until: 2, standing: 2 }),
      ...listed(say`Who is who`, people, dossier, { title: 4, kind: 2, type: 3, contact: 4, deputy: 3, members: 5 }),
    ],
  };
}

function cover({ scope, today, version }: Dossier): Fact[] {
  const { plan } = scope;
  if (plan === undefined) return [];
  return known([
    [say`Period`, said(plan.one('period'), scope)],
    [say`Extended to`, said(plan.one('extended to'), scope)],
    [say`Status`, capital(told(said(plan.one('status'), scope)))],
    [say`Adopted`, saidAll(plan.all('adopted'), scope)],
    [say`Coordinator`, titles(plan.refs('coordinator'), scope)],
    [say`Published by`, titles(plan.refs('published by'), scope)],
    [say`As of`, say`${today}, written by iplan ${version}`],
  ]);
}

function aboutPlan(scope: Scope): Block[] {
  const { plan } = scope;
  if (plan === undefined) return [];
  const facts = known([
    [say`Level`, spelled(saidAll(plan.all('level'), scope))],
    [say`Territory`, said(plan.one('territory'), scope)],
    [say`Under`, saidAll(plan.all('under'), scope)],
    [say`Implements`, saidAll(plan.all('implements'), scope)],
    [say`Follows`, saidAll(plan.all('uses'), scope)],
    [say`Anchored in`, joined(plan.all('anchored in').map((fact) => anchor(fact, said(fact, scope))))],
    [say`Reviewed`, said(plan.one('review'), scope)],
    [say`Evaluated`, saidAll(plan.all('evaluated'), scope)],
    [say`Supersedes`, saidAll(plan.all('supersedes'), scope)],
    [say`Leaves out`, saidAll(plan.all('excludes'), scope)],
  ]);
  const listOf = (heading: string, texts: readonly (string | undefined)[]): Block[] => {
    const items = texts.flatMap((text): Block[] => (text === undefined ? [] : [{ kind: 'item', runs: [{ text: oneLine(text) }] }]));
    return items.length === 0 ? [] : [{ kind: 'heading', level: 2, text: heading }, ...items];
  };
  return [
    { kind: 'heading', level: 1, text: say`About the plan`, newPage: true },
    ...prose(textIn(plan, 'vision')),
    ...prose(textIn(plan, 'about')),
    ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
    ...listOf(
      say`Principles`,
      plan.all('principle').map(({ value }) => value),
    ),
    ...listOf(
      say`Assumptions`,
      plan.all('assumption').map(({ value }) => value),
    ),
    ...listOf(
      say`Risks`,
      plan.all('risk').map(({ value }) => value && riskSaid(value, scope)),
    ),
  ];
}

/** What a sector wants and does; without a sector, what concerns the whole plan. */
function chapter(sector: Declaration<'sector'> | undefined, dossier: Dossier): Block[] {
  const { scope } = dossier;
  const here = (row: { readonly of?: Declaration | undefined }) => row.of !== undefined && scope.sectorOf(row.of) === sector;
  const part = <K extends string>(kind: TableKind<K>, widths: Widths<K>, heading: string): Block[] => {
    const [table] = tabled(kind, dossier, widths, here);
    return table === undefined ? [] : [{ kind: 'heading', level: 2, text: heading }, table];
  };
  const notes = scope.of('responsibility', 'measure', 'goal', 'target').filter((one) => here({ of: one })) as readonly Declaration[];
  const inside: Block[] = [
    ...part(goals, { number: 1, title: 8, called: 2, horizon: 2, owner: 4 }, say`Goals`),
    ...part(actions, MEASURES, say`Measures`),
    ...part(targets, { title: 5, what: 2, asked: 4, part: 3, indicator: 5, owner: 3, standing: 2 }, say`Targets`),
    ...notes.flatMap((one) => noteOn(one)),
  ];
  if (sector === undefined)
    return inside.length === 0 ? [] : [{ kind: 'heading', level: 1, text: say`Across the sectors`, newPage: inside.length > 2 }, ...inside];
  const facts = known([
    [say`Lead`, titles(sector.refs('lead'), scope)],
    [say`For`, titles(sector.refs('groups'), scope)],
    [
      say`Field`,
      sector
        .all('field')
        .flatMap((fact) => said(fact, scope).split(', '))
        .map(spelled)
        .join(', '),
    ],
    [say`Answers`, saidAll(sector.all('covers'), scope)],
    [say`Leaves out`, saidAll(sector.all('excludes'), scope)],
  ]);
  return [
    { kind: 'heading', level: 1, text: numbered(sector), newPage: inside.length > 0 },
    ...prose(textIn(sector, 'about')),
    ...(facts.length === 0 ? [] : [{ kind: 'facts', facts } as const]),
    ...inside,
  ];
}

const MEASURES = { number: 1, title: 5, lead: 3, partners: 3, by_when: 3, indicators: 3, budget: 3, status: 2 };

/** What is said of something at length stands below the tables. */
function noteOn(one: Declaration): Block[] {
  const about = prose(textIn(one, 'about'));
  return about.length === 0 ? [] : [{ kind: 'note', text: numbered(one) }, ...about];
}

const numbered = (one: Declaration): string => oneLine([saidNumber(one), one.title || one.id].join(' '));
const saidNumber = (one: Declaration): string => String(factsOf(one, 'number')[0]?.value ?? '');
const known = (facts: readonly Fact[]): Fact[] => facts.filter(([, value]) => value !== '');

type Widths<K extends string> = Partial<Record<K, number>>;

/** A chapter that is one table, where the table has a line. */
function listed<K extends string>(heading: string, kind: TableKind<K>, dossier: Dossier, widths: Widths<K>): Block[] {
  const blocks = tabled(kind, dossier, widths);
  return blocks.length === 0
    ? []
    : [{ kind: 'heading', level: 1, text: heading, newPage: kind.id === raci.id }, { kind: 'lead', text: told(kind.about) }, ...blocks];
}

/** A table with these columns, as wide as said to each other; columns that hold nothing are left out. */
function tabled<K extends string>(
  kind: TableKind<K>,
  dossier: Dossier,
  widths: Widths<K>,
  wanted: (row: Table['rows'][number]) => boolean = () => true,
): Block[] {
  const table = filled(kind, dossier, Object.keys(widths) as K[]);
  const rows = table.rows.filter(wanted);
  if (rows.length === 0) return [];
  const columns = table.columns.filter(({ key }) => rows.some((row) => !isEmpty(row.cells[key])));
  const heads = columns.map(({ key, title, type }) => ({ title, width: widths[key as K] ?? 1, numbers: type === 'number' }));
  return [{ kind: 'table', heads, rows: rows.map((row) => columns.map((column) => shown(row.cells[column.key], column))) }];
}

const isEmpty = (cell: Cell): boolean => cell === undefined || cell === '';

/** The columns in which words of the language stand, which people read in their own. */
const SPELLED: ReadonlySet<string> = new Set(['status', 'what', 'horizon', 'priority', 'unit', 'secured', 'kind', 'type']);

/** A cell in words. */
function shown(cell: Cell, { key, type }: Table['columns'][number]): string {
  if (cell === undefined) return '';
  if (type === 'number') return grouped(Number(cell));
  return SPELLED.has(key) ? spelled(oneLine(String(cell))) : oneLine(String(cell));
}

/** Text at length: paragraphs, and items of lists where the plan writes them. */
function prose(written: string | undefined): Block[] {
  if (written === undefined) return [];
  return written.split(/\n\s*\n/).flatMap((paragraph): Block[] => {
    const pieces = paragraph.split(/\n(?=\s*[-*•] )/);
    return pieces.flatMap((piece): Block[] => {
      const item = /^\s*[-*•] /.test(piece);
      const text = oneLine(item ? piece.replace(/^\s*[-*•] /, '') : piece);
      return text === '' ? [] : [{ kind: item ? 'item' : 'paragraph', runs: runsOf(text) }];
    });
  });
}
