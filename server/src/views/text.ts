import type { Period } from '../language/dates.ts';
import type { Budget, Risk } from '../language/forms.ts';
import { capital } from '../language/nouns.ts';
import type { Declaration, Fact } from '../model/declaration.ts';
import type { Task } from '../model/tasks.ts';
import { answering, doing } from '../rules/accountability/_tasks.ts';
import { say, told } from '../text/say.ts';
import { budgetSaid } from './funding.ts';
import { riskSaid } from './say.ts';
import { type Standing, standingOf } from './standing.ts';
import { type Mention, mention, mentions, type Seen, said } from './view.ts';
import { span, spelled } from './words.ts';

/** A statement of the plan as a line: its word, and what it says. */
export interface Line {
  readonly label: string;
  readonly text: string;
}

export interface MeasureRow {
  readonly measure: Mention;
  /** What the plan says of it, as Markdown. */
  readonly about?: string;
  readonly lead: readonly Mention[];
  readonly partners: readonly Mention[];
  readonly when: string;
  readonly groups: readonly Mention[];
  readonly serves: readonly Mention[];
  readonly budget: string;
  readonly status: string;
  readonly steps: readonly string[];
}

export interface Chapter {
  /** The sector; a chapter of what crosses them has none. */
  readonly sector?: Mention;
  readonly title: string;
  readonly about?: string;
  readonly lead: readonly Mention[];
  readonly goals: readonly { readonly goal: Mention; readonly about?: string }[];
  readonly responsibilities: readonly MeasureRow[];
  readonly measures: readonly MeasureRow[];
  readonly targets: readonly Standing[];
  readonly indicators: readonly { readonly indicator: Mention; readonly definition: string }[];
}

/** People and organisations of one kind, with what the plan says of each. */
export interface Listing {
  readonly title: string;
  readonly entries: readonly { readonly who: Mention; readonly about?: string; readonly lines: readonly Line[] }[];
}

/** The plan as a document. */
export interface Document {
  readonly title: Mention;
  readonly vision?: string;
  readonly about?: string;
  readonly lines: readonly Line[];
  readonly principles: readonly string[];
  readonly chapters: readonly Chapter[];
  readonly listings: readonly Listing[];
}

const textAt = (one: Declaration, word: string): string | undefined => {
  const value = one.facts.find((fact) => fact.word === word)?.value;
  return typeof value === 'string' ? value : undefined;
};
const aboutOf = (one: Declaration): { about?: string } => {
  const about = textAt(one, 'about');
  return about === undefined ? {} : { about };
};

export function text(seen: Seen): Document {
  const { scope: plan } = seen;
  const head = plan.head as Declaration;
  const vision = textAt(head, 'vision');
  const loose = plan.top.filter((one) => !one.is('sector'));
  const crossing = chapter(say`Across the sectors`, loose, seen);
  const chapters = plan.of('sector').map((sector) => ({
    ...chapter(sector.title, sector.children, seen),
    ...aboutOf(sector),
    sector: mention(sector, seen),
    lead: mentions(plan.findAll(sector.refs('lead')), seen),
  }));
  return {
    title: mention(head, seen),
    ...(vision !== undefined && { vision }),
    ...aboutOf(head),
    lines: lines(head, seen, SAID_ELSEWHERE),
    principles: head.facts.filter((fact) => fact.word === 'principle' && typeof fact.value === 'string').map((fact) => fact.value as string),
    chapters: [...chapters, ...(holdsSomething(crossing) ? [crossing] : [])],
    listings: listings(seen),
  };
}

const SAID_ELSEWHERE: ReadonlySet<string> = new Set(['about', 'vision', 'principle', 'number']);

const holdsSomething = (one: Chapter): boolean =>
  one.goals.length + one.responsibilities.length + one.measures.length + one.targets.length + one.indicators.length > 0;

function chapter(title: string, held: readonly Declaration[], seen: Seen): Chapter {
  const of = (kind: string) => held.filter((one) => one.kind === kind);
  return {
    title,
    lead: [],
    goals: of('goal').map((goal) => ({ goal: mention(goal, seen), ...aboutOf(goal) })),
    responsibilities: of('responsibility').map((task) => taskRow(task as Task, seen)),
    measures: of('measure').map((task) => taskRow(task as Task, seen)),
    targets: of('target').map((target) => standingOf(target as Declaration<'target'>, seen)),
    indicators: of('indicator').map((indicator) => ({
      indicator: mention(indicator, seen),
      definition: textAt(indicator, 'definition') ?? textAt(indicator, 'about') ?? '',
    })),
  };
}

function taskRow(task: Task, seen: Seen): MeasureRow {
  const { scope: plan } = seen;
  const named = (...words: readonly string[]) => plan.findAll(task.refs(...(words as never[])));
  const lead = answering(task, plan);
  const partners = [...new Set([...doing(task, plan), ...named('with', 'supported by')])].filter((one) => !lead.includes(one));
  const period = task.is('measure') ? (task as Declaration<'measure'>).one('period')?.value : undefined;
  const told = (word: string) => (task.facts as readonly Fact[]).filter((fact) => fact.word === word).map((fact) => said(fact, seen));
  const status = task.one('status')?.value?.word;
  return {
    measure: mention(task, seen),
    ...aboutOf(task),
    lead: mentions(lead, seen),
    partners: mentions(partners, seen),
    when: [...(period === undefined ? [] : [span(period)]), ...told('deadline'), ...told('frequency')].join('; '),
    groups: mentions(named('for'), seen),
    serves: mentions(named('serves', 'fulfils'), seen),
    budget: (task.all('budget') as readonly Fact<Budget>[]).map((fact) => budgetLine(fact, seen)).join('; '),
    status: status === undefined ? '' : capital(spelled(status)),
    steps: told('step'),
  };
}

/** What a task costs, and from which fund. */
function budgetLine(fact: Fact<Budget>, { scope: plan }: Seen): string {
  const from = plan.findAll(fact.refs)[0]?.title;
  return from === undefined ? budgetSaid(fact, plan) : say`${budgetSaid(fact, plan)} from ${from}`;
}

export const KINDS = [
  ['group', 'Groups'],
  ['phase', 'Phases'],
  ['actor', 'Offices and authorities'],
  ['partner', 'Partners'],
  ['body', 'Bodies'],
  ['consultation', 'Consultations'],
  ['mandate', 'Mandates'],
  ['fund', 'Funds'],
] as const;

const listings = (seen: Seen): readonly Listing[] =>
  KINDS.map(([kind, title]) => ({
    title: told(title),
    entries: seen.scope.of(kind).map((one) => ({ who: mention(one, seen), ...aboutOf(one), lines: lines(one, seen, SAID_ELSEWHERE) })),
  })).filter(({ entries }) => entries.length > 0);

/** What a statement says, with money and periods as they are said everywhere, and a single word of the language as people write it. */
function inWords(fact: Fact, seen: Seen): string {
  if (fact.word === 'period' && fact.value !== undefined) return span(fact.value as Period);
  if (fact.word === 'amount' && typeof fact.value === 'object' && 'amount' in (fact.value as object)) return budgetSaid(fact as Fact<Budget>, seen.scope);
  if (fact.word === 'risk' && typeof fact.value === 'object') return riskSaid(fact.value as Risk, seen.scope);
  const words = said(fact, seen);
  return fact.refs.length === 0 && fact.node.values.length === 1 && /^[a-z]+(?:-[a-z]+)*$/.test(words) ? spelled(words) : words;
}

/** What a declaration says, statement by statement; those with the same word are one line. */
function lines(one: Declaration, seen: Seen, without: ReadonlySet<string>): readonly Line[] {
  const byWord = new Map<string, string[]>();
  for (const fact of one.facts) {
    if (without.has(fact.word) || fact.word.startsWith('?') || fact.node.values.length === 0) continue;
    const words = inWords(fact, seen);
    if (byWord.get(fact.word)?.push(words) === undefined) byWord.set(fact.word, [words]);
  }
  return [...byWord].map(([word, all]) => ({ label: capital(spelled(word)), text: all.join('; ') }));
}
