import { addMonths, type DateSpan, type Day, type Period } from '../language/dates.ts';
import { capital } from '../language/nouns.ts';
import type { Deadline } from '../language/times.ts';
import { aimOf } from '../model/aims.ts';
import type { Declaration, Fact } from '../model/declaration.ts';
import { daysOf } from '../model/observations.ts';
import { progressOf } from '../model/progress.ts';
import type { Task } from '../model/tasks.ts';
import { isDone } from '../rules/accountability/_tasks.ts';
import { sourcesOf } from '../rules/funding/_money.ts';
import { planEnd } from '../rules/funding/_time.ts';
import { say, told } from '../text/say.ts';
import { figure } from './figures.ts';
import { STATES } from './standing.ts';
import { type Gap, gapsOf, homeOf, type Mention, mention, placed, placeOf, type Seen, summaryOf } from './view.ts';
import { span, spelled } from './words.ts';

/** A day on which something is due or happens. */
export interface Moment {
  readonly day: Day;
  /** The date as it is written. */
  readonly date: string;
  readonly what: string;
  readonly about: Mention;
  /** Nothing is owed any more. */
  readonly done: boolean;
  /** Somebody owes it on that day; other moments only tell what happens. */
  readonly due: boolean;
}

/** Something that lasts. An end that is not said is left open. */
export interface Bar {
  readonly about: Mention;
  readonly from?: Day;
  readonly to?: Day;
  /** When, in the words of the plan. */
  readonly when: string;
  readonly note?: string;
  readonly moments: readonly Moment[];
  /** It ends before what it carries, or has ended. */
  readonly gap?: Gap;
}

export interface Lane {
  readonly title: string;
  readonly bars: readonly Bar[];
}

export interface Timeline {
  readonly today: Day;
  /** The days that the axis shows; none where nothing has a date. */
  readonly from?: Day;
  readonly to?: Day;
  readonly lanes: readonly Lane[];
}

/** Nobody reviews more often than a plan can be shown to; the rest is cut. */
const MOST_REVIEWS = 40;

export function timeline(seen: Seen): Timeline {
  const lanes = lanesOf(seen);
  return { today: seen.today, ...axis(lanes, seen), lanes };
}

const lanesOf = (seen: Seen): readonly Lane[] =>
  [
    { title: say`The plan`, bars: seen.scope.plan === undefined ? [] : [planBar(seen.scope.plan, seen)] },
    ...tasks(seen),
    { title: say`Targets`, bars: seen.scope.of('target').flatMap((target) => targetBar(target, seen)) },
    { title: say`Agreements`, bars: seen.scope.of('agreement').flatMap((agreement) => agreementBar(agreement, seen)) },
    { title: say`Funds`, bars: funds(seen) },
    { title: say`Accepted gaps`, bars: gaps(seen) },
  ].filter((lane) => lane.bars.length > 0);

/** Everything that has a day, in the order of time. */
export const momentsOf = (seen: Seen): readonly Moment[] =>
  lanesOf(seen)
    .flatMap((lane) => lane.bars.flatMap((bar) => bar.moments))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.about.title < b.about.title ? -1 : 1));

/** The plan's own years, and whatever lies within a few years of them; without years of its own, all that has a date. */
function axis(lanes: readonly Lane[], { scope: plan, today }: Seen): { from?: Day; to?: Day } {
  const days = lanes.flatMap((lane) => lane.bars.flatMap((bar) => [bar.from, bar.to, ...bar.moments.map(({ day }) => day)])).filter((day) => day !== undefined);
  if (days.length === 0) return {};
  const first = plan.plan?.one('period')?.value?.from;
  const start = first && daysOf(first, plan).start;
  const end = planEnd(plan);
  const near = days.filter((day) => (start === undefined || day >= addMonths(start, -36)) && (end === undefined || day <= addMonths(end, 36)));
  const shown = [...(near.length === 0 ? days : near), ...(today >= (start ?? today) && today <= (end ?? today) ? [today] : [])].sort();
  return { from: `${(shown[0] as Day).slice(0, 4)}-01-01`, to: `${(shown.at(-1) as Day).slice(0, 4)}-12-31` };
}

function periodDays(period: Period | undefined, seen: Seen): { from?: Day; to?: Day } {
  return {
    ...(period?.from && { from: daysOf(period.from, seen.scope).start }),
    ...(period?.to && { to: daysOf(period.to, seen.scope).end }),
  };
}

function momentAt(
  date: DateSpan,
  what: string,
  about: Mention,
  seen: Seen,
  { due = true, done = false, at }: { due?: boolean; done?: boolean; at?: Fact } = {},
): Moment {
  const place = at && placed(seen, at.node);
  return { day: daysOf(date, seen.scope).end, date: date.text, what, about: place ? { ...about, place } : about, due, done };
}

function planBar(head: Declaration<'plan'>, seen: Seen): Bar {
  const about = mention(head, seen);
  const period = head.one('period')?.value;
  const extended = head.one('extended to')?.value;
  const told = { due: false };
  const moments = [
    ...head.all('adopted').flatMap((fact) => (fact.value === undefined ? [] : [momentAt(fact.value.on, say`Adopted`, about, seen, { ...told, at: fact })])),
    ...head
      .all('revision')
      .flatMap((at) => (at.value === undefined ? [] : [momentAt(at.value.on, say`Revision: ${at.value.text}`, about, seen, { ...told, at })])),
    ...head
      .all('report')
      .flatMap((at) =>
        at.value === undefined ? [] : [momentAt(at.value.on, say`Report: ${at.value.text}`, about, seen, { at, done: at.value.on.end < seen.today })],
      ),
    ...head
      .all('evaluated')
      .flatMap((at) => (at.value?.on === undefined ? [] : [momentAt(at.value.on, say`Evaluation`, about, seen, { at, done: at.value.on.end < seen.today })])),
    ...(extended === undefined ? [] : [momentAt(extended.to, say`Extended to`, about, seen, told)]),
    ...reviews(head, about, seen),
  ];
  const end = planEnd(seen.scope);
  const when = period === undefined ? '' : span(period);
  return {
    about,
    ...periodDays(period, seen),
    ...(end !== undefined && { to: end }),
    when: extended === undefined ? when : say`${when}, extended to ${extended.to.text}`,
    moments,
  };
}

/** The days on which a plan is to be reviewed, counted from its start. */
function reviews(head: Declaration<'plan'>, about: Mention, seen: Seen): readonly Moment[] {
  const fact = head.one('review');
  const every = fact?.value?.frequency.every;
  const { from } = periodDays(head.one('period')?.value, seen);
  const end = planEnd(seen.scope);
  if (fact === undefined || every === undefined || every < 1 || from === undefined || end === undefined) return [];
  const moments: Moment[] = [];
  const place = placed(seen, fact.node);
  for (let day = addMonths(from, every); day <= end && moments.length < MOST_REVIEWS; day = addMonths(day, every))
    moments.push({ day, date: day, what: say`Review`, about: place ? { ...about, place } : about, due: true, done: day < seen.today });
  return moments;
}

const dated = (deadline: Deadline | undefined): DateSpan | undefined => (deadline?.kind === 'date' ? deadline.date : undefined);

function tasks(seen: Seen): readonly Lane[] {
  const bySector = new Map<Declaration | undefined, Bar[]>(seen.scope.of('sector').map((sector) => [sector, []]));
  for (const task of seen.scope.of('responsibility', 'measure') as readonly Task[]) {
    const bar = taskBar(task, seen);
    const sector = seen.scope.sectorOf(task);
    if (bar !== undefined && bySector.get(sector)?.push(bar) === undefined) bySector.set(sector, [bar]);
  }
  return [...bySector].map(([sector, bars]) => ({ title: sector?.title ?? say`Across the sectors`, bars }));
}

/** A standing duty without a date of its own is no matter of time. */
function taskBar(task: Task, seen: Seen): Bar | undefined {
  const about = mention(task, seen);
  const done = isDone(task);
  const moments = [
    ...task.all('deadline').flatMap((at) => {
      const date = dated(at.value as Deadline | undefined);
      return date === undefined ? [] : [momentAt(date, say`Due`, about, seen, { done, at })];
    }),
    ...steps(task, about, seen),
  ];
  if (!task.is('measure')) {
    return moments.length === 0
      ? undefined
      : {
          about,
          to: moments
            .map(({ day }) => day)
            .sort()
            .at(-1) as Day,
          when: moments.map((m) => m.date).join(', '),
          moments,
        };
  }
  const own = (task as Declaration<'measure'>).one('period')?.value;
  const period = own ?? seen.scope.plan?.one('period')?.value;
  const status = task.one('status')?.value?.word;
  const gap = gapsOf(seen)(task, 'funding/funding-ends-before-measure', 'accountability/overdue');
  if (period === undefined && moments.length === 0) return undefined;
  return {
    about,
    ...periodDays(period, seen),
    when: own === undefined ? say`as long as the plan` : span(own),
    ...(status !== undefined && { note: capital(told(status)) }),
    moments,
    ...(gap && { gap }),
  };
}

function steps(task: Task, about: Mention, seen: Seen): readonly Moment[] {
  if (!task.is('measure')) return [];
  return (task as Declaration<'measure'>).all('step').flatMap((at) => {
    const step = at.value as { title: string; by?: Deadline; date?: DateSpan; status?: string } | undefined;
    const date = step?.date ?? dated(step?.by);
    const done = step?.status === 'completed' || step?.status === 'cancelled';
    return step === undefined || date === undefined ? [] : [momentAt(date, step.title, about, seen, { done, at })];
  });
}

function targetBar(target: Declaration<'target'>, seen: Seen): readonly Bar[] {
  const about = mention(target, seen);
  const aim = aimOf(target);
  const date = dated(aim?.deadline);
  const { baseline, state } = progressOf(target, seen.scope, seen.today);
  const done = state === 'met';
  const moments = [
    ...target.all('milestone').flatMap((at) => {
      const on = dated(at.value?.deadline);
      return on === undefined || at.value === undefined
        ? []
        : [momentAt(on, say`Milestone: ${told(at.value.form)} ${figure(at.value.value)}`, about, seen, { done, at })];
    }),
    ...(date === undefined || aim === undefined
      ? []
      : [momentAt(date, say`Target: ${told(aim.form)} ${figure(aim.value)}`, about, seen, { done, at: aim.fact })]),
  ];
  if (moments.length === 0) return [];
  const from = baseline?.on === undefined ? undefined : baseline.end;
  return [
    {
      about,
      ...(from !== undefined && { from }),
      to: moments
        .map(({ day }) => day)
        .sort()
        .at(-1) as Day,
      when: date === undefined ? '' : say`by ${date.text}`,
      note: told(STATES[state]),
      moments,
    },
  ];
}

function agreementBar(agreement: Declaration<'agreement'>, seen: Seen): readonly Bar[] {
  const period = agreement.one('period')?.value;
  const partner = agreement.parent?.is('partner') ? agreement.parent.title : undefined;
  const own = mention(agreement, seen);
  const about = partner === undefined || own.title.includes(partner) ? own : { ...own, title: `${partner}: ${own.title}` };
  if (period === undefined) return [];
  const gap = gapsOf(seen)(agreement, 'partners/agreement-ended', 'partners/agreement-ends-before-task');
  const kind = agreement.one('kind')?.value;
  return [
    {
      about,
      ...periodDays(period, seen),
      when: span(period),
      ...(kind !== undefined && { note: capital(spelled(kind)) }),
      moments: period.to === undefined ? [] : [momentAt(period.to, say`Agreement ends`, about, seen, { due: false })],
      ...(gap && { gap }),
    },
  ];
}

/** The plan's own funds, and those from above that pay for something here. */
function funds(seen: Seen): readonly Bar[] {
  const paying = (seen.scope.of('responsibility', 'measure') as readonly Task[]).flatMap((task) => sourcesOf(task, seen.scope).map(({ fund }) => fund));
  const short = seen.problems.filter((problem) => problem.rule === 'funding/funding-ends-before-measure');
  return [...new Set([...seen.scope.of('fund'), ...paying])].flatMap((fund): Bar[] => {
    const period = fund.one('period')?.value;
    if (period === undefined) return [];
    const about = mention(fund, seen);
    const place = placeOf(fund, seen);
    const home = homeOf(fund, seen);
    const last = placed(seen, fund.node, { start: fund.node.span.end, end: fund.node.span.end });
    const ends = short.find(({ related }) =>
      related.some(({ uri, range }) => uri === place?.uri && range.start.line >= place.line && range.start.line <= (last?.line ?? place.line)),
    );
    const gap = ends && gapsOf({ ...seen, problems: [ends] })(ends.about ?? fund, ends.rule);
    const note = fund.one('secured')?.value === 'no' ? say`Not secured` : undefined;
    return [
      {
        about,
        ...periodDays(period, { ...seen, scope: home ?? seen.scope }),
        when: span(period),
        ...(note !== undefined && { note }),
        moments: period.to === undefined ? [] : [momentAt(period.to, say`Fund ends`, about, seen, { due: false })],
        ...(gap && { gap }),
      },
    ];
  });
}

function gaps(seen: Seen): readonly Bar[] {
  return seen.scope.waivers.flatMap((waiver): Bar[] => {
    if (waiver.until === undefined) return [];
    const place = placed(seen, waiver.node);
    const on = seen.scope
      .findAll(waiver.on)
      .map(({ title }) => title)
      .join(', ');
    const about: Mention = {
      kind: 'waive',
      id: waiver.rule,
      title: `${on === '' ? '' : `${on}: `}${summaryOf(waiver.rule)}`,
      ...(place && { place }),
    };
    return [{ about, to: waiver.until.end, when: say`until ${waiver.until.text}`, moments: [momentAt(waiver.until, say`Accepted gap ends`, about, seen)] }];
  });
}
