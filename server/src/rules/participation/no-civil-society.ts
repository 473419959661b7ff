import { fieldsOf, sectorTable, tasksIn } from '../../model/coverage.ts';
import type { Scope } from '../../model/scope.ts';
import type { Task } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { hasTakenShape, isOver } from '../coverage/_plan.ts';
import { Called, rule } from '../rule.ts';
import { busengdal, nordic } from '../sources.ts';
import { isOfCivilSociety, seatedInWords, takingPart } from './_people.ts';
import { CIVIL_SOCIETY } from './_words.ts';

export default rule({
  id: 'participation/no-civil-society',
  severity: 'warning',
  absence: true,
  summary: 'Only public offices take part, in the plan or in what is to bring people together.',
  why: 'An office can offer a course; it cannot be a neighbour, a team-mate or a friend. Everyday integration happens where people meet of their own accord, and those who run these places are seldom asked, because nobody in the planning knows them.',
  grounding: [
    {
      cite: busengdal('Methods and Materials'),
      finding: 'Planning was done by planners, professionals and politicians; citizens, business and volunteers had a small part in it.',
    },
    { cite: nordic('on everyday integration'), finding: 'Nobody can decree everyday integration, and offices cannot do it without others.' },
    {
      cite: nordic('conclusions'),
      finding: 'People meet more easily where associations share in the work than where the municipality does it by itself.',
    },
  ],
  good: [
    'measure a "Language café" { with cross }\nmeasure b "Course"\nmeasure c "Homes"\npartner cross "Red Cross" { type ngo }',
    '# Citizens who are heard themselves.\nmeasure a "Language café"\nmeasure b "Course"\nmeasure c "Homes"\ngroup residents "Residents" { kind receiving-society }\nconsultation evening "Evening" { involved in design; with residents }',
    '# A seat that is only named in words.\nmeasure a "Language café"\nmeasure b "Course"\nmeasure c "Homes"\nbody group "Steering group" { kind steering; members "Sports clubs" }',
    '# A plan that has hardly begun is left in peace.\nmeasure a "Language café"',
    '# A library, a school or an employer is not the office either.\nsector meeting "Meeting" {\n  field participation\n  measure a "Language café" { lead office; with library }\n}\nmeasure b "Course" { with cross }\nmeasure c "Homes"\nactor office "Office" { type department }\npartner library "Library" { type library }\npartner cross "Red Cross" { type ngo }',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Only public offices and providers take part in plan "Town".\nactor office "Office" { type department }\nmeasure a "Language café" { lead office }\nmeasure b "Course" { lead office }\nmeasure c "Homes" { lead office }',
    'sector meeting "Meeting" {\n       ^^^^^^^ Sector "Meeting" is to bring people together, and only public offices take part.\n  field participation\n  measure a "Language café" { lead office }\n}\nmeasure b "Course" { with cross }\nmeasure c "Homes"\nactor office "Office" { type department }\npartner cross "Red Cross" { type ngo }',
  ],
  check(plan, report) {
    const { head } = plan;
    if (head === undefined || isOver(plan) || plan.planKind === 'project' || !hasTakenShape(plan)) return;
    if (!hasCivilSociety(plan)) {
      const known = plan.of('partner').filter(isOfCivilSociety);
      report({
        at: head,
        message: say`Only public offices and providers take part in plan "${plan.title}".`,
        instead: say`Let associations, congregations, clubs or residents take part: with "with" in a measure, in a body, or in a consultation.`,
        related: known.slice(0, 5).map((partner) => ({ at: partner, message: say`Declared here, and without a part in the plan.` })),
      });
      return;
    }
    for (const row of sectorTable(plan).values()) {
      const fields = fieldsOf(row.sector);
      const tasks = tasksIn(row);
      if (!(fields.includes('participation') || fields.includes('culture')) || tasks.length === 0) continue;
      // Who does it is asked for by the rules on accountability.
      if (!tasks.some((task) => holdersOf(task, plan).length > 0) || tasks.some((task) => holdersOf(task, plan).some((one) => one.kind !== 'actor'))) continue;
      report({
        at: row.sector,
        message: say`${Called(row.sector)} is to bring people together, and only public offices take part.`,
        instead: say`Name the associations, clubs or congregations that do it with them: with …`,
      });
    }
  },
});

const hasCivilSociety = (plan: Scope): boolean =>
  [...takingPart(plan), ...plan.of('body')].some(isOfCivilSociety) ||
  plan.of('body').some((body) => seatedInWords(body).some((seat) => CIVIL_SOCIETY.test(seat)));

const holdersOf = (task: Task, plan: Scope) =>
  plan.findAll(task.refs(...(['accountable', 'lead', 'responsible', 'with', 'consulted', 'supported by'] as never[])));
