import { date, monthDay, period } from '../dates.ts';
import { answering, because, evaluated, holder, holders, level, orText, risk, standard } from '../forms.ts';
import { kind, many, must, one } from '../row.ts';
import { anyOrder, either, led, list, map, opt, seq } from '../shape.ts';
import { deadline, frequency } from '../times.ts';
import { code, name, text, word } from '../words.ts';
import { datedText, everywhere, planOrText, sourced, withReason } from './shared.ts';

// Plans, the frameworks they use, and waivers.

export const planRow = kind({
  doc: 'An integration plan: a folder with this declaration in one of its files.',
  top: true,
  header: 'id',
  holds: [],
  outline: 'level, period, status, coordinator, review',
  rows: {
    ...everywhere,
    ...sourced,
    kind: one(word('action-plan', 'strategy', 'statute', 'pact', 'monitor', 'project'), 'What sort of plan it is; decides which rules make sense.'),
    level: must(list(level), 'The level of government.', { many: true }),
    territory: one(
      map(seq({ name: text, code: opt(code) }), (v) => v as { name: string; code?: string }),
      'The territory it is for, with its code.',
    ),
    period: must(period, 'The years it covers.'),
    status: one(word('draft', 'consultation', 'adopted', 'amended', 'extended', 'closed', 'superseded'), 'Where it stands.'),
    adopted: many(
      map(seq({ on: date, more: anyOrder({ by: led('by', holder), as: led('as', text) }) }), ({ on, more }) => ({ on, ...more })),
      'When, by whom and as what it was adopted.',
    ),
    'published by': one(holders, 'Who has published it.'),
    under: many(planOrText, 'The plan, law or framework above it.'),
    implements: many(planOrText, 'What it puts into practice.'),
    supersedes: many(planOrText, 'What it replaces.'),
    'succeeded by': many(planOrText, 'What has replaced it.'),
    uses: many(list(name('framework')), 'The frameworks it follows.'),
    'extended to': one(
      map(seq({ to: date, because: opt(because) }), (v) => v as { to: typeof v.to; because?: string }),
      'Until when it was extended, and why.',
    ),
    'anchored in': many(
      map(
        seq({ kind: opt(word('financial', 'master', 'thematic', 'programme', 'strategy')), in: orText('plan') }),
        (v) => v as { kind?: 'financial' | 'master' | 'thematic' | 'programme' | 'strategy'; in: typeof v.in },
      ),
      'The plans that carry it: financial, master, thematic.',
    ),
    coordinator: many(
      map(seq({ who: answering, more: anyOrder({ from: led('from', date), until: led('until', date) }) }), ({ who, more }) => ({ ...who, ...more })),
      'Who coordinates it.',
    ),
    review: one(
      map(seq({ frequency, by: opt(led('by', holders)) }), (v) => v as { frequency: typeof v.frequency; by?: typeof v.by }),
      'How often it is reviewed, and by whom.',
    ),
    evaluated: many(evaluated, 'When or how often it is evaluated, and by whom.'),
    report: many(
      map(seq({ on: date, text }), (v) => v),
      'A report that was or will be given.',
    ),
    principle: many(text, 'A principle it stands on.'),
    risk: many(risk, 'A risk, and who watches it.'),
    assumption: many(text, 'What it takes for granted.'),
    excludes: many(withReason, 'What it leaves out on purpose, and why.'),
    country: one(code, 'The country, as a two-letter code.'),
    currency: one(code, 'The currency of amounts without a code.'),
    language: one(code, 'The language it is written in.'),
    'year starts': one(monthDay, 'The day on which a financial year begins.'),
    vision: one(text, 'What it is all for.'),
    revision: many(datedText, 'A revision: when, and what changed.'),
  },
});

export const frameworkRow = kind({
  doc: 'A library of items that plans can cover: principles, dimensions, legal requirements.',
  top: true,
  header: 'id',
  holds: ['item', 'indicator'],
  outline: 'publisher, year',
  rows: {
    ...everywhere,
    ...sourced,
    publisher: one(text, 'Who has published it.'),
    year: one(date, 'The year of publication.'),
    version: one(either<string>(text, code), 'Its version.'),
    for: one(level, 'The level of government it applies to.'),
  },
});

export const itemRow = kind({
  doc: 'One item of a framework.',
  header: 'id',
  holds: ['item', 'indicator'],
  outline: 'about',
  rows: {
    ...everywhere,
    ...sourced,
    domain: one(either<string>(text, code), 'The field it belongs to.'),
    'required for': one(list(level), 'The levels whose plans must cover it.'),
    standard: many(standard, 'A minimum or a limit for what covers it: standard at most 6 years.'),
    deadline: many(deadline, 'By when what covers it is due.'),
  },
});

export const waiveRow = kind({
  doc: 'An accepted gap: a finding that is known, with an owner, an end and a reason.',
  top: true,
  header: 'none',
  holds: [],
  outline: '',
  rows: {},
});
