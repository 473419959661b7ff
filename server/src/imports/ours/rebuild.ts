import { quote } from '../../language/token.ts';
import { idFrom } from '../../language/words.ts';
import { say, told } from '../../text/say.ts';
import type { Builder } from '../builder.ts';
import { Draft, written } from '../draft.ts';
import type { Cell, Source } from '../read/source.ts';
import { documentTold } from './document.ts';
import { observations, targetLines } from './figures.ts';
import type { Record_, Records } from './records.ts';

/**
 * Builds a plan again from the tables of a report that has no lines of statements. What a column says is said again; what was counted from
 * the rest is not.
 */
export function rebuild(records: Records, builder: Builder, source: Source): void {
  const { head } = source;
  const rebuilding = new Rebuilding(records, builder);
  rebuilding.all();
  if (source.format === 'DOCX') documentTold(source, rebuilding);
  const coordinators = rebuilding.named(typeof head?.['coordinator'] === 'string' ? head['coordinator'] : undefined);
  if (coordinators.length > 0) builder.plan.say(`coordinator ${coordinators.map(({ id }) => id).join(', ')}`);
}

type Kind = Draft['kind'];

const HOLDERS: readonly Kind[] = ['actor', 'partner', 'body', 'group'];
const TASKS: readonly Kind[] = ['measure', 'responsibility'];
/** What the names in a statement are names of; of those that are called the same, one of these is meant. */
const NAMED: Readonly<Record<string, readonly Kind[]>> = {
  for: ['group', 'sector', 'measure', 'responsibility'],
  groups: ['group'],
  serves: ['target', 'goal'],
  'measured by': ['indicator'],
};

export class Rebuilding {
  readonly #records: Records;
  readonly builder: Builder;
  readonly #byName = new Map<string, Draft[]>();
  readonly #sectors = new Map<string, Draft>();
  readonly #targets = new Map<string, Draft>();
  readonly #funds = new Map<string, Draft>();
  /** The ids that rows have already, each for the first row that has it. */
  readonly #own = new Set<string>();
  /** What each row became, and in which sector. */
  readonly made = new Map<Record_, { readonly draft: Draft; readonly sector: Draft | undefined }>();
  /** A statement that names somebody unknown is not said at all. */
  readonly #strict: boolean;

  /** `known` is what is declared already: rows with its ids are about it, and its titles are names. */
  constructor(records: Records, builder: Builder, known: Iterable<Draft> = []) {
    this.#records = records;
    this.builder = builder;
    for (const { kind, id, title } of known) {
      const stub = new Draft(kind, id, title);
      this.#own.add(builder.ids.give(id));
      for (const name of new Set([title, id])) this.#call(name, stub);
      if (kind === 'sector') for (const name of [id, title]) if (!this.#sectors.has(name)) this.#sectors.set(name, stub);
    }
    this.#strict = this.#own.size > 0;
  }

  all(): void {
    for (const row of this.rows('people')) this.#holder(row);
    for (const row of this.rows('groups')) this.#group(row);
    for (const row of this.rows('sectors')) this.#sector(row);
    // Whatever is named must be known before it is named.
    const goals = this.rows('goals').map((row) => [row, this.#made('goal', row)] as const);
    const tasks = this.rows('actions').map((row) => [row, this.#made(row.get('kind')?.text === 'responsibility' ? 'responsibility' : 'measure', row)] as const);
    const funds = this.rows('funding').flatMap((row) => (lineOf(row) === 'fund' ? [[row, this.#fund(row)] as const] : []));
    const indicators = this.rows('indicators').map((row) => [row, this.#made('indicator', row)] as const);
    const targets = this.rows('targets').map((row) => [row, this.#target(row)] as const);
    for (const [row, draft] of goals) this.#goal(row, draft);
    for (const [row, draft] of indicators) this.#indicator(row, draft);
    targetLines(targets, this);
    observations(this.rows('values'), this);
    for (const [row, draft] of tasks) this.#task(row, draft);
    this.#roles();
    for (const [row, draft] of funds) this.#fundSays(row, draft);
    this.#budgets();
    for (const rows of this.#records.values())
      for (const row of rows)
        for (const cell of row.values()) this.builder.ledger.leave(cell, say`It was counted from the rest of the plan, or says again what stands elsewhere.`);
  }

  rows = (table: string): readonly Record_[] => this.#records.get(table) ?? [];

  /** What titles or ids name, of these kinds where several are called so; the first in the order in which reports list them. */
  named(text: string | undefined, kinds: readonly Kind[] = []): readonly Draft[] {
    return (text ?? '').split('; ').flatMap((name) => {
      const all = this.#byName.get(name.trim()) ?? [];
      return all.find(({ kind }) => kinds.includes(kind)) ?? all.slice(0, 1);
    });
  }

  #call(name: string, draft: Draft): void {
    const all = this.#byName.get(name) ?? [];
    const at = all.findIndex(({ kind, id }) => kind === draft.kind && id === draft.id);
    this.#byName.set(name, at < 0 ? [...all, draft] : all.with(at, draft));
  }

  /** A statement that a cell says. */
  say(draft: Draft, cell: Cell | undefined, text: (words: string) => string): void {
    if (cell === undefined || cell.text === '') return;
    const line = text(cell.text);
    if (draft.say(line)) this.builder.take(cell, draft, line);
  }

  refs(draft: Draft, cell: Cell | undefined, word: string): void {
    if (cell === undefined) return;
    const ids = this.named(cell.text, NAMED[word] ?? (draft.kind === 'goal' && word === 'part of' ? ['goal'] : HOLDERS)).map(({ id }) => id);
    if (ids.length === 0 || (this.#strict && ids.length < cell.text.split('; ').length) || !draft.say(`${word} ${ids.join(', ')}`)) return;
    this.builder.take(cell, draft, `${word} ${ids.join(', ')}`);
  }

  #make(kind: Kind, title: Cell | undefined, id: Cell | undefined, place: Draft[]): Draft {
    const words = title?.text ?? id?.text ?? '';
    const draft = new Draft(kind, id !== undefined && this.#own.delete(id.text) ? id.text : this.builder.ids.give(id?.text ?? idFrom(words)), words);
    place.push(draft);
    for (const name of new Set([words, id?.text])) if (name !== undefined) this.#call(name, draft);
    if (title !== undefined) this.builder.take(title, draft, title.text);
    if (id !== undefined) this.builder.take(id, draft, id.text);
    return draft;
  }

  #made(kind: Kind, row: Record_): Draft {
    const cell = row.get('sector_id') ?? row.get('sector');
    const sector = cell === undefined || (kind === 'goal' && row.get('sector')?.text.includes('; ')) ? undefined : this.sectorOf(cell);
    const draft = this.#make(kind, row.get('title'), row.get('id'), sector?.children ?? this.builder.top);
    this.made.set(row, { draft, sector });
    this.say(draft, row.get('number'), (number) => `number ${quote(number)}`);
    return draft;
  }

  /** Formats without a table of sectors name them where something stands in them. */
  sectorOf(cell: { readonly text: string; readonly at: Cell['at'] }): Draft | undefined {
    const known = this.#sectors.get(cell.text);
    if (known !== undefined) return known;
    if (cell.text === 'Across the sectors' || cell.text === told('Across the sectors')) return undefined;
    const { number, rest } = /^(?<number>\d+(?:\.\d+)*\.?)\s(?<rest>\S.*)$/.exec(cell.text)?.groups ?? { rest: cell.text };
    const draft = this.#make('sector', { text: rest as string, at: cell.at }, undefined, this.builder.top);
    if (number !== undefined) draft.say(`number ${quote(number)}`);
    this.#sectors.set(cell.text, draft);
    return draft;
  }

  #sector(row: Record_): void {
    const draft = this.#make('sector', row.get('title'), row.get('id'), this.builder.top);
    this.made.set(row, { draft, sector: undefined });
    for (const name of [row.get('id')?.text, row.get('title')?.text]) if (name !== undefined && !this.#sectors.has(name)) this.#sectors.set(name, draft);
    this.say(draft, row.get('number'), (number) => `number ${quote(number)}`);
    this.say(draft, row.get('field'), (field) => `field ${field.replaceAll('; ', ', ')}`);
    this.say(draft, row.get('dimension'), (dimension) => `dimension ${dimension}`);
    this.refs(draft, row.get('lead'), 'lead');
    this.refs(draft, row.get('groups'), 'groups');
  }

  #holder(row: Record_): void {
    const kind = (['actor', 'partner', 'body'] as const).find((one) => one === row.get('kind')?.text) ?? 'actor';
    const draft = this.#make(kind, row.get('title'), row.get('id')?.text.includes('.') === true ? undefined : row.get('id'), this.builder.holders.drafts);
    this.made.set(row, { draft, sector: undefined });
    this.say(draft, row.get('type'), (type) => `${kind === 'body' ? 'kind' : 'type'} ${keyword(type)}`);
    if (!draft.has('type') && !draft.has('kind')) draft.lines.push({ text: `${kind === 'body' ? 'kind' : 'type'} tbd` });
    for (const word of ['level', 'capacity', 'staff', 'meets']) this.say(draft, row.get(word), (value) => `${word} ${value}`);
    this.refs(draft, row.get('part_of'), 'part of');
    for (const word of ['contact', 'deputy', 'members'])
      for (const one of (row.get(word)?.text ?? '').split('; ')) {
        const known = word === 'contact' ? undefined : this.named(one, HOLDERS)[0]?.id;
        this.say(draft, one === '' ? undefined : { ...(row.get(word) as Cell), text: one }, (words) => `${word} ${known ?? quote(words)}`);
      }
  }

  #group(row: Record_): void {
    const draft = this.#make('group', row.get('title'), row.get('id'), this.builder.top);
    this.made.set(row, { draft, sector: undefined });
    this.say(draft, row.get('kind'), (kind) => `kind ${keyword(kind)}`);
    this.say(draft, row.get('status'), (status) => `status ${status.replaceAll('; ', ', ')}`);
    for (const size of (row.get('size')?.text ?? '').split('; '))
      this.say(draft, size === '' ? undefined : { ...(row.get('size') as Cell), text: size }, (words) => `size ${ungrouped(words)}`);
    this.say(draft, row.get('priority'), (priority) => `priority ${priority}`);
    this.say(draft, row.get('definition'), (definition) => `definition ${quote(definition)}`);
  }

  #goal(row: Record_, draft: Draft): void {
    this.say(draft, row.get('called'), (called) => `called ${quote(called)}`);
    this.say(draft, row.get('horizon'), (horizon) => `horizon ${horizon}`);
    this.refs(draft, row.get('part_of'), 'part of');
    this.refs(draft, row.get('owner'), 'owner');
  }

  #indicator(row: Record_, draft: Draft): void {
    this.say(draft, row.get('definition'), (definition) => `definition ${written(definition)}`);
    this.say(draft, row.get('unit'), (unit) => `unit ${unit}`);
    this.say(draft, row.get('direction'), (direction) => `direction ${direction}`);
    const source = row.get('source');
    for (const one of (source?.text ?? '').split(/; (?=(?:register|survey|estimate|eurostat)\b)/))
      this.say(draft, source === undefined ? undefined : { ...source, text: one }, (words) =>
        words.replace(/^(\w+)(?: (.+))?$/s, (_, kind: string, text?: string) => `source ${kind}${text === undefined ? '' : ` ${quote(text)}`}`),
      );
    this.say(draft, row.get('frequency'), (frequency) => `frequency ${frequency}`);
    this.refs(draft, row.get('owner'), 'owner');
    this.refs(draft, row.get('serves'), 'serves');
    this.say(draft, row.get('broken_down_by'), (by) => `broken down by ${by.replaceAll('; ', ', ')}`);
    this.say(draft, row.get('concept'), (concept) => `concept ${concept}`);
  }

  /** Milestones and parts have lines of their own below the target. */
  #target(row: Record_): Draft {
    const name = row.get('id')?.text ?? row.get('title')?.text ?? '';
    const known = this.#targets.get(name) ?? this.#made('target', row);
    this.#targets.set(name, known);
    if (!this.made.has(row)) this.made.set(row, { draft: known, sector: undefined });
    return known;
  }

  #task(row: Record_, draft: Draft): void {
    for (const by of (row.get('by_when')?.text ?? '').split('; ').filter((one) => one !== '')) {
      const cell = { ...(row.get('by_when') as Cell), text: by };
      this.say(draft, cell, (words) =>
        draft.kind === 'measure' && row.get('starts') !== undefined && !/^by /.test(words) ? `period ${words}` : `deadline ${words}`,
      );
      if (!draft.has('deadline') && !draft.has('period')) this.say(draft, cell, (words) => `period ${words}`);
    }
    const status = row.get('status');
    const reason = row.get('reason');
    this.say(draft, status, (word) => `status ${word}${reason === undefined ? '' : ` because ${quote(reason.text)}`}`);
    if (reason !== undefined && draft.has('status')) this.builder.take(reason, draft, quote(reason.text));
    this.refs(draft, row.get('serves'), 'serves');
    // Where a task names no group, reports tell those of its sector.
    const sector = this.rows('sectors').find((one) => one.get('title')?.text === row.get('sector')?.text);
    if (row.get('groups')?.text !== sector?.get('groups')?.text) this.refs(draft, row.get('groups'), 'for');
    for (const output of (row.get('output')?.text ?? '').split('; ').filter((one) => one !== ''))
      this.say(draft, { ...(row.get('output') as Cell), text: output }, (words) =>
        /^\d/.test(words) && draft.kind === 'measure' ? `output ${ungrouped(words)}` : `output ${quote(words)}`,
      );
    if (this.rows('roles').length === 0 && this.rows('raci').length === 0) {
      if (jointly(row.get('lead')) === undefined) this.refs(draft, row.get('lead'), 'lead');
      this.refs(draft, row.get('responsible'), 'responsible');
      this.refs(draft, row.get('partners'), draft.kind === 'measure' ? 'with' : 'supported by');
    }
  }

  /** Who answers and carries out is one word, `lead`; the rest have a word each. */
  #roles(): void {
    const parts = new Map<Draft, Map<string, Set<string>>>();
    const add = (task: Draft | undefined, letter: string, ids: readonly string[], cell: Cell | undefined) => {
      if (task === undefined) return;
      const own = parts.get(task) ?? new Map<string, Set<string>>();
      parts.set(task, own);
      own.set(letter, new Set([...(own.get(letter) ?? []), ...ids]));
      if (cell !== undefined && ids.length > 0) this.builder.take(cell, task, ids.join('\n'));
    };
    const taskOf = (row: Record_) => this.#taskOf(row.get('id') ?? row.get('title'));
    const rows = this.rows('roles');
    for (const row of rows) {
      const holder = row.get('holder_id') ?? row.get('holder');
      const ids = this.named(holder?.text, HOLDERS).map(({ id }) => id);
      add(taskOf(row), row.get('role')?.text ?? '', ids.length === 0 && row.get('holder_id') !== undefined ? [] : ids, holder);
    }
    const letters = { accountable: 'A', responsible: 'R', supporting: 'S', consulted: 'C', informed: 'I', overseeing: 'O' };
    if (rows.length === 0)
      for (const row of this.rows('raci'))
        for (const [key, letter] of Object.entries(letters))
          add(
            taskOf(row),
            letter,
            this.named(row.get(key)?.text, HOLDERS).map(({ id }) => id),
            row.get(key),
          );
    const actions = new Map(this.rows('actions').map((row) => [taskOf(row), row] as const));
    for (const [task, own] of parts) {
      const of = (letter: string) => [...(own.get(letter) ?? [])];
      const together = jointly(actions.get(task)?.get('lead'));
      const under = this.named(together?.under, HOLDERS)[0]?.id;
      const both = together === undefined && of('A').length > 0 && of('A').every((id) => of('R').includes(id));
      if (both) task.say(`lead ${of('A').join(', ')}`);
      else if (of('A').length > 0)
        task.say(`accountable ${together === undefined ? '' : 'jointly '}${of('A').join(', ')}${under === undefined ? '' : ` under ${under}`}`);
      const rest: readonly (readonly [string, readonly string[]])[] = [
        ['responsible', both ? of('R').filter((id) => !of('A').includes(id)) : of('R')],
        [task.kind === 'measure' ? 'with' : 'supported by', of('S')],
        ['consulted', of('C')],
        ['informed', of('I')],
        ['supervised by', of('O').filter((id) => id !== under)],
      ];
      for (const [word, ids] of rest) if (ids.length > 0) task.say(`${word} ${ids.join(', ')}`);
    }
  }

  /** What a note is headed by: a number, where there is one, and a title. */
  noted(text: string): Draft | undefined {
    const title = /^\d+(?:\.\d+)*\.?\s(\S.*)$/s.exec(text)?.[1];
    const all = [...(this.#byName.get(text) ?? []), ...(title === undefined ? [] : (this.#byName.get(title) ?? []))];
    return all.find(({ kind }) => ['responsibility', 'measure', 'goal', 'target'].includes(kind));
  }

  /** The task that is called so. */
  #taskOf(cell: Cell | undefined): Draft | undefined {
    return this.named(cell?.text, TASKS)[0];
  }

  /** The indicator that is called so. */
  indicator(name: string | undefined): Draft | undefined {
    return this.named(name, ['indicator']).find(({ kind }) => kind === 'indicator');
  }

  #fund(row: Record_): Draft {
    const name = row.get('fund_id')?.text ?? row.get('fund')?.text ?? '';
    const draft = this.#funds.get(name) ?? this.#make('fund', row.get('fund'), row.get('fund_id'), this.builder.top);
    this.#funds.set(name, draft);
    this.made.set(row, { draft, sector: undefined });
    return draft;
  }

  #fundSays(row: Record_, draft: Draft): void {
    this.refs(draft, row.get('from'), 'from');
    this.refs(draft, row.get('to'), 'to');
    this.refs(draft, row.get('for'), 'for');
    this.say(draft, row.get('amount') ?? row.get('words'), (words) => `amount ${row.has('amount') ? moneyOf(row) : ungrouped(words)}`);
    const [start, end] = [row.get('starts')?.text, row.get('ends')?.text];
    // Where only the end is told, it may be that of a year.
    if (row.get('year') === undefined && row.has('line'))
      this.say(draft, row.get('starts') ?? row.get('ends'), () =>
        start === undefined ? `period until ${end}` : `period from ${start}${end === undefined ? '' : ` to ${end}`}`,
      );
    this.say(draft, row.get('secured'), (secured) => `secured ${secured}`);
    this.say(draft, row.get('continues'), (continues) => `continues ${quote(continues)}`);
  }

  #budgets(): void {
    for (const row of this.rows('funding')) {
      if (lineOf(row) !== 'budget') continue;
      const task = this.#taskOf(row.get('task_id') ?? row.get('task'));
      const [fund] = this.named(row.get('fund_id')?.text ?? row.get('fund')?.text, ['fund']);
      if (task === undefined) continue;
      const from = fund?.kind === 'fund' ? ` from ${fund.id}` : '';
      this.say(task, row.get('amount') ?? row.get('words'), (words) =>
        row.get('amount') === undefined ? `budget ${ungrouped(words)}${row.has('line') ? '' : from}` : `budget ${moneyOf(row)}${from}`,
      );
      if (from !== '' && row.get('fund') !== undefined) this.builder.take(row.get('fund') as Cell, task, from.trim());
    }
  }
}

/** Documents do not say which lines are funds: a budget has what it pays for. */
const lineOf = (row: Record_): string => row.get('line')?.text ?? (row.has('task') ? 'budget' : 'fund');

/** A word of the language that a document spells as people do: an adult education is `adult-education`. */
export const keyword = (words: string): string => words.replaceAll(' ', '-');

/** Numbers as the language has them: reports put spaces between the thousands. */
export const ungrouped = (words: string): string => words.replace(/(?<=\d)[\u00a0\u202f](?=\d{3})/g, '');

/** An amount of the parts that reports tell it in. */
function moneyOf(row: Record_): string {
  const cell = (key: string) => row.get(key)?.text;
  const per =
    cell('per')
      ?.split(/[;,] | per /)
      .map((one) => ` per ${one}`)
      .join('') ?? '';
  return `${cell('bound') === undefined ? '' : `${cell('bound')} `}${cell('amount')}${cell('currency') === undefined ? '' : ` ${cell('currency')}`}${per}${cell('year') === undefined ? '' : ` in ${cell('year')}`}`;
}

/** `Schools, Health (jointly under Board)`: that several lead together, and under whom. */
function jointly(cell: Cell | undefined): { readonly under?: string } | undefined {
  const inside = cell?.text.endsWith(')') === true ? cell.text.slice(cell.text.lastIndexOf('(') + 1, -1) : '';
  if (inside === 'jointly') return {};
  return inside.startsWith('jointly under ') ? { under: inside.slice('jointly under '.length) } : undefined;
}
