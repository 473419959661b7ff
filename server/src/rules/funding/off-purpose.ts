import type { Declaration } from '../../model/declaration.ts';
import { groupsOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { openTasks } from '../accountability/_tasks.ts';
import { Called, listed, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';

export default rule({
  id: 'funding/off-purpose',
  severity: 'warning',
  summary: 'A task is paid from money that is meant for something else.',
  why: 'Money is given for a purpose. Used for another one it may have to be paid back, and even where everybody agrees it is gone the day somebody reads the rules again.',
  grounding: [{ cite: wholeComm('4.1.1'), finding: 'The main provider of integration was paid out of the budget of the law on participation in work.' }],
  gathered: 'are paid from money that is meant for something else',
  good: [
    'fund work-money "Reintegration money" { for work }\nsector work "Work" { field work; measure job "Trial work" { budget 20000 EUR from work-money } }',
    '# A fund that says nothing of its purpose may pay for anything.\nfund money "General budget"\nmeasure cafe "Café" { budget 20000 EUR from money }',
    '# Money for a group may be spent on the group.\ngroup new "Newcomers"\nfund money "Newcomer money" { for new }\nmeasure cafe "Café" { for new; budget 20000 EUR from money }',
  ],
  bad: [
    'fund work-money "Reintegration money" { for work }\nsector work "Work" { field work }\nsector homes "Homes" {\n  field housing\n  measure homes-found "Finding homes" { budget 20000 EUR from work-money }\n                                                              ^^^^^^^^^^ Measure "Finding homes" is paid from fund "Reintegration money", which is meant for "Work".\n}',
  ],
  check(plan, report) {
    for (const task of openTasks(plan))
      for (const fact of task.all('budget')) {
        const ref = (fact.value as { from?: { name: string; token: never } } | undefined)?.from;
        const paid = fact.refs.find((one) => one.name === ref?.name);
        const fund = paid === undefined ? undefined : plan.resolve(paid.name);
        if (paid === undefined || fund === undefined || fund.declaration.kind !== 'fund') continue;
        const purposes = fund.scope.findAll(fund.declaration.refs('for' as never));
        const bound = purposes.filter((one) => one.kind !== 'group');
        const sector = plan.sectorOf(task);
        // What its groups may be is another question, which `group-not-eligible` asks.
        if (bound.length === 0 || bound.includes(task) || bound.some((one) => sameSector(one, sector))) continue;
        if (groupsOf(task, plan).some((group) => purposes.includes(group))) continue;
        report({
          at: { ref: paid, in: fact },
          about: task,
          message: say`${Called(task)} is paid from fund "${fund.declaration.title}", which is meant for ${listed(bound.map((one) => `"${one.title}"`))}.`,
          instead: say`Name the fund it may be paid from, or add the task to what the fund is "for" once that is settled.`,
          related: [{ at: fund.declaration, message: say`What the fund is for stands here.` }],
        });
      }
  },
});

/** A sector of the plan above and the one of the same name here are one purpose. */
const sameSector = (one: Declaration, sector: Declaration | undefined): boolean =>
  sector !== undefined && (one === sector || (one.kind === 'sector' && one.id === sector.id));
