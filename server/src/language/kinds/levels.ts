import { money, quantity } from '../amounts.ts';
import { date, period } from '../dates.ts';
import { because, funding, holder, holders, type LEVELS, level, shares, standard } from '../forms.ts';
import { kind, many, must, one } from '../row.ts';
import { anyOrder, either, led, list, map, opt, seq } from '../shape.ts';
import { deadline, duration, frequency } from '../times.ts';
import { name, openWord, text, word } from '../words.ts';
import { everywhere, sourced, yesNo } from './shared.ts';

// What passes between levels of government: money and duties.

export const fundRow = kind({
  doc: 'Money: from whom, to whom, how much, how long.',
  top: true,
  header: 'id',
  holds: [],
  outline: 'from, to, amount, period, secured',
  rows: {
    ...everywhere,
    ...sourced,
    from: many(holders, 'Who pays.'),
    to: many(holders, 'Who receives.'),
    amount: many(
      map(seq({ amount: money, in: opt(led('in', date)) }), (v) => v as { amount: typeof v.amount; in?: typeof v.in }),
      'How much, and in which year.',
    ),
    per: many(
      list(openWord('what it is paid per: person, year, commune', 'person', 'household', 'year', 'month', 'municipality', 'commune')),
      'What it is paid per.',
    ),
    lasts: one(
      map(seq({ duration, per: opt(led('per', openWord('person or household', 'person'))) }), (v) => v),
      'How long it is paid.',
    ),
    period: one(period, 'When it is available.'),
    share: many(shares, 'Who bears which share; adds up to 100 %.'),
    condition: many(
      map(seq({ text, more: anyOrder({ by: deadline, owner: led('owner', holder) }) }), ({ text: t, more }) => ({ text: t, ...more })),
      'What must be met to get it, by when and by whom.',
    ),
    for: many(list(name('sector', 'group', 'measure', 'responsibility')), 'What it may be used for.'),
    secured: one(yesNo, 'Whether it is certain.'),
    continues: one(text, 'What comes after it.'),
    revised: many(
      map(seq({ on: date, from: led('from', money), because: opt(because) }), (v) => v),
      'An earlier amount, when it was changed, and why.',
    ),
  },
});

export const mandateRow = kind({
  doc: 'A duty that one level of government gives another.',
  top: true,
  header: 'id',
  holds: [],
  outline: 'from, to, force, duty, deadline, funding, discretion',
  rows: {
    ...everywhere,
    ...sourced,
    from: must(holders, 'Who gives it.'),
    to: must(list(either<(typeof LEVELS)[number] | { name: string }>(level, holder)), 'The level or role holders it is given to.'),
    with: many(holders, 'With whom it is to be done.'),
    when: one(text, 'In which case it applies.'),
    force: one(word('must', 'should', 'may'), 'How binding it is.'),
    duty: many(text, 'What is to be done.'),
    deadline: many(deadline, 'When it is due.'),
    frequency: one(frequency, 'How often it is due.'),
    target: many(
      map(seq({ quantity, refreshed: opt(led('refreshed', frequency)) }), (v) => v),
      'The figure to be reached, and how often it is set anew.',
    ),
    funding: many(funding, 'The money that comes with it.'),
    discretion: one(list(word('content', 'instruments', 'evaluation')), 'What the receiving level may decide.'),
    basis: one(
      map(seq({ text, valid: opt(led('valid', period)) }), (v) => v as { text: string; valid?: typeof v.valid }),
      'The law it rests on, and since when.',
    ),
    'supervised by': many(holders, 'Who watches that it is done.'),
    for: many(list(name('group')), 'The groups it concerns.'),
    in: many(list(name('phase')), 'The phases it concerns.'),
    standard: many(standard, 'A minimum or a limit: standard at most 6 years.'),
  },
});
