import type { Quantity } from '../../language/amounts.ts';
import type { Form, Milestone } from '../../language/forms.ts';
import { counted } from '../../language/nouns.ts';
import type { Deadline } from '../../language/times.ts';
import { aimed, aimOf } from '../../model/aims.ts';
import type { Declaration, Part } from '../../model/declaration.ts';
import { measuring } from '../../model/measuring.ts';
import { baselinesOf, daysOf, newestOf, type Observed, valuesOf } from '../../model/observations.ts';
import { nextDue, progressOf, type State } from '../../model/progress.ts';
import type { Scope } from '../../model/scope.ts';
import { say, told } from '../../text/say.ts';
import { figure, rounded } from '../figures.ts';
import { factsOf, joined, oneLine, said, saidAll, textIn, titles } from '../say.ts';
import { type Cells, day, number, type Row, tableKind, text } from '../table.ts';

type Indicator = Declaration<'indicator'>;
type Target = Declaration<'target'>;

export const STANDING: Readonly<Record<State, string>> = {
  'on-track': 'on track',
  'off-track': 'off track',
  'late-data': 'data are late',
  met: 'met',
  missed: 'missed',
  'no-data': 'no data',
  open: 'not met yet',
};

/** The indicators of a plan, and those of others that its targets are measured by. */
export function indicatorsOf(scope: Scope): readonly Indicator[] {
  return [...new Set([...scope.of('indicator'), ...scope.of('target').flatMap((target) => measuring(target, scope))])];
}

const unitOf = (indicator: Indicator | undefined): string | undefined => textIn(indicator, 'unit');

/** `at least 90 % by 2028`. */
export function aimSaid(target: Target, scope: Scope): string {
  const aim = aimOf(target);
  if (aim === undefined) return '';
  return askedSaid(aim.form, aim.value, aim.deadline, unitOf(measuring(target, scope)[0]));
}

/** The same of a milestone on its way. */
export const milestoneSaid = (milestone: Milestone | undefined, target: Target, scope: Scope): string =>
  milestone === undefined ? '' : askedSaid(milestone.form, milestone.value, milestone.deadline, unitOf(measuring(target, scope)[0]));

/** A difference is told as it is written; a value with what the indicator counts. */
const askedSaid = (form: Form, value: Quantity, deadline: Deadline | undefined, unit: string | undefined): string =>
  oneLine(`${told(form)} ${figure(value, form === 'increase by' || form === 'decrease by' ? undefined : unit)} ${deadlineSaid(deadline)}`);

export function deadlineSaid(deadline: Deadline | undefined): string {
  if (deadline === undefined) return '';
  if (deadline.kind === 'date') return say`by ${deadline.date.text}`;
  if (deadline.kind === 'ongoing') return told('ongoing');
  const { count, unit } = deadline.duration;
  const span = counted(count, unit);
  if (deadline.relation !== 'within') return `${span} ${deadline.relation} ${deadline.event ?? ''}`.trim();
  return deadline.event === undefined ? say`within ${span}` : say`within ${span} of ${deadline.event}`;
}

export const indicators = tableKind({
  id: 'indicators',
  title: 'Indicators',
  about: 'What is measured, from where to where, and how the targets stand on the day of the report.',
  columns: {
    sector: text('Sector', 'The title of the sector.'),
    number: text('No.', 'The number in the published plan.'),
    id: text('Id', 'The id of the indicator.'),
    title: text('Indicator', 'What is measured.'),
    definition: text('Definition', 'What exactly is measured.'),
    unit: text('Unit', 'What is counted.'),
    direction: text('Better is', 'increase, decrease or hold.'),
    baseline: number('Baseline', 'The value at the start.'),
    baseline_on: day('Baseline of', 'The last day the baseline is about.'),
    value: number('Newest value', 'The newest value on the day of the report.'),
    value_on: day('Value of', 'The last day the newest value is about.'),
    target: text('Target', 'What is to be reached, and by when.'),
    standing: text('Standing', 'on track, off track, met, missed, data are late, no data or not met yet.'),
    source: text('Source', 'Where its data come from.'),
    frequency: text('Frequency', 'How often it is measured, and how late data come.'),
    next_due: day('Next value due', 'When the next value should be known.'),
    owner: text('Owner', 'Who answers for the figure.'),
    broken_down_by: text('Broken down by', 'How the figure is split.'),
    concept: text('Told apart by', 'How people are told apart: citizenship, country of birth, origin, legal status.'),
  },
  rows: ({ scope, today }) => {
    const byIndicator = new Map<Indicator, Target[]>();
    for (const target of scope.of('target'))
      for (const indicator of measuring(target, scope)) byIndicator.set(indicator, [...(byIndicator.get(indicator) ?? []), target]);
    return indicatorsOf(scope).map((indicator) => {
      const [baseline] = baselinesOf(indicator, scope);
      const newest = newestOf(valuesOf(indicator, scope), today);
      const targets = byIndicator.get(indicator) ?? [];
      return {
        of: indicator,
        cells: {
          sector: scope.sectorOf(indicator)?.title,
          number: textIn(indicator, 'number'),
          id: indicator.id,
          title: indicator.title,
          definition: textIn(indicator, 'definition'),
          unit: unitOf(indicator),
          direction: said(indicator.one('direction'), scope),
          baseline: baseline?.value && rounded(baseline.value.number),
          baseline_on: baseline?.on && baseline.end,
          value: newest?.value && rounded(newest.value.number),
          value_on: newest?.on && newest.end,
          target: joined(targets.map((target) => aimSaid(target, scope))),
          standing: joined(targets.map((target) => told(STANDING[progressOf(target, scope, today).state]))),
          source: saidAll(indicator.all('source'), scope),
          frequency: said(indicator.one('frequency'), scope),
          next_due: newest && nextDue(newest, indicator),
          owner: titles(indicator.refs('owner'), scope),
          broken_down_by: saidAll(indicator.all('broken down by'), scope),
          concept: said(indicator.one('concept'), scope),
        },
      };
    });
  },
});

export const values = tableKind({
  id: 'values',
  title: 'Values',
  about: 'Every baseline and observed value of the indicators, the parts of each among them: one number a line.',
  columns: {
    indicator_id: text('Indicator id', 'The id of the indicator.'),
    indicator: text('Indicator', 'What is measured.'),
    what: text('What', 'baseline or value.'),
    from: day('From', 'The first day the value is about.'),
    to: day('To', 'The last day the value is about.'),
    after: text('After', 'Of a cohort: how long after the event it was measured.'),
    part: text('Part', 'The part of the whole it is about; empty for the whole.'),
    value: number('Value', 'The value.'),
    unit: text('Unit', 'What is counted.'),
    estimate: text('Estimate', 'about, provisional or derived; empty for a measured value.'),
  },
  rows: ({ scope }) =>
    indicatorsOf(scope).flatMap((indicator) => [
      ...baselinesOf(indicator, scope).flatMap((observed) => lines(indicator, 'baseline', observed)),
      ...valuesOf(indicator, scope).flatMap((observed) => lines(indicator, 'value', observed)),
    ]),
});

function lines(indicator: Indicator, what: string, observed: Observed): Row[] {
  const { at, on } = observed;
  const event = indicator.one('at')?.value?.after ?? 'event';
  const after = at === undefined ? undefined : say`${counted(at.count, at.unit)} after ${event}`;
  const line = (value: Quantity, part?: string) => ({
    of: indicator,
    cells: {
      indicator_id: indicator.id,
      indicator: indicator.title,
      what,
      from: on && observed.start,
      to: on && observed.end,
      after,
      part,
      value: rounded(value.number),
      unit: unitOf(indicator) ?? value.unit,
      estimate: value.estimate,
    },
  });
  return [...(observed.value === undefined ? [] : [line(observed.value)]), ...[...observed.parts].map(([part, value]) => line(value, part))];
}

export const targets = tableKind({
  id: 'targets',
  title: 'Targets',
  about: 'What is to be reached, with the milestones on the way, and how each target stands on the day of the report.',
  columns: {
    sector: text('Sector', 'The title of the sector.'),
    number: text('No.', 'The number in the published plan.'),
    id: text('Id', 'The id of the target.'),
    title: text('Target', 'What is to be reached.'),
    what: text('What', 'target or milestone.'),
    indicator_id: text('Indicator id', 'The id of the indicator that shows it.'),
    indicator: text('Indicator', 'The indicator that shows it.'),
    form: text('Form', 'at least, at most, exactly, below, above, increase by or decrease by.'),
    written: number('Written value', 'The value as the plan writes it.'),
    written_unit: text('Written unit', 'What the written value counts, where that is said.'),
    aim: number('Value to reach', 'The value as the indicator counts it: of an increase or decrease, told from the baseline.'),
    part: text('Part', 'The part of the whole it is for; empty for the whole.'),
    groups: text('For', 'The groups it is for.'),
    asked: text('To reach', 'What is asked for, in words.'),
    by: text('By when', 'Until when, as the plan says it.'),
    from: day('From', 'The first day of the deadline.'),
    to: day('To', 'The last day of the deadline.'),
    owner: text('Owner', 'Who answers for it.'),
    standing: text('Standing', 'on track, off track, met, missed, data are late, no data or not met yet.'),
    expected: number('Line asks for', 'What the line from baseline to target asks for at the date of the newest value.'),
    share: number('Share of the way', 'How much of the way from baseline to target is done, from 0 to 1.'),
    serves: text('Serves', 'The goals it serves.'),
  },
  rows: ({ scope, today }) => scope.of('target').flatMap((target) => targetRows(target, scope, today)),
});

type TargetCells = Cells<string>;

function targetRows(target: Target, scope: Scope, today: string): Row[] {
  const progress = progressOf(target, scope, today);
  const indicator = progress.indicator ?? measuring(target, scope)[0];
  const [baseline] = indicator === undefined ? [] : baselinesOf(indicator, scope);
  const common: TargetCells = {
    sector: scope.sectorOf(target)?.title,
    number: textIn(target, 'number'),
    id: target.id,
    title: target.title,
    indicator_id: indicator?.id,
    indicator: indicator?.title,
    groups: titles(target.refs('for'), scope),
    owner: titles(target.refs('owner'), scope),
    serves: titles(target.refs('serves'), scope),
  };
  const asked = (what: string, { form, value, deadline }: Milestone, parts: readonly Part[]): TargetCells[] => {
    const span = deadline?.kind === 'date' ? daysOf(deadline.date, scope) : undefined;
    const line = (written: Quantity, part?: string): TargetCells => {
      const base = part === undefined ? baseline?.value : baseline?.parts.get(part);
      const aim = aimed(form, written, base?.number);
      return {
        ...common,
        what,
        form,
        written: rounded(written.number),
        written_unit: written.unit,
        aim: aim === undefined ? undefined : rounded(aim),
        part,
        asked: askedSaid(form, written, deadline, unitOf(indicator)),
        by: deadlineSaid(deadline),
        from: span?.start,
        to: span?.end,
      };
    };
    return [line(value), ...parts.flatMap((part) => (part.value === undefined ? [] : [line(part.value, part.category)]))];
  };
  const aim = aimOf(target);
  const standing: TargetCells = {
    standing: told(STANDING[progress.state]),
    expected: progress.expected && rounded(progress.expected),
    share: progress.share === undefined ? undefined : Number(progress.share.toFixed(4)),
  };
  const [first = { ...common, what: 'target' }, ...more] = aim === undefined ? [] : asked('target', aim, aim.parts);
  const milestones = factsOf(target, 'milestone').flatMap((fact) => (fact.value === undefined ? [] : asked('milestone', fact.value as Milestone, fact.parts)));
  return [{ ...first, ...standing }, ...more, ...milestones].map((cells) => ({ of: target, cells }));
}
