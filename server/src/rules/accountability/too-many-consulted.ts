import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { openTasks } from './_tasks.ts';

export default rule({
  id: 'accountability/too-many-consulted',
  severity: 'information',
  summary: 'So many are consulted that nothing can be decided.',
  why: 'Everybody who must be asked is a reason to wait. A long list of the consulted often hides that nobody wanted to say who matters for the decision; the others can be informed.',
  grounding: [
    {
      cite: 'RACI convention of project management',
      finding: 'Those consulted are heard before the work goes on, so each of them is a stop; those informed are not.',
    },
    { cite: osce('3.1'), finding: 'That many actors on many levels take part does not yet make it well governed.' },
  ],
  gathered: 'consult very many before anything is decided',
  options: { most: { default: 7, doc: 'How many may be consulted.' } },
  good: [
    `measure cafe "Job café" { lead office; consulted town }
actor office "Office" { type department }
actor town "Town" { type municipality }`,
  ],
  bad: [
    `measure cafe "Job café" {
  lead office
  consulted a1, a2, a3, a4, a5, a6, a7, a8
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Measure "Job café" consults 8 before it decides.
}
actor office "Office" { type department }
actor a1 "Actor 1" { type ngo }
actor a2 "Actor 2" { type ngo }
actor a3 "Actor 3" { type ngo }
actor a4 "Actor 4" { type ngo }
actor a5 "Actor 5" { type ngo }
actor a6 "Actor 6" { type ngo }
actor a7 "Actor 7" { type ngo }
actor a8 "Actor 8" { type ngo }`,
  ],
  check(plan, report, { options }) {
    for (const task of openTasks(plan)) {
      const refs = new Set(task.refs('consulted').map((ref) => ref.name));
      const at = task.one('consulted');
      if (at === undefined || refs.size <= Number(options.most)) continue;
      report({
        at,
        about: task,
        message: say`${Called(task)} consults ${refs.size} before it decides.`,
        instead: say`Keep those whose answer can change the decision; make the others "informed", or consult a body in which they sit.`,
      });
    }
  },
});
