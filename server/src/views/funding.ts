import type { Budget } from '../language/forms.ts';
import type { Deadline } from '../language/times.ts';
import type { Declaration, Fact } from '../model/declaration.ts';
import { daysOf } from '../model/observations.ts';
import { saying } from '../model/saying.ts';
import type { Scope } from '../model/scope.ts';
import type { Task } from '../model/tasks.ts';
import { openMeasures } from '../rules/accountability/_tasks.ts';
import { currencyOf, hasMoney, sourcesOf } from '../rules/funding/_money.ts';
import { say } from '../text/say.ts';
import { amount, percent as percentage } from './figures.ts';
import { type Gap, gapsOf, homeOf, type Mention, mention, mentions, type Seen } from './view.ts';
import { span } from './words.ts';

/** What one task gets from a fund. */
export interface Paid {
  readonly task: Mention;
  /** The amount as the budget says it; nothing where only the fund says that it pays. */
  readonly said: string;
}

export interface FundRow {
  readonly fund: Mention;
  readonly from: readonly Mention[];
  readonly to: readonly Mention[];
  readonly amounts: readonly string[];
  readonly shares: readonly string[];
  readonly period: string;
  readonly ends?: string;
  /** It has ended before today. */
  readonly over: boolean;
  readonly secured: 'yes' | 'no' | 'not said';
  readonly continues?: string;
  readonly conditions: readonly { readonly text: string; readonly owner?: string; readonly due?: string }[];
  readonly pays: readonly Paid[];
  readonly gaps: readonly Gap[];
}

export interface Funding {
  readonly funds: readonly FundRow[];
  /** Measures whose money comes from nowhere that the plan names. */
  readonly unnamed: readonly Paid[];
  readonly without: readonly { readonly task: Mention; readonly gap?: Gap }[];
  /** What the checker says of the money of the whole plan. */
  readonly gaps: readonly Gap[];
}

export function funding(seen: Seen): Funding {
  const { scope: plan } = seen;
  const find = gapsOf(seen);
  const tasks = plan.of('responsibility', 'measure') as readonly Task[];
  const pays = new Map<Declaration<'fund'>, Paid[]>(plan.of('fund').map((fund) => [fund, []]));
  const unnamed: Paid[] = [];
  for (const task of tasks) {
    const about = mention(task, seen);
    const sources = sourcesOf(task, plan);
    for (const { fund, at } of sources) {
      const paid = { task: about, said: at.word === 'budget' ? budgetSaid(at as Fact<Budget>, plan) : '' };
      if (pays.get(fund)?.push(paid) === undefined) pays.set(fund, [paid]);
    }
    for (const fact of task.all('budget') as readonly Fact<Budget>[])
      if (!sources.some(({ at }) => at === fact) && fact.value !== undefined) unnamed.push({ task: about, said: budgetSaid(fact, plan) });
  }
  return {
    funds: [...pays].map(([fund, paid]) => fundRow(fund, paid, seen)),
    unnamed,
    without: openMeasures(plan)
      .filter((measure) => !hasMoney(measure as Task, plan))
      .map((measure) => {
        const gap = find(measure, 'funding/measure-without-budget');
        return { task: mention(measure, seen), ...(gap && { gap }) };
      }),
    gaps:
      plan.head === undefined
        ? []
        : ['single-source', 'short-term-only', 'currency-mixed', 'no-small-grants'].flatMap((rule) => find(plan.head as Declaration, `funding/${rule}`) ?? []),
  };
}

export function budgetSaid({ value }: Fact<Budget>, plan: Scope): string {
  if (value === undefined) return say`to be decided`;
  const sum = amount(value.amount, currencyOf(value.amount, plan));
  return value.in === undefined ? sum : say`${sum} in ${value.in.text}`;
}

const ASKED = [
  'over-allocated',
  'not-secured',
  'fund-cut',
  'earmark-unused',
  'off-purpose',
  'condition-without-owner',
  'group-not-eligible',
  'too-many-conditions',
];

function fundRow(fund: Declaration<'fund'>, pays: readonly Paid[], seen: Seen): FundRow {
  const home = homeOf(fund, seen) ?? seen.scope;
  const find = gapsOf(seen);
  const period = fund.one('period')?.value;
  const ends = period?.to && daysOf(period.to, home).end;
  const per = fund.all('per').flatMap((fact) => fact.value ?? []);
  const lasts = fund.one('lasts');
  const amounts = fund.all('amount').flatMap(({ value }) => {
    if (value === undefined) return [];
    const money = { ...value.amount, per: [...value.amount.per, ...per.filter((one) => !value.amount.per.includes(one))] };
    const sum = amount(money, currencyOf(money, home));
    return [value.in === undefined ? sum : say`${sum} in ${value.in.text}`];
  });
  const continues = fund.one('continues')?.value as string | undefined;
  return {
    fund: mention(fund, seen),
    from: mentions(home.findAll(fund.refs('from')), seen),
    to: mentions(home.findAll(fund.refs('to')), seen),
    amounts: lasts === undefined ? amounts : [...amounts, say`paid for ${saying(lasts, home)}`],
    shares: fund
      .all('share')
      .flatMap((fact) => (fact.value ?? []).map(({ percent, holder }) => `${percentage(percent)} ${home.find(holder)?.title ?? holder.name}`)),
    period: period === undefined ? '' : span(period),
    ...(ends !== undefined && { ends }),
    over: ends !== undefined && ends < seen.today,
    secured: (fund.one('secured')?.value as 'yes' | 'no' | undefined) ?? 'not said',
    ...(continues !== undefined && { continues }),
    conditions: fund.all('condition').flatMap((fact) => {
      const value = fact.value as { text: string; by?: Deadline; owner?: { name: string } } | undefined;
      if (value === undefined) return [];
      const owner = value.owner && (home.resolve(value.owner.name)?.declaration.title ?? value.owner.name);
      const due = value.by?.kind === 'date' ? value.by.date.text : undefined;
      return [{ text: value.text, ...(owner !== undefined && { owner }), ...(due !== undefined && { due }) }];
    }),
    pays,
    gaps: ASKED.flatMap((rule) => find(fund, `funding/${rule}`) ?? []),
  };
}
