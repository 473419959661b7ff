import { money, number, quantity, unit } from './amounts.ts';
import { date, monthDay, period } from './dates.ts';
import {
  aim, answering, because, budget, dataSource, evaluated, FIELDS, funding, HOLDERS, holder, holders, lagged, level, LEVELS, milestone, observation, orText, shares,
  stages, standard, TYPES,
} from './forms.ts';
import { anyOrder, either, led, list, literal, map, opt, seq, type Shape } from './shape.ts';
import { deadline, duration, event, frequency } from './times.ts';
import { code, name, openWord, text, word } from './words.ts';

/** One statement of the language: how its values are read and what it says. Everything about it derives from this row. */
export interface Row<T = unknown> {
  readonly shape: Shape<T>;
  readonly doc: string;
  /** It may stand several times in one declaration. */
  readonly many?: boolean;
  /** Its absence is reported by `structure/required-missing`. */
  readonly required?: boolean;
  /** It may have a block that splits its value: `{ women 41%; men 55% }`. */
  readonly split?: boolean;
}

export interface KindRow<R extends Record<string, Row> = Record<string, Row>> {
  readonly doc: string;
  /** It stands only at the top, and its word in column 0 begins it whatever was left open before. */
  readonly top?: boolean;
  /** It may stand at the top although others hold it too. */
  readonly alsoTop?: boolean;
  /** Its header is `kind id "Title"`; an entry's id may be missing, `waive` has none. */
  readonly header: 'id' | 'entry' | 'none';
  readonly holds: readonly string[];
  /** The statements that a new one is laid out with. */
  readonly outline: string;
  readonly rows: R;
}

const one = <T>(shape: Shape<T>, doc: string, more: Partial<Row<T>> = {}): Row<T> => ({ shape, doc, ...more });
const many = <T>(shape: Shape<T>, doc: string, more: Partial<Row<T>> = {}): Row<T> => ({ shape, doc, many: true, ...more });
const must = <T>(shape: Shape<T>, doc: string, more: Partial<Row<T>> = {}): Row<T> => ({ shape, doc, required: true, ...more });
const kind = <R extends Record<string, Row>>(row: KindRow<R>): KindRow<R> => row;

const planOrText = list(orText('plan', 'framework'));
const yesNo = word('yes', 'no');
const plainHolders = holders;
const datedText = map(seq({ on: date, text }), (v) => v as { on: { text: string; start: string; end: string }; text: string });
const withReason = map(seq({ text, because: opt(because) }), (v) => v as { text: string; because?: string });

/** What every declaration may say of itself. */
const everywhere = {
  about: one(text, 'What this is, in plain words; may hold Markdown in a long text.'),
  number: one(either<string>(text, code), 'The number it has in the published plan.'),
  covers: many(list(name('item')), 'The framework items that this answers.'),
};
const sourced = { source: many(text, 'Where this is stated: the document and its place.') };

/** What a responsibility and a measure share: who does it, by when, for whom, with what money. */
const duty = {
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
    map(seq({ word: word('planned', 'ongoing', 'delayed', 'completed', 'cancelled'), because: opt(because) }), (v) => v as { word: 'planned' | 'ongoing' | 'delayed' | 'completed' | 'cancelled'; because?: string }),
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
  'hands over to': many(map(seq({ to: holder, when: opt(led('when', text)) }), (v) => v as { to: typeof v.to; when?: string }), 'Who takes over, and when.'),
};

const holderRows = {
  ...everywhere,
  ...sourced,
  type: must(word(...TYPES), 'What kind of organisation or office it is.'),
  level: one(level, 'The level of government it belongs to.'),
  'each of': one(either<string>(level, text), 'It stands for a class: each of municipality, each of "every department".'),
  count: one(number, 'How many the class has.'),
  'part of': one(name('actor', 'partner'), 'The organisation it belongs to.'),
  active: one(period, 'When it exists.'),
  succeeds: many(list(name('actor', 'partner')), 'Whom it replaced.'),
  formerly: many(map(seq({ name: text, until: opt(led('until', date)) }), (v) => v as { name: string }), 'What it was called before.'),
  capacity: one(word('paid', 'volunteer', 'mixed'), 'Whether its people are paid.'),
  staff: one(quantity, 'How many people it has for this.'),
  contact: many(map(seq({ a: text, b: opt(text), c: opt(text) }), (v) => [v.a, v.b, v.c].filter((t): t is string => t !== undefined)), 'Whom to ask: role and address.'),
  deputy: one(orText(...HOLDERS), 'Who stands in.'),
  represents: many(list(name('group')), 'The groups it speaks for.'),
  'works with': many(map(seq({ whom: holders, frequency: opt(frequency) }), (v) => v as { whom: typeof v.whom }), 'Whom it meets, and how often.'),
};

const agreementRows = {
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

const targetForm = (doc: string) => one(aim, doc, { split: true });

/**
 * Every kind and statement of the language. Grammar, completion, hover, formatter, highlighting, JSON schema and the language
 * reference derive from this table.
 */
export const VOCABULARY = {
  plan: kind({
    doc: 'An integration plan: a folder with this declaration in one of its files.',
    top: true, header: 'id', holds: [], outline: 'level, period, status, coordinator, review',
    rows: {
      ...everywhere,
      ...sourced,
      kind: one(word('action-plan', 'strategy', 'statute', 'pact', 'monitor', 'project'), 'What sort of plan it is; decides which rules make sense.'),
      level: must(list(level), 'The level of government.', { many: true }),
      territory: one(map(seq({ name: text, code: opt(code) }), (v) => v as { name: string; code?: string }), 'The territory it is for, with its code.'),
      period: must(period, 'The years it covers.'),
      status: one(word('draft', 'consultation', 'adopted', 'amended', 'extended', 'closed', 'superseded'), 'Where it stands.'),
      adopted: many(map(seq({ on: date, more: anyOrder({ by: led('by', holder), as: led('as', text) }) }), ({ on, more }) => ({ on, ...more })), 'When, by whom and as what it was adopted.'),
      'published by': one(holders, 'Who has published it.'),
      under: many(planOrText, 'The plan, law or framework above it.'),
      implements: many(planOrText, 'What it puts into practice.'),
      supersedes: many(planOrText, 'What it replaces.'),
      'succeeded by': many(planOrText, 'What has replaced it.'),
      uses: many(list(name('framework')), 'The frameworks it follows.'),
      'extended to': one(map(seq({ to: date, because: opt(because) }), (v) => v as { to: typeof v.to; because?: string }), 'Until when it was extended, and why.'),
      'anchored in': many(map(seq({ kind: opt(word('financial', 'master', 'thematic', 'programme', 'strategy')), in: orText('plan') }), (v) => v as { kind?: 'financial' | 'master' | 'thematic' | 'programme' | 'strategy'; in: typeof v.in }), 'The plans that carry it: financial, master, thematic.'),
      coordinator: many(map(seq({ who: answering, more: anyOrder({ from: led('from', date), until: led('until', date) }) }), ({ who, more }) => ({ ...who, ...more })), 'Who coordinates it.'),
      review: one(map(seq({ frequency, by: opt(led('by', holders)) }), (v) => v as { frequency: typeof v.frequency; by?: typeof v.by }), 'How often it is reviewed, and by whom.'),
      evaluated: many(evaluated, 'When or how often it is evaluated, and by whom.'),
      report: many(map(seq({ on: date, text }), (v) => v), 'A report that was or will be given.'),
      principle: many(text, 'A principle it stands on.'),
      risk: many(map(seq({ text, by: opt(led('by', holder)) }), (v) => v as { text: string }), 'A risk, and who watches it.'),
      assumption: many(text, 'What it takes for granted.'),
      excludes: many(withReason, 'What it leaves out on purpose, and why.'),
      country: one(code, 'The country, as a two-letter code.'),
      currency: one(code, 'The currency of amounts without a code.'),
      language: one(code, 'The language it is written in.'),
      'year starts': one(monthDay, 'The day on which a financial year begins.'),
      vision: one(text, 'What it is all for.'),
      revision: many(datedText, 'A revision: when, and what changed.'),
    },
  }),
  framework: kind({
    doc: 'A library of items that plans can cover: principles, dimensions, legal requirements.',
    top: true, header: 'id', holds: ['item', 'indicator'], outline: 'publisher, year',
    rows: { ...everywhere, ...sourced, publisher: one(text, 'Who has published it.'), year: one(date, 'The year of publication.'), version: one(either<string>(text, code), 'Its version.'), for: one(level, 'The level of government it applies to.') },
  }),
  item: kind({
    doc: 'One item of a framework.',
    header: 'id', holds: ['item', 'indicator'], outline: 'about',
    rows: { ...everywhere, ...sourced, domain: one(either<string>(text, code), 'The field it belongs to.'), 'required for': one(list(level), 'The levels whose plans must cover it.') },
  }),
  actor: kind({ doc: 'An office, department or authority of the administration.', top: true, header: 'id', holds: [], outline: 'type', rows: holderRows }),
  partner: kind({
    doc: 'An organisation outside the administration.',
    top: true, header: 'id', holds: ['agreement'], outline: 'type, role, contributes',
    rows: { ...holderRows, role: one(word('formal', 'informal'), 'Whether it has a formal part.'), contributes: many(text, 'What it brings in.') },
  }),
  agreement: kind({ doc: 'An agreement with a partner.', alsoTop: true, header: 'entry', holds: [], outline: 'kind, period', rows: agreementRows }),
  body: kind({
    doc: 'A standing council, network or steering group.',
    top: true, header: 'id', holds: [], outline: 'kind, members, meets, involved in',
    rows: {
      ...everywhere,
      ...sourced,
      kind: must(word('coordination', 'steering', 'migrant-council', 'stakeholder-council', 'inter-municipal', 'political'), 'What sort of body it is.'),
      level: one(level, 'The level of government it belongs to.'),
      members: many(list(orText('actor', 'partner', 'body', 'group')), 'Who sits in it.'),
      seats: many(map(seq({ number, of: led('of', orText('actor', 'partner', 'body', 'group')) }), (v) => v), 'How many seats whom has.'),
      chair: one(orText('actor', 'partner', 'body', 'group'), 'Who chairs it.'),
      meets: one(frequency, 'How often it meets.'),
      'involved in': many(map(seq({ stages, from: opt(led('from', date)) }), (v) => v as { stages: typeof v.stages; from?: typeof v.from }), 'In which stages of the plan it has a say, and since when.'),
      decides: many(text, 'What it decides.'),
      advises: many(text, 'What it advises on.'),
      term: one(either<unknown>(duration, period), 'How long its members serve.'),
      basis: one(text, 'The law or decision it rests on.'),
      published: one(yesNo, 'Whether its work is public.'),
      'input used': many(text, 'What became of its advice.'),
      represents: many(list(name('group')), 'The groups it speaks for.'),
    },
  }),
  consultation: kind({
    doc: 'An event at which people are heard.',
    top: true, header: 'id', holds: [], outline: 'involved in, period, with',
    rows: {
      ...everywhere,
      ...sourced,
      'involved in': many(map(seq({ stages, from: opt(led('from', date)) }), (v) => v as { stages: typeof v.stages; from?: typeof v.from }), 'The stage of the plan it belongs to.'),
      period: one(period, 'When it took or takes place.'),
      frequency: one(frequency, 'How often it is repeated.'),
      with: many(holders, 'Who was heard.'),
      participants: one(number, 'How many took part.'),
      received: one(number, 'How many proposals came in.'),
      accepted: one(number, 'How many were taken up.'),
      rejected: one(number, 'How many were not.'),
      'input used': many(text, 'What became of what was said.'),
    },
  }),
  group: kind({
    doc: 'A group of people the plan is for.',
    top: true, header: 'id', holds: [], outline: 'size, priority',
    rows: {
      ...everywhere,
      ...sourced,
      kind: one(word('newcomers', 'receiving-society'), 'Newcomers (the default) or the society that receives them.'),
      status: many(list(word('citizen', 'permanent', 'refugee', 'subsidiary-protection', 'temporary-protection', 'asylum-seeker', 'rejected', 'undocumented', 'family', 'labour', 'student', 'eu-citizen')), 'The legal statuses it includes.'),
      age: one(map(seq({ from: number, to: opt(led('to', number)) }), (v) => v as { from: number; to?: number }), 'Its ages: age 16 to 25.'),
      stay: one(map(seq({ form: either<string>(literal('below'), literal('above'), literal('at least'), literal('at most')), duration }), (v) => v), 'How long its members have stayed.'),
      size: many(map(seq({ quantity, on: opt(led('on', date)) }), (v) => v as { quantity: typeof v.quantity; on?: typeof v.on }), 'How many people it has, and when.'),
      includes: many(list(name('group')), 'The groups that belong to it.'),
      priority: one(word('high', 'normal'), 'Whether the plan gives it priority.'),
      definition: one(text, 'Who exactly belongs to it.'),
    },
  }),
  phase: kind({
    doc: 'A phase of the way from arrival to participation.',
    top: true, header: 'id', holds: [], outline: 'from, lasts',
    rows: {
      ...everywhere,
      ...sourced,
      from: one(either<unknown>(event, name('phase')), 'The event or phase after which it begins.'),
      lasts: one(duration, 'How long it lasts.'),
      then: many(map(seq({ phase: name('phase'), when: opt(led('when', text)) }), (v) => v), 'The phase that follows, and when.'),
    },
  }),
  goal: kind({
    doc: 'What the plan wants to reach.',
    alsoTop: true, header: 'id', holds: [], outline: 'horizon, owner',
    rows: {
      ...everywhere,
      ...sourced,
      horizon: one(word('long', 'medium', 'short'), 'How far away it lies.'),
      called: one(text, 'What the plan calls it: Outcome, Purpose.'),
      'part of': one(name('goal'), 'The goal above it.'),
      sectors: many(list(name('sector')), 'The sectors it concerns.'),
      owner: one(holder, 'Who answers for it.'),
    },
  }),
  sector: kind({
    doc: 'A field of policy with its responsibilities, measures, targets and indicators; may be reopened in another file.',
    top: true, header: 'id', holds: ['responsibility', 'measure', 'goal', 'target', 'indicator'], outline: 'field, lead',
    rows: {
      ...everywhere,
      ...sourced,
      field: many(list(word(...FIELDS)), 'The field of policy.'),
      lead: one(holders, 'Who leads it.'),
      dimension: one(word('legal-political', 'socio-economic', 'cultural'), 'The dimension of integration it belongs to.'),
      groups: many(list(name('group')), 'The groups it is for.'),
      phases: many(list(name('phase')), 'The phases it concerns.'),
      excludes: many(withReason, 'What it leaves out on purpose, and why.'),
    },
  }),
  responsibility: kind({ doc: 'A standing duty and who answers for it.', alsoTop: true, header: 'id', holds: [], outline: 'accountable, responsible, deadline', rows: { ...duty } }),
  measure: kind({
    doc: 'Something the plan does.',
    alsoTop: true, header: 'id', holds: [], outline: 'serves, lead, for, period, status, budget',
    rows: {
      ...duty,
      serves: many(list(name('target', 'goal')), 'The targets or goals it serves.'),
      with: many(plainHolders, 'Who takes part.'),
      period: one(period, "When it runs; else the plan's period."),
      progress: many(datedText, 'What was done so far.'),
      step: many(
        map(
          seq({ text, more: anyOrder({ by: deadline, date, status: word('planned', 'ongoing', 'delayed', 'completed', 'cancelled') }) }),
          ({ text: title, more }) => ({ title, ...more }),
        ),
        'A step on the way: step "Agree the programme" by 2026-06 ongoing.',
      ),
      output: many(either<string | { number: number }>(text, quantity), 'What it produces.'),
      'anchored in': many(orText('plan'), 'The plan that carries it.'),
      evidence: many(text, 'Why it is thought to work.'),
      evaluated: many(evaluated, 'When it is evaluated, and by whom.'),
      risk: many(text, 'What may go wrong.'),
    },
  }),
  target: kind({
    doc: 'A value to be reached by a date.',
    alsoTop: true, header: 'id', holds: [], outline: 'measured by, at least',
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
      revised: many(map(seq({ on: date, from: led('from', quantity), because: opt(because) }), (v) => v as { on: typeof v.on; from: typeof v.from; because?: string }), 'An earlier value, when it was changed, and why.'),
    },
  }),
  indicator: kind({
    doc: 'What is measured, where the data come from, and the values so far.',
    alsoTop: true, header: 'id', holds: [], outline: 'unit, direction, baseline, source, frequency, owner',
    rows: {
      ...everywhere,
      unit: one(unit, 'What is counted: percent, persons, deaths per 1000.'),
      serves: many(list(name('goal')), 'The goals it shows.'),
      definition: one(text, 'What exactly is measured.'),
      numerator: one(text, 'What stands above the line.'),
      denominator: one(text, 'What stands below the line.'),
      method: one(text, 'How it is measured.'),
      respondents: one(text, 'Who was asked.'),
      'used for': many(text, 'What it is used for.'),
      direction: one(word('increase', 'decrease', 'hold'), 'Which way is better.'),
      baseline: many(observation, 'The value at the start.', { split: true }),
      value: many(observation, 'A measured value and its date.', { split: true }),
      at: one(map(seq({ durations: list(duration), after: led('after', event) }), (v) => v), 'A cohort indicator: how long after the event it is measured.'),
      parts: one(word('add', 'average', 'separate'), 'How the parts of a value make the whole.'),
      alarm: one(quantity, 'The value that must raise alarm.'),
      data: one(text, 'A CSV file with its observed values.'),
      source: many(dataSource, 'Where its data come from.'),
      frequency: one(lagged, 'How often it is measured, and how late data come.'),
      owner: one(holder, 'Who answers for the figure.'),
      'collected by': many(holders, 'Who gathers the data.'),
      'broken down by': many(list(openWord('a way to break the figure down', 'gender', 'age', 'status', 'origin', 'length-of-stay', 'education', 'area', 'disability')), 'How the figure is split.'),
      'compared with': many(list(name('group', 'indicator')), 'What it is compared with.'),
      concept: one(word('citizenship', 'country-of-birth', 'origin', 'legal-status'), 'How people are told apart.'),
      'available at': many(list(level), 'The levels for which data exist.'),
      qualitative: one(yesNo, 'Whether it is described, not counted.'),
    },
  }),
  fund: kind({
    doc: 'Money: from whom, to whom, how much, how long.',
    top: true, header: 'id', holds: [], outline: 'from, to, amount, period, secured',
    rows: {
      ...everywhere,
      ...sourced,
      from: many(holders, 'Who pays.'),
      to: many(holders, 'Who receives.'),
      amount: many(map(seq({ amount: money, in: opt(led('in', date)) }), (v) => v as { amount: typeof v.amount; in?: typeof v.in }), 'How much, and in which year.'),
      per: many(list(openWord('what it is paid per: person, year, commune', 'person', 'household', 'year', 'month', 'municipality', 'commune')), 'What it is paid per.'),
      lasts: one(map(seq({ duration, per: opt(led('per', openWord('person or household', 'person'))) }), (v) => v), 'How long it is paid.'),
      period: one(period, 'When it is available.'),
      share: many(shares, 'Who bears which share; adds up to 100 %.'),
      condition: many(map(seq({ text, more: anyOrder({ by: deadline, owner: led('owner', holder) }) }), ({ text: t, more }) => ({ text: t, ...more })), 'What must be met to get it, by when and by whom.'),
      for: many(list(name('sector', 'group', 'measure', 'responsibility')), 'What it may be used for.'),
      secured: one(yesNo, 'Whether it is certain.'),
      continues: one(text, 'What comes after it.'),
      revised: many(map(seq({ on: date, from: led('from', money), because: opt(because) }), (v) => v), 'An earlier amount, when it was changed, and why.'),
    },
  }),
  mandate: kind({
    doc: 'A duty that one level of government gives another.',
    top: true, header: 'id', holds: [], outline: 'from, to, force, duty, deadline, funding, discretion',
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
      target: many(map(seq({ quantity, refreshed: opt(led('refreshed', frequency)) }), (v) => v), 'The figure to be reached, and how often it is set anew.'),
      funding: many(funding, 'The money that comes with it.'),
      discretion: one(list(word('content', 'instruments', 'evaluation')), 'What the receiving level may decide.'),
      basis: one(map(seq({ text, valid: opt(led('valid', period)) }), (v) => v as { text: string; valid?: typeof v.valid }), 'The law it rests on, and since when.'),
      'supervised by': many(holders, 'Who watches that it is done.'),
      for: many(list(name('group')), 'The groups it concerns.'),
      in: many(list(name('phase')), 'The phases it concerns.'),
      standard: many(standard, 'A minimum or a limit: standard at most 6 years.'),
    },
  }),
  waive: kind({ doc: 'An accepted gap: a finding that is known, with an owner, an end and a reason.', top: true, header: 'none', holds: [], outline: '', rows: {} }),
};

export type Kind = keyof typeof VOCABULARY;
export type Rows<K extends Kind> = (typeof VOCABULARY)[K]['rows'];
/** The words of the statements that all of some kinds have. */
export type Words<K extends Kind> = K extends Kind ? keyof Rows<K> : never;
export type ValueOf<K extends Kind, W> = K extends Kind ? (W extends keyof Rows<K> ? (Rows<K>[W] extends Row<infer T> ? T : never) : never) : never;
export const KINDS = Object.keys(VOCABULARY) as readonly Kind[];
export const kindRow = (kind: Kind): KindRow => VOCABULARY[kind] as KindRow;
export const isKind = (word: string): word is Kind => Object.hasOwn(VOCABULARY, word);
