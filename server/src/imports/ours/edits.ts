import { parseDate } from '../../language/dates.ts';
import { KINDS } from '../../language/vocabulary.ts';
import { withoutTexts } from '../../syntax/onerow.ts';
import { say, told } from '../../text/say.ts';
import type { Column } from '../../views/table.ts';
import { CARRIED, marksOf, rowsOf } from '../../views/tables/carried.ts';
import { TABLES } from '../../views/tables.ts';
import { Builder } from '../builder.ts';
import { Draft, isWhole, type Line } from '../draft.ts';
import type { Cell, Source } from '../read/source.ts';
import { byHand } from './by-hand.ts';
import { Rebuilding, ungrouped } from './rebuild.ts';
import type { Record_, Records } from './records.ts';
import type { Carried } from './restore.ts';

// What people have changed in the tables of a report since it was written, and what that means for the plan.

const FORMS = ['at least', 'at most', 'exactly', 'below', 'above', 'increase by', 'decrease by', 'milestone'];
/** The statements that a group of columns speaks for; those that are not listed are called as their column. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'actions.lead': ['lead', 'accountable'],
  'actions.partners': ['with', 'supported by'],
  'actions.groups': ['for'],
  'actions.by_when': ['deadline', 'period'],
  'actions.starts': ['period'],
  'actions.due': ['deadline', 'period'],
  'actions.amount': ['budget'],
  'roles.roles': ['lead', 'accountable', 'responsible', 'with', 'supported by', 'consulted', 'informed', 'supervised by'],
  'people.type': ['type', 'kind'],
  'people.part_of': ['part of'],
  'goals.part_of': ['part of'],
  'targets.indicator': ['measured by'],
  'targets.groups': ['for'],
  'targets.figures': FORMS,
  'targets.asked': FORMS,
  'indicators.broken_down_by': ['broken down by'],
  'values.values': ['baseline', 'value', 'data'],
  'funding.amounts': ['amount', 'period', 'per'],
  'funding.budgets': ['budget'],
};
/** Tables in which the rows of a thing may all be gone: then it says no more of this. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['roles', 'values']);
/** Where the first was changed, so were columns that say the same and more. */
const FULLER: Readonly<Record<string, readonly string[]>> = { asked: ['figures'], starts: ['by_when'], due: ['by_when', 'starts'] };
/** The column that a statement of several rows is taken from. */
const MAIN: Readonly<Record<string, string>> = {
  'targets.figures': 'written',
  'values.values': 'value',
  'funding.amounts': 'amount',
  'roles.roles': 'letters',
};

const read = (row: Record_, column: string): string | undefined => row.get(column)?.text;

/** A group of cells that no longer says what it said. */
interface Change {
  readonly one: Carried;
  readonly table: string;
  readonly group: string;
  readonly rows: readonly Record_[];
}

/** Takes over into the plan what was changed in the tables beside its statements. */
export function edit(records: Records, carried: ReadonlyMap<string, Carried>, builder: Builder, source: Source): void {
  const changes: Change[] = [];
  const gone: Carried[] = [];
  const fresh = new Set<Record_>();
  const above = new Set((records.get('statements') ?? []).flatMap((row) => (row.has('plan') ? [read(row, 'id')] : [])));
  for (const table of CARRIED) {
    const rows = records.get(table.table);
    if (rows === undefined) continue;
    const groups = [...Object.keys(table.one), ...Object.keys(table.many ?? {})];
    const columns = new Set([...Object.values(table.one), ...Object.values(table.many ?? {})].flat());
    const byId = rowsOf(table, rows, read);
    for (const one of carried.values()) {
      const { draft, marks } = one;
      const own = draft.id === '' ? undefined : byId.get(draft.id);
      const was = groups.filter((group) => marks.has(`${table.table}.${group}`));
      if (own === undefined) {
        if (was.length > 0 && table.home.includes(draft.kind)) gone.push(one);
        else if (MAY_BE_EMPTY.has(table.table)) changes.push(...was.map((group) => ({ one, table: table.table, group, rows: [] })));
        continue;
      }
      if (table.home.length > 0 && !table.home.includes(draft.kind)) continue;
      // A line that was copied has the id of the first: it is something new.
      const first = table.many === undefined ? own.slice(0, 1) : own;
      for (const row of own.slice(first.length)) fresh.add(row);
      const is = marksOf(table, first, read);
      for (const group of groups)
        if (is.get(`${table.table}.${group}`) !== marks.get(`${table.table}.${group}`)) changes.push({ one, table: table.table, group, rows: first });
      for (const row of first) for (const [key, cell] of row) if (columns.has(key)) builder.take(cell, draft, cell.text);
    }
    if (table.home.length > 0) for (const [id, some] of byId) if (!above.has(id) && !carried.has(id)) for (const row of some) fresh.add(row);
  }
  if (changes.length + gone.length + fresh.size === 0) return;
  const edits = new Edits(records, carried, builder, source);
  for (const change of changes.toSorted((a, b) => rank(a) - rank(b))) edits.change(change);
  edits.takeOut(gone);
  edits.add(fresh);
}

/** What says more comes first, and what people look at first has the last word. */
const rank = ({ table }: Change): number => (table === 'roles' || table === 'values' ? 0 : table === 'indicators' ? 2 : 1);

class Edits {
  readonly #carried: ReadonlyMap<string, Carried>;
  readonly #builder: Builder;
  /** What the tables say by themselves, where nothing is known but names. */
  readonly #told: Builder;
  readonly #rebuilding: Rebuilding;
  readonly #byId: ReadonlyMap<string, Draft>;
  /** The targets that each indicator measures. */
  readonly #measuring = new Map<string, Draft[]>();
  /** The groups that have been said anew: `course by_when`. */
  readonly #done = new Set<string>();

  constructor(records: Records, carried: ReadonlyMap<string, Carried>, builder: Builder, source: Source) {
    this.#carried = carried;
    this.#builder = builder;
    const above = (records.get('statements') ?? []).flatMap((row) => {
      const kind = KINDS.find((one) => one === read(row, 'kind'));
      return row.has('plan') && kind !== undefined ? [new Draft(kind, read(row, 'id') ?? '', read(row, 'title') ?? '')] : [];
    });
    const own = [...carried.values()].flatMap(({ draft }) => (draft.id === '' || draft === builder.plan ? [] : [draft]));
    this.#told = new Builder([source], new Draft('plan', '', ''));
    this.#rebuilding = new Rebuilding(records, this.#told, [...own, ...above]);
    this.#rebuilding.all();
    this.#byId = new Map([...this.#rebuilding.made.values()].map(({ draft }) => [draft.id, draft]));
    for (const draft of own)
      for (const { text } of draft.kind === 'target' ? draft.lines : [])
        if (isOf(text, ['measured by'])) for (const id of namesIn(text)) this.#measuring.set(id, [...(this.#measuring.get(id) ?? []), draft]);
    for (const { kind, id, title } of [...own, ...above]) if (kind === 'actor' || kind === 'partner' || kind === 'body') builder.holders.know(title, id);
  }

  /** Says anew what changed cells speak of; what is not understood stands as a remark, and what was said before stays. */
  change(change: Change): void {
    const { one, table, group, rows } = change;
    const { draft } = one;
    const [row] = rows;
    if (group === 'title') {
      draft.title = (row && read(row, table === 'funding' ? 'fund' : 'title')) ?? draft.title;
      return;
    }
    if (group === 'sector') this.#move(one, rows);
    else if (table === 'indicators' && (group === 'target' || group === 'baseline' || group === 'value')) this.#figure(change, row);
    else if (FULLER[group]?.some((other) => this.#done.has(`${draft.id} ${other}`)) === true) return;
    else this.#say(change);
  }

  #say({ one, table, group, rows }: Change): void {
    const { draft } = one;
    this.#done.add(`${draft.id} ${group}`);
    const words = WORDS[`${table}.${group}`] ?? [group];
    const cells = columnsOf(table, group).flatMap((key) => rows.flatMap((row): [string, Cell][] => (row.has(key) ? [[key, row.get(key) as Cell]] : [])));
    const before = [...draft.lines];
    const open = before.filter(({ text }) => / tbd\b/.test(text) && isOf(text, words));
    const said = BY_HAND.has(`${table}.${group}`) ? [] : (this.#byId.get(draft.id)?.lines ?? []).filter(({ text }) => isOf(text, words));
    if (
      said.length > 0 &&
      !sameLines(
        said,
        before.filter(({ text }) => isOf(text, words)),
      )
    ) {
      draft.replace(words, [...said, ...open.filter(({ text }) => !said.some((line) => line.text.split(' ')[0] === text.split(' ')[0]))]);
      if (words.includes('data')) this.#builder.data.delete(draft);
      const main = MAIN[`${table}.${group}`];
      for (const row of rows) {
        const cell = main === undefined ? undefined : row.get(main);
        if (cell !== undefined && main !== 'letters' && !this.#told.ledger.has(cell)) this.#remark(one, cell, table, main ?? group);
      }
      return;
    }
    if (cells.length === 0) {
      draft.replace(words, open);
      if (words.includes('data')) this.#builder.data.delete(draft);
      return;
    }
    if (group === 'amount' && budgetAnew(draft, rows[0])) return;
    const context = { builder: this.#builder, rebuilding: this.#rebuilding, language: this.#language };
    if (byHand(draft, words, cells, context)) return;
    draft.lines.splice(0, Number.POSITIVE_INFINITY, ...before);
    for (const [key, cell] of cells) if (key !== 'currency' && key !== 'per') this.#remark(one, cell, table, key);
  }

  /** The language that the plan says it is written in: that of dates and amounts. */
  get #language(): string | undefined {
    return this.#builder.plan.lines.map(({ text }) => /^language (\w+)/.exec(text)?.[1]).find((code) => code !== undefined);
  }

  #remark({ draft }: Carried, cell: Cell, table: string, column: string): void {
    const columns: Readonly<Record<string, Column>> = TABLES.find(({ id }) => id === table)?.columns ?? {};
    const heading = told(columns[column]?.title ?? column);
    this.#builder.remark(cell, draft, undefined, say`"${cell.text.slice(0, 60)}" was changed under "${heading}" and not understood; what the plan said stays.`);
  }

  #figure({ one, table, group }: Change, row: Record_ | undefined): void {
    if (row === undefined) return;
    const cell = row.get(group);
    if (group === 'target') {
      const targets = this.#measuring.get(one.draft.id) ?? [];
      const asked = cell?.text.split('; ') ?? [];
      if (cell === undefined || asked.length !== targets.length || !targets.every((target, i) => askAnew(target, asked[i] as string)))
        for (const left of cell === undefined ? [] : [cell]) this.#remark(one, left, table, group);
      return;
    }
    if (cell !== undefined && !observeAnew(one.draft, group, cell.text, read(row, `${group}_on`))) this.#remark(one, cell, table, group);
    if (cell === undefined) one.draft.replace([group], group === 'value' ? one.draft.lines.filter(({ text }) => isOf(text, ['value'])) : []);
  }

  #move({ draft, inside }: Carried, rows: readonly Record_[]): void {
    const [made] = rows.flatMap((row) => this.#rebuilding.made.get(row) ?? []);
    const from = inside === undefined ? this.#builder.top : (this.#carried.get(inside)?.draft.children ?? []);
    const at = from.indexOf(draft);
    if (made === undefined || at < 0) return;
    from.splice(at, 1);
    this.#home(made.sector).push(draft);
  }

  /** The children of a sector that the tables name: of the one that there is, or of a new one. */
  #home(sector: Draft | undefined): Draft[] {
    if (sector === undefined) return this.#builder.top;
    const there = this.#carried.get(sector.id)?.draft ?? this.#builder.top.find(({ id }) => id === sector.id);
    if (there !== undefined) return there.children;
    const made = new Draft('sector', this.#builder.ids.give(sector.id), sector.title);
    made.lines.push(...sector.lines);
    this.#builder.top.push(made);
    return made.children;
  }

  /** What has no row any more is not in the plan any more; who still names it is asked about. */
  takeOut(gone: readonly Carried[]): void {
    const all = [...this.#carried.values()].map(({ draft }) => draft);
    const places = [this.#builder.top, this.#builder.holders.drafts, ...all.map(({ children }) => children)];
    const out = new Set(gone.map(({ draft }) => draft));
    for (const place of places) place.splice(0, Number.POSITIVE_INFINITY, ...place.filter((draft) => !out.has(draft) || draft.kind === 'sector'));
    for (const one of gone) {
      const { draft } = one;
      const sheet = told(TABLES.find(({ id }) => id === CARRIED.find(({ home }) => home.includes(draft.kind))?.table)?.title ?? '');
      if (draft.children.length > 0) {
        out.delete(draft);
        this.#builder.holders.questions.push(say`"${draft.title}" has no row in the table "${sheet}" any more, but something still stands in it. It was kept.`);
        continue;
      }
      this.#builder.data.delete(draft);
      for (const cell of one.cells.splice(0)) this.#builder.ledger.leave(cell, say`Its row was taken out of the table "${sheet}".`);
    }
    this.#builder.top.splice(0, Number.POSITIVE_INFINITY, ...this.#builder.top.filter((draft) => !out.has(draft)));
    const naming = new Map<string, Draft[]>();
    for (const draft of all)
      if (!out.has(draft))
        for (const name of new Set(draft.lines.flatMap(({ text }) => namesIn(text)))) naming.set(name, [...(naming.get(name) ?? []).slice(0, 9), draft]);
    for (const { id, title } of out)
      if (naming.has(id))
        this.#builder.holders.questions.push(
          say`"${title}" was taken out of the tables, and is still named by ${(naming.get(id) ?? []).map((draft) => `"${draft.title === '' ? draft.id : draft.title}"`).join(', ')}. What is to stand there?`,
        );
  }

  /** Rows that were added. */
  add(rows: Iterable<Record_>): void {
    const added = new Map<Draft, Draft>();
    for (const row of rows) {
      const made = this.#rebuilding.made.get(row);
      if (made === undefined) continue;
      const { draft: from } = made;
      let draft = added.get(from);
      if (draft === undefined) {
        draft = new Draft(from.kind, this.#builder.ids.give(from.id), from.title);
        draft.lines.push(...from.lines);
        added.set(from, draft);
        const isHolder = from.kind === 'actor' || from.kind === 'partner' || from.kind === 'body';
        (isHolder ? this.#builder.holders.drafts : this.#home(made.sector)).push(draft);
      }
      const context = { builder: this.#builder, rebuilding: this.#rebuilding, language: this.#language };
      for (const [key, cell] of row) {
        if (this.#builder.ledger.follow(this.#told.ledger, cell)) continue;
        const words = WORDS[`actions.${key}`] ?? (key === 'by_when' ? ['deadline', 'period'] : [key.replaceAll('_', ' ')]);
        if (draft.lines.some(({ text }) => isOf(text, words))) this.#builder.take(cell, draft, cell.text);
        else if (byHand(draft, words, [[key, cell]], context)) continue;
        if (!this.#builder.ledger.has(cell) && !ASIDE.test(key)) this.#builder.remark(cell, draft);
      }
    }
  }
}

/** Columns of a new row that say again what stands elsewhere. */
const ASIDE = /(?:^|_)id$|^(?:kind|line|what|sector|due|amount|currency|per|words|indicators|standing|funds)$/;
/** Groups that the tables by themselves say nothing of, or that people write in their own way. */
const BY_HAND: ReadonlySet<string> = new Set(['actions.lead', 'actions.responsible', 'actions.partners', 'actions.starts', 'actions.due', 'actions.amount']);

const columnsOf = (table: string, group: string): readonly string[] => {
  const found = CARRIED.find((one) => one.table === table && (Object.hasOwn(one.one, group) || Object.hasOwn(one.many ?? {}, group)));
  return found?.one[group] ?? found?.many?.[group] ?? [];
};
const isOf = (line: string, words: readonly string[]): boolean => words.some((word) => line === word || line.startsWith(`${word} `));
const namesIn = (line: string): readonly string[] => withoutTexts(line).match(/[\p{L}][\p{L}\p{N}_.-]*/gu) ?? [];
const sameLines = (some: readonly Line[], others: readonly Line[]): boolean =>
  some
    .map(({ text }) => compact(text))
    .sort()
    .join('\n') ===
  others
    .map(({ text }) => compact(text))
    .sort()
    .join('\n');
const compact = (text: string): string => text.replace(/[\s_]/g, '');

/** The parts of a figure, with their braces. */
const blockOf = (text: string): string => (text.endsWith('}') && text.includes(' {') ? text.slice(text.indexOf(' {')) : '');

/** Puts the figure of the column for amounts into the one budget of a task; whether it is another. */
function budgetAnew(task: Draft, row: Record_ | undefined): boolean {
  const budgets = task.lines.filter(({ text }) => isOf(text, ['budget']));
  const [before] = budgets;
  const figure = /\d[\d_]*(?:\.\d+)?/.exec(before?.text ?? '')?.[0];
  const amount = row === undefined ? undefined : read(row, 'amount');
  if (before === undefined || budgets.length > 1 || figure === undefined || amount === undefined || !/^\d+(?:\.\d+)?$/.test(amount)) return false;
  const text = before.text.replace(/\d[\d_]*(?:\.\d+)?(?: (?:thousand|million|billion)\b)?/, amount);
  if (!isWhole(task.kind, text) || Number(figure.replaceAll('_', '')) === Number(amount) || /(?:thousand|million|billion)/.test(before.text)) return false;
  task.replace(['budget'], [{ text }]);
  return true;
}

/** Says what a target asks for anew, where the words ask for something else; whether they were understood. */
function askAnew(target: Draft, asked: string): boolean {
  const before = target.lines.find(({ text }) => isOf(text, FORMS) && !isOf(text, ['milestone']));
  const said = ungrouped(asked).replace(/(\d)\s%/, '$1%');
  const figures = (text: string) =>
    (text.slice(0, text.length - blockOf(text).length).match(/\d[\d_]*(?:\.\d+)?/g) ?? []).map((one) => Number(one.replaceAll('_', ''))).join(' ');
  const form = (text: string) => FORMS.find((word) => text.startsWith(`${word} `));
  if (before !== undefined && figures(before.text) === figures(said) && form(before.text) === form(said)) return true;
  const block = before === undefined ? '' : blockOf(before.text);
  if (form(said) === undefined || !isWhole('target', `${said}${block}`)) return false;
  target.replace(before === undefined ? [] : [form(before.text) as string], [{ text: `${said}${block}` }]);
  return true;
}

/** Says a baseline or the newest value anew; a value of another day is one more. Whether it was understood. */
function observeAnew(indicator: Draft, word: string, value: string, on: string | undefined): boolean {
  const number = Number((value.endsWith('%') ? value.slice(0, -1) : value).trim().replace(',', '.'));
  if (value === '' || !Number.isFinite(number)) return false;
  const figure = `${number}${indicator.lines.some(({ text }) => text === 'unit percent') || value.endsWith('%') ? '%' : ''}`;
  const dayOf = (text: string) => parseDate(/ on (\S+)/.exec(text)?.[1] ?? '')?.end;
  const at = indicator.lines.findIndex(({ text }) => isOf(text, [word]) && (word === 'baseline' || dayOf(text) === on));
  const before = indicator.lines[at]?.text;
  const day = on === undefined || (before !== undefined && dayOf(before) === on) ? (/ on \S+/.exec(before ?? '')?.[0] ?? '') : ` on ${on}`;
  const said = `${word} ${figure}${day}${blockOf(before ?? '')}`;
  if (!isWhole('indicator', said)) return false;
  indicator.lines.splice(at < 0 ? indicator.lines.length : at, at < 0 ? 0 : 1, { text: said });
  return true;
}
