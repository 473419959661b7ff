import type { Day } from '../../language/dates.ts';
import { say } from '../../text/say.ts';
import { type Bar, type Lane, type Moment, type Timeline, timeline as view } from '../../views/timeline.ts';
import { dayScale, fitting, hint, picture, yearsOn } from './drawing.ts';
import { all, between, type Html, h } from './element.ts';
import { type Drawing, finding, folded, named, nothing, source, table } from './parts.ts';

const WIDTH = 980;
const LABELS = 280;
const ROW = 24;
const HEAD = 44;

export function timeline(drawing: Drawing): Html {
  const data = view(drawing.seen);
  if (data.from === undefined || data.to === undefined) return nothing(say`Nothing in the plan has a date.`);
  return all(
    h(
      'p',
      { class: 'legend' },
      say`Bars last from their first to their last day; ◆ is a day on which something is due, ◇ one that is done or only told of; the upright line is today; what is hatched ends before what it carries.`,
    ),
    h(
      'div',
      { class: 'scroll wide', role: 'region', tabindex: 0, 'aria-label': say`The timeline, drawn` },
      chart(data, { from: data.from, to: data.to }, drawing),
    ),
    folded(
      say`The timeline as a table`,
      table(
        drawing,
        say`What lasts how long, and what is due when`,
        [say`What`, say`When`, say`State`, say`Dates`, say`Finding`],
        data.lanes.flatMap((lane) => lane.bars.map((bar) => rowOf(bar, drawing))),
      ),
    ),
  );
}

const rowOf = (bar: Bar, drawing: Drawing) => ({
  head: named(drawing, bar.about),
  cells: [
    bar.when,
    bar.note ?? '',
    between(
      h('br'),
      bar.moments.map((moment) => `${moment.date}: ${moment.what}`),
    ),
    bar.gap === undefined ? '' : finding(drawing, bar.gap),
  ],
  place: bar.about.place,
});

function chart({ lanes, today }: Timeline, { from, to }: { from: Day; to: Day }, drawing: Drawing): Html {
  const x = dayScale(from, to, LABELS, WIDTH - 16);
  const height = HEAD + lanes.reduce((sum, lane) => sum + ROW * (lane.bars.length + 1) + 6, 0) + 8;
  const drawn: Html[] = [];
  let y = HEAD;
  for (const lane of lanes) {
    drawn.push(laneOf(lane, y, x, { from, to }, drawing));
    y += ROW * (lane.bars.length + 1) + 6;
  }
  const years = yearsOn(from, to, WIDTH - LABELS);
  return picture(
    say`Timeline from ${from.slice(0, 4)} to ${to.slice(0, 4)}; the table below says the same in words`,
    WIDTH,
    height,
    { class: 'timeline' },
    h(
      'defs',
      {},
      h(
        'pattern',
        { id: 'hatch', width: 6, height: 6, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
        h('rect', { class: 'hatch-ground', width: 6, height: 6 }),
        h('line', { class: 'hatch', x1: 0, y1: 0, x2: 0, y2: 6 }),
      ),
    ),
    ...years.map(({ day, year }) =>
      all(h('line', { class: 'grid', x1: x(day), x2: x(day), y1: HEAD - 8, y2: height }), h('text', { class: 'axis', x: x(day) + 3, y: HEAD - 12 }, year)),
    ),
    ...drawn,
    today >= from &&
      today <= to &&
      all(
        h('line', { class: 'today', x1: x(today), x2: x(today), y1: HEAD - 8, y2: height }),
        h(
          'text',
          { class: 'today-word', x: x(today) + (x(today) > WIDTH - 120 ? -4 : 4), y: 12, 'text-anchor': x(today) > WIDTH - 120 ? 'end' : 'start' },
          say`today, ${today}`,
        ),
      ),
  );
}

type Axis = { readonly from: Day; readonly to: Day };

function laneOf(lane: Lane, top: number, x: (day: Day) => number, axis: Axis, drawing: Drawing): Html {
  return h(
    'g',
    { class: 'lane' },
    h('rect', { class: 'lane-ground', x: 0, y: top, width: WIDTH, height: ROW * (lane.bars.length + 1) + 2, rx: 4 }),
    h('text', { class: 'lane-title', x: 8, y: top + 16 }, fitting(lane.title, WIDTH / 2)),
    ...lane.bars.map((bar, i) => barOf(bar, top + ROW * (i + 1), x, axis, drawing)),
  );
}

function barOf(bar: Bar, top: number, x: (day: Day) => number, { from, to }: Axis, drawing: Drawing): Html {
  const start = bar.from === undefined || bar.from < from ? from : bar.from > to ? to : bar.from;
  const end = bar.to === undefined || bar.to > to ? to : bar.to < from ? from : bar.to;
  const lasts = bar.from !== undefined || bar.to === undefined || bar.moments.length === 0;
  const open = bar.to === undefined;
  const width = Math.max(3, x(end) - x(start));
  return h(
    'g',
    { class: `bar-row ${bar.about.kind}${bar.gap === undefined ? '' : ' short'}`, ...source(drawing, bar.about.place) },
    hint(`${bar.about.title}: ${[bar.when, bar.note, bar.gap?.message].filter(Boolean).join('; ')}`),
    h('rect', { class: 'hit', x: 0, y: top, width: WIDTH, height: ROW }),
    h(
      'text',
      { class: 'label', x: 16, y: top + 16 },
      fitting(bar.about.number === undefined ? bar.about.title : `${bar.about.number} ${bar.about.title}`, LABELS - 26),
    ),
    lasts &&
      h('rect', {
        class: `span${open ? ' open' : ''}${bar.gap === undefined ? '' : ' hatched'}`,
        x: x(start),
        y: top + 6,
        width,
        height: 12,
        rx: 3,
        ...(bar.gap && { fill: 'url(#hatch)' }),
      }),
    bar.from !== undefined && bar.from < from && h('path', { class: 'beyond', d: `M${x(from) + 6} ${top + 8}l-5 4l5 4` }),
    bar.to !== undefined && bar.to > to && h('path', { class: 'beyond', d: `M${x(to) - 6} ${top + 8}l5 4l-5 4` }),
    ...bar.moments.filter(({ day }) => day >= from && day <= to).map((moment) => momentOf(moment, x(moment.day), top + 12, drawing)),
  );
}

const momentOf = (moment: Moment, x: number, y: number, drawing: Drawing): Html =>
  h(
    'path',
    {
      class: `moment${moment.due && !moment.done ? ' due' : ''}${moment.due && !moment.done && moment.day < drawing.seen.today ? ' overdue' : ''}`,
      d: `M${x} ${y - 5}l5 5l-5 5l-5 -5z`,
      ...source(drawing, moment.about.place),
    },
    hint(`${moment.date}: ${moment.what}`),
  );
