import { number, quantity } from '../amounts.ts';
import { date, period } from '../dates.ts';
import { holders, level, orText, stages } from '../forms.ts';
import { kind, many, must, one } from '../row.ts';
import { either, led, list, literal, map, opt, seq } from '../shape.ts';
import { duration, event, frequency } from '../times.ts';
import { name, text, word } from '../words.ts';
import { agreementRows, everywhere, holderRows, sourced, yesNo } from './shared.ts';

// Who acts, who is heard, and whom a plan is for.

export const actorRow = kind({
  doc: 'An office, department or authority of the administration.',
  top: true,
  header: 'id',
  holds: [],
  outline: 'type',
  rows: holderRows,
});

export const partnerRow = kind({
  doc: 'An organisation outside the administration.',
  top: true,
  header: 'id',
  holds: ['agreement'],
  outline: 'type, role, contributes',
  rows: { ...holderRows, role: one(word('formal', 'informal'), 'Whether it has a formal part.'), contributes: many(text, 'What it brings in.') },
});

export const agreementRow = kind({
  doc: 'An agreement with a partner.',
  alsoTop: true,
  header: 'entry',
  holds: [],
  outline: 'kind, period',
  rows: agreementRows,
});

export const bodyRow = kind({
  doc: 'A standing council, network or steering group.',
  top: true,
  header: 'id',
  holds: [],
  outline: 'kind, members, meets, involved in',
  rows: {
    ...everywhere,
    ...sourced,
    kind: must(word('coordination', 'steering', 'migrant-council', 'stakeholder-council', 'inter-municipal', 'political'), 'What sort of body it is.'),
    level: one(level, 'The level of government it belongs to.'),
    members: many(list(orText('actor', 'partner', 'body', 'group')), 'Who sits in it.'),
    seats: many(
      map(seq({ number, of: led('of', orText('actor', 'partner', 'body', 'group')) }), (v) => v),
      'How many seats whom has.',
    ),
    chair: one(orText('actor', 'partner', 'body', 'group'), 'Who chairs it.'),
    meets: one(frequency, 'How often it meets.'),
    'involved in': many(
      map(seq({ stages, from: opt(led('from', date)) }), (v) => v as { stages: typeof v.stages; from?: typeof v.from }),
      'In which stages of the plan it has a say, and since when.',
    ),
    decides: many(text, 'What it decides.'),
    advises: many(text, 'What it advises on.'),
    term: one(either<unknown>(duration, period), 'How long its members serve.'),
    basis: one(text, 'The law or decision it rests on.'),
    published: one(yesNo, 'Whether its work is public.'),
    'input used': many(text, 'What became of its advice.'),
    represents: many(list(name('group')), 'The groups it speaks for.'),
  },
});

export const consultationRow = kind({
  doc: 'An event at which people are heard.',
  top: true,
  header: 'id',
  holds: [],
  outline: 'involved in, period, with',
  rows: {
    ...everywhere,
    ...sourced,
    'involved in': many(
      map(seq({ stages, from: opt(led('from', date)) }), (v) => v as { stages: typeof v.stages; from?: typeof v.from }),
      'The stage of the plan it belongs to.',
    ),
    period: one(period, 'When it took or takes place.'),
    frequency: one(frequency, 'How often it is repeated.'),
    with: many(holders, 'Who was heard.'),
    participants: one(number, 'How many took part.'),
    received: one(number, 'How many proposals came in.'),
    accepted: one(number, 'How many were taken up.'),
    rejected: one(number, 'How many were not.'),
    'input used': many(text, 'What became of what was said.'),
  },
});

export const groupRow = kind({
  doc: 'A group of people the plan is for.',
  top: true,
  header: 'id',
  holds: [],
  outline: 'size, priority',
  rows: {
    ...everywhere,
    ...sourced,
    kind: one(word('newcomers', 'receiving-society'), 'Newcomers (the default) or the society that receives them.'),
    status: many(
      list(
        word(
          'citizen',
          'permanent',
          'refugee',
          'subsidiary-protection',
          'temporary-protection',
          'asylum-seeker',
          'rejected',
          'undocumented',
          'family',
          'labour',
          'student',
          'eu-citizen',
        ),
      ),
      'The legal statuses it includes.',
    ),
    age: one(
      map(seq({ from: number, to: opt(led('to', number)) }), (v) => v as { from: number; to?: number }),
      'Its ages: age 16 to 25.',
    ),
    stay: one(
      map(seq({ form: either<string>(literal('below'), literal('above'), literal('at least'), literal('at most')), duration }), (v) => v),
      'How long its members have stayed.',
    ),
    size: many(
      map(seq({ quantity, on: opt(led('on', date)) }), (v) => v as { quantity: typeof v.quantity; on?: typeof v.on }),
      'How many people it has, and when.',
    ),
    includes: many(list(name('group')), 'The groups that belong to it.'),
    priority: one(word('high', 'normal'), 'Whether the plan gives it priority.'),
    definition: one(text, 'Who exactly belongs to it.'),
  },
});

export const phaseRow = kind({
  doc: 'A phase of the way from arrival to participation.',
  top: true,
  header: 'id',
  holds: [],
  outline: 'from, lasts',
  rows: {
    ...everywhere,
    ...sourced,
    from: one(either<unknown>(event, name('phase')), 'The event or phase after which it begins.'),
    lasts: one(duration, 'How long it lasts.'),
    // biome-ignore lint/suspicious/noThenProperty: the language's own word; nobody awaits the table.
    then: many(
      map(seq({ phase: name('phase'), when: opt(led('when', text)) }), (v) => v),
      'The phase that follows, and when.',
    ),
  },
});
