import { isEmpty, sectorTable, tasksIn } from '../../model/coverage.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { busengdal } from '../sources.ts';
import { doesSomething, isOver, owesMeasures } from './_plan.ts';

export default rule({
  id: 'coverage/sector-without-responsibility',
  severity: 'error',
  absence: true,
  summary: 'Nobody has anything to do in a sector of the plan.',
  why: 'A sector that is named in the plan and has no task in it has been told nothing. Integration then stays with the one or two offices that always had it, and the sector learns of its part when something has already gone wrong.',
  grounding: [
    { cite: busengdal('Discussion'), finding: 'That a few actors of the municipality hold the responsibility for refugees was found to be the main problem.' },
    { cite: busengdal('Higher strategic level'), finding: 'In many service departments the integration of refugees had no place on the agenda.' },
    { cite: busengdal('Introduction'), finding: 'Earlier research found that plans seldom treat immigration in any depth.' },
  ],
  gathered: 'have no responsibility',
  good: [
    'sector housing "Housing" {\n  responsibility settle "Settle refugees" { lead office }\n}\nactor office "Housing office" { type department }',
    '# A measure with somebody who does it counts.\nsector housing "Housing" {\n  measure course "Tenancy course" { lead office }\n}\nactor office "Housing office" { type department }',
    '# That a measure names nobody is told of the measure.\nsector housing "Housing" {\n  measure course "Tenancy course"\n}',
    '# A measure at the top that serves the sector counts too.\nsector housing "Housing" {\n  goal homes "A home for everybody"\n}\nmeasure guides "Refugee guides" { lead office; serves homes }\nactor office "Refugee office" { type department }',
    '# A strategy may leave it to others what is done.\nplan aims "Aims" { kind strategy; level national; period 2025 to 2035 }\nsector housing "Housing" {\n  goal homes "A home for everybody"\n}',
  ],
  bad: [
    'sector housing "Housing" { field housing }\n       ^^^^^^^ Sector "Housing" has no responsibility.',
    '# What was cancelled is nobody\'s task.\nsector housing "Housing" {\n       ^^^^^^^ Sector "Housing" has no responsibility.\n  measure course "Tenancy course" { status cancelled because "No teacher" }\n}',
  ],
  check(plan, report) {
    if (isOver(plan) || (!owesMeasures(plan) && !doesSomething(plan))) return;
    for (const row of sectorTable(plan).values()) {
      // That a measure names nobody is told of the measure itself, by the rules on who answers for it.
      if (tasksIn(row).length > 0) continue;
      report({
        at: row.sector,
        message: say`${Called(row.sector)} has no responsibility.`,
        instead: isEmpty(row)
          ? say`Say what the sector has to do in a "responsibility" or "measure", and who answers for it.`
          : say`Add a "responsibility" or a "measure", and say who answers for it.`,
      });
    }
  },
});
