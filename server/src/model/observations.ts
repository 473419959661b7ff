import type { Quantity } from '../language/amounts.ts';
import { type DateSpan, type Day, financialYear } from '../language/dates.ts';
import type { Observation } from '../language/forms.ts';
import { type Duration, monthsOf } from '../language/times.ts';
import type { DataRow } from './csv.ts';
import { dataFile, dataOf } from './data.ts';
import type { Declaration, Fact } from './declaration.ts';
import { perScope } from './memo.ts';
import type { Scope } from './scope.ts';

/** A value that was measured, wherever it is written: in the plan, or in the data file beside it. */
export interface Observed {
  /** Missing where only the parts are known. */
  readonly value?: Quantity;
  readonly on?: DateSpan;
  /** The days it is about, a financial year counted as the plan counts it. */
  readonly start: Day;
  readonly end: Day;
  /** Of a cohort: how long after the event. */
  readonly at?: Duration;
  readonly parts: ReadonlyMap<string, Quantity>;
  /** The statement it is written in; one from a data file has none. */
  readonly fact?: Fact<Observation>;
  readonly row?: DataRow;
}

/** The days of a date; a financial year begins when the plan says. */
export function daysOf(date: DateSpan, scope: Scope): { readonly start: Day; readonly end: Day } {
  if (date.financial !== true) return date;
  const starts =
    scope.plan?.one('year starts')?.value ?? scope.ancestors.map((above) => above.plan?.one('year starts')?.value).find((day) => day !== undefined);
  return starts === undefined ? date : financialYear(Number(date.start.slice(0, 4)), starts);
}

const UNDATED = '0000-01-01';

/** A cohort indicator that is measured at one time only means that time, also where a value does not repeat it. */
function ageOf(indicator: Declaration<'indicator'>): Duration | undefined {
  const durations = indicator.one('at')?.value?.durations;
  return durations?.length === 1 ? durations[0] : undefined;
}

const UNDIVIDED: Observed['parts'] = new Map();

function observedIn(fact: Fact<Observation>, indicator: Declaration<'indicator'>, scope: Scope): Observed | undefined {
  const { value: read } = fact;
  if (read === undefined) return undefined;
  const at = read.at ?? ageOf(indicator);
  const { start, end } = read.on === undefined ? { start: UNDATED, end: UNDATED } : daysOf(read.on, scope);
  const said = fact.parts.flatMap((part) => (part.value === undefined ? [] : [[part.category, part.value] as const]));
  const parts = said.length === 0 ? UNDIVIDED : new Map(said);
  return { value: read.value, start, end, parts, fact, ...(read.on && { on: read.on }), ...(at && { at }) };
}

/** The baselines of an indicator, in the order written; a cohort has one for each duration. */
export const baselinesOf = perScope((indicator: Declaration<'indicator'>, scope: Scope): readonly Observed[] =>
  (indicator.all('baseline') as readonly Fact<Observation>[]).flatMap((fact) => observedIn(fact, indicator, scope) ?? []),
);

/** The measured values of an indicator in the order of their dates, those of its data file among them; the baseline is none of them. */
export const valuesOf = perScope((indicator: Declaration<'indicator'>, scope: Scope): readonly Observed[] => {
  const written = (indicator.all('value') as readonly Fact<Observation>[]).flatMap((fact) => observedIn(fact, indicator, scope) ?? []);
  const all = [...written, ...valuesInData(indicator, scope)];
  return all.sort((a, b) => (a.end < b.end ? -1 : a.end > b.end ? 1 : 0));
});

function valuesInData(indicator: Declaration<'indicator'>, scope: Scope): Observed[] {
  const uri = dataOf(indicator, scope.all);
  const rows = typeof uri === 'string' ? (dataFile(scope.all?.data, uri)?.byIndicator.get(indicator.id) ?? []) : [];
  const byDate = new Map<string, { value?: Quantity; row: DataRow; parts: Map<string, Quantity> }>();
  for (const row of rows) {
    let found = byDate.get(row.on.text);
    if (found === undefined) byDate.set(row.on.text, (found = { row, parts: new Map() }));
    if (row.group !== undefined) found.parts.set(row.group, row.value);
    else {
      found.value = row.value;
      found.row = row;
    }
  }
  const at = ageOf(indicator);
  return [...byDate.values()].map(({ value, row, parts }) => {
    const { start, end } = daysOf(row.on, scope);
    return { start, end, on: row.on, parts, row, ...(value && { value }), ...(at && { at }) };
  });
}

/** The value of a part, or of the whole where no part is asked for. */
export const valueAt = (observed: Observed, part?: string): Quantity | undefined => (part === undefined ? observed.value : observed.parts.get(part));

/** Whether two durations after an event are the same; none is like none. */
export const sameAge = (a: Duration | undefined, b: Duration | undefined): boolean =>
  a === undefined || b === undefined ? a === b : Math.abs(monthsOf(a) - monthsOf(b)) < 0.1;

/** The newest observation that is not a forecast. */
export const newestOf = (values: readonly Observed[], today: Day): Observed | undefined => values.findLast((value) => value.start <= today);
