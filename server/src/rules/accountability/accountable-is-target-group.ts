import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/accountable-is-target-group',
  severity: 'error',
  summary: 'The people a duty is for are made to answer for it.',
  why: 'Where newcomers themselves answer for their integration, nobody who has the means does: courses are bought late or not at all, and failing becomes their fault. A plan can ask for effort; it cannot hand over the duty.',
  grounding: [
    {
      cite: wholeComm('3.1'),
      finding: 'The law of 2013 moved the duty to integrate to each newcomer and left the courses to a market; far fewer passed the examination.',
    },
  ],
  gathered: 'are left to the people they are for',
  good: [
    `responsibility course "Language course" { accountable town; responsible office; for refugees }
group refugees "Refugees" { status refugee }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
    `responsibility attend "Attend the course" { accountable town; responsible refugees }
group refugees "Refugees" { status refugee }
actor town "Town" { type municipality }`,
  ],
  bad: [
    `responsibility course "Language course" {
  accountable refugees
              ^^^^^^^^ Responsibility "Language course" makes the group "Refugees" answer for it.
  responsible refugees
}
group refugees "Refugees" { status refugee }`,
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      for (const fact of [...task.all('accountable'), ...task.all('lead')]) {
        for (const ref of fact.refs) {
          const holder = plan.find(ref);
          if (holder?.kind !== 'group') continue;
          report({
            at: { ref, in: fact },
            about: task,
            message: say`${Called(task)} makes the group "${holder.title}" answer for it.`,
            instead: say`Name the public body that has the means; what is expected of the people can stand in "about".`,
            related: [{ at: holder, message: say`This is the group.` }],
          });
        }
      }
    }
  },
});
