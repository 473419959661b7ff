import { money, number, quantity } from '../amounts.ts';
import { date, period } from '../dates.ts';
import { aim, answering, because, budget, HOLDERS, holder, holders, level, orText, TYPES } from '../forms.ts';
import { many, must, one } from '../row.ts';
import { either, led, list, map, opt, seq } from '../shape.ts';
import { deadline, frequency } from '../times.ts';
import { code, name, text, word } from '../words.ts';

export const planOrText = list(orText('plan', 'framework'));
export const yesNo = word('yes', 'no');
export const plainHolders = holders;
export const datedText = map(seq({ on: date, text }), (v) => v as { on: { text: string; start: string; end: string }; text: string });
export const withReason = map(seq({ text, because: opt(because) }), (v) => v as { text: string; because?: string });

/** What every declaration may say of itself. */
export const everywhere = {
  about: one(text, 'What this is, in plain words; may hold Markdown in a long text.'),
  number: one(either<string>(text, code), 'The number it has in the published plan.'),
  covers: many(list(name('item')), 'The framework items that this answers.'),
};
export const sourced = { source: many(text, 'Where this is stated: the document and its place.') };

/** What a responsibility and a measure share: who does it, by when, for whom, with what money. */
export const duty = {
  ...everywhere,
  ...sourced,
  lead: one(holders, 'Who is accountable and responsible at once.'),
  accountable: one(answering, 'The one who answers for it.'),
  responsible: many(plainHolders, 'Who carries it out.'),
  consulted: many(plainHolders, 'Who is asked before decisions.'),
  informed: many(plainHolders, 'Who is told.'),
  'supervised by': many(plainHolders, 'Who watches that it is done.'),
  'supported by': many(plainHolders, 'Who helps with advice or means.'),
  fulfils: many(list(name('mandate')), 'The mandates from above that this fulfils.'),
  deadline: many(deadline, 'When it is due.'),
  frequency: one(frequency, 'How often it is done.'),
  status: one(
    map(
      seq({ word: word('planned', 'ongoing', 'delayed', 'completed', 'cancelled'), because: opt(because) }),
      (v) => v as { word: 'planned' | 'ongoing' | 'delayed' | 'completed' | 'cancelled'; because?: string },
    ),
    'How far it has come.',
  ),
  requires: many(list(name('responsibility', 'measure')), 'What must be done before it.'),
  for: many(list(name('group')), 'The groups it is for.'),
  in: many(list(name('phase')), 'The phases it belongs to.'),
  budget: many(budget, 'What it costs, and from which fund.'),
  authority: one(text, 'What its holder can decide or enforce.'),
  delivery: one(word('in-house', 'outsourced', 'bundled', 'pooled'), 'By whom it is delivered.'),
  basis: one(text, 'The law or decision it rests on.'),
  deputy: one(orText(...HOLDERS), 'Who stands in.'),
  'hands over to': many(
    map(seq({ to: holder, when: opt(led('when', text)) }), (v) => v as { to: typeof v.to; when?: string }),
    'Who takes over, and when.',
  ),
};

export const holderRows = {
  ...everywhere,
  ...sourced,
  type: must(word(...TYPES), 'What kind of organisation or office it is.'),
  level: one(level, 'The level of government it belongs to.'),
  'each of': one(either<string>(level, word(...TYPES), text), 'It stands for a class: each of municipality, each of "every department".'),
  count: one(number, 'How many the class has.'),
  'part of': one(name('actor', 'partner'), 'The organisation it belongs to.'),
  active: one(period, 'When it exists.'),
  succeeds: many(list(name('actor', 'partner')), 'Whom it replaced.'),
  formerly: many(
    map(seq({ name: text, until: opt(led('until', date)) }), (v) => v as { name: string }),
    'What it was called before.',
  ),
  capacity: one(word('paid', 'volunteer', 'mixed'), 'Whether its people are paid.'),
  staff: one(quantity, 'How many people it has for this.'),
  contact: many(
    map(seq({ a: text, b: opt(text), c: opt(text) }), (v) => [v.a, v.b, v.c].filter((t): t is string => t !== undefined)),
    'Whom to ask: role and address.',
  ),
  deputy: one(orText(...HOLDERS), 'Who stands in.'),
  represents: many(list(name('group')), 'The groups it speaks for.'),
  'works with': many(
    map(seq({ whom: holders, frequency: opt(frequency) }), (v) => v as { whom: typeof v.whom }),
    'Whom it meets, and how often.',
  ),
};

export const agreementRows = {
  ...everywhere,
  ...sourced,
  parties: many(holders, 'Who has signed it.'),
  kind: one(word('contract', 'tender', 'subsidy', 'partnership', 'performance', 'letter-of-intent', 'statutory'), 'What sort of agreement it is.'),
  period: one(period, 'How long it holds.'),
  amount: many(money, 'What is paid.'),
  renewal: one(text, 'How it is renewed.'),
  basis: one(text, 'The law or decision it rests on.'),
  terms: many(text, 'What it says.'),
  'supervised by': many(plainHolders, 'Who watches that it is kept.'),
  'equality-clause': one(yesNo, 'Whether it binds the partner to equal treatment.'),
};

export const targetForm = (doc: string) => one(aim, doc, { split: true });
