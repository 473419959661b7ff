import type { Money } from '../../language/amounts.ts';
import type { Budget } from '../../language/forms.ts';
import type { Declaration, Fact } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { type Task, tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { called, listed, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { currencyOf, type Fund, fundOf } from './_money.ts';
import { periodOf, yearsOf } from './_time.ts';

export default rule({
  id: 'funding/over-allocated',
  severity: 'error',
  summary: 'Measures take more from a fund than is in it.',
  why: 'Each budget looks sound by itself; only the sum shows that one of them will not be paid. It is better to see it in the plan than in the third quarter. Amounts per person cannot be added up and are left out, and so are those that are only a limit.',
  grounding: [
    { cite: osce('3.4.3'), finding: 'In Finland what the state paid did not cover what it costs to receive refugees, above all those who need much.' },
  ],
  good: [
    'fund pot "Pot" { amount 200000 EUR per year }\nmeasure a "A" { budget 100000 EUR per year from pot }\nmeasure b "B" { budget 100000 EUR per year from pot }',
    '# One after the other.\nfund pot "Pot" { amount 100000 EUR per year }\nmeasure a "A" { period 2025 to 2026; budget 100000 EUR per year from pot }\nmeasure b "B" { period 2027 to 2028; budget 100000 EUR per year from pot }',
    '# A limit is not spent yet, and what is paid per person depends on how many come.\nfund pot "Pot" { amount 100000 EUR per year }\nmeasure a "A" { budget at most 100000 EUR per year from pot }\nmeasure b "B" { budget 100000 EUR per year from pot }\nmeasure c "C" { budget 2370 EUR per person from pot }',
    '# Each of those who receive it has that much.\nactor towns "Towns" { type municipality; each of municipality }\nfund pot "Pot" { to towns; amount 100000 EUR }\nmeasure a "A" { budget 60000 EUR from pot }\nmeasure b "B" { budget 60000 EUR from pot }',
    '# What was cancelled takes nothing.\nfund pot "Pot" { amount 100000 EUR }\nmeasure a "A" { budget 100000 EUR from pot; status cancelled }\nmeasure b "B" { budget 100000 EUR from pot }',
  ],
  bad: [
    'fund pot "Pot" {\n  amount 150000 EUR per year\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^ Budgets of "A" and "B" take 200000 EUR from fund "Pot" in 2025; it has 150000 EUR.\n}\nmeasure a "A" { budget 100000 EUR per year from pot }\nmeasure b "B" { budget 100000 EUR per year from pot }',
    'fund pot "Pot" {\n  amount 300000 EUR\n  ^^^^^^^^^^^^^^^^^ Budgets of "A" take 400000 EUR from fund "Pot" in all; it has 300000 EUR.\n}\nmeasure a "A" { budget 100000 EUR per year from pot }',
    'fund pot "Pot" {\n  amount 100000 EUR in 2025\n  amount 50000 EUR in 2026\n  ^^^^^^^^^^^^^^^^^^^^^^^^ Budgets of "B" take 60000 EUR from fund "Pot" in 2026; it has 50000 EUR.\n}\nmeasure a "A" { budget 100000 EUR in 2025 from pot }\nmeasure b "B" { budget 60000 EUR in 2026 from pot }',
    '# What the plans below take counts, too.\nplan state "State" { kind strategy; level national; period 2025 to 2026; currency EUR }\nfund pot "Pot" {\n  amount 100000 per year\n  ^^^^^^^^^^^^^^^^^^^^^^ Budgets of "A" and "B" take 120000 EUR from fund "Pot" in 2025; it has 100000 EUR.\n}\n--- a/plan.iplan\nplan town-a "A" { level local; period 2025 to 2026; under state }\nmeasure a "A" { budget 60000 per year from pot }\n--- b/plan.iplan\nplan town-b "B" { level local; period 2025 to 2026; under state }\nmeasure b "B" { budget 60000 per year from pot }',
  ],
  check(plan, report) {
    const drawn = drawnFrom(plan);
    for (const fund of plan.of('fund')) {
      const budgets = drawn.get(fund);
      const currency = budgets === undefined ? undefined : currencyToAdd(fund, plan);
      if (budgets === undefined || currency === undefined) continue;
      const years = new Set(yearsOf(fund.one('period')?.value ?? plan.plan?.one('period')?.value, plan));
      const claims = budgets.flatMap((one) => claimOf(one, years, currency) ?? []);
      const over = overInAYear(fund, claims, years, plan) ?? overInAll(fund, claims);
      if (over === undefined) continue;
      const money = (number: number) => `${Math.round(number * 100) / 100}${currency === NONE ? '' : ` ${currency}`}`;
      const titles = [...new Set(over.claims.map(({ task }) => `"${task.title}"`))];
      report({
        at: over.amount,
        about: fund,
        message: say`Budgets of ${listed(titles)} take ${money(over.taken)} from ${called(fund)} ${over.when}; it has ${money(over.has)}.`,
        instead: say`Lower a budget, take it from another fund, or raise the amount if more has been granted.`,
        related: over.claims.slice(0, 10).map(({ budget, task }) => ({ at: budget, message: say`Taken for ${called(task)}.` })),
      });
    }
  },
});

/** A budget that names a fund, and the plan that it stands in. */
interface Drawn {
  readonly task: Task;
  readonly budget: Fact<Budget>;
  readonly home: Scope;
}

/** What it takes: so much in each of these years, or so much spread over them. */
interface Claim extends Drawn {
  readonly number: number;
  readonly yearly: boolean;
  readonly years: ReadonlySet<string>;
}

interface Over {
  readonly amount: Fact;
  readonly claims: readonly Claim[];
  readonly taken: number;
  readonly has: number;
  readonly when: string;
}

function drawnFrom(plan: Scope): ReadonlyMap<Declaration, readonly Drawn[]> {
  const found = new Map<Declaration, Drawn[]>();
  for (const home of [plan, ...plan.below])
    for (const task of tasksOf(home))
      for (const budget of task.all('budget') as readonly Fact<Budget>[]) {
        const fund = budget.value === undefined ? undefined : fundOf(budget, home)?.fund;
        if (fund !== undefined && found.get(fund)?.push({ task, budget, home }) === undefined) found.set(fund, [{ task, budget, home }]);
      }
  return found;
}

/** Amounts of which nothing says the currency: they can be added to each other only. */
const NONE = 'none';

/** Money that can be added up: a sum, or one for each year. */
const isPlain = (money: Money): boolean => money.per.length === 0 || (money.per.length === 1 && money.per[0] === 'year');

/** The currency in which a fund can be added up; none where its amounts are for each person, or for each of many who receive it. */
function currencyToAdd(fund: Fund, plan: Scope): string | undefined {
  const amounts = fund.all('amount').map((fact) => fact.value?.amount);
  if (amounts.some((money) => money === undefined || !isPlain(money) || money.bound === 'at least')) return undefined;
  const forEach = fund.all('per').flatMap((fact) => (fact.value ?? []) as readonly string[]);
  const receivers = plan.findAll(fund.refs('to'));
  if (forEach.some((word) => word !== 'year') || receivers.some((one) => one.facts.some((fact) => fact.word === 'each of'))) return undefined;
  const codes = new Set((amounts as Money[]).map((money) => currencyOf(money, plan) ?? NONE));
  return codes.size === 1 ? [...codes][0] : undefined;
}

function claimOf(drawn: Drawn, ofFund: ReadonlySet<string>, currency: string): Claim | undefined {
  const { value } = drawn.budget;
  if (value === undefined || !isPlain(value.amount) || value.amount.bound === 'at most') return undefined;
  if ((currencyOf(value.amount, drawn.home) ?? NONE) !== currency) return undefined;
  const yearly = value.amount.per.length > 0;
  return { ...drawn, number: value.amount.number, yearly, years: yearsOfClaim(drawn, yearly, ofFund) };
}

/** The years in which a budget takes from a fund: its own, else those in which the task runs, as far as the fund lasts. */
function yearsOfClaim({ task, budget, home }: Drawn, yearly: boolean, ofFund: ReadonlySet<string>): ReadonlySet<string> {
  const year = budget.value?.in;
  if (year !== undefined) return new Set(yearsOf({ from: year, to: year }, home));
  const runs = yearsOf(periodOf(task) ?? home.plan?.one('period')?.value, home);
  if (runs.length === 0) return yearly ? ofFund : new Set();
  return new Set(ofFund.size === 0 ? runs : runs.filter((one) => ofFund.has(one)));
}

/** The first year in which more is taken than there is. */
function overInAYear(fund: Fund, claims: readonly Claim[], ofFund: ReadonlySet<string>, plan: Scope): Over | undefined {
  const amounts = fund.all('amount');
  const always = amounts.find(({ value }) => value?.in === undefined && value?.amount.per[0] === 'year');
  const byYear = new Map(
    amounts.flatMap((fact) =>
      fact.value?.in === undefined ? [] : yearsOf({ from: fact.value.in, to: fact.value.in }, plan).map((year) => [year, fact] as const),
    ),
  );
  for (const year of new Set([...ofFund, ...byYear.keys()])) {
    const amount = byYear.get(year) ?? always;
    if (amount?.value === undefined) continue;
    const here = claims.filter(({ years, yearly }) => years.has(year) && (yearly || years.size === 1));
    const taken = here.reduce((sum, { number }) => sum + number, 0);
    const has = amount.value.amount.number;
    if (taken > has) return { amount, claims: here, taken, has, when: say`in ${year}` };
  }
  return undefined;
}

/** The whole sum, where the fund says one. */
function overInAll(fund: Fund, claims: readonly Claim[]): Over | undefined {
  const [amount, ...more] = fund.all('amount');
  if (amount?.value === undefined || more.length > 0 || amount.value.in !== undefined || amount.value.amount.per.length > 0) return undefined;
  const taken = claims.reduce((sum, { number, yearly, years }) => sum + number * (yearly ? years.size : 1), 0);
  const has = amount.value.amount.number;
  return taken > has ? { amount, claims, taken, has, when: say`in all` } : undefined;
}
