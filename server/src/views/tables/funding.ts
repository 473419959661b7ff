import type { Money } from '../../language/amounts.ts';
import type { DateSpan } from '../../language/dates.ts';
import type { Budget } from '../../language/forms.ts';
import { daysOf } from '../../model/observations.ts';
import { currencyOf, type Fund, fundOf } from '../../rules/funding/_money.ts';
import { say } from '../../text/say.ts';
import { amount as amountSaid, rounded } from '../figures.ts';
import { factsOf, said, saidAll, titles } from '../say.ts';
import { type Cells, day, number, tableKind, text } from '../table.ts';
import { tasksInOrder } from './actions.ts';

export const funding = tableKind({
  id: 'funding',
  title: 'Funding',
  about: 'The funds of the plan, an amount a line, and what its measures and responsibilities cost, a budget a line.',
  columns: {
    line: text('Line', 'fund or budget.'),
    fund_id: text('Fund id', 'The id of the fund.'),
    fund: text('Fund', 'The title of the fund.'),
    task_id: text('Measure id', 'Of a budget: what it pays for.'),
    task: text('Measure', 'Of a budget: what it pays for.'),
    from: text('Paid by', 'Who pays.'),
    to: text('Paid to', 'Who receives.'),
    for: text('For', 'What it may be used for.'),
    bound: text('Bound', 'at most, at least or about; empty for an exact amount.'),
    amount: number('Amount', 'The amount.'),
    currency: text('Currency', 'The currency of the amount.'),
    per: text('Per', 'What it is paid per: year, person.'),
    year: text('In', 'The year it is for, as the plan says it.'),
    starts: day('From day', 'The first day of its period, or of its year.'),
    ends: day('Until', 'The last day of its period, or of its year.'),
    secured: text('Secured', 'yes or no, where the plan says it.'),
    shares: text('Shares', 'Who bears which share.'),
    conditions: text('Conditions', 'What must be met to get it.'),
    continues: text('Afterwards', 'What comes after it.'),
    words: text('In words', 'The amount in words.'),
  },
  rows: ({ scope }) => {
    const money = (amount: Money | undefined, year: DateSpan | undefined) => {
      if (amount === undefined) return {};
      const currency = currencyOf(amount, scope);
      const span = year && daysOf(year, scope);
      return {
        bound: amount.bound,
        amount: rounded(amount.number),
        currency,
        per: amount.per.join(say` per `),
        words: amountSaid(amount, currency),
        year: year?.text,
        ...(span && { starts: span.start, ends: span.end }),
      };
    };
    const fundRow = (fund: Fund): Cells<string> => {
      const period = fund.one('period')?.value;
      return {
        line: 'fund',
        fund_id: fund.id,
        fund: fund.title,
        from: titles(fund.refs('from'), scope),
        to: titles(fund.refs('to'), scope),
        for: titles(fund.refs('for'), scope),
        per: saidAll(fund.all('per'), scope),
        starts: period?.from && daysOf(period.from, scope).start,
        ends: period?.to && daysOf(period.to, scope).end,
        secured: fund.one('secured')?.value,
        shares: saidAll(fund.all('share'), scope),
        conditions: saidAll(fund.all('condition'), scope),
        continues: fund.one('continues')?.value,
      };
    };
    const funds = scope.of('fund').flatMap((fund) => {
      const common = fundRow(fund);
      const amounts = fund.all('amount').flatMap((fact) => fact.value ?? []);
      const lines = amounts.length === 0 ? [{}] : amounts.map(({ amount, in: year }) => money(amount, year));
      return lines.map((line) => ({ of: fund, cells: { ...common, ...('per' in line && line.per === '' ? { ...line, per: common['per'] } : line) } }));
    });
    const budgets = tasksInOrder(scope).flatMap((task) =>
      factsOf(task, 'budget').map((fact) => {
        const budget = fact.value as Budget | undefined;
        const source = fundOf(fact, scope)?.fund;
        return {
          of: task,
          cells: {
            line: 'budget',
            fund_id: budget?.from?.name,
            fund: source?.title,
            task_id: task.id,
            task: task.title,
            words: said(fact, scope),
            ...money(budget?.amount, budget?.in),
          },
        };
      }),
    );
    return [...funds, ...budgets];
  },
});
