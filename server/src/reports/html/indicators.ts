import { say, told } from '../../text/say.ts';
import { type Aimed, daysShown, type IndicatorCard, type Reading, indicators as view } from '../../views/indicators.ts';
import { STATES } from '../../views/standing.ts';
import { type Gap, summaryOf } from '../../views/view.ts';
import { dayScale, hint, picture, round, ticks, tickText, yearsOn } from './drawing.ts';
import { all, type Html, h } from './element.ts';
import { bar } from './overview.ts';
import { type Drawing, facts, findings, folded, lead, light, named, nothing, source, table, tag } from './parts.ts';

export function indicators(drawing: Drawing): Html {
  const cards = view(drawing.seen);
  if (cards.length === 0) return nothing(say`The plan has no indicator: nobody will know whether it works.`);
  return all(
    h(
      'p',
      { class: 'legend' },
      say`□ baseline · ● measured value (hollow: an estimate) · dashed line: the straight way from the baseline to the target ◆ · upright line: today`,
    ),
    findings(
      drawing,
      cards.flatMap(({ gaps }) => gaps.filter(({ shared }) => shared)),
    ),
    h('div', { class: 'cards' }, ...cards.map((card) => cardOf(card, drawing))),
  );
}

function cardOf(card: IndicatorCard, drawing: Drawing): Html {
  const place = card.indicator.place;
  return h(
    'article',
    { class: 'card', 'aria-label': card.indicator.title, ...source(drawing, place) },
    h('h3', {}, named(drawing, card.indicator)),
    h(
      'p',
      { class: 'newest' },
      card.newest === undefined ? say`No value has been observed yet.` : all(say`Newest: `, h('b', {}, card.newest)),
      card.due?.late === true && [' ', tag(say`late: the next was due on ${card.due.day}`, 'warn')],
      card.due?.late === false && [' ', h('span', { class: 'reason' }, say`next due on ${card.due.day}`)],
    ),
    chart(card, drawing),
    ...card.targets.map((target) => targetOf(target, drawing)),
    split(card),
    facts(card.said.map(({ label, text }) => [label, text] as const)),
    findings(drawing, card.gaps.map(brief)),
    values(card, drawing),
  );
}

/** What is said of many indicators at once stands above them all; a card only says that it is one of them. */
function brief(gap: Gap): Gap {
  const { instead: _, ...rest } = gap;
  return gap.shared ? { ...rest, message: summaryOf(gap.rule) } : gap;
}

const targetOf = ({ target, asks, light: colour, state, reason }: Aimed, drawing: Drawing): Html =>
  h(
    'p',
    { class: 'target' },
    light(colour, told(STATES[state])),
    ': ',
    named(drawing, target),
    asks !== '' && ` — ${asks}. `,
    h('span', { class: 'reason' }, reason),
  );

function split({ split: parts, splitOn, series }: IndicatorCard): Html | undefined {
  if (parts.length === 0) return undefined;
  const percent = series.some(({ readings }) => readings.some(({ said }) => said.includes('%'))) || parts.every(({ said }) => said.includes('%'));
  const most = percent ? 100 : Math.max(...parts.map(({ value }) => value), 0);
  return h(
    'div',
    { class: 'split' },
    h('h4', {}, say`Broken down${splitOn === undefined ? '' : `, ${splitOn}`}`),
    h(
      'ul',
      { class: 'shares' },
      ...parts.map(({ category, said, value }) => h('li', {}, h('span', { class: 'label' }, `${category}: ${said}`), bar(most > 0 ? value / most : 0))),
    ),
  );
}

const values = (card: IndicatorCard, drawing: Drawing): Html | undefined => {
  const rows = card.series.flatMap((series) =>
    series.readings.map((one) => ({
      head: lead(drawing, one.at, one.date),
      cells: [one.said, told(one.baseline ? 'baseline' : 'value'), ...(card.series.length > 1 ? [series.of ?? ''] : [])],
      place: one.at,
    })),
  );
  if (rows.length === 0) return undefined;
  return folded(
    say`Values as a table`,
    table(drawing, say`Values of ${card.indicator.title}`, [say`Date`, say`Value`, say`Kind`, ...(card.series.length > 1 ? [say`Measured`] : [])], rows),
  );
};

const SIZE = { width: 400, height: 168, left: 46, right: 14, top: 14, bottom: 24 } as const;

function chart(card: IndicatorCard, drawing: Drawing): Html | undefined {
  const days = daysShown(card, drawing.seen.today);
  if (days === undefined) return undefined;
  const readings = card.series.flatMap((series) => series.readings);
  const heights = [
    ...readings.map(({ value }) => value),
    ...card.targets.flatMap(({ line }) => line.map(({ value }) => value)),
    ...(card.alarm === undefined ? [] : [card.alarm]),
  ];
  const percent = readings.some(({ said }) => said.includes('%'));
  const [low, high] = range(heights, percent);
  const x = dayScale(days.from, days.to, SIZE.left, SIZE.width - SIZE.right);
  const y = (value: number) => round(SIZE.height - SIZE.bottom - ((value - low) / (high - low)) * (SIZE.height - SIZE.top - SIZE.bottom));
  const { today } = drawing.seen;
  const [levels, years] = [ticks(low, high), yearsOn(days.from, days.to, SIZE.width - SIZE.left)];
  return picture(
    `${card.indicator.title}: ${readings.map(({ said, date }) => say`${said} on ${date}`).join(', ')}`,
    SIZE.width,
    SIZE.height,
    { class: 'chart' },
    h('path', {
      class: 'grid',
      d: [
        ...levels.map((value) => `M${SIZE.left} ${y(value)}H${SIZE.width - SIZE.right}`),
        ...years.map(({ day }) => `M${x(day)} ${SIZE.top}V${SIZE.height - SIZE.bottom}`),
      ].join(''),
    }),
    ...levels.map((value) => h('text', { class: 'axis', x: SIZE.left - 6, y: y(value) + 4, 'text-anchor': 'end' }, tickText(value, percent))),
    ...years.map(({ day, year }) => h('text', { class: 'axis', x: x(day), y: SIZE.height - 8, 'text-anchor': 'middle' }, year)),
    card.alarm !== undefined &&
      h(
        'line',
        { class: 'alarm', x1: SIZE.left, x2: SIZE.width - SIZE.right, y1: y(card.alarm), y2: y(card.alarm) },
        hint(say`The value that must raise alarm`),
      ),
    today > days.from &&
      today < days.to &&
      h('line', { class: 'today', x1: x(today), x2: x(today), y1: SIZE.top, y2: SIZE.height - SIZE.bottom }, hint(say`Today, ${today}`)),
    ...card.targets.map((target) => lineOf(target, x, y, drawing)),
    ...card.series.map(({ readings: some }) => h('path', { class: 'values', d: path(some.map((one) => ({ x: x(one.day), y: y(one.value) }))) })),
    ...readings.map((one) => point(one, x(one.day), y(one.value), drawing)),
  );
}

/** The heights that a chart shows: all of them with a little room, and a share never outside of its hundred. */
function range(heights: readonly number[], percent: boolean): readonly [number, number] {
  const [low, high] = [Math.min(...heights), Math.max(...heights)];
  const room = (high - low || Math.abs(high) || 1) * 0.15;
  const bounds = percent
    ? [Math.max(Math.min(0, low), low - room), Math.min(Math.max(100, high), high + room)]
    : [low >= 0 ? Math.max(0, low - room) : low - room, high + room];
  return bounds as [number, number];
}

const path = (points: readonly { x: number; y: number }[]): string => points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');

function lineOf({ line, aim, light: colour, target, asks }: Aimed, x: (day: string) => number, y: (value: number) => number, drawing: Drawing): Html | false {
  if (aim === undefined) return false;
  const [left, top] = [x(aim.day), y(aim.value)];
  return h(
    'g',
    { class: `aim ${colour}`, ...source(drawing, target.place) },
    hint(`${target.title}: ${asks}`),
    h('path', { class: 'way', d: path(line.map((one) => ({ x: x(one.day), y: y(one.value) }))) }),
    h('path', { class: 'goal', d: `M${left} ${top - 6}l6 6l-6 6l-6 -6z` }),
  );
}

function point(one: Reading, x: number, y: number, drawing: Drawing): Html {
  const words = hint(one.baseline ? say`Baseline: ${one.said} on ${one.date}` : say`${one.said} on ${one.date}`);
  const attributes = { class: `point${one.estimate ? ' estimate' : ''}${one.baseline ? ' baseline' : ''}`, ...source(drawing, one.at) };
  return one.baseline
    ? h('rect', { ...attributes, x: x - 4, y: y - 4, width: 8, height: 8 }, words)
    : h('circle', { ...attributes, cx: x, cy: y, r: 4 }, words);
}
