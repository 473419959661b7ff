import { type Field, fieldsOfTask } from '../../model/coverage.ts';
import type { Declaration } from '../../model/declaration.ts';
import { tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { isOver } from '../coverage/_plan.ts';
import { Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { seatedInWords, takingPart } from './_people.ts';
import { EMPLOYERS } from './_words.ts';

export default rule({
  id: 'participation/no-employer',
  severity: 'warning',
  absence: true,
  summary: 'Work is to be found, and no employer takes part.',
  why: 'Jobs are given by employers. Courses and advice make people ready for work; whether there is any, and what it asks for, is known by those who have it to give, most of all where the jobs are few.',
  grounding: [
    { cite: wholeComm('4.2.2'), finding: 'In small municipalities there may be fewer jobs to be had.' },
    { cite: wholeComm('4.3.A'), finding: 'One rural municipality worked more closely with employers than the others, by pilots and partnerships.' },
  ],
  good: [
    'sector work "Work" {\n  field work\n  measure jobs "Trial work" { with employers }\n}\npartner employers "Local employers" { type employer }',
    '# A partner that has no task yet is told of by another rule.\nsector work "Work" {\n  field work\n  measure jobs "Trial work"\n}\npartner chamber "Chamber of commerce" { type employers-association }',
    '# A seat that is only named in words.\nsector work "Work" {\n  field work\n  measure jobs "Trial work"\n}\nbody council "Labour market council" { kind stakeholder-council; members "Two companies" }',
    '# Work is one part of a sector that is about belonging.\nsector inclusion "Inclusion" {\n  field work, participation\n  measure moving "Moving to the county"\n}',
    '# No work is sought here.\nsector culture "Culture" {\n  field culture\n  measure choir "Choir"\n}',
  ],
  bad: [
    'sector work "Work" {\n       ^^^^ Sector "Work" is to bring people into work, and no employer takes part in the plan.\n  field work\n  measure jobs "Trial work" { lead office }\n}\nactor office "Office" { type department }',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    const sectors = new Set(tasksOf(plan).flatMap((task) => (isAboutWork(fieldsOfTask(task, plan)) ? (plan.sectorOf(task) ?? []) : [])));
    const [first, ...others] = sectors;
    if (first === undefined || [...takingPart(plan), ...plan.of('actor', 'partner')].some(isEmployer)) return;
    if (plan.of('body').some((body) => seatedInWords(body).some((seat) => EMPLOYERS.test(seat)))) return;
    report({
      at: first,
      message: say`${Called(first)} is to bring people into work, and no employer takes part in the plan.`,
      instead: say`Declare the employers or their association as a partner (type employer), and name them with "with" in a measure.`,
      related: others.map((sector) => ({ at: sector, message: say`Another sector that is about work.` })),
    });
  },
});

/** Where work is one of many things that a sector is about, it may be about meeting people. */
const isAboutWork = (fields: readonly Field[]): boolean =>
  fields.includes('work') && fields.every((field) => ['work', 'education', 'language', 'other'].includes(field));

const isEmployer = (one: Declaration): boolean =>
  one.is('actor', 'partner') && ['employer', 'employers-association'].includes(one.one('type')?.value as string);
