import { parseDate } from '../language/dates.ts';
import { recordsOf } from '../model/csv.ts';
import { csvField } from '../reports/escape.ts';
import { say } from '../text/say.ts';
import { folded, LANGUAGES, type Language } from '../words/languages.ts';
import { type Cell, Refused, type Source } from './read/source.ts';
import { dateOf } from './values/dates.ts';
import { measuredOf } from './values/quantities.ts';

/** One observed value, with the words of the plan's data files. */
export interface Observation {
  readonly date: string;
  readonly value: string;
  readonly group?: string | undefined;
}

/** What a file observes for one indicator, and the lines that were passed over with the reason. */
export interface Observations {
  readonly rows: readonly Observation[];
  readonly skipped: readonly string[];
}

const DATES = /^(?:time_period|time|date|year|period|dato|år|datum|vuosi|päivämäärä|jaar|jahr|année|date of value)$/;
const VALUES = /^(?:obs_value|value|values|verdi|värde|værdi|arvo|waarde|wert|valeur|figure|percent|prosent)$/;
const GROUPS = /^(?:group|groups|gruppe|grupp|ryhmä|groep|groupe|breakdown)$/;
/** Columns of SDMX that say nothing of what is counted. */
const ASIDE = /^(?:dataflow|last update|structure|structure_id|action|obs_flag|obs_status|conf_status|obs_note|comment_obs|decimals|unit_mult)$/;

/** Eurostat writes code and label in one cell: `NO: Norway`. */
const beforeColon = (cell: Cell | undefined): string => (cell?.text ?? '').split(':', 1)[0] as string;

/**
 * Reads observed values: SDMX-CSV, or any table with a date and a value. The filters of the indicator's source choose among its lines;
 * where other columns still hold several values, it is not clear which are meant, and the file is refused with them.
 */
export function observationsIn(source: Source, filters: ReadonlyMap<string, string>): Observations {
  const grid = source.blocks.find((block) => block.kind === 'grid');
  const rows = grid?.kind === 'grid' ? grid.rows : [];
  const at = rows.findIndex((row) => row.some((cell) => DATES.test(folded(cell?.text ?? ''))) && row.some((cell) => VALUES.test(folded(cell?.text ?? ''))));
  const head = rows[at]?.map((cell) => folded(beforeColon(cell))) ?? [];
  const [date, value, group] = [DATES, VALUES, GROUPS].map((pattern) => head.findIndex((name) => pattern.test(name))) as [number, number, number];
  if (at < 0)
    throw new Refused(say`has no columns for the date and the value: name them "date" and "value", or give a file of SDMX-CSV (TIME_PERIOD, OBS_VALUE)`);
  const missing = [...filters].filter(([name]) => !head.includes(folded(name)));
  const sdmx = head.includes('obs_value');
  if (sdmx && missing.length > 0) throw new Refused(say`has no column "${missing[0]?.[0]}", by which the source of the indicator chooses`);
  const body = rows.slice(at + 1).filter((row) => row.some((cell) => cell !== undefined));
  const code = (cell: Cell | undefined) => beforeColon(cell).trim();
  const wanted = body.filter((row) =>
    [...filters].every(([name, is]) => !head.includes(folded(name)) || is.split('+').includes(code(row[head.indexOf(folded(name))]))),
  );
  if (wanted.length === 0)
    throw new Refused(say`holds no line for ${[...filters].map(([name, is]) => `${name}=${is}`).join(', ')}; it has ${valuesOf(body, head, filters)}`);
  if (sdmx)
    for (const [c, name] of head.entries()) {
      if (c === date || c === value || ASIDE.test(name) || name === '') continue;
      const several = new Set(wanted.map((row) => code(row[c])));
      if (several.size > 1)
        throw new Refused(
          say`holds several values of "${name}": ${[...several].slice(0, 8).join(', ')}. Choose with --where ${name}=…, or in the source of the indicator`,
        );
    }
  const found: Observation[] = [];
  const skipped: string[] = [];
  for (const row of wanted) {
    const [on, figure] = [dayOf(row[date]), figureOf(row[value])];
    if (figure === undefined && (row[value] === undefined || /^[:–-]?$/.test(row[value].text))) continue;
    if (on === undefined) skipped.push(say`row ${row.find((cell) => cell !== undefined)?.at.row}: "${row[date]?.text ?? ''}" is no date`);
    else if (figure === undefined) skipped.push(say`row ${row[value]?.at.row}: "${row[value]?.text}" is no number`);
    else found.push({ date: on, value: figure, group: group < 0 ? undefined : row[group]?.text });
  }
  return { rows: found, skipped };
}

const dayOf = (cell: Cell | undefined): string | undefined => {
  const text = cell?.text.replace(/^(\d{4})-S([12])$/, (_, year: string, half: string) => (half === '1' ? `${year}-06` : `${year}-12`)) ?? '';
  return parseDate(text)?.text ?? dateOf(text, 'en')?.date;
};

/** A number as the plan's data files have it; what could be read in two ways is none. */
function figureOf(cell: Cell | undefined): string | undefined {
  if (cell?.number !== undefined) return `${cell.number.value}${cell.number.percent ? '%' : ''}`;
  const read = (language: Language) => measuredOf(cell?.text ?? '', language)?.written;
  const readings = new Set(LANGUAGES.slice(0, 2).map(read));
  return readings.size === 1 ? [...readings][0] : /^-?\d+\.\d+$/.test(cell?.text ?? '') ? cell?.text : undefined;
}

const valuesOf = (body: readonly (readonly (Cell | undefined)[])[], head: readonly string[], filters: ReadonlyMap<string, string>): string =>
  [...filters].map(([name]) => `${name}: ${[...new Set(body.map((row) => row[head.indexOf(folded(name))]?.text ?? ''))].slice(0, 8).join(', ')}`).join('; ');

/** `c_birth=NEU27_2020_FOR&sex=T` as names and values. */
export const filtersOf = (filter: string | undefined): ReadonlyMap<string, string> =>
  new Map(
    (filter ?? '')
      .split('&')
      .flatMap((pair) => (pair.includes('=') ? [[pair.slice(0, pair.indexOf('=')).trim(), pair.slice(pair.indexOf('=') + 1).trim()] as const] : [])),
  );

/** A data file with some values added: one of the same indicator, date and group is replaced. */
export function dataWith(
  text: string | undefined,
  indicator: string,
  rows: readonly Observation[],
): { readonly text: string; readonly added: number; readonly changed: number } {
  const { records } = recordsOf((text ?? 'indicator,date,value,group\n').replace(/^\uFEFF/, ''), ',');
  const head = records[0]?.cells.map((name) => name.trim().toLowerCase()) ?? [];
  const grouped = rows.some(({ group }) => group !== undefined) && !head.includes('group') ? [...head, 'group'] : head;
  const lines = records.slice(1).map(({ cells }) => [...cells]);
  let [added, changed] = [0, 0];
  for (const row of rows) {
    const held: Readonly<Record<string, string>> = { indicator, date: row.date, value: row.value, group: row.group ?? '' };
    const same = lines.find((cells) => ['indicator', 'date', 'group'].every((name) => (cells[grouped.indexOf(name)] ?? '').trim() === held[name]));
    if (same === undefined) {
      lines.push(grouped.map((name) => held[name] ?? ''));
      added++;
    } else if ((same[grouped.indexOf('value')] ?? '').trim() !== row.value) {
      same[grouped.indexOf('value')] = row.value;
      changed++;
    }
  }
  return { text: [grouped, ...lines].map((cells) => `${cells.map(csvField).join(',')}\n`).join(''), added, changed };
}
