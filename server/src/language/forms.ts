import { type Money, money, number, percent, type Quantity, quantity } from './amounts.ts';
import { type DateSpan, date } from './dates.ts';
import { anyOrder, either, led, list, literal, map, opt, type Ref, type Shape, seq } from './shape.ts';
import { type Deadline, type Duration, deadline, duration, type Frequency, frequency } from './times.ts';
import { name, text, word } from './words.ts';

/** Everybody who can do, answer for, hear or be told something. */
export const HOLDERS = ['actor', 'partner', 'body', 'group'] as const;
export const holder = name(...HOLDERS);
export const holders = list(holder);

/** A name, or a text for what lies outside the workspace. */
export type RefOrText = Ref | string;
export const isRef = (value: RefOrText): value is Ref => typeof value !== 'string';
export const orText = (...kinds: readonly string[]): Shape<RefOrText> => either<RefOrText>(name(...kinds), text);

/** Who answers: one role holder, or several jointly under a body. */
export interface Answering {
  readonly names: readonly Ref[];
  readonly jointly: boolean;
  readonly under?: Ref;
}
export const answering: Shape<Answering> = either<Answering>(
  map(seq({ names: led('jointly', holders), under: opt(led('under', name('body'))) }), ({ names, under }) => ({
    names,
    jointly: true,
    ...(under === undefined ? {} : { under }),
  })),
  map(holders, (names) => ({ names, jointly: false })),
);

export const LEVELS = ['eu', 'national', 'regional', 'local'] as const;
export const level = word(...LEVELS);
export const because = led('because', text);

/** The forms a target takes: `at least 90%`, `increase by 5 points`. */
export const FORMS = ['at least', 'at most', 'exactly', 'below', 'above', 'increase by', 'decrease by'] as const;
export type Form = (typeof FORMS)[number];
/** Words that lead from one value of a statement to the next. */
export const CONNECTORS: readonly string[] = [
  'by',
  'as',
  'on',
  'in',
  'from',
  'to',
  'until',
  'because',
  'approved by',
  'per',
  'within',
  'of',
  'after',
  'before',
  'when',
  'under',
  'jointly',
  'lag',
  'refreshed',
  'valid',
  'at',
  'at least',
  'at most',
  'owner',
];
export interface Milestone {
  readonly form: Form;
  readonly value: Quantity;
  readonly deadline?: Deadline;
}
export const form = either<Form>(...FORMS.map((f) => map(literal(f), () => f)));
export const milestone: Shape<Milestone> = map(seq({ form, value: quantity, deadline: opt(deadline) }), (m) => m as Milestone);
export const aim = map(seq({ value: quantity, deadline: opt(deadline) }), (m) => m as { value: Quantity; deadline?: Deadline });

/** A measured value: when it was observed, and for a cohort how long after the event. */
export interface Observation {
  readonly value: Quantity;
  readonly on?: DateSpan;
  readonly at?: Duration;
}
export const observation: Shape<Observation> = map(
  seq({ value: quantity, when: anyOrder({ at: led('at', duration), on: led('on', date) }) }),
  ({ value, when }) => ({ value, ...when }),
);

/** Where an indicator's data come from: a register, a survey, an estimate, or a Eurostat data set with its filter. */
export interface DataSource {
  readonly kind: 'register' | 'survey' | 'estimate' | 'eurostat';
  readonly text?: string;
  readonly filter?: string;
}
export const dataSource: Shape<DataSource> = map(
  seq({ kind: word('register', 'survey', 'estimate', 'eurostat'), text: opt(text), filter: opt(text) }),
  (s) => s as DataSource,
);

export interface Lagged extends Frequency {
  readonly lag?: Duration;
}
export const lagged: Shape<Lagged> = map(seq({ f: frequency, lag: opt(led('lag', duration)) }), ({ f, lag }) => (lag === undefined ? f : { ...f, lag }));

export const FIELDS = [
  'work',
  'education',
  'language',
  'housing',
  'health',
  'social-support',
  'participation',
  'anti-discrimination',
  'culture',
  'reception',
  'legal',
  'other',
] as const;
export const TYPES = [
  'government',
  'parliament',
  'ministry',
  'agency',
  'police',
  'region',
  'municipality',
  'department',
  'post',
  'council',
  'supervisor',
  'association-of-municipalities',
  'city-network',
  'service-provider',
  'housing-provider',
  'employer',
  'employers-association',
  'trade-union',
  'school',
  'adult-education',
  'health-service',
  'library',
  'ngo',
  'migrant-organisation',
  'volunteer-group',
  'religious-community',
  'sports-club',
  'cultural-association',
  'university',
  'media',
  'individuals',
  'other',
] as const;
export const STAGES = ['design', 'adoption', 'implementation', 'monitoring', 'evaluation'] as const;
export const stages = list(word(...STAGES));

/** `60% municipality, 40% county`. */
export const shares = list(map(seq({ percent, holder }), (s) => s as { percent: number; holder: Ref }));

/** What a task costs: `100000 NOK per year in 2026 from operating-budget`. */
export interface Budget {
  readonly amount: Money;
  readonly in?: DateSpan;
  /** The fund that pays. */
  readonly from?: Ref;
}
export const budget: Shape<Budget> = map(
  seq({ amount: money, more: anyOrder({ in: led('in', date), from: led('from', name('fund')) }) }),
  ({ amount, more }) => ({ amount, ...more }),
);

/** A limit that the law sets: `at most 6 years`, `75 hours within 1 year`, or a text. */
export interface Standard {
  readonly text?: string;
  readonly form?: 'at most' | 'at least';
  readonly value?: Quantity;
  readonly within?: Duration;
}
export const standard: Shape<Standard> = either<Standard>(
  map(text, (t) => ({ text: t })),
  map(
    seq({
      form: opt(
        either<'at most' | 'at least'>(
          map(literal('at most'), () => 'at most' as const),
          map(literal('at least'), () => 'at least' as const),
        ),
      ),
      value: quantity,
      within: opt(led('within', duration)),
    }),
    (s) => s as Standard,
  ),
);

/** What may go wrong, and who watches it. */
export interface Risk {
  readonly text: string;
  readonly by?: Ref;
}
export const risk: Shape<Risk> = map(seq({ text, by: opt(led('by', holder)) }), (r) => r as Risk);

export const evaluated = map(
  seq({
    when: either<{ on?: DateSpan; frequency?: Frequency }>(
      map(date, (on) => ({ on })),
      map(frequency, (f) => ({ frequency: f })),
    ),
    by: opt(led('by', holders)),
  }),
  ({ when, by }) => ({ ...when, ...(by === undefined ? {} : { by }) }),
);

export const funding = either<Money | RefOrText>(money, orText('fund'));
export const count = number;
