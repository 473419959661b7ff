import type { Declaration, Fact } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { openTasks, type Task } from '../accountability/_tasks.ts';
import { Called, called, rule } from '../rule.ts';
import { nordic } from '../sources.ts';
import { type Source, sourcesOf } from './_money.ts';

export default rule({
  id: 'funding/not-secured',
  severity: 'warning',
  absence: true,
  summary: 'Measures rest on money that is not certain.',
  why: 'A hope is a fine thing in a plan as long as it is marked as one and somebody has thought of the day it fails. Here it is marked; what is missing is the rest: when it will be known, and what happens if the answer is no.',
  grounding: [
    { cite: nordic('introduction'), finding: 'Organisations lack the long-term economic conditions that they would need to develop.' },
    { cite: nordic('conclusions'), finding: 'To raise money for work that has taken root has become harder than ever.' },
  ],
  gathered: 'are not certain, and measures rest on them',
  good: [
    'fund grant "Grant" { secured yes }\nmeasure cafe "Language café" { budget 1000 EUR from grant }',
    '# Nothing rests on it.\nfund grant "Grant" { secured no }\nmeasure cafe "Language café" { budget 1000 EUR }',
    '# Another source carries the measure.\nfund grant "Grant" { secured no }\nfund own "Own budget" { secured yes }\nmeasure cafe "Language café" {\n  budget 1000 EUR from grant\n  budget 500 EUR from own\n}',
  ],
  bad: [
    'fund grant "Grant" {\n  secured no\n  ^^^^^^^^^^ Fund "Grant" is not certain, and measure "Language café" rests on it.\n}\nmeasure cafe "Language café" { budget 1000 EUR from grant }',
    'plan town "Town" { level local; period 2025 to 2028; under state }\nmeasure cafe "Language café" {\n  budget 1000 EUR from grant\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^ Fund "Grant" is not certain, and measure "Language café" rests on it.\n}\n--- state/plan.iplan\nplan state "State" { kind strategy; level national; period 2025 to 2030 }\nfund grant "Grant" { secured no }',
  ],
  check(plan, report) {
    const resting = new Map<Declaration, { source: Source; tasks: Task[] }>();
    for (const task of openTasks(plan)) {
      const sources = sourcesOf(task, plan);
      const own = task.all('budget').some((budget) => !sources.some((source) => source.at === budget));
      if (own || sources.some(({ fund }) => isCertain(fund.one('secured')))) continue;
      for (const source of sources) {
        const known = resting.get(source.fund);
        if (known === undefined) resting.set(source.fund, { source, tasks: [task] });
        else known.tasks.push(task);
      }
    }
    for (const [fund, { source, tasks }] of resting) {
      const secured = (fund as Source['fund']).one('secured') as Fact;
      report({
        at: source.home === plan ? secured : source.at,
        about: fund,
        message:
          tasks.length === 1
            ? say`${Called(fund)} is not certain, and ${called(tasks[0] as Task)} rests on it.`
            : say`${Called(fund)} is not certain, and ${tasks.length} tasks rest on it.`,
        instead: say`Say when it is decided ("secured tbd until …"), and what pays if the answer is no.`,
        tbd: secured.tbd,
        related: tasks.slice(0, 5).map((task) => ({ at: task, message: say`This rests on it.` })),
      });
    }
  },
});

/** Money of which nothing is said is taken to be there. */
const isCertain = (secured: Fact | undefined): boolean => secured === undefined || secured.value === 'yes';
