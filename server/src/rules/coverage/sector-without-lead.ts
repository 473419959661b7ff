import { isEmpty, sectorTable, tasksIn } from '../../model/coverage.ts';
import { say } from '../../text/say.ts';
import { addStatement, someone } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { busengdal, osce } from '../sources.ts';
import { isOver } from './_plan.ts';

export default rule({
  id: 'coverage/sector-without-lead',
  severity: 'warning',
  absence: true,
  summary: 'A sector has no office that leads it.',
  why: 'The duties of a sector may each have somebody who answers for them and still not fit together. Whoever leads the sector sees what falls between them, and is the one whom the coordinator calls.',
  grounding: [
    { cite: busengdal('Discussion'), finding: 'Work with refugees has to be placed in every sector to be robust; where it is not, it hangs on few.' },
    { cite: osce('1'), finding: 'Every portfolio that matters for integration should be part of an ordered coordination.' },
  ],
  gathered: 'have no lead',
  good: [
    'sector housing "Housing" {\n  lead office\n  measure course "Tenancy course"\n}\nactor office "Housing office" { type department }',
    '# An empty sector is told of once, as one without a responsibility.\nsector housing "Housing"',
  ],
  bad: ['sector housing "Housing" {\n       ^^^^^^^ Sector "Housing" has no lead.\n  measure course "Tenancy course"\n}'],
  check(plan, report) {
    if (isOver(plan)) return;
    for (const row of sectorTable(plan).values()) {
      if (isEmpty(row) || row.sector.has('lead')) continue;
      const tbd = row.sector.one('lead')?.tbd;
      report({
        at: row.sector,
        message: say`${Called(row.sector)} has no lead.`,
        instead: say`Name the office that leads it with "lead".`,
        ...(tbd
          ? { tbd }
          : {
              fix: addStatement(
                row.sector,
                `lead ${tasksIn(row).flatMap((task) => task.refs('accountable', 'lead'))[0]?.name ?? someone(plan, row.sector, 'name-who-leads')}`,
              ),
            }),
      });
    }
  },
});
