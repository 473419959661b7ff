import { Called, listed, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { answering, openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/several-accountable',
  severity: 'error',
  summary: 'Several answer for one thing.',
  why: 'Where two answer, each may think that the other does. A council that asks gets two half answers. If several truly answer together, the language has a visible exception: jointly, under a body that decides when they disagree.',
  grounding: [{ cite: osce('on shared responsibility'), finding: 'Where responsibility is blurred between several, nobody can be held to it.' }],
  gathered: 'have several who answer',
  good: [
    `measure cafe "Job café" { accountable jointly office, town under board }
actor office "Office" { type department }
actor town "Town" { type municipality }
body board "Board" { kind steering }`,
    `measure cafe "Job café" { accountable town; responsible office, town }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  bad: [
    `measure cafe "Job café" {
  accountable office, town
  ^^^^^^^^^^^^^^^^^^^^^^^^ Measure "Job café" has 2 who answer for it: Office and Town.
}
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      const facts = [...task.all('accountable'), ...task.all('lead')];
      const joint = task.all('accountable').some((fact) => fact.value?.jointly === true && fact.value.under !== undefined);
      const holders = new Set(answering(task, plan));
      const at = facts.at(-1);
      if (joint || holders.size < 2 || at === undefined) continue;
      report({
        at,
        about: task,
        message: `${Called(task)} has ${holders.size} who answer for it: ${listed([...holders].map((holder) => holder.title))}.`,
        instead: 'Keep one and make the others "responsible", or write "accountable jointly a, b under" the body that decides.',
      });
    }
  },
});
