import type { Money } from '../../language/amounts.ts';
import type { Budget } from '../../language/forms.ts';
import type { Fact } from '../../model/declaration.ts';
import { tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { Called, called, listed, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { currencyOf, fundOf } from './_money.ts';

export default rule({
  id: 'funding/currency-mixed',
  severity: 'warning',
  summary: 'Amounts that belong together are in different currencies.',
  why: 'A budget in one currency that is paid from a fund in another cannot be added up, and its worth changes with the rate: somebody will have to bear the difference, and nobody is said to. Most often it is a slip.',
  grounding: [
    { cite: 'IATI Standard 2.03, validator rules on currencies', finding: 'Every amount has a currency: its own, or the one that is said for the whole.' },
    { cite: osce('4'), finding: 'What is agreed between levels needs clear financial commitments.' },
  ],
  gathered: 'are in another currency than the fund that pays',
  good: [
    'fund grant "Grant" { amount 100000 EUR }\nmeasure cafe "Language café" { budget 1000 EUR from grant }',
    '# What comes from elsewhere may be in its own currency, as long as it is spent in it.\nplan a "A" { level local; period 2025 to 2028; currency NOK }\nfund europe "European money" { amount 100000 EUR }\nfund own "Own budget" { amount 500000 }\nmeasure cafe "Language café" {\n  budget 1000 EUR from europe\n  budget 20000 from own\n}',
  ],
  bad: [
    'fund grant "Grant" { amount 100000 EUR }\nmeasure cafe "Language café" {\n  budget 1000 NOK from grant\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^ Measure "Language café" takes NOK from fund "Grant", which is in EUR.\n}',
    'fund grant "Grant" {\n  amount 100000 EUR in 2025\n  amount 100000 NOK in 2026\n  ^^^^^^^^^^^^^^^^^^^^^^^^^ Amounts of fund "Grant" are in EUR and NOK.\n}',
    '# Where no currency is said, it is that of the plan.\nplan a "A" { level local; period 2025 to 2028; currency NOK }\nfund europe "European money" { amount 100000 EUR }\nmeasure cafe "Language café" {\n  budget 1000 from europe\n  ^^^^^^^^^^^^^^^^^^^^^^^ Measure "Language café" takes NOK from fund "European money", which is in EUR.\n}',
  ],
  check(plan, report) {
    for (const fund of plan.of('fund')) {
      const amounts = fund.all('amount').filter((fact) => fact.value !== undefined);
      const codes = amounts.map((fact) => currencyOf(fact.value?.amount as Money, plan));
      const other = amounts.find((_, i) => codes[i] !== codes[0]);
      const known = [...new Set(codes)].map((code) => code ?? say`no currency at all`);
      if (other !== undefined)
        report({
          at: other,
          about: fund,
          message: say`Amounts of ${called(fund)} are in ${listed(known)}.`,
          instead: say`Write them in the currency in which the fund is paid.`,
        });
    }
    for (const task of tasksOf(plan))
      for (const budget of task.all('budget') as readonly Fact<Budget>[]) {
        const source = budget.value === undefined ? undefined : fundOf(budget, plan);
        const paid = source?.fund.one('amount')?.value?.amount;
        if (budget.value === undefined || source === undefined || paid === undefined) continue;
        const [asked, there] = [currencyOf(budget.value.amount, plan), currencyOf(paid, source.home)];
        if (asked === undefined || there === undefined || asked === there) continue;
        report({
          at: budget,
          about: task,
          message: say`${Called(task)} takes ${asked} from ${called(source.fund)}, which is in ${there}.`,
          instead: say`Write the budget in the currency of the fund.`,
          related: [{ at: source.fund.one('amount') ?? source.fund, message: say`This is what the fund has.` }],
        });
      }
  },
});
