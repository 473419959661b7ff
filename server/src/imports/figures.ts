import { oneLine } from '../text/lines.ts';
import { say } from '../text/say.ts';
import type { Builder } from './builder.ts';
import { Draft } from './draft.ts';
import type { Layout } from './recognise.ts';
import type { Subject, Waiting } from './subjects.ts';
import { dateOf, whenOf } from './values/dates.ts';
import { type Measured, measuredOf } from './values/quantities.ts';
import { isUnknown } from './values/words.ts';

/** What is known of an indicator while its values are put together. */
interface Figures {
  readonly on: Subject;
  readonly layout: Layout;
  readonly builder: Builder;
  readonly indicator: Draft;
}

/** Baseline, values and targets of the indicators of a row, now that the whole row is read. */
export function figures(on: Subject, layout: Layout, builder: Builder): void {
  const [indicator] = on.indicators;
  const all = [...on.waiting.values()].flat();
  if (all.length === 0) return;
  if (indicator === undefined || on.indicators.length > 1) {
    for (const { cell, column } of all)
      builder.remark(
        cell,
        on.draft,
        column,
        say`"${cell.text.slice(0, 60)}": the row names ${on.indicators.length === 0 ? 'no indicator' : 'several indicators'}, so it is not clear what this figure is of.`,
      );
    return;
  }
  const given: Figures = { on, layout, builder, indicator };
  const baseline = observed(given, 'baseline');
  observed(given, 'value');
  aims(given, baseline);
}

/** `71 %` in a table whose unit says percent is a percentage. */
function read({ cell }: Waiting, { layout, indicator }: Figures): Measured | undefined {
  const percent = indicator.lines.some(({ text }) => text === 'unit percent');
  if (cell.number !== undefined) {
    const { value, percent: shown } = cell.number;
    return shown || percent ? { written: `${value}%`, unit: 'percent' } : { written: `${value}` };
  }
  const found = measuredOf(cell.text, layout.language);
  return found !== undefined && percent && found.unit === undefined ? { ...found, written: `${found.written}%`, unit: 'percent' } : found;
}

/** Baselines and values: one from each column, dated by the cell, its neighbour or its heading. */
function observed(given: Figures, word: 'baseline' | 'value'): Measured | undefined {
  const { on, builder, indicator, layout } = given;
  const waiting = on.waiting.get(word) ?? [];
  const dates = waiting.filter(({ column }) => column.dates === true);
  let first: Measured | undefined;
  for (const one of waiting) {
    if (one.column.dates === true) continue;
    const measured = read(one, given);
    const dated = dates.map(({ cell }) => dateOf(cell.text, layout.language)).find((date) => date !== undefined);
    const on_ = measured?.on ?? dated?.date ?? one.column.on;
    if (measured === undefined || measured.form !== undefined) {
      doubt(one, given);
      continue;
    }
    first ??= measured;
    unit(measured, given, one);
    const text = `${word} ${measured.written}${on_ === undefined ? '' : ` on ${on_}`}`;
    if (!builder.said(one.cell, indicator, text, measured.guessed)) doubt(one, given);
    else for (const { cell } of dates) if (dated !== undefined) builder.take(cell, indicator, text);
  }
  for (const one of dates) if (!builder.ledger.has(one.cell)) doubt(one, given);
  return first;
}

/** The last of the values to be reached is the target; those before it are milestones. */
function aims(given: Figures, baseline: Measured | undefined): void {
  const { on, builder, indicator, layout } = given;
  const whens = on.waiting.get('when') ?? [];
  const when = whens
    .map(({ cell }) => whenOf(cell.text, layout.language)?.says[0]?.replace(/^deadline by /, ''))
    .find((date) => date !== undefined && /^\d{4}/.test(date));
  const targets = on.waiting.get('target') ?? [];
  const dates = targets.filter(({ column }) => column.dates === true);
  const dated = dates.map(({ cell }) => dateOf(cell.text, layout.language)?.date).find((date) => date !== undefined);
  const found = (['milestone', 'target'] as const)
    .flatMap((word) => (on.waiting.get(word) ?? []).map((one) => ({ one, word })))
    .filter(({ one }) => one.column.dates !== true)
    .flatMap(({ one, word }) => {
      if (isUnknown(one.cell.text)) return [];
      const measured = read(one, given);
      if (measured === undefined) {
        doubt(one, given);
        return [];
      }
      return [{ one, word, measured, by: measured.on ?? (word === 'target' ? dated : undefined) ?? one.column.on ?? (word === 'target' ? when : undefined) }];
    });
  const last = found.findLast(({ word }) => word === 'target');
  if (last === undefined) {
    for (const { one } of found) builder.remark(one.cell, indicator, one.column);
    for (const one of [...whens, ...dates]) builder.remark(one.cell, indicator, one.column);
    return;
  }
  const { measured } = last;
  const known = form(measured, baseline);
  const target = targetOf(given, last.one);
  unit(measured, given, last.one);
  const guess =
    measured.form === undefined
      ? say`It is not said whether the value is to be reached from below or from above: "${known}" is ${baseline === undefined ? 'what most targets ask for' : 'told by the baseline'}.`
      : undefined;
  const text = `${known} ${measured.written}${last.by === undefined ? '' : ` by ${last.by}`}`;
  const clash = target.lines.some((line) => /^(?:at least|at most|exactly|below|above|increase by|decrease by) /.test(line.text) && line.text !== text);
  if (clash || !builder.said(last.one.cell, target, text, guess ?? measured.guessed)) doubt(last.one, given);
  for (const { cell } of [...(last.by === when ? whens : []), ...(last.by === dated ? dates : [])]) builder.take(cell, target, text);
  for (const { one, measured: way, by } of found) {
    if (one === last.one) continue;
    const step = `milestone ${form(way, baseline, known)} ${way.written}${by === undefined ? '' : ` by ${by}`}`;
    if (by === undefined || !builder.said(one.cell, target, step, way.guessed)) doubt(one, given);
  }
  for (const one of [...whens, ...dates]) if (!builder.ledger.has(one.cell)) doubt(one, given);
}

function form(measured: Measured, baseline: Measured | undefined, usual?: string): string {
  if (measured.form !== undefined) return measured.form;
  if (usual?.startsWith('at ')) return usual;
  const [from, to] = [Number.parseFloat(baseline?.written ?? ''), Number.parseFloat(measured.written)];
  return to < from ? 'at most' : 'at least';
}

function targetOf({ on, builder, indicator }: Figures, waiting: Waiting): Draft {
  const made = builder.targets.get(indicator);
  const target = made ?? new Draft('target', builder.ids.give(`${indicator.id}-target`), indicator.title);
  if (made === undefined) {
    builder.targets.set(indicator, target);
    target.say(`measured by ${indicator.id}`);
    const goal = on.goals.at(-1) ?? (on.draft.kind === 'goal' ? on.draft : undefined);
    if (goal !== undefined) target.say(`serves ${goal.id}`);
    const home = on.sector?.children ?? builder.top;
    home.splice(home.indexOf(indicator), 0, target);
  }
  builder.take(waiting.cell, target, `measured by ${indicator.id}`);
  if (on.draft.kind === 'measure') on.draft.name('serves', [target.id]);
  return target;
}

/** What a figure counts says the unit, where nothing else does. */
function unit(measured: Measured, { indicator, builder }: Figures, { cell }: Waiting): void {
  if (measured.unit !== undefined && !indicator.has('unit') && indicator.say(`unit ${measured.unit}`)) builder.take(cell, indicator, `unit ${measured.unit}`);
}

const doubt = ({ cell, column }: Waiting, { builder, indicator }: Figures): void =>
  builder.remark(cell, indicator, column, say`"${oneLine(cell.text.slice(0, 60))}" under "${column.heading}" was not understood as "${column.column}".`);
