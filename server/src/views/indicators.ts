import { addMonths, type Day } from '../language/dates.ts';
import type { DataSource, Lagged } from '../language/forms.ts';
import { capital, counted } from '../language/nouns.ts';
import { monthsOf } from '../language/times.ts';
import type { Declaration } from '../model/declaration.ts';
import { measuring } from '../model/measuring.ts';
import { baselinesOf, newestOf, type Observed, valuesOf } from '../model/observations.ts';
import { lineOf, nextDue, type Point, progressBy, progressOf } from '../model/progress.ts';
import { say, told } from '../text/say.ts';
import { figure } from './figures.ts';
import { textIn } from './say.ts';
import { LIGHTS, observed, reasonOf, type Standing, standingOf } from './standing.ts';
import { type Gap, gapsOf, type Mention, mention, placed, type Seen } from './view.ts';
import { spelled } from './words.ts';

/** One figure of an indicator, with its date as written and the statement it stands in. */
export interface Reading {
  readonly day: Day;
  readonly date: string;
  readonly value: number;
  readonly said: string;
  readonly baseline: boolean;
  readonly estimate: boolean;
  readonly at?: Mention['place'];
}

/** Values that may be compared: of a cohort, those at one time after the event. */
export interface Series {
  /** `2 years after arrival`; nothing where all values are alike. */
  readonly of?: string;
  readonly readings: readonly Reading[];
}

/** A target of the indicator and the line it is judged by. */
export interface Aimed extends Standing {
  readonly line: readonly Point[];
  /** The series that the line belongs to, by its place. */
  readonly aim?: { readonly day: Day; readonly value: number };
}

/** The newest figure split by one of its categories. */
export interface Split {
  readonly category: string;
  readonly said: string;
  readonly value: number;
}

export interface IndicatorCard {
  readonly indicator: Mention;
  readonly sector?: Mention;
  readonly said: readonly { readonly label: string; readonly text: string }[];
  readonly series: readonly Series[];
  readonly targets: readonly Aimed[];
  readonly split: readonly Split[];
  readonly splitOn?: string;
  readonly alarm?: number;
  readonly newest?: string;
  /** When the next value is due, and whether it is late. */
  readonly due?: { readonly day: Day; readonly late: boolean };
  readonly gaps: readonly Gap[];
}

export const indicators = (seen: Seen): readonly IndicatorCard[] => {
  const targets = new Map<Declaration, Declaration<'target'>[]>();
  for (const target of seen.scope.of('target'))
    for (const indicator of measuring(target, seen.scope)) if (targets.get(indicator)?.push(target) === undefined) targets.set(indicator, [target]);
  const all = [...new Set([...seen.scope.of('indicator'), ...targets.keys()])] as readonly Declaration<'indicator'>[];
  return all.map((indicator) => card(indicator, targets.get(indicator) ?? [], seen));
};

const ASKED = [
  'indicator-without-baseline',
  'indicator-without-target',
  'indicator-without-unit',
  'indicator-without-source',
  'indicator-without-frequency',
  'indicator-without-owner',
  'no-disaggregation',
  'stale-data',
  'moving-away',
  'alarm-crossed',
  'parts-do-not-add-up',
].map((rule) => `monitoring/${rule}`);

function card(indicator: Declaration<'indicator'>, targets: readonly Declaration<'target'>[], seen: Seen): IndicatorCard {
  const { scope: plan, today } = seen;
  const values = valuesOf(indicator, plan);
  const newest = newestOf(values, today);
  const due = newest && nextDue(newest, indicator);
  const split = values.findLast((one) => one.start <= today && one.parts.size > 0) ?? baselinesOf(indicator, plan).findLast((one) => one.parts.size > 0);
  const sector = plan.sectorOf(indicator);
  const alarm = indicator.one('alarm')?.value?.number;
  const find = gapsOf(seen);
  return {
    indicator: mention(indicator, seen),
    ...(sector && { sector: mention(sector, seen) }),
    said: said(indicator, seen),
    series: seriesOf(indicator, seen),
    targets: targets.map((target) => aimedBy(target, indicator, seen)),
    split:
      split === undefined ? [] : [...split.parts].map(([category, value]) => ({ category: titleOf(category, seen), said: figure(value), value: value.number })),
    ...(split?.on && { splitOn: split.on.text }),
    ...(alarm !== undefined && { alarm }),
    ...(newest?.value && { newest: observed(newest) }),
    ...(due !== undefined && { due: { day: due, late: due < today } }),
    gaps: ASKED.flatMap((rule) => find(indicator, rule) ?? []),
  };
}

/** A category may be a group of the plan. */
const titleOf = (category: string, { scope: plan }: Seen): string => plan.resolve(category)?.declaration.title ?? spelled(category);

function said(indicator: Declaration<'indicator'>, { scope: plan }: Seen): IndicatorCard['said'] {
  const line = (label: string, text: string | undefined) => (text === undefined || text === '' ? [] : [{ label, text }]);
  const frequency = indicator.one('frequency')?.value as Lagged | undefined;
  const lag = frequency?.lag === undefined ? '' : `, ${say`${counted(frequency.lag.count, frequency.lag.unit)} late`}`;
  const sources = (indicator.all('source') as readonly { value: DataSource | undefined }[]).flatMap(({ value }) =>
    value === undefined ? [] : [`${capital(spelled(value.kind))}${value.text === undefined ? '' : `: ${value.text}`}`],
  );
  const brokenDown = indicator.all('broken down by').flatMap((fact) => fact.value ?? []);
  return [
    ...line(say`Unit`, spelled(textIn(indicator, 'unit') ?? '')),
    ...line(say`Better`, told(BETTER[indicator.one('direction')?.value ?? ''] ?? '')),
    ...line(say`Source`, sources.join('; ')),
    ...line(say`Measured`, frequency && `${frequency.text}${lag}`),
    ...line(say`Owner`, plan.findAll(indicator.refs('owner'))[0]?.title),
    ...line(say`Broken down by`, brokenDown.map(spelled).join(', ')),
  ];
}

export const BETTER: Readonly<Record<string, string>> = { increase: 'more', decrease: 'less', hold: 'no change' };

function reading(one: Observed, baseline: boolean, seen: Seen): readonly Reading[] {
  if (one.value === undefined || one.on === undefined) return [];
  const at = one.fact && placed(seen, one.fact.node);
  return [
    {
      day: one.end,
      date: one.on.text,
      value: one.value.number,
      said: figure(one.value),
      baseline,
      estimate: one.value.estimate !== undefined,
      ...(at && { at }),
    },
  ];
}

function seriesOf(indicator: Declaration<'indicator'>, seen: Seen): readonly Series[] {
  const all = [
    ...baselinesOf(indicator, seen.scope).map((one) => ({ one, baseline: true })),
    ...valuesOf(indicator, seen.scope).map((one) => ({ one, baseline: false })),
  ];
  const byAge = new Map<number, { of?: string; readings: Reading[] }>();
  const after = indicator.one('at')?.value?.after;
  for (const { one, baseline } of all) {
    const months = one.at === undefined ? -1 : Math.round(monthsOf(one.at) * 10) / 10;
    const series = byAge.get(months) ?? {
      ...(one.at && { of: after === undefined ? counted(one.at.count, one.at.unit) : say`${counted(one.at.count, one.at.unit)} after ${after}` }),
      readings: [],
    };
    series.readings.push(...reading(one, baseline, seen));
    byAge.set(months, series);
  }
  return [...byAge]
    .sort(([a], [b]) => a - b)
    .map(([, series]) => ({ ...series, readings: series.readings.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)) }))
    .filter(({ readings }) => readings.length > 0);
}

function aimedBy(target: Declaration<'target'>, indicator: Declaration<'indicator'>, seen: Seen): Aimed {
  const progress = progressBy(target, indicator, seen.scope, seen.today);
  const speaks = progressOf(target, seen.scope, seen.today).indicator === indicator;
  const line = lineOf(target, progress, seen.scope);
  const end = line.at(-1);
  // Another of the target's indicators may speak for the whole; here it is judged by this one.
  const own = speaks ? {} : { state: progress.state, light: LIGHTS[progress.state], reason: reasonOf(progress, seen) };
  return { ...standingOf(target, seen), ...own, line, ...(end && { aim: end }) };
}

/** The days that a chart of some readings and lines spans, with room on both sides; at least a year. */
export function daysShown(card: IndicatorCard, today: Day): { readonly from: Day; readonly to: Day } | undefined {
  const days = [
    ...card.series.flatMap(({ readings }) => readings.map(({ day }) => day)),
    ...card.targets.flatMap(({ line }) => line.map(({ day }) => day)),
  ].sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const from = addMonths(first, -3);
  const wide = addMonths(from, 18);
  const to = addMonths(last, 3);
  const end = [to, wide].sort().at(-1) as Day;
  return { from, to: today > from && today < addMonths(end, 24) && today > end ? addMonths(today, 1) : end };
}
