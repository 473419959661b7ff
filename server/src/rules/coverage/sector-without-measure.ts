import { isEmpty, sectorTable, tasksIn } from '../../model/coverage.ts';
import { measuresOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { penninx } from '../sources.ts';
import { doesSomething, isOver, owesMeasures } from './_plan.ts';

export default rule({
  id: 'coverage/sector-without-measure',
  severity: 'warning',
  absence: true,
  summary: 'A sector has duties or aims, but the plan does nothing in it.',
  why: 'A duty says what must go on, an aim says what should come. Only a measure says what will be done about it that is not done already. A sector without one will stand at the end of the plan where it stood at its beginning.',
  grounding: [
    {
      cite: penninx('1.2'),
      finding: 'To make policy is to name a problem, the outcome wanted, the time by which it is wanted, and the instruments that shall bring it.',
    },
  ],
  gathered: 'have no measure',
  good: [
    'sector housing "Housing" {\n  measure course "Tenancy course"\n}',
    '# An empty sector is told of once, as one without a responsibility.\nsector housing "Housing"\nmeasure cafe "Language café"',
    '# A strategy owes no measures.\nplan aims "Aims" { kind strategy; level national; period 2025 to 2035 }\nsector housing "Housing" {\n  responsibility settle "Settle refugees"\n}',
    '# A measure at the top that serves an aim of the sector is one of the sector\'s.\nsector housing "Housing" {\n  goal homes "A home for everybody"\n}\nmeasure guides "Refugee guides" { serves homes }',
  ],
  bad: [
    'sector housing "Housing" {\n       ^^^^^^^ Sector "Housing" has no measure.\n  responsibility settle "Settle refugees"\n}\nmeasure cafe "Language café"',
    '# Where the plan has none at all, that is said once.\nplan example "Example" { level local; period 2025 to 2028 }\n     ^^^^^^^ Plan "Example" has no measure.\nsector housing "Housing" {\n  responsibility settle "Settle refugees"\n}',
  ],
  check(plan, report) {
    if (isOver(plan) || !owesMeasures(plan) || plan.head === undefined) return;
    if (measuresOf(plan).length === 0) {
      if (doesSomething(plan))
        report({ at: plan.head, message: say`Plan "${plan.title}" has no measure.`, instead: say`Say in each sector what will be done, with "measure".` });
      return;
    }
    for (const row of sectorTable(plan).values()) {
      if (isEmpty(row) || row.measures.length > 0) continue;
      // A sector of goals and figures in which nobody has a task is told of as such.
      if (tasksIn(row).length === 0) continue;
      report({ at: row.sector, message: say`${Called(row.sector)} has no measure.`, instead: say`Say what will be done in it with "measure".` });
    }
  },
});
