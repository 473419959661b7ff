import { say, told } from '../../text/say.ts';
import { type Funding, type FundRow, funding as view } from '../../views/funding.ts';
import type { Mention } from '../../views/view.ts';
import { fitting, hint, picture, wrapped } from './drawing.ts';
import { all, between, type Html, h } from './element.ts';
import { type Drawing, finding, findings, named, namedAll, nothing, source, table, tag } from './parts.ts';

export function funding(drawing: Drawing): Html {
  const data = view(drawing.seen);
  if (data.funds.length + data.unnamed.length + data.without.length === 0)
    return nothing(say`The plan says nothing of money, and has no measure that would need some.`);
  return all(
    findings(drawing, data.gaps),
    data.funds.length > 0 && [
      h('div', { class: 'scroll wide', role: 'region', tabindex: 0, 'aria-label': say`Flows of money` }, flows(data, drawing)),
      table(
        drawing,
        say`Funds`,
        COLUMNS.map(told),
        data.funds.map((row) => fundRow(row, drawing)),
      ),
    ],
    data.unnamed.length > 0 && [
      h('h3', {}, say`Paid for, but not said from which fund`),
      h('ul', {}, ...data.unnamed.map(({ task, said }) => h('li', {}, named(drawing, task), `: ${said}`))),
    ],
    data.without.length > 0 && [
      h('h3', {}, say`Measures without money`),
      h('ul', { class: 'findings' }, ...data.without.map(({ task, gap }) => h('li', {}, gap === undefined ? named(drawing, task) : finding(drawing, gap)))),
    ],
  );
}

export const COLUMNS = ['Fund', 'From', 'To', 'Amount', 'Shares', 'When', 'Secured', 'Pays for'];

const fundRow = (row: FundRow, drawing: Drawing) => ({
  head: all(named(drawing, row.fund), findings(drawing, row.gaps)),
  cells: [
    namedAll(drawing, row.from),
    namedAll(drawing, row.to),
    between(h('br'), row.amounts),
    between(h('br'), row.shares),
    all(row.period, row.over && [' ', tag(told('ended'), 'bad')], row.continues !== undefined && h('div', { class: 'reason' }, say`Then: ${row.continues}`)),
    all(
      row.secured === 'no' ? tag(say`not secured`, 'bad') : told(row.secured),
      ...row.conditions.map(({ text, owner, due }) =>
        h(
          'div',
          { class: 'reason' },
          [due === undefined ? say`If: ${text}` : say`If: ${text}, by ${due}`, ...(owner === undefined ? [] : [`(${owner})`])].join(' '),
        ),
      ),
    ),
    h('ul', { class: 'plain' }, ...row.pays.map(({ task, said }) => h('li', {}, named(drawing, task), said !== '' && `: ${said}`))),
  ],
  place: row.fund.place,
});

const WIDTH = 960;
const BOX = { width: 250, height: 40, gap: 12 } as const;
const LEFT = [4, (WIDTH - BOX.width) / 2, WIDTH - BOX.width - 4] as const;
const TOP = 26;
/** More than this is no picture any more; the table says the rest. */
const MOST = 40;

interface Stop {
  readonly key: string;
  readonly about: Mention;
  readonly note: string;
  readonly bad: boolean;
}

const keyOf = ({ place, id, from }: Mention): string => `${from ?? ''} ${id} ${place?.uri ?? ''} ${place?.line ?? ''}`;

/** Source, fund, measure: three columns and the ways between them. Amounts per head, per year and in all cannot be compared, so no way is drawn wider than another. */
function flows({ funds }: Funding, drawing: Drawing): Html {
  const columns: Map<string, Stop>[] = [new Map(), new Map(), new Map()];
  const ways: { readonly column: 0 | 1; readonly from: string; readonly to: string; readonly said: string; readonly bad: boolean }[] = [];
  const stop = (column: number, about: Mention, note = '', bad = false): string => {
    const key = keyOf(about);
    if (columns[column]?.has(key) === false && columns[column].size < MOST) columns[column].set(key, { key, about, note, bad });
    return key;
  };
  for (const row of funds) {
    const bad = row.secured === 'no' || row.over;
    const note = [row.amounts[0] ?? '', row.over ? told('ended') : row.secured === 'no' ? say`not secured` : (row.ends?.slice(0, 4) ?? '')]
      .filter(Boolean)
      .join(' · ');
    const fund = stop(1, row.fund, note, bad);
    for (const payer of row.from)
      ways.push({ column: 0, from: stop(0, payer), to: fund, said: row.shares.find((share) => share.endsWith(payer.title)) ?? '', bad });
    for (const { task, said } of row.pays) ways.push({ column: 1, from: fund, to: stop(2, task), said, bad });
  }
  const heights = columns.map((column) => column.size * (BOX.height + BOX.gap));
  const height = TOP + Math.max(...heights, BOX.height) + 4;
  const tops = columns.map(
    (column, i) => new Map([...column.keys()].map((key, at) => [key, TOP + (height - TOP - (heights[i] as number)) / 2 + at * (BOX.height + BOX.gap)])),
  );
  const drawn = ways.flatMap(({ column, from, to, said, bad }) => {
    const [a, b] = [tops[column]?.get(from), tops[column + 1]?.get(to)];
    if (a === undefined || b === undefined) return [];
    const [x1, x2] = [(LEFT[column] as number) + BOX.width, LEFT[column + 1] as number];
    const [y1, y2] = [a + BOX.height / 2, b + BOX.height / 2];
    const middle = (x1 + x2) / 2;
    return [h('path', { class: `flow${bad ? ' bad' : ''}`, d: `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}` }, said !== '' && hint(said))];
  });
  return picture(
    say`Money from ${columns[0]?.size} sources through ${columns[1]?.size} funds to ${columns[2]?.size} tasks; the table below says the same in words`,
    WIDTH,
    height,
    { class: 'flows' },
    ...[say`Who pays`, say`Fund`, say`What it pays for`].map((word, i) => h('text', { class: 'axis', x: LEFT[i] as number, y: 14 }, word)),
    ...drawn,
    ...columns.flatMap((column, i) => [...column.values()].map((one) => boxOf(one, LEFT[i] as number, tops[i]?.get(one.key) as number, drawing))),
  );
}

function boxOf({ about, note, bad }: Stop, x: number, y: number, drawing: Drawing): Html {
  const lines = wrapped(about.title, BOX.width - 16, note === '' ? 2 : 1);
  const first = y + (lines.length + (note === '' ? 0 : 1) === 1 ? 24 : 17);
  return h(
    'g',
    { class: `stop${bad ? ' bad' : ''}`, ...source(drawing, about.place) },
    hint(about.title),
    h('rect', { x, y, width: BOX.width, height: BOX.height, rx: 4 }),
    ...lines.map((line, i) => h('text', { x: x + 8, y: first + i * 14 }, line)),
    note !== '' && h('text', { class: 'note', x: x + 8, y: first + 15 }, fitting(note, BOX.width - 16, 11)),
  );
}
