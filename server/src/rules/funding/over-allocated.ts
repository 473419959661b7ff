import type { Money } from '../../language/amounts.ts';
import type { Budget } from '../../language/forms.ts';
import type { Declaration, Fact } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { type Task, tasksOf } from '../../model/tasks.ts';
import { called, listed, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { currencyOf, type Fund, fundOf } from './_money.ts';
import { periodOf, yearsOf } from './_time.ts';

export default rule({
  id: 'funding/over-allocated',
  severity: 'error',
  summary: 'Measures take more from a fund than is in it.',
  why: 'Each budget looks sound by itself; only the sum shows that one of them will not be paid. It is better to see it in the plan than in the third quarter. Amounts per person cannot be added up and are left out, and so are those that are only a limit.',
  grounding: [{ cite: osce('3.4.3'), finding: 'What the state pays covers only a part of what integration costs the municipalities.' }],
  good: [
    'fund pot "Pot" { amount 200000 EUR per year }\nmeasure a "A" { budget 100000 EUR per year from pot }\nmeasure b "B" { budget 100000 EUR per year from pot }',
    '# One after the other.\nfund pot "Pot" { amount 100000 EUR per year }\nmeasure a "A" { period 2025 to 2026; budget 100000 EUR per year from pot }\nmeasure b "B" { period 2027 to 2028; budget 100000 EUR per year from pot }',
    '# A limit is not spent yet, and what is paid per person depends on how many come.\nfund pot "Pot" { amount 100000 EUR per year }\nmeasure a "A" { budget at most 100000 EUR per year from pot }\nmeasure b "B" { budget 100000 EUR per year from pot }\nmeasure c "C" { budget 2370 EUR per person from pot }',
    '# What was cancelled takes nothing.\nfund pot "Pot" { amount 100000 EUR }\nmeasure a "A" { budget 100000 EUR from pot; status cancelled }\nmeasure b "B" { budget 100000 EUR from pot }',
  ],
  bad: [
    'fund pot "Pot" {\n  amount 150000 EUR per year\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^ Budgets of "A" and "B" take 200000 EUR from fund "Pot" in 2025; it has 150000 EUR.\n}\nmeasure a "A" { budget 100000 EUR per year from pot }\nmeasure b "B" { budget 100000 EUR per year from pot }',
    'fund pot "Pot" {\n  amount 300000 EUR\n  ^^^^^^^^^^^^^^^^^ Budgets of "A" take 400000 EUR from fund "Pot" in all; it has 300000 EUR.\n}\nmeasure a "A" { budget 100000 EUR per year from pot }',
    'fund pot "Pot" {\n  amount 100000 EUR in 2025\n  amount 50000 EUR in 2026\n  ^^^^^^^^^^^^^^^^^^^^^^^^ Budgets of "B" take 60000 EUR from fund "Pot" in 2026; it has 50000 EUR.\n}\nmeasure a "A" { budget 100000 EUR in 2025 from pot }\nmeasure b "B" { budget 60000 EUR in 2026 from pot }',
    '# What the plans below take counts, too.\nplan state "State" { kind strategy; level national; period 2025 to 2026; currency EUR }\nfund pot "Pot" {\n  amount 100000 per year\n  ^^^^^^^^^^^^^^^^^^^^^^ Budgets of "A" and "B" take 120000 EUR from fund "Pot" in 2025; it has 100000 EUR.\n}\n--- a/plan.iplan\nplan town-a "A" { level local; period 2025 to 2026; under state }\nmeasure a "A" { budget 60000 per year from pot }\n--- b/plan.iplan\nplan town-b "B" { level local; period 2025 to 2026; under state }\nmeasure b "B" { budget 60000 per year from pot }',
  ],
  check(plan, report) {
    const claims = claimsOn(plan);
    for (const fund of plan.of('fund')) {
      const found = excess(fund, claims.get(fund) ?? [], plan);
      if (found === undefined) continue;
      const { over, currency } = found;
      const money = (number: number) => `${Math.round(number * 100) / 100}${currency === undefined ? '' : ` ${currency}`}`;
      const titles = [...new Set(over.claims.map(({ task }) => `"${task.title}"`))];
      report({
        at: over.amount,
        about: fund,
        message: `Budgets of ${listed(titles)} take ${money(over.taken)} from ${called(fund)} ${over.when}; it has ${money(over.has)}.`,
        instead: 'Lower a budget, take it from another fund, or raise the amount if more has been granted.',
        related: over.claims.slice(0, 10).map(({ budget, task }) => ({ at: budget, message: `Taken for ${called(task)}.` })),
      });
    }
  },
});

/** A budget that takes from a fund: how much in which year; without a year it is spread over several. */
interface Claim {
  readonly task: Task;
  readonly budget: Fact<Budget>;
  readonly home: Scope;
}

function claimsOn(plan: Scope): ReadonlyMap<Declaration, readonly Claim[]> {
  const found = new Map<Declaration, Claim[]>();
  for (const home of [plan, ...plan.below])
    for (const task of tasksOf(home))
      for (const budget of task.all('budget') as readonly Fact<Budget>[]) {
        const fund = budget.value === undefined ? undefined : fundOf(budget, home)?.fund;
        if (fund !== undefined && found.get(fund)?.push({ task, budget, home }) === undefined) found.set(fund, [{ task, budget, home }]);
      }
  return found;
}

interface Over {
  readonly amount: Fact;
  readonly claims: readonly Claim[];
  readonly taken: number;
  readonly has: number;
  readonly when: string;
}

/** Money that can be added up: a sum, or one for each year. */
const isPlain = (money: Money): boolean => money.per.length === 0 || (money.per.length === 1 && money.per[0] === 'year');

function excess(fund: Fund, all: readonly Claim[], plan: Scope): { over: Over; currency: string | undefined } | undefined {
  const amounts = fund.all('amount').filter((fact) => fact.value !== undefined);
  const [first] = amounts.map((fact) => fact.value?.amount);
  if (first === undefined || amounts.some(({ value }) => value === undefined || !isPlain(value.amount) || value.amount.bound === 'at least')) return undefined;
  const currency = currencyOf(first, plan);
  const claims = all.filter(({ budget: { value }, home }) => {
    const money = value?.amount;
    return money !== undefined && isPlain(money) && money.bound !== 'at most' && currencyOf(money, home) === currency;
  });
  const over = claims.length === 0 ? undefined : (overInAYear(fund, claims, plan) ?? overInAll(fund, claims, plan));
  return over && { over, currency };
}

/** The first year in which more is taken than there is. */
function overInAYear(fund: Fund, claims: readonly Claim[], plan: Scope): Over | undefined {
  for (const year of yearsOf(fund.one('period')?.value ?? plan.plan?.one('period')?.value, plan)) {
    const amount = fund
      .all('amount')
      .find(({ value }) => (value?.in === undefined ? value?.amount.per[0] === 'year' : yearsOf({ from: value.in, to: value.in }, plan).includes(year)));
    if (amount?.value === undefined) continue;
    const of = claims.flatMap((claim) => {
      const years = yearsOfClaim(claim, fund, plan);
      const { value } = claim.budget;
      const counts = years.includes(year) && (value?.amount.per[0] === 'year' || years.length === 1);
      return counts ? [{ claim, number: value?.amount.number ?? 0 }] : [];
    });
    const taken = of.reduce((sum, { number }) => sum + number, 0);
    const has = amount.value.amount.number;
    if (taken > has) return { amount, claims: of.map(({ claim }) => claim), taken, has, when: `in ${year}` };
  }
  return undefined;
}

/** The whole sum, where the fund says one. */
function overInAll(fund: Fund, claims: readonly Claim[], plan: Scope): Over | undefined {
  const [amount, ...more] = fund.all('amount');
  if (amount?.value === undefined || more.length > 0 || amount.value.in !== undefined || amount.value.amount.per.length > 0) return undefined;
  const taken = claims.reduce((sum, claim) => {
    const money = claim.budget.value?.amount;
    const times = money?.per[0] === 'year' ? yearsOfClaim(claim, fund, plan).length : 1;
    return sum + (money?.number ?? 0) * times;
  }, 0);
  const has = amount.value.amount.number;
  return taken > has ? { amount, claims, taken, has, when: 'in all' } : undefined;
}

/** The years in which a budget takes from a fund: its own, else those in which the task runs, as far as the fund lasts. */
function yearsOfClaim({ task, budget, home }: Claim, fund: Fund, plan: Scope): readonly string[] {
  const year = budget.value?.in;
  if (year !== undefined) return yearsOf({ from: year, to: year }, home);
  const own = periodOf(task);
  const whole = yearsOf(fund.one('period')?.value ?? plan.plan?.one('period')?.value, plan);
  const runs = yearsOf(own ?? home.plan?.one('period')?.value, home);
  return runs.length === 0 ? (budget.value?.amount.per[0] === 'year' ? whole : []) : runs.filter((one) => whole.length === 0 || whole.includes(one));
}
