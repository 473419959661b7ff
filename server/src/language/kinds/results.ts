import { quantity, unit } from '../amounts.ts';
import { date } from '../dates.ts';
import { because, dataSource, holder, holders, lagged, level, milestone, observation } from '../forms.ts';
import { kind, many, one } from '../row.ts';
import { led, list, map, opt, seq } from '../shape.ts';
import { duration, event } from '../times.ts';
import { name, openWord, text, word } from '../words.ts';
import { everywhere, sourced, targetForm, yesNo } from './shared.ts';

// What is to be reached, and how it is measured.

export const targetRow = kind({
  doc: 'A value to be reached by a date.',
  alsoTop: true,
  header: 'id',
  holds: [],
  outline: 'measured by, at least',
  rows: {
    ...everywhere,
    ...sourced,
    'measured by': many(list(name('indicator')), 'The indicators that show whether it is met.'),
    serves: many(list(name('goal')), 'The goals it serves.'),
    'at least': targetForm('The value must not be lower.'),
    'at most': targetForm('The value must not be higher.'),
    exactly: targetForm('The value itself.'),
    below: targetForm('The value must be lower.'),
    above: targetForm('The value must be higher.'),
    'increase by': targetForm('The value must rise by this much over the baseline.'),
    'decrease by': targetForm('The value must fall by this much below the baseline.'),
    milestone: many(milestone, 'A value on the way.', { split: true }),
    for: many(list(name('group')), 'The groups it is for.'),
    owner: one(holder, 'Who answers for it.'),
    revised: many(
      map(seq({ on: date, from: led('from', quantity), because: opt(because) }), (v) => v as { on: typeof v.on; from: typeof v.from; because?: string }),
      'An earlier value, when it was changed, and why.',
    ),
  },
});

export const indicatorRow = kind({
  doc: 'What is measured, where the data come from, and the values so far.',
  alsoTop: true,
  header: 'id',
  holds: [],
  outline: 'unit, direction, baseline, source, frequency, owner',
  rows: {
    ...everywhere,
    unit: one(unit, 'What is counted: percent, persons, deaths per 1000.'),
    serves: many(list(name('goal')), 'The goals it shows.'),
    'defined by': one(name('indicator'), 'The indicator of a framework, or of a plan above, that says what is counted and how; the figures stand here.'),
    definition: one(text, 'What exactly is measured.'),
    numerator: one(text, 'What stands above the line.'),
    denominator: one(text, 'What stands below the line.'),
    method: one(text, 'How it is measured.'),
    respondents: one(text, 'Who was asked.'),
    'used for': many(text, 'What it is used for.'),
    direction: one(word('increase', 'decrease', 'hold'), 'Which way is better.'),
    baseline: many(observation, 'The value at the start.', { split: true }),
    value: many(observation, 'A measured value and its date.', { split: true }),
    at: one(
      map(seq({ durations: list(duration), after: led('after', event) }), (v) => v),
      'A cohort indicator: how long after the event it is measured.',
    ),
    parts: one(word('add', 'average', 'separate'), 'How the parts of a value make the whole.'),
    alarm: one(quantity, 'The value that must raise alarm.'),
    data: one(text, 'A CSV file with its observed values.'),
    source: many(dataSource, 'Where its data come from.'),
    frequency: one(lagged, 'How often it is measured, and how late data come.'),
    owner: one(holder, 'Who answers for the figure.'),
    'collected by': many(holders, 'Who gathers the data.'),
    'broken down by': many(
      list(openWord('a way to break the figure down', 'gender', 'age', 'status', 'origin', 'length-of-stay', 'education', 'area', 'disability')),
      'How the figure is split.',
    ),
    'compared with': many(list(name('group', 'indicator')), 'What it is compared with.'),
    concept: one(word('citizenship', 'country-of-birth', 'origin', 'legal-status'), 'How people are told apart.'),
    'available at': many(list(level), 'The levels for which data exist.'),
    qualitative: one(yesNo, 'Whether it is described, not counted.'),
  },
});
