import { quote } from '../language/token.ts';
import { oneLine } from '../text/lines.ts';
import { say } from '../text/say.ts';
import type { Column } from '../words/headings.ts';
import { ESTIMATE, REGISTER, SURVEY } from '../words/names.ts';
import type { Builder } from './builder.ts';
import { isWhole } from './draft.ts';
import { type Cell, isLegible, LIMITS } from './read/source.ts';
import type { Layout, Mapped } from './recognise.ts';
import { indicatorOf, type Subject } from './subjects.ts';
import { startOf, whenOf } from './values/dates.ts';
import { budgetsOf } from './values/money.ts';
import type { Reading } from './values/reading.ts';
import { frequencyOf, isNothing, isUnknown, statusOf } from './values/words.ts';

/** A cell in its place: what it is about, and the column that it stands in. */
export interface At {
  readonly on: Subject;
  readonly cell: Cell;
  readonly column: Mapped;
  readonly layout: Layout;
  readonly builder: Builder;
}

/** The statement of a column in each kind, for what is not known yet. */
const STATEMENTS: Partial<Record<Column, readonly string[]>> = {
  lead: ['lead', 'owner'],
  owner: ['owner'],
  responsible: ['responsible'],
  partners: ['with'],
  when: ['deadline'],
  starts: ['period'],
  budget: ['budget'],
  status: ['status'],
  baseline: ['baseline'],
  target: ['at least'],
  evidence: ['source'],
  frequency: ['frequency'],
  unit: ['unit'],
  definition: ['definition'],
  groups: ['for'],
  output: ['output'],
};

/** Puts what a cell says into the plan: as a statement where it is understood, else as a remark. */
export function place(at: At): void {
  const { cell, column, builder, on } = at;
  if (builder.ledger.has(cell) && cell === on.key) return;
  if (!isLegible(cell.text)) {
    const known = column.column === undefined || column.column === 'about';
    const doubt = say`More than ${LIMITS.legible} characters stand in one cell under "${short(column.heading)}": they are kept, and nothing was recognised in them.`;
    builder.remark(cell, on.draft, column, known ? undefined : doubt);
    return;
  }
  if (isNothing(cell.text)) {
    builder.ledger.leave(cell, say`It says that there is nothing to say.`);
    return;
  }
  if (column.part === true) {
    parts(at);
    return;
  }
  const meant = column.column;
  if (meant !== undefined && isUnknown(cell.text) && notKnown(at, meant)) return;
  const handler = meant === undefined ? undefined : HANDLERS[meant];
  if (handler?.(at) === true) return;
  if (meant === undefined || meant === 'about') builder.remark(cell, on.draft, column);
  else builder.remark(cell, on.draft, column, say`"${short(cell.text)}" under "${column.heading}" was not understood as "${meant}".`);
}

const short = (text: string): string => oneLine(text.length > 60 ? `${text.slice(0, 59)}…` : text);

function notKnown({ on, cell, builder, column }: At, meant: Column): boolean {
  const drafts = ['baseline', 'evidence', 'unit', 'definition', 'frequency', 'owner'].includes(meant) ? [on.indicators.at(-1), on.draft] : [on.draft];
  for (const draft of drafts) {
    for (const word of STATEMENTS[meant] ?? [])
      if (draft !== undefined && !draft.has(word) && isWhole(draft.kind, `${word} tbd`)) return builder.said(cell, draft, `${word} tbd`);
  }
  builder.remark(cell, on.draft, column);
  return true;
}

const HANDLERS: Readonly<Record<Column, (at: At) => boolean>> = {
  about: () => false,
  title: ({ on, cell, builder }) => {
    if (cell !== on.key) builder.remark(cell, on.draft);
    return true;
  },
  level: ({ cell, builder }) => builder.ledger.has(cell),
  sector: ({ cell, builder }) => builder.ledger.has(cell),
  goal: ({ cell, builder }) => builder.ledger.has(cell),
  number: ({ on, cell, builder }) => builder.said(cell, on.draft, `number ${quote(cell.text.replace(/[.)]$/, ''))}`),
  lead: (at) => holders(at, 'actor', at.on.draft.kind === 'measure' ? 'lead' : 'owner', at.on.draft),
  responsible: (at) => holders(at, 'actor', 'responsible', at.on.draft),
  partners: (at) => holders(at, 'partner', 'with', at.on.draft),
  owner: (at) => holders(at, 'actor', 'owner', at.on.indicators.at(-1) ?? at.on.draft),
  when: (at) => (at.on.draft.kind === 'measure' ? reading(at, whenOf(at.cell.text, at.layout.language)) : wait(at)),
  starts: (at) => {
    const start = startOf(at.cell.text, at.layout.language);
    if (start === undefined || at.on.draft.has('period') || !at.on.draft.say(`period from ${start}`)) return false;
    at.builder.take(at.cell, at.on.draft, start);
    return true;
  },
  budget: budget,
  funding: (at) => {
    const { on, cell, builder } = at;
    const at_ = on.draft.lines.findIndex(({ text }) => text.startsWith('budget ') && !text.includes('tbd') && !text.includes(' from '));
    if (at_ < 0 || /[;\n]/.test(cell.text)) return false;
    const fund = builder.fund(cell.text);
    const line = on.draft.lines[at_] as { text: string; guessed?: string | undefined };
    on.draft.lines[at_] = { ...line, text: `${line.text} from ${fund.id}` };
    builder.take(cell, fund, fund.title);
    return true;
  },
  status: ({ on, cell, builder }) => {
    const status = statusOf(cell.text);
    return status !== undefined && !on.draft.has('status') && builder.said(cell, on.draft, `status ${status}`);
  },
  output: ({ on, cell, builder }) => lines(cell).every((line) => builder.said(cell, on.draft, `output ${quote(line)}`)),
  step: ({ on, cell, builder }) => on.draft.kind === 'measure' && lines(cell).every((line) => builder.said(cell, on.draft, `step ${quote(line)}`)),
  groups: ({ on, cell, builder }) => {
    if (!isWhole(on.draft.kind, 'for x')) return false;
    const names = cell.text
      .split(/[;\n,]/)
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const groups = names.map((name) => builder.group(name));
    on.draft.name(
      'for',
      groups.map(({ id }) => id),
    );
    builder.take(cell, on.draft, groups.map(({ id }) => id).join('\n'));
    return true;
  },
  risk: ({ on, cell, builder, column }) => {
    const word =
      /assum|antak|forutset|antag|förutsätt|oletu|edelly|aanname|veronderst|annahm|voraussetz|hypoth/i.test(column.heading) &&
      !/risi|risk/i.test(column.heading)
        ? 'assumption'
        : 'risk';
    if (word === 'risk' && on.draft.kind === 'measure') return lines(cell).every((line) => builder.said(cell, on.draft, `risk ${quote(line)}`));
    return lines(cell).every((line) => builder.said(cell, builder.plan, `${word} ${quote(line)}`));
  },
  indicator: ({ on, cell, builder }) => {
    if (builder.ledger.has(cell) && on.indicators.length > 0) return true;
    for (const line of lines(cell)) {
      const indicator = indicatorOf(line, undefined, on, builder, cell);
      if (on.goals.length === 0 && on.draft.kind === 'goal' && on.draft !== indicator) indicator.name('serves', [on.draft.id]);
      if (on.draft.kind === 'measure') indicator.comments.push(say`Named by measure ${on.draft.id}.`);
      if (!on.indicators.includes(indicator)) on.indicators.push(indicator);
    }
    return true;
  },
  unit: ({ on, cell, builder }) => {
    const unit = /^(?:%|percent|per cent|prosent|procent|prosenttia|prozent|pour ?cent|pct\.?)$/i.test(cell.text.trim()) ? 'percent' : cell.text.trim();
    const indicator = on.indicators.at(-1);
    return indicator !== undefined && !indicator.has('unit') && builder.said(cell, indicator, `unit ${unit}`);
  },
  definition: ({ on, cell, builder }) => on.indicators.length > 0 && builder.said(cell, on.indicators.at(-1)!, `definition ${quote(cell.text)}`),
  frequency: ({ on, cell, builder }) => {
    const often = frequencyOf(cell.text);
    const draft = on.indicators.at(-1) ?? on.draft;
    return often !== undefined && !draft.has('frequency') && builder.said(cell, draft, `frequency ${often}`);
  },
  evidence: ({ on, cell, builder }) => {
    const indicator = on.indicators.at(-1);
    if (indicator === undefined) return on.draft.kind === 'measure' && builder.said(cell, on.draft, `evidence ${quote(cell.text)}`);
    return lines(cell).every((line) => {
      const sort = SURVEY.test(line) ? 'survey' : ESTIMATE.test(line) ? 'estimate' : 'register';
      const guessed = sort === 'register' && !REGISTER.test(line) ? say`It is not said whether this is a register, a survey or an estimate.` : undefined;
      return builder.said(cell, indicator, `source ${sort} ${quote(line)}`, guessed);
    });
  },
  baseline: wait,
  milestone: wait,
  target: wait,
  value: wait,
};

/** Lines of a cell, without the marks of a list. */
const lines = (cell: Cell): readonly string[] =>
  cell.text
    .split('\n')
    .map((line) => line.replace(/^(?:[•·▪*–-]|\d+[.)])\s+/, '').trim())
    .filter((line) => line !== '');

/** Values of indicators are put together when the row is read. */
function wait({ on, cell, column }: At): boolean {
  if (on.indicators.length === 0 && column.column !== 'when') return false;
  const key = column.column as Column;
  on.waiting.set(key, [...(on.waiting.get(key) ?? []), { cell, column }]);
  return true;
}

function holders({ cell, builder }: At, kind: 'actor' | 'partner', word: string, draft: Subject['draft']): boolean {
  if (!isWhole(draft.kind, `${word} x`)) return false;
  const { ids, guessed } = builder.holders.named(cell.text, kind);
  if (ids.length === 0 || (word === 'owner' && (ids.length > 1 || draft.has('owner')))) return false;
  draft.name(word, ids, guessed);
  if (guessed !== undefined) builder.guesses.push({ source: builder.source, at: cell.at, id: draft.id, text: guessed });
  builder.take(cell, draft, ids.join('\n'));
  return true;
}

/** The statement that a letter of a matrix stands for; a cross says that somebody takes part. */
const LETTERS: Readonly<Record<string, string>> = { A: 'accountable', R: 'responsible', S: 'with', C: 'consulted', I: 'informed', O: 'supervised by' };

function parts({ on, cell, column, builder }: At): void {
  const letters = new Set(cell.text.match(/[ARSCIO]/g) ?? ['S']);
  const { ids } = builder.holders.named(column.heading, letters.has('A') || letters.has('R') ? 'actor' : 'partner');
  const both = letters.has('A') && letters.has('R') && !on.draft.has('lead');
  const words = [
    ...(both ? ['lead'] : []),
    ...[...letters].filter((letter) => !both || (letter !== 'A' && letter !== 'R')).map((letter) => LETTERS[letter] as string),
  ];
  for (const word of words) {
    on.draft.name(word, ids);
    builder.take(cell, on.draft, ids.join('\n'));
  }
  for (const head of column.cells) builder.take(head, on.draft, ids.join(', '));
}

function reading({ on, cell, builder }: At, read: Reading | undefined): boolean {
  if (read === undefined) return false;
  let all = true;
  for (const text of read.says) {
    // A beginning and an end in two columns are one period.
    const start = on.draft.lines.findIndex((line) => line.text.startsWith('period from ') && !line.text.includes(' to '));
    const due = /^deadline by (\S+)$/.exec(text)?.[1];
    if (start >= 0 && due !== undefined && read.says.length === 1) {
      const line = on.draft.lines[start] as { text: string; guessed?: string | undefined };
      const joined = `period ${line.text.slice('period from '.length)} to ${due}`;
      on.draft.lines[start] = { ...line, text: joined };
      builder.take(cell, on.draft, joined);
    } else if (text.startsWith('period') && on.draft.has('period')) all = false;
    else all = builder.said(cell, on.draft, text, read.guessed) && all;
  }
  return all;
}

function budget(at: At): boolean {
  const { on, cell, column, layout, builder } = at;
  const scale = column.scale === undefined ? '' : ` ${column.scale}`;
  const currency = cell.number?.currency ?? column.currency;
  if (cell.number !== undefined && !cell.number.percent) {
    const text = `budget ${cell.number.value}${scale}${currency === undefined ? '' : ` ${currency}`}`;
    builder.currency(currency);
    return isWhole(on.draft.kind, text) && builder.said(cell, on.draft, text);
  }
  const read = budgetsOf(cell.text, { language: layout.language, currency }, column.scale);
  if (read === undefined || !isWhole(on.draft.kind, read.says[0] ?? '')) return false;
  for (const text of read.says) builder.currency(/\b[A-Z]{3}\b/.exec(text)?.[0]);
  return read.says.every((text) => builder.said(cell, on.draft, text, read.guessed));
}
