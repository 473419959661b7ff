import { textOf } from '../../language/token.ts';
import { KINDS, type Kind } from '../../language/vocabulary.ts';
import { recordsOf as csvOf } from '../../model/csv.ts';
import { ofOneRow, withoutTexts } from '../../syntax/onerow.ts';
import { parse } from '../../syntax/parse.ts';
import { say } from '../../text/say.ts';
import { DATA_ROW, GOES_ON } from '../../views/tables/statements.ts';
import type { Builder } from '../builder.ts';
import { Draft, written } from '../draft.ts';
import type { Cell, Source } from '../read/source.ts';
import { edit } from './edits.ts';
import type { Record_, Records } from './records.ts';

/** A declaration as a report carries it, and what is known of it. */
export interface Carried {
  readonly draft: Draft;
  readonly row: Record_;
  /** What it is written in; nothing at the top. */
  readonly inside: string | undefined;
  /** The marks of what the other tables said of it: `actions.lead`. */
  readonly marks: ReadonlyMap<string, string>;
  /** The cells of its lines. */
  readonly cells: Cell[];
}

const text = (row: Record_, key: string): string => row.get(key)?.text ?? '';
/** By what lines belong to their declaration, wherever sorting has put them. */
const nameOf = (row: Record_): string => text(row, 'id') || [text(row, 'kind'), text(row, 'title'), text(row, 'in')].join('\n');

/** The head of a plan that carries its statements. */
export const carriedHead = (records: Records | undefined): Record_ | undefined =>
  records?.get('statements')?.find((row) => text(row, 'kind') === 'plan' && text(row, 'word') === '' && text(row, 'plan') === '');

/**
 * Makes a plan again from a report that carries all its statements. Where cells of the other tables were changed since the report was
 * written, they win; what has no row any more was taken out, and rows that were added are something new.
 */
export function restore(records: Records, builder: Builder, source: Source): void {
  const carried = new Map<string, Carried>();
  const lines = records.get('statements') ?? [];
  for (const row of lines) {
    const kind = text(row, 'kind');
    if (text(row, 'word') !== '' || text(row, 'plan') !== '' || !isKind(kind)) continue;
    const draft = kind === 'plan' ? builder.plan : new Draft(kind, text(row, 'id'), text(row, 'title'));
    draft.ordered = true;
    const marks = new Map(
      text(row, 'marks')
        .split(' ')
        .map((mark) => mark.split(':', 2) as [string, string]),
    );
    if (draft !== builder.plan && draft.id !== '') builder.ids.give(draft.id);
    if (!carried.has(nameOf(row))) carried.set(nameOf(row), { draft, row, inside: text(row, 'in') || undefined, marks, cells: [] });
  }
  const data = new Map<Draft, Record_[]>();
  for (const [i, row] of lines.entries()) {
    const cell = row.get('text');
    if (text(row, 'plan') !== '')
      for (const one of row.values()) builder.ledger.leave(one, say`It is declared in the plan "${text(row, 'plan')}", whose names this plan uses.`);
    if (cell === undefined || text(row, 'word') === GOES_ON) continue;
    const whole = [row, ...following(lines, i)];
    const owner = carried.get(nameOf(row));
    if (owner !== undefined && text(row, 'word') === DATA_ROW) data.set(owner.draft, [...(data.get(owner.draft) ?? []), row]);
    else sayLine(whole, owner, builder);
    if (owner !== undefined) for (const one of whole) owner.cells.push(...one.values());
  }
  for (const { row, cells } of carried.values()) cells.push(...row.values());
  const home = homes(carried, builder);
  for (const one of carried.values()) home(one).push(one.draft);
  for (const [draft, rows] of data) dataOf(draft, rows, builder);
  edit(records, carried, builder, source);
  for (const { draft, cells } of carried.values()) for (const cell of cells) builder.take(cell, draft, cell.text);
  for (const [table, rows] of records)
    for (const row of rows)
      for (const cell of row.values())
        builder.ledger.leave(
          cell,
          table === 'statements'
            ? say`It belongs to no statement of the plan.`
            : say`It was counted from the rest of the plan, or says again what stands elsewhere.`,
        );
}

const isKind = (kind: string): kind is Kind => (KINDS as readonly string[]).includes(kind) && kind !== 'waive';

/** The rows that go on with the text of a row. */
function following(lines: readonly Record_[], at: number): readonly Record_[] {
  let end = at + 1;
  while (end < lines.length && text(lines[end] as Record_, 'word') === GOES_ON) end++;
  return lines.slice(at + 1, end);
}

/** No statement is as long as this. */
const LONGEST = 1_000_000;

/** Says a statement again, if it is one and no more than one. */
function sayLine(rows: readonly Record_[], owner: Carried | undefined, builder: Builder): void {
  const row = rows.map((one) => text(one, 'text')).join('');
  const said = row.length > LONGEST ? '' : ofOneRow(row, written);
  const [first] = rows as [Record_];
  const cells = rows.flatMap((row) => [...row.values()]);
  if (text(first, 'kind') === 'waive' && isOne(said, 'waive', '')) {
    builder.waivers.push(said);
    for (const cell of cells) builder.take(cell, builder.plan, cell.text);
  } else if (owner !== undefined && isOne(`${owner.draft.kind} x "X" {\n${said}\n}`, owner.draft.kind, said)) owner.draft.lines.push({ text: said });
  else {
    const at = first.get('text')?.at;
    for (const cell of cells) builder.ledger.leave(cell, say`It is no single statement, so it was not taken over.`);
    if (at !== undefined)
      builder.doubts.push({ source: builder.source, at, id: (owner?.draft ?? builder.plan).id, text: say`"${row.slice(0, 80)}" is no single statement.` });
  }
}

const known = new Map<string, boolean>();

/** Whether a text holds one thing of a kind, and in it the one statement given: nothing that a cell says may end what it stands in. */
function isOne(whole: string, kind: string, statement: string): boolean {
  const key = withoutTexts(whole);
  const before = whole.includes('"""') ? undefined : known.get(key);
  if (before !== undefined) return before;
  const found = parse(whole).chunks.flatMap((chunk) => chunk.statements);
  const [one] = found;
  const inside = one?.block ?? [];
  const is =
    found.length === 1 &&
    one?.word === kind &&
    (statement === ''
      ? one.span.end === whole.trimEnd().length
      : one.span.end === whole.length && inside.length === 1 && (inside[0]?.span.end ?? 0) - (inside[0]?.span.start ?? 0) === statement.trimEnd().length);
  if (known.size > 50_000) known.clear();
  known.set(key, is);
  return is;
}

/** Where a declaration belongs: in what it is written in, among those who act, or at the top. */
function homes(carried: ReadonlyMap<string, Carried>, builder: Builder): (one: Carried) => Draft[] {
  return ({ draft, inside }) => {
    const upper = inside === undefined ? undefined : carried.get(inside)?.draft;
    if (draft === builder.plan) return [];
    if (upper !== undefined && upper !== draft && upper !== builder.plan) return upper.children;
    return draft.kind === 'actor' || draft.kind === 'partner' || draft.kind === 'body' ? builder.holders.drafts : builder.top;
  };
}

/** The rows of the data file that an indicator names. */
function dataOf(draft: Draft, rows: readonly Record_[], builder: Builder): void {
  const path = draft.lines.map(({ text: line }) => /^data (".*")$/.exec(line)?.[1]).find((one) => one !== undefined);
  if (path === undefined) return;
  const fine = rows.map((row) => text(row, 'text')).filter((row) => csvOf(row, ',').records.length === 1);
  builder.data.set(draft, { path: textOf(path), rows: fine });
}
