import type { Day } from '../../language/dates.ts';
import type { Budget } from '../../language/forms.ts';
import type { Fact } from '../../model/declaration.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { openTasks, type Task } from '../accountability/_tasks.ts';
import { Called, rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { type Source, sourcesOf } from './_money.ts';
import { endOf, until, when } from './_time.ts';

export default rule({
  id: 'funding/funding-ends-before-measure',
  severity: 'error',
  summary: 'The money ends before the measure does.',
  why: 'Good projects do not die of bad results; they die on the day their money ends. A plan that promises a measure for longer than it is paid for has decided to close it, and has told nobody. Where the amounts of single years are given and the last years are missing, it weighs less: they may only not be decided yet.',
  grounding: [
    { cite: wholeComm('4.3.C.1'), finding: 'Partners had too little money, or lost it when the new law on civic integration came into force.' },
    { cite: nordic('on sports clubs and integration'), finding: 'Projects that work are often short-lived, since they hang on money for a short time.' },
    { cite: nordic('on pop-up activism and mentorship'), finding: 'A network of mentors ended with its project budget.' },
    { cite: nordic('chapter on Finland'), finding: 'Money for a short time became the rule, and good projects had to stop.' },
  ],
  gathered: 'run longer than their money',
  good: [
    'fund grant "Grant" { period 2025 to 2028 }\nmeasure cafe "Language café" { budget 100000 EUR from grant }',
    '# What comes after it is said.\nfund grant "Grant" { period 2025 to 2026; continues "The ordinary budget takes over from 2027" }\nmeasure cafe "Language café" { budget 100000 EUR from grant }',
    '# Another source goes on.\nfund grant "Grant" { period 2025 to 2026 }\nmeasure cafe "Language café" {\n  budget 100000 EUR from grant\n  budget 20000 EUR per year\n}',
    '# The measure ends with it.\nfund grant "Grant" { period 2025 to 2026 }\nmeasure cafe "Language café" { period 2025 to 2026; budget 100000 EUR from grant }',
    'measure cafe "Language café" { period 2025 to 2026; budget 10000 EUR in 2025; budget 10000 EUR in 2026 }',
  ],
  bad: [
    'fund grant "Grant" { period 2025 to 2026 }\nmeasure cafe "Language café" {\n  budget 100000 EUR from grant\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Measure "Language café" runs to 2028, but its money ends in 2026.\n}',
    '# The fund says that it is for the measure.\nfund grant "Grant" { period 2025 to 2026; for cafe }\nmeasure cafe "Language café"\n        ^^^^ Measure "Language café" runs to 2028, but its money ends in 2026.',
    '# It has ended already.\nplan a "A" { level local; period from 2020 }\nfund grant "Grant" { period 2020 to 2024 }\nmeasure cafe "Language café" {\n  budget 100000 EUR from grant\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Measure "Language café" goes on, but its money ended in 2024.\n}',
    'measure cafe "Language café" {\n  budget 10000 EUR in 2025\n  budget 10000 EUR in 2026\n  ^^^^^^^^^^^^^^^^^^^^^^^^ Measure "Language café" runs to 2028, but its money ends in 2026.\n}',
  ],
  check(plan, report, { today }) {
    for (const task of openTasks(plan)) {
      const last = lastMoney(task, plan);
      if (last === undefined) continue;
      const end = endOf(task, plan);
      if (end === undefined ? last.end >= today : last.end >= end) continue;
      report({
        at: last.budget ?? task,
        about: task,
        lighter: last.source === undefined,
        message: say`${Called(task)} ${end === undefined ? say`goes on` : say`runs to ${until(end)}`}, but its money ${last.end < today ? say`ended` : say`ends`} ${when(last.end)}.`,
        instead: say`Say what pays afterwards: another "budget", or "continues" in the fund; or let the measure end with its money.`,
        ...(last.source && { related: [{ at: last.source.fund.one('period') ?? last.source.fund, message: say`This is how long the fund lasts.` }] }),
      });
    }
  },
});

interface Last {
  readonly end: Day;
  readonly budget?: Fact;
  readonly source?: Source;
}

/** The money of a task that lasts longest; none where it has no known end. */
function lastMoney(task: Task, plan: Scope): Last | undefined {
  const sources = sourcesOf(task, plan);
  const budgets = task.all('budget') as readonly Fact<Budget>[];
  const ends: (Last | undefined)[] = budgets.map((budget) => {
    const year = budget.value?.in;
    if (year !== undefined) return { end: daysOf(year, plan).end, budget };
    const source = sources.find((one) => one.at === budget);
    const end = source === undefined ? undefined : fundEnd(source);
    return source === undefined || end === undefined ? undefined : { end, budget, source };
  });
  for (const source of sources.filter((one) => !budgets.includes(one.at as Fact<Budget>))) {
    const end = fundEnd(source);
    ends.push(end === undefined ? undefined : { end, source });
  }
  if (ends.length === 0 || ends.includes(undefined)) return undefined;
  return (ends as Last[]).reduce((a, b) => (b.end >= a.end ? b : a));
}

/** The last day of a fund that has one, and after which nothing is said to come. */
function fundEnd({ fund, home }: Source): Day | undefined {
  const to = fund.one('period')?.value?.to;
  return to === undefined || fund.has('continues') ? undefined : daysOf(to, home).end;
}
