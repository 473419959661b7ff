import type { Token } from '../../language/token.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import type { Edit } from '../../text/span.ts';
import { type Fix, replace } from '../mend.ts';
import { Called, listed, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { answering, openTasks, type Task } from './_tasks.ts';

export default rule({
  id: 'accountability/several-accountable',
  severity: 'error',
  summary: 'Several answer for one thing.',
  why: 'Where two answer, each may think that the other does. A council that asks gets two half answers. If several truly answer together, the language has a visible exception: jointly, under a body that decides when they disagree.',
  grounding: [
    { cite: osce('3.2'), finding: 'Where many take part in governing, it becomes blurred who has to deal with what.' },
    { cite: 'RACI convention of project management', finding: 'The work can be shared by several; answering for its outcome cannot.' },
  ],
  gathered: 'have several who answer',
  good: [
    `measure cafe "Job café" { accountable jointly office, town under board; responsible office }
actor office "Office" { type department }
actor town "Town" { type municipality }
body board "Board" { kind steering }`,
    `measure cafe "Job café" { accountable town; responsible office, town }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
    `measure cafe "Job café" { lead all }
actor all "The municipalities" { type municipality; each of municipality }`,
  ],
  bad: [
    `measure cafe "Job café" {
  accountable office, town
  ^^^^^^^^^^^^^^^^^^^^^^^^ Measure "Job café" has 2 who answer for it: Office and Town.
}
actor office "Office" { type department }
actor town "Town" { type municipality }`,
    `measure cafe "Job café" {
  accountable jointly office, town
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Measure "Job café" has 2 who answer for it: Office and Town.
}
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      const joint = task.one('accountable')?.value;
      // Jointly under a body is one answer; a lead beside it is a second.
      if (joint?.jointly === true && joint.under !== undefined && !task.has('lead')) continue;
      const holders = answering(task, plan);
      const at = [...task.all('accountable'), ...task.all('lead')].at(-1);
      if (holders.length < 2 || at === undefined) continue;
      report({
        at,
        about: task,
        message: say`${Called(task)} has ${holders.length} who answer for it: ${listed(holders.map((holder) => holder.title))}.`,
        instead: say`Keep one and make the others "responsible", or write "accountable jointly a, b under" the body that decides.`,
        fix: mends(task, plan),
      });
    }
  },
});

/** They answer jointly under a body of the plan, or the first of them does and the others carry it out. */
function mends(task: Task, plan: Scope): readonly Fix[] {
  const [fact, ...more] = task.all('accountable');
  const names = fact?.value?.names.map((ref) => ref.name) ?? [];
  const body = plan.of('body').find((one) => ['steering', 'coordination'].includes(one.one('kind')?.value ?? ''));
  if (fact === undefined || more.length > 0 || names.length < 2 || fact.value?.under !== undefined || task.has('lead')) return [];
  const values = { start: (fact.node.values[0] as Token).start, end: fact.node.span.end };
  const one = replace(fact.node, values, names[0] as string, say`Let ${names[0]} alone answer for it`);
  return [
    ...(body === undefined ? [] : [replace(fact.node, values, `jointly ${names.join(', ')} under ${body.id}`, say`Let them answer jointly under ${body.id}`)]),
    // Who carries it out is said only once.
    ...(task.has('responsible') ? [one] : [{ ...one, edits: [{ ...one.edits[0], text: `${names[0]}; responsible ${names.join(', ')}` } as Edit] }]),
  ];
}
