import { say } from '../../text/say.ts';
import { spanSaid } from '../ours/figures.ts';
import { textIn } from './decode.ts';
import { type Block, type Cell, Refused, type Source, tidy } from './source.ts';
import { childOf, childrenOf, type Element, readXml, wordsIn } from './xml.ts';

const narrative = (element: Element | undefined): string => tidy(wordsIn(childrenOf(element, 'narrative')[0] ?? element));
const attribute = (element: Element | undefined, name: string): string => tidy(element?.attributes[name] ?? '');

/** Results of IATI 2.03 as tables: a result is a goal, its indicators have baselines, values and targets. */
export function iati(bytes: Uint8Array, name: string): Source {
  const root = readXml(textIn(bytes));
  const activities = root.name === 'iati-activities' ? childrenOf(root, 'iati-activity') : root.name === 'iati-activity' ? [root] : [];
  if (activities.length === 0) throw new Refused(say`is XML of another kind: only IATI activities with results are read`);
  const tables = new Tables();
  for (const activity of activities) for (const result of childrenOf(activity, 'result')) resultOf(result, tables);
  const [first] = activities;
  const title = narrative(childOf(first, 'title'));
  const about = narrative(childrenOf(first, 'description')[0]);
  const language = attribute(first, 'lang');
  const dates = new Map(childrenOf(first, 'activity-date').map((date) => [attribute(date, 'type'), attribute(date, 'iso-date')]));
  const head = Object.fromEntries(
    Object.entries({
      title,
      about: about === title ? '' : about,
      language,
      currency: attribute(first, 'default-currency'),
      country: attribute(childOf(first, 'recipient-country'), 'code'),
      from: dates.get('2') ?? dates.get('1') ?? '',
      to: dates.get('4') ?? dates.get('3') ?? '',
    }).filter(([, value]) => value !== ''),
  );
  return { name, format: 'IATI', title, head, blocks: tables.blocks() };
}

/** The types of results that stand for something wanted; of the others the title is a field of policy. */
const HORIZONS: Readonly<Record<string, string>> = { '1': 'short', '2': 'medium', '3': 'long' };

function resultOf(result: Element, tables: Tables): void {
  const title = narrative(childOf(result, 'title'));
  const horizon = HORIZONS[attribute(result, 'type')];
  if (horizon !== undefined) tables.add('goals', { title, horizon });
  for (const indicator of childrenOf(result, 'indicator')) {
    const called = narrative(childOf(indicator, 'title'));
    const about = narrative(childrenOf(indicator, 'description')[0]);
    const said = unitSaid(about);
    const percent = attribute(indicator, 'measure') === '2';
    const unit = said?.unit ?? (percent ? 'percent' : '');
    const direction = { '1': 'increase', true: 'increase', '0': 'decrease', false: 'decrease' }[attribute(indicator, 'ascending')] ?? '';
    const serves = horizon === undefined ? '' : title;
    tables.add('indicators', {
      title: called,
      definition: said === null ? about : said.before,
      unit,
      direction,
      serves,
      ...(horizon === undefined && { sector: title }),
    });
    const observed = (element: Element, what: string, from: string, to: string) => {
      const dimensions = childrenOf(element, 'dimension');
      const after = dimensions.find((one) => attribute(one, 'name') === 'measured after');
      const part = dimensions
        .filter((one) => one !== after)
        .map((one) => attribute(one, 'value'))
        .join(', ');
      return {
        indicator: called,
        what,
        from,
        to,
        after: attribute(after, 'value'),
        part,
        value: attribute(element, 'value'),
        unit,
        estimate: narrative(childOf(element, 'comment')),
      };
    };
    for (const baseline of childrenOf(indicator, 'baseline')) {
      const day = attribute(baseline, 'iso-date') || attribute(baseline, 'year');
      tables.add('values', observed(baseline, 'baseline', day, day));
    }
    for (const period of childrenOf(indicator, 'period')) {
      const [from, to] = ['period-start', 'period-end'].map((end) => attribute(childOf(period, end), 'iso-date')) as [string, string];
      for (const actual of childrenOf(period, 'actual')) tables.add('values', observed(actual, 'value', from, to));
      for (const target of childrenOf(period, 'target')) {
        const { part, value, estimate } = observed(target, '', from, to);
        const form = /^(milestone: )?(at least|at most|exactly|below|above|increase by|decrease by)?$/.exec(estimate);
        const aim = form?.[2] === 'increase by' || form?.[2] === 'decrease by' ? undefined : form?.[2];
        tables.add('targets', {
          title: called,
          indicator: called,
          serves,
          what: form?.[1] === undefined ? 'target' : 'milestone',
          form: aim ?? (direction === 'decrease' ? 'at most' : 'at least'),
          written: value,
          written_unit: percent ? 'percent' : '',
          part,
          by: `by ${spanSaid(from, to) ?? to}`,
        });
      }
    }
  }
}

/** Rows with their keys, as a report has them. */
class Tables {
  readonly #rows = new Map<string, Readonly<Record<string, string>>[]>();

  add(table: string, row: Readonly<Record<string, string>>): void {
    const rows = this.#rows.get(table);
    if (rows === undefined) this.#rows.set(table, [row]);
    else rows.push(row);
  }

  blocks(): readonly Block[] {
    return [...this.#rows].map(([name, rows]): Block => {
      const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const cell = (text: string, row: number, column: number): Cell | undefined => (text === '' ? undefined : { text, at: { part: name, row, column } });
      return {
        kind: 'grid',
        name,
        rows: [keys.map((key, c) => cell(key, 1, c + 1)), ...rows.map((row, r) => keys.map((key, c) => cell(row[key] ?? '', r + 2, c + 1)))],
      };
    });
  }
}

/** Reports of ours end the description of an indicator with its unit, for which the standard has no element. */
function unitSaid(about: string): { readonly unit: string; readonly before: string } | null {
  const [before, unit] = [about.slice(0, about.lastIndexOf('Unit: ')).trim(), about.slice(about.lastIndexOf('Unit: ') + 'Unit: '.length, -1)];
  return about.includes('Unit: ') && about.endsWith('.') && unit !== '' ? { unit, before } : null;
}
