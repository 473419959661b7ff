import { fieldsOfTask } from '../../model/coverage.ts';
import type { Declaration } from '../../model/declaration.ts';
import { groupsOf, isReceiving, type Task, tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { Called, listed, rule } from '../rule.ts';
import { penninx, wholeComm } from '../sources.ts';
import { reachedBy } from './_groups.ts';
import { isOver } from './_plan.ts';
import { LANGUAGE, wordsOf } from './_words.ts';

export default rule({
  id: 'coverage/employment-without-language',
  severity: 'warning',
  absence: true,
  summary: 'Work is sought for people to whom the plan offers no language.',
  why: 'A job that needs no language is a job without a way up. Where work and language are planned apart, the first job is often the last, and those who know too little of the language are placed nowhere at all.',
  grounding: [
    { cite: wholeComm('4.3'), finding: 'Newcomers with very little of the language are hard to place, and quick work does not go together with learning it.' },
    { cite: penninx('1.3'), finding: 'Language and civic training work best in connection with the way into work or education.' },
  ],
  gathered: 'seek work for people to whom the plan offers no language',
  good: [
    'group new "Newcomers"\nsector work "Work" {\n  field work\n  measure job "Trial work" { for new }\n}\nsector language "Language" {\n  field language\n  measure course "Course" { for new }\n}',
    '# What requires a course, and what teaches the language itself, is safe.\ngroup new "Newcomers"\ngroup students "Students"\nsector work "Work" {\n  field work\n  measure job "Trial work" { for new; requires course }\n  measure words "Language at the workplace" { for new }\n}\nsector language "Language" {\n  field language\n  measure course "Course" { for students }\n}',
    '# A course that names no group is open to all.\ngroup new "Newcomers"\nsector work "Work" {\n  field work\n  measure job "Trial work" { for new }\n}\nsector language "Language" {\n  field language\n  measure course "Course"\n}',
    '# A plan that offers nobody any language is told of as one without that sector.\ngroup new "Newcomers"\nsector work "Work" {\n  field work\n  measure job "Trial work" { for new }\n}',
  ],
  bad: [
    'group new "Newcomers"\ngroup students "Students"\nsector work "Work" {\n  field work\n  measure job "Trial work" { for new }\n          ^^^ Measure "Trial work" seeks work for "Newcomers", to whom the plan offers no language.\n}\nsector language "Language" {\n  field language\n  measure course "Course" { for students }\n}',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    const teaching = tasksOf(plan).filter((task) => fieldsOfTask(task, plan).includes('language') || LANGUAGE.test(wordsOf(task)));
    if (teaching.length === 0 || teaching.some((task) => groupsOf(task, plan).length === 0)) return;
    const lessons = new Set<Declaration>(teaching);
    const taught = reachedBy(teaching, plan);
    for (const task of tasksOf(plan)) {
      if (!fieldsOfTask(task, plan).includes('work') || lessons.has(task)) continue;
      if (plan.findAll(task.refs('requires')).some((needed) => lessons.has(needed))) continue;
      const seekers = groupsOf(task, plan).filter((group) => !isReceiving(group));
      // That somebody among them is taught shows that language was thought of.
      if (seekers.length === 0 || seekers.some((group) => taught.has(group))) continue;
      report({
        at: task,
        message: say`${Called(task)} seeks work for ${listed(seekers.map((group) => `"${group.title}"`))}, to whom the plan offers no language.`,
        instead: say`Plan language for them too, before work or beside it, and say so with "for" or "requires".`,
        related: [{ at: teaching[0] as Task, message: say`Language is offered here, to others.` }],
      });
    }
  },
});
