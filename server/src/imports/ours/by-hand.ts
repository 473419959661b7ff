import type { Column } from '../../words/headings.ts';
import { LANGUAGES } from '../../words/languages.ts';
import type { Builder } from '../builder.ts';
import { place } from '../cells.ts';
import { Draft, isWhole, type Line } from '../draft.ts';
import type { Cell } from '../read/source.ts';
import type { Layout, Mapped } from '../recognise.ts';
import type { Rebuilding } from './rebuild.ts';

export interface Context {
  readonly builder: Builder;
  readonly rebuilding: Rebuilding;
  readonly language: string | undefined;
}

/** The columns of reports as the import of other people's files knows them. */
const COLUMNS: Readonly<Record<string, Column>> = {
  by_when: 'when',
  due: 'when',
  starts: 'starts',
  status: 'status',
  budget: 'budget',
  output: 'output',
  frequency: 'frequency',
  source: 'evidence',
  unit: 'unit',
  definition: 'definition',
  number: 'number',
};
const HOLDERS = ['actor', 'partner', 'body', 'group'] as const;
/** Columns that name those who act, and what somebody new is. */
const NAMES: Readonly<Record<string, 'actor' | 'partner'>> = { lead: 'actor', responsible: 'actor', partners: 'partner', owner: 'actor' };

/**
 * Says what somebody has written into cells of a report in their own way: a date as they write dates, a name that is new. It takes the
 * place of what the draft said in these words; where nothing was understood, the draft stays as it is. Whether it was understood.
 */
export function byHand(draft: Draft, words: readonly string[], cells: readonly (readonly [key: string, cell: Cell])[], context: Context): boolean {
  const before = draft.lines.filter(({ text }) => isOf(text, words));
  for (const [key, cell] of cells) {
    const lines = Object.hasOwn(NAMES, key) || key === 'groups' ? named(draft, words, key, cell, context) : read(draft, words, key, cell, context);
    const isNew = lines.length > 0 && lines.map(({ text }) => text).join() !== before.map(({ text }) => text).join();
    if (!isNew) continue;
    draft.replace(words, lines);
    context.builder.take(cell, draft, lines.map(({ text }) => text).join('\n'));
    return true;
  }
  return false;
}

type Lines = readonly Line[];
const isOf = (line: string, words: readonly string[]): boolean => words.some((word) => line.startsWith(`${word} `));

/** A cell as the import of other people's files reads it, with what the draft said before where the cell says only a part. */
function read(draft: Draft, words: readonly string[], key: string, cell: Cell, { builder, language }: Context): Lines {
  const column = COLUMNS[key];
  if (column === undefined) return [];
  const before = draft.lines.filter(({ text }) => isOf(text, words));
  const scratch = new Draft(draft.kind, draft.id, draft.title);
  const start = before.map(({ text }) => /^period (?:from )?(\S+) to /.exec(text)?.[1]).find((day) => day !== undefined);
  if (column === 'when' && start !== undefined) scratch.lines.push({ text: `period from ${start}` });
  const mapped: Mapped = { heading: key, cells: [], column, how: 'heading' };
  const layout: Layout = {
    grid: { kind: 'grid', name: '', rows: [] },
    header: [],
    columns: [mapped],
    language: LANGUAGES.find((one) => one === language) ?? 'en',
    subject: undefined,
  };
  const [doubts, guesses] = [builder.doubts.length, builder.guesses.length];
  const on = { draft: scratch, sector: undefined, goals: [], indicators: draft.kind === 'indicator' ? [scratch] : [], waiting: new Map(), key: undefined };
  place({ on, cell, column: mapped, layout, builder });
  const end = column === 'starts' ? before.map(({ text }) => / to (\S+)$/.exec(text)?.[1]).find((day) => day !== undefined) : undefined;
  const lines = scratch.lines
    .filter(({ text }) => isOf(text, words) && text !== `period from ${start}`)
    .map((line) => (end === undefined ? line : { ...line, text: `${line.text.replace('period from', 'period')} to ${end}` }));
  if (scratch.about.length > 0 || lines.length === 0) {
    builder.doubts.length = doubts;
    builder.guesses.length = guesses;
    return [];
  }
  const fund = key === 'budget' && before.length === 1 ? / from [^\s"]+$/.exec((before[0] as Line).text)?.[0] : undefined;
  return fund === undefined || lines.length > 1 ? lines : lines.map((line) => ({ ...line, text: `${line.text}${fund}` }));
}

/** Those whom a cell names: known ones by their titles, the others as the import of other people's files knows them. */
function named(draft: Draft, words: readonly string[], key: string, cell: Cell, { builder, rebuilding }: Context): Lines {
  const names = cell.text
    .split(/[;\n]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const kind = NAMES[key];
  const ids = names.flatMap((name): readonly string[] => {
    const kinds = kind === undefined ? (['group'] as const) : HOLDERS;
    const known = rebuilding.named(name, kinds).find((one) => (kinds as readonly string[]).includes(one.kind));
    if (known !== undefined) return [known.id];
    return kind === undefined ? [builder.group(name).id] : builder.holders.named(name, kind).ids;
  });
  const was = words.find((word) => draft.lines.some(({ text }) => text.startsWith(`${word} `)));
  const usual = key === 'partners' ? (draft.kind === 'measure' ? 'with' : 'supported by') : (words[0] as string);
  const text = `${was ?? usual} ${[...new Set(ids)].join(', ')}`;
  return ids.length > 0 && isWhole(draft.kind, text) ? [{ text }] : [];
}
