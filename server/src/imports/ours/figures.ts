import { daysInMonth } from '../../language/dates.ts';
import type { Draft } from '../draft.ts';
import type { Cell } from '../read/source.ts';
import type { Rebuilding } from './rebuild.ts';
import { ungrouped } from './rebuild.ts';
import type { Record_ } from './records.ts';

const text = (row: Record_, key: string): string | undefined => row.get(key)?.text;

/** Lines of one observation, the whole first and then its parts, as a statement each. */
export function observations(rows: readonly Record_[], rebuilding: Rebuilding): void {
  const whole = Map.groupBy(rows, (row) =>
    JSON.stringify(
      ['indicator_id', 'indicator', 'what', 'from', 'to', 'after'].map((key) => (key === 'indicator' && row.has('indicator_id') ? '' : text(row, key))),
    ),
  );
  for (const lines of whole.values()) {
    const [first] = lines as [Record_];
    const indicator = rebuilding.indicator(text(first, 'indicator_id') ?? text(first, 'indicator'));
    const total = lines.find((row) => !row.has('part'));
    const on = spanSaid(text(first, 'from'), text(first, 'to'));
    if (indicator === undefined || total === undefined) continue;
    const after = /^(\d+(?:\.\d+)? \w+) after (.*)$/.exec(text(first, 'after') ?? '');
    const parts = lines.flatMap((row) => (row.has('part') ? [`${text(row, 'part')} ${observedOf(row)}`] : []));
    const block = parts.length === 0 ? '' : ` { ${parts.join('; ')} }`;
    const line = `${text(first, 'what')} ${observedOf(total)}${after === null ? '' : ` at ${after[1]}`}${on === undefined ? '' : ` on ${on}`}`;
    if (!indicator.say(`${line}${block}`) && !indicator.say(line)) continue;
    for (const row of lines)
      for (const key of ['value', 'from', 'to', 'part', 'after', 'estimate'])
        if (row.has(key)) rebuilding.builder.take(row.get(key) as Cell, indicator, line.split(' ')[0] as string);
  }
}

const observedOf = (row: Record_): string =>
  `${text(row, 'value')}${text(row, 'unit') === 'percent' ? '%' : ''}${row.has('estimate') ? ` ${text(row, 'estimate')}` : ''}`;

/** A span of days as the shortest date that means it. */
export function spanSaid(from: string | undefined, to: string | undefined): string | undefined {
  if (to === undefined || from === undefined || from === to) return to ?? from;
  const [year, month] = from.split('-').map(Number) as [number, number];
  if (from === `${year}-01-01` && to === `${year}-12-31`) return String(year);
  const last = (m: number) => `${from.slice(0, 5)}${String(m).padStart(2, '0')}-${daysInMonth(year, m)}`;
  if (from.endsWith('-01') && to === last(month)) return from.slice(0, 7);
  if (from.endsWith('-01') && month % 3 === 1 && to === last(month + 2)) return `${year}-Q${(month + 2) / 3}`;
  return to;
}

/** What a target asks for, its milestones and the parts of both. */
export function targetLines(rows: readonly (readonly [Record_, Draft])[], rebuilding: Rebuilding): void {
  for (const [target, lines] of Map.groupBy(rows, ([, draft]) => draft)) {
    const [first] = (lines as (readonly [Record_, Draft])[])[0] as readonly [Record_, Draft];
    rebuilding.refs(target, first.get('indicator_id') ?? first.get('indicator'), 'measured by');
    rebuilding.refs(target, first.get('groups'), 'for');
    rebuilding.refs(target, first.get('owner'), 'owner');
    rebuilding.refs(target, first.get('serves'), 'serves');
    const asked = lines.map(([row]) => row);
    for (const [i, row] of asked.entries()) {
      if (row.has('part')) continue;
      const cell = row.get('written') ?? row.get('asked');
      const parts: string[] = [];
      for (let next = i + 1; asked[next]?.has('part') === true; next++)
        parts.push(`${text(asked[next] as Record_, 'part')} ${askedOf(asked[next] as Record_)}`);
      const said = row.has('form')
        ? `${text(row, 'form')} ${askedOf(row)}${row.has('by') ? ` ${text(row, 'by')}` : ''}`
        : ungrouped(text(row, 'asked') ?? '').replace(/(\d)\s%/, '$1%');
      const line = `${text(row, 'what') === 'milestone' ? 'milestone ' : ''}${said}`;
      rebuilding.say(target, cell, () => `${line}${parts.length === 0 ? '' : ` { ${parts.join('; ')} }`}`);
    }
  }
}

function askedOf(row: Record_): string {
  const unit = text(row, 'written_unit');
  return `${text(row, 'written')}${unit === 'percent' ? '%' : unit === undefined ? '' : ` ${unit}`}`;
}
