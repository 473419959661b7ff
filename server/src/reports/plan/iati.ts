import type { DateSpan, Day } from '../../language/dates.ts';
import type { Declaration } from '../../model/declaration.ts';
import { daysOf } from '../../model/observations.ts';
import { countryOf } from '../../model/place.ts';
import type { Scope } from '../../model/scope.ts';
import { planEnd } from '../../rules/funding/_time.ts';
import { oneLine, textIn } from '../../views/say.ts';
import type { Cells } from '../../views/table.ts';
import { indicatorsOf } from '../../views/tables/results.ts';
import { targets, values } from '../../views/tables.ts';
import { plain, xml } from '../escape.ts';
import type { Dossier } from './format.ts';

type Indicator = Declaration<'indicator'>;
type Line = Cells<string>;

/** OECD-DAC: facilitation of orderly, safe, regular and responsible migration and mobility. */
const SECTOR = '15190';
const STATUS: Readonly<Record<string, string>> = { draft: '1', consultation: '1', adopted: '2', amended: '2', extended: '2', closed: '4', superseded: '4' };
/** Result types: what the plan calls far away is an impact, what lies nearer an outcome; of a sector it is not said. */
const HORIZONS: Readonly<Record<string, string>> = { long: '3', medium: '2', short: '2' };

/** IATI 2.03: the plan as an activity, and its indicators with baselines, targets, actual values and dimensions as results. */
export function iati(dossier: Dossier): string {
  const { scope, today } = dossier;
  const language = languageOf(scope);
  const currency = /^[A-Z]{3}$/.exec(scope.plan?.one('currency')?.value?.toUpperCase() ?? '')?.[0];
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<iati-activities version="2.03" generated-datetime="${today}T00:00:00Z">`,
    `  <iati-activity${attributes({ 'xml:lang': language, 'default-currency': currency, 'last-updated-datetime': `${today}T00:00:00Z` })}>`,
    ...head(dossier).map((line) => `    ${line}`),
    ...resultsOf(dossier).map((line) => `    ${line}`),
    '  </iati-activity>',
    '</iati-activities>',
  ];
  return `${lines.join('\n')}\n`;
}

/** The language of the plan without the country in which it is spoken: of `pt-BR`, `pt`. A plan that says none is English. */
const languageOf = (scope: Scope): string => /^[a-z]{2,3}(?=$|[-_])/.exec(scope.plan?.one('language')?.value?.toLowerCase() ?? '')?.[0] ?? 'en';

const attributes = (some: Readonly<Record<string, string | undefined>>): string =>
  Object.entries(some)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${xml(plain(value) || '–')}"`))
    .join('');

/** An element with words in it; a plan that has none still needs something that can be read. */
const narrative = (element: string, words: string, given: Readonly<Record<string, string | undefined>> = {}): string =>
  `<${element}${attributes(given)}><narrative>${xml(plain(words) || '–')}</narrative></${element}>`;

/** Words of the language iplan, which are English in every plan. */
const remark = (words: string): string => `<comment><narrative xml:lang="en">${xml(plain(words))}</narrative></comment>`;

/** What is allowed in an identifier: no spaces, and none of `/ & | ?`. */
const identifier = (words: string): string => plain(words).replace(/[\s/&|?]+/gu, '-');

function head(dossier: Dossier): string[] {
  const { scope, today, jurisdiction } = dossier;
  const { plan } = scope;
  const territory = plan?.one('territory')?.value;
  const publisher = identifier(dossier.organisation ?? territory?.code ?? scope.id);
  const name = scope.findAll(plan?.refs('published by') ?? [])[0]?.title ?? territory?.name ?? scope.title;
  const type = scope.levels.some((level) => level === 'local' || level === 'regional') ? '11' : '10';
  const description = [textIn(plan, 'vision'), textIn(plan, 'about')].filter((words) => words !== undefined).join(' ') || scope.title;
  const country = countryOf(scope, jurisdiction) ?? /^([A-Z]{2})-/.exec(territory?.code ?? '')?.[1];
  const period = plan?.one('period')?.value;
  const start = period?.from && daysOf(period.from, scope).start;
  const end = planEnd(scope);
  return [
    `<iati-identifier>${xml(`${publisher}-${identifier(scope.id)}`)}</iati-identifier>`,
    narrative('reporting-org', name, { ref: publisher, type }),
    narrative('title', scope.title || scope.id),
    narrative('description', oneLine(description), { type: '1' }),
    narrative('participating-org', name, { ref: publisher, type, role: '2' }),
    `<activity-status code="${STATUS[plan?.one('status')?.value ?? ''] ?? (start !== undefined && start > today ? '1' : '2')}"/>`,
    ...datesOf(start, end, plan?.all('adopted')[0]?.value?.on, dossier).map(([day, type]) => `<activity-date iso-date="${day}" type="${type}"/>`),
    ...(country === undefined ? [] : [`<recipient-country code="${xml(country)}"/>`]),
    `<sector vocabulary="1" code="${SECTOR}"/>`,
  ];
}

/** A start must be told: where a plan has none, when it was adopted, else the day on which it is told, but none after its end. */
function datesOf(start: Day | undefined, end: Day | undefined, adopted: DateSpan | undefined, { scope, today }: Dossier): (readonly [Day, string])[] {
  const ends = end === undefined ? [] : [[end, '3'] as const];
  if (start !== undefined) return [[start, '1'], ...ends];
  const since = adopted === undefined ? today : daysOf(adopted, scope).start;
  const day = end !== undefined && end < since ? end : since;
  return [[day, day > today ? '1' : '2'], ...ends];
}

interface Result {
  readonly type: string;
  readonly title: string;
  readonly about: string | undefined;
  readonly indicators: Indicator[];
}

/** Each indicator under the first goal it shows, else under its sector, else under the plan. */
function resultsOf(dossier: Dossier): string[] {
  const { scope } = dossier;
  const found = new Map<Declaration | undefined, Result>();
  for (const indicator of indicatorsOf(scope)) {
    const goal = goalOf(indicator, scope);
    const whole = goal ?? scope.sectorOf(indicator) ?? scope.head;
    const type = goal === undefined ? '9' : (HORIZONS[String(goal.one('horizon')?.value)] ?? '2');
    const known = found.get(whole);
    if (known === undefined) found.set(whole, { type, title: whole?.title ?? scope.id, about: textIn(whole, 'about'), indicators: [indicator] });
    else known.indicators.push(indicator);
  }
  const measured = Map.groupBy(values.rows(dossier), (row) => row.of);
  const asked = Map.groupBy(targets.rows(dossier), (row) => row.cells['indicator_id']);
  return [...found.values()].flatMap(({ type, title, about, indicators }) => [
    `<result type="${type}">`,
    `  ${narrative('title', title)}`,
    ...(about === undefined ? [] : [`  ${narrative('description', about)}`]),
    ...indicators
      .flatMap((indicator) =>
        indicatorLines(
          indicator,
          (measured.get(indicator) ?? []).map((row) => row.cells),
          (asked.get(indicator.id) ?? []).map((row) => row.cells),
          scope,
        ),
      )
      .map((line) => `  ${line}`),
    '</result>',
  ]);
}

function goalOf(indicator: Indicator, scope: Scope): Declaration<'goal'> | undefined {
  const served = scope.of('target').filter((target) => scope.findAll(target.refs('measured by')).includes(indicator));
  const named = scope.findAll([...indicator.refs('serves'), ...served.flatMap((target) => target.refs('serves'))]);
  return named.find((one) => one.is('goal')) as Declaration<'goal'> | undefined;
}

function indicatorLines(indicator: Indicator, measured: readonly Line[], asked: readonly Line[], scope: Scope): string[] {
  const unit = textIn(indicator, 'unit');
  const qualitative = indicator.one('qualitative')?.value === 'yes';
  const measure = qualitative ? '5' : /^(?:percent|share)\b/i.test(unit ?? '') ? '2' : '1';
  const direction = indicator.one('direction')?.value;
  const ascending = direction === 'increase' ? '1' : direction === 'decrease' ? '0' : undefined;
  const about = [textIn(indicator, 'definition') ?? textIn(indicator, 'about'), unit && `Unit: ${unit}.`].filter((words) => words !== undefined).join(' ');
  const observed = (line: Line) => ({ value: line['value'] as number, part: line['part'], after: line['after'], comment: line['estimate'], qualitative });
  const baselines = measured
    .filter((line) => line['what'] === 'baseline' && line['to'] !== undefined)
    .flatMap((line) => point(`baseline${attributes({ year: String(line['to']).slice(0, 4), 'iso-date': String(line['to']) })}`, observed(line)));
  return [
    `<indicator measure="${measure}"${attributes({ ascending })}>`,
    `  ${narrative('title', indicator.title || indicator.id)}`,
    ...(about === '' ? [] : [`  ${narrative('description', about)}`]),
    ...baselines.map((line) => `  ${line}`),
    ...periods(measured, asked, observed, scope, qualitative).map((line) => `  ${line}`),
    '</indicator>',
  ];
}

interface Point {
  readonly value: number;
  readonly part: unknown;
  readonly after: unknown;
  readonly comment: unknown;
  readonly qualitative: boolean;
}

/** A value with the dimensions it is about. A comment says how exact it is, or in which form it was asked for. */
function point(opening: string, { value, part, after, comment, qualitative }: Point): string[] {
  const element = opening.split(' ')[0];
  const dimensions = [
    ...(part === undefined ? [] : [`<dimension${attributes({ name: 'group', value: String(part) })}/>`]),
    ...(after === undefined ? [] : [`<dimension${attributes({ name: 'measured after', value: String(after) })}/>`]),
  ];
  const inner = [...dimensions, ...(comment === undefined || comment === '' ? [] : [remark(String(comment))])];
  const head = `<${opening}${qualitative ? '' : ` value="${value}"`}`;
  return inner.length === 0 ? [`${head}/>`] : [`${head}>`, ...inner.map((line) => `  ${line}`), `</${element}>`];
}

/** A period for every span of days that a value or a target speaks of; the baseline stands outside of them. */
function periods(measured: readonly Line[], asked: readonly Line[], observed: (line: Line) => Point, scope: Scope, qualitative: boolean): string[] {
  const spans = new Map<string, { from: Day; to: Day; targets: string[]; actuals: string[] }>();
  const spanOf = (from: Day, to: Day) => {
    const key = `${from} ${to}`;
    const known = spans.get(key) ?? { from, to, targets: [], actuals: [] };
    spans.set(key, known);
    return known;
  };
  const period = scope.plan?.one('period')?.value;
  for (const line of asked) {
    if (line['aim'] === undefined) continue;
    // What is counted from an event has no day: it is asked for as long as the plan runs.
    const from = (line['from'] ?? (period?.from && daysOf(period.from, scope).start)) as Day | undefined;
    const to = (line['to'] ?? planEnd(scope)) as Day | undefined;
    if (from === undefined || to === undefined || from > to) continue;
    const after = line['from'] === undefined && line['by'] !== '' ? line['by'] : undefined;
    const said = `${line['what'] === 'milestone' ? 'milestone: ' : ''}${line['form']}`;
    const group = line['part'] ?? (line['groups'] === '' ? undefined : line['groups']);
    spanOf(from, to).targets.push(...point('target', { value: line['aim'] as number, part: group, after, comment: said, qualitative }));
  }
  for (const line of measured) {
    if (line['what'] !== 'value' || line['to'] === undefined) continue;
    spanOf(line['from'] as Day, line['to'] as Day).actuals.push(...point('actual', observed(line)));
  }
  return [...spans.values()]
    .toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : a.from < b.from ? -1 : 1))
    .flatMap(({ from, to, targets: wanted, actuals }) => [
      '<period>',
      `  <period-start iso-date="${from}"/>`,
      `  <period-end iso-date="${to}"/>`,
      ...[...wanted, ...actuals].map((line) => `  ${line}`),
      '</period>',
    ]);
}
