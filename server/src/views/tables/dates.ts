import { addDays, addMonths, type DateSpan, type Day, type Period } from '../../language/dates.ts';
import { type Deadline, type Duration, type Frequency, monthsOf } from '../../language/times.ts';
import { aimOf } from '../../model/aims.ts';
import type { Declaration, Fact } from '../../model/declaration.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import type { Task } from '../../model/tasks.ts';
import { isOver, openTasks } from '../../rules/accountability/_tasks.ts';
import { planEnd } from '../../rules/funding/_time.ts';
import { say } from '../../text/say.ts';
import { factsOf, said, titles } from '../say.ts';
import { day, type Row, tableKind, text } from '../table.ts';
import { summaryOf } from '../view.ts';
import { answers } from './actions.ts';
import { aimSaid, milestoneSaid } from './results.ts';

/** More reviews of one sort than this are no calendar. */
const MOST_REVIEWS = 120;

/** Something with a day: what, which, when, who answers, and what makes it the same thing in the next version of the plan. */
interface Due {
  readonly what: string;
  readonly of: Declaration;
  readonly title: string;
  readonly on: Day | undefined;
  readonly who?: string;
  readonly note?: string;
  readonly nth?: number | string;
}

export const dates = tableKind({
  id: 'dates',
  title: 'Deadlines and reviews',
  about: 'Deadlines, steps, reviews and ends in the order of their days. What is completed or cancelled is left out.',
  columns: {
    day: day('Day', 'The last day on which it is due.'),
    what: text('What', 'deadline, step, target, milestone, review, evaluation, report, condition, waiver, or end.'),
    title: text('Title', 'What is due.'),
    kind: text('Kind', 'The kind of declaration it belongs to.'),
    id: text('Id', 'The id of that declaration.'),
    sector: text('Sector', 'The title of the sector.'),
    who: text('Who', 'Who answers for it.'),
    note: text('Note', 'What the plan says of it.'),
    key: text('Key', 'What stays the same when the day changes.'),
  },
  rows: ({ scope }) => {
    const due = isOver(scope)
      ? []
      : [...ofPlan(scope), ...openTasks(scope).flatMap((task) => ofTask(task, scope)), ...ofTargets(scope), ...ofMoney(scope), ...ofGaps(scope)];
    const rows = due.flatMap((one): Row[] => (one.on === undefined ? [] : [rowOf(one, one.on, scope)]));
    return rows.toSorted((a, b) => compare(a.cells.day as Day, b.cells.day as Day) || compare(a.cells.key as string, b.cells.key as string));
  },
});

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const rowOf = ({ what, of, title, who, note, nth }: Due, on: Day, scope: Scope): Row => ({
  of,
  cells: {
    day: on,
    what,
    title,
    kind: of.kind,
    id: of.id,
    sector: scope.sectorOf(of)?.title,
    who,
    note,
    // Two partners may each have an agreement of the same name.
    key: [
      of.kind,
      ...(of.kind === 'agreement' && of.parent !== undefined ? [of.parent.id] : []),
      of.id,
      what,
      ...(nth === undefined || nth === 0 ? [] : [nth]),
    ].join('.'),
  },
});

const endOf = (date: DateSpan | undefined, scope: Scope): Day | undefined => date && daysOf(date, scope).end;

/** The day of a deadline; one that is told from an event has a day only where the event is the start or end of the plan. */
function dayOf(deadline: Deadline | undefined, scope: Scope): Day | undefined {
  if (deadline?.kind === 'date') return endOf(deadline.date, scope);
  if (deadline?.kind !== 'event') return undefined;
  const from = scope.plan?.one('period')?.value?.from;
  const event = deadline.event === 'start' ? from && daysOf(from, scope).start : deadline.event === 'end' ? planEnd(scope) : undefined;
  return event && shifted(event, deadline.duration, deadline.relation === 'before' ? -1 : 1);
}

function shifted(from: Day, { count, unit }: Duration, sign: 1 | -1): Day {
  if (unit === 'day' || unit === 'week') return addDays(from, sign * Math.round(count * (unit === 'week' ? 7 : 1)));
  return addMonths(from, sign * monthsOf({ count, unit }));
}

function ofPlan(scope: Scope): readonly Due[] {
  const plan = scope.plan;
  if (plan === undefined) return [];
  const title = plan.title;
  const review = plan.one('review');
  const reviewers = titles(review?.value?.by ?? [], scope);
  return [
    ...repeated(review?.value?.frequency, plan.one('period')?.value, scope).map((on) => ({
      what: 'review',
      of: plan,
      title: say`Review: ${title}`,
      on,
      who: reviewers,
      note: said(review, scope),
      nth: on,
    })),
    ...evaluations(plan, scope),
    ...plan
      .all('report')
      .map((fact, nth) => ({ what: 'report', of: plan, title: say`Report: ${fact.value?.text ?? title}`, on: endOf(fact.value?.on, scope), nth })),
    { what: 'end', of: plan, title: say`End of the plan: ${title}`, on: planEnd(scope), who: titles(plan.refs('coordinator'), scope) },
  ];
}

/** The days of something that is done every so many months, from the first day of a period to its end. */
function repeated(frequency: Frequency | undefined, period: Period | undefined, scope: Scope): readonly Day[] {
  const every = frequency?.every;
  const end = planEnd(scope);
  if (every === undefined || every <= 0 || period?.from === undefined || end === undefined) return [];
  const start = daysOf(period.from, scope).start;
  const found: Day[] = [];
  for (let n = 1; n <= MOST_REVIEWS; n++) {
    const on = Number.isInteger(every) ? addMonths(start, every * n) : addDays(start, Math.round(every * n * 30.4375));
    if (on > end) break;
    found.push(on);
  }
  return found;
}

function evaluations(of: Declaration, scope: Scope): readonly Due[] {
  return factsOf(of, 'evaluated').map((fact, nth) => {
    const value = fact.value as { on?: DateSpan; by?: Parameters<typeof titles>[0] } | undefined;
    return {
      what: 'evaluation',
      of,
      title: say`Evaluation: ${of.title}`,
      on: endOf(value?.on, scope),
      who: titles(value?.by ?? [], scope),
      note: said(fact, scope),
      nth,
    };
  });
}

interface Step {
  readonly title: string;
  readonly by?: Deadline;
  readonly date?: DateSpan;
  readonly status?: string;
}

function ofTask(task: Task, scope: Scope): readonly Due[] {
  const who = answers(task, scope);
  const steps = (factsOf(task, 'step') as readonly Fact<Step>[]).flatMap(({ value }, nth): Due[] => {
    if (value === undefined || value.status === 'completed' || value.status === 'cancelled') return [];
    return [{ what: 'step', of: task, title: `${value.title} (${task.title})`, on: endOf(value.date, scope) ?? dayOf(value.by, scope), who, nth }];
  });
  const period = task.is('measure') ? (task as Declaration<'measure'>).one('period')?.value : undefined;
  return [
    ...factsOf(task, 'deadline').map((fact, nth) => ({
      what: 'deadline',
      of: task,
      title: say`Due: ${task.title}`,
      on: dayOf(fact.value as Deadline | undefined, scope),
      who,
      note: said(fact, scope),
      nth,
    })),
    ...steps,
    ...evaluations(task, scope),
    { what: 'end', of: task, title: say`End: ${task.title}`, on: endOf(period?.to, scope), who },
  ];
}

const ofTargets = (scope: Scope): readonly Due[] =>
  scope.of('target').flatMap((target) => {
    const who = titles(target.refs('owner'), scope);
    const milestones = target.all('milestone').map(({ value }, nth) => ({
      what: 'milestone',
      of: target,
      title: say`Milestone: ${target.title}`,
      on: dayOf(value?.deadline, scope),
      who,
      note: milestoneSaid(value, target, scope),
      nth,
    }));
    return [
      { what: 'target', of: target, title: say`Target: ${target.title}`, on: dayOf(aimOf(target)?.deadline, scope), who, note: aimSaid(target, scope) },
      ...milestones,
    ];
  });

function ofMoney(scope: Scope): readonly Due[] {
  const ends = scope.of('agreement', 'fund').map((one: Declaration) => {
    const period = factsOf(one, 'period')[0]?.value as Period | undefined;
    const whose = one.parent?.is('partner') === true ? ` (${one.parent.title})` : '';
    return {
      what: 'end',
      of: one,
      title: say`End: ${one.title}${whose}`,
      on: endOf(period?.to, scope),
      note: one.kind === 'fund' ? said(factsOf(one, 'continues')[0], scope) : '',
    };
  });
  const conditions = scope.of('fund').flatMap((fund) =>
    fund.all('condition').map((fact, nth) => ({
      what: 'condition',
      of: fund,
      title: say`Condition of ${fund.title}`,
      on: dayOf(fact.value?.by, scope),
      who: fact.value?.owner && titles([fact.value.owner], scope),
      note: fact.value?.text,
      nth,
    })),
  );
  return [...ends, ...(conditions as readonly Due[])];
}

const ofGaps = (scope: Scope): readonly Due[] =>
  scope.waivers.flatMap((waiver, nth): Due[] => {
    const of = scope.findAll(waiver.on)[0] ?? scope.head;
    if (of === undefined) return [];
    const who = waiver.by && titles([waiver.by], scope);
    return [
      {
        what: 'waiver',
        of,
        title: say`Accepted gap ends (${titles(waiver.on, scope) || scope.title}): ${summaryOf(waiver.rule)}`,
        on: endOf(waiver.until, scope),
        ...(who === undefined ? {} : { who }),
        note: waiver.because ?? '',
        nth: `${waiver.rule}${waiver.on.length === 0 ? nth || '' : ''}`,
      },
    ];
  });
