import type { Money } from '../../language/amounts.ts';
import type { DateSpan } from '../../language/dates.ts';
import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { isOver, openTasks } from '../accountability/_tasks.ts';
import { Called, called, listed, rule } from '../rule.ts';
import { osce } from '../sources.ts';

export default rule({
  id: 'funding/fund-cut',
  severity: 'information',
  summary: 'Money becomes less, and what it pays for stays the same.',
  why: 'A duty that keeps its words and loses its money turns into a shell: the office is there and its hours are not. If less can be done, the plan should say what falls away.',
  grounding: [{ cite: osce('3.4.2'), finding: 'The bureaux against discrimination that the law demands had their budgets cut severely.' }],
  gathered: 'become less while what they pay for stays the same',
  good: [
    'fund grant "Grant" { amount 200000 EUR in 2025; amount 210000 EUR in 2026 }\nmeasure advice "Advice" { budget 50000 EUR from grant }',
    '# Money that is cut and pays for nothing hurts nobody.\nfund grant "Grant" { amount 200000 EUR in 2025; amount 150000 EUR in 2026 }\nmeasure advice "Advice"',
    '# What else will pay is said.\nfund grant "Grant" { amount 200000 EUR in 2025; amount 150000 EUR in 2026; continues "The municipality takes over a quarter" }\nmeasure advice "Advice" { budget 50000 EUR from grant }',
  ],
  bad: [
    'fund grant "Grant" { amount 200000 EUR in 2025; amount 150000 EUR in 2026 }\n     ^^^^^ Fund "Grant" falls from 200000 to 150000 EUR, and measure "Advice" rests on it as before.\nmeasure advice "Advice" { budget 50000 EUR from grant }',
    'fund grant "Grant" { amount 150000 EUR; revised 2025-06-01 from 200000 EUR because "State budget" }\n     ^^^^^ Fund "Grant" falls from 200000 to 150000 EUR, and measure "Advice" rests on it as before.\nmeasure advice "Advice" { budget 50000 EUR from grant }',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    const resting = new Map<Declaration, Declaration[]>();
    for (const task of openTasks(plan))
      for (const fund of new Set(plan.findAll(task.refs('budget')))) {
        const list = resting.get(fund);
        if (list === undefined) resting.set(fund, [task]);
        else list.push(task);
      }
    for (const fund of plan.of('fund')) {
      const fall = fallOf(fund);
      const tasks = resting.get(fund) ?? [];
      const [first] = tasks;
      if (fall === undefined || first === undefined || fund.has('continues')) continue;
      const to = `${fall.to.number}${fall.to.currency === undefined ? '' : ` ${fall.to.currency}`}`;
      report({
        at: fund,
        message:
          tasks.length === 1
            ? say`${Called(fund)} falls from ${fall.from.number} to ${to}, and ${called(first)} rests on it as before.`
            : say`${Called(fund)} falls from ${fall.from.number} to ${to}, and ${listed(tasks.map((task) => `"${task.title}"`))} rest on it as before.`,
        instead: say`Say what pays the rest with "continues" or a second budget, or what will no longer be done.`,
        related: tasks.slice(0, 3).map((task) => ({ at: task, message: say`It is paid from this fund.` })),
      });
    }
  },
});

/** From the largest to the newest amount of a fund, where that is less; amounts that are counted differently are not compared. */
function fallOf(fund: Declaration<'fund'>): { from: Money; to: Money } | undefined {
  const yearly = fund.all('amount').flatMap((fact) => (fact.value === undefined ? [] : [fact.value as { amount: Money; in?: DateSpan }]));
  const byYear = yearly.filter((one) => one.in !== undefined).sort((a, b) => ((a.in as DateSpan).start < (b.in as DateSpan).start ? -1 : 1));
  const newest = (byYear.at(-1) ?? yearly.at(-1))?.amount;
  if (newest === undefined) return undefined;
  const before = [
    ...byYear.slice(0, -1).map((one) => one.amount),
    ...fund.all('revised').flatMap((fact) => (fact.value === undefined ? [] : [fact.value.from as Money])),
  ];
  const alike = before.filter((one) => one.currency === newest.currency && one.per.join() === newest.per.join());
  const highest = alike.sort((a, b) => b.number - a.number)[0];
  return highest !== undefined && highest.number > newest.number ? { from: highest, to: newest } : undefined;
}
