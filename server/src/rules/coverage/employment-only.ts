import { fieldsOfTask } from '../../model/coverage.ts';
import type { Declaration } from '../../model/declaration.ts';
import { owedGroups } from '../../model/reach.ts';
import type { Scope } from '../../model/scope.ts';
import { groupsOf, measuresOf, tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';
import { hasTakenShape, isWhole, placeOf } from './_plan.ts';

/** Up to this age people are expected to learn something before they work. */
const YOUNG = 25;

export default rule({
  id: 'coverage/employment-only',
  severity: 'warning',
  absence: true,
  summary: 'Everything is about work, for all or for the young.',
  why: 'Work is the strongest road to participation, and not the only one. Where every measure is about jobs, those who cannot work yet, or no longer, have no place in the plan; and young people who are sent to work instead of school pay for it all their lives.',
  grounding: [
    { cite: nordic('on pop-up activism and mentorship'), finding: 'Who has a job but hardly meets anybody of the society around does not become part of it.' },
    { cite: wholeComm('4.1'), finding: 'Young refugees were made to work, with school beside it at best.' },
  ],
  gathered: 'are offered work and no school',
  good: [
    'sector work "Work" {\n  field work\n  measure a "Job café"\n  measure b "Trial work"\n}\nsector culture "Culture" {\n  field culture\n  measure c "Choir"\n}',
    '# A project is about one thing.\nplan jobs "Jobs" { kind project; level local; period 2025 }\nsector work "Work" {\n  field work\n  measure a "Job café"\n  measure b "Trial work"\n  measure c "Courses"\n}',
    '# Young people who are offered both.\ngroup young "Young refugees" { age 16 to 25 }\nsector work "Work" {\n  field work\n  measure a "Trial work" { for young }\n}\nsector school "School" {\n  field education\n  measure b "Vocational training" { for young }\n}',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ All 3 measures of plan "Town" are about work.\nsector work "Work" {\n  field work\n  measure a "Job café"\n  measure b "Trial work"\n  measure c "Courses"\n}',
    'group young "Young refugees" { age 16 to 25 }\n      ^^^^^ Group "Young refugees" is offered work, but no school and no language.\nsector work "Work" {\n  field work\n  measure a "Trial work" { for young }\n}\nsector housing "Housing" {\n  field housing\n  measure b "Rooms" { for young }\n}',
  ],
  check(plan, report) {
    const tasks = tasksOf(plan);
    if (plan.head === undefined || !isWhole(plan) || tasks.length === 0) return;
    const fields = tasks.map((task) => fieldsOfTask(task, plan));
    if (fields.every((some) => some.length > 0 && some.every((field) => field === 'work'))) {
      const count = measuresOf(plan).length;
      if (hasTakenShape(plan) && count > 0)
        report({
          at: plan.head,
          message: say`All ${count} measures of plan "${plan.title}" are about work.`,
          instead: say`Say what is done for language, health, homes and meeting people, or that another plan does it.`,
        });
      return;
    }
    const young = [...owedGroups(plan)].filter(([group]) => (group.one('age')?.value?.to ?? YOUNG + 1) <= YOUNG);
    if (young.length === 0) return;
    const offered = fieldsByGroup(plan);
    for (const [group, place] of young) {
      const some = offered.get(group) ?? new Set();
      if (!some.has('work') || some.has('education') || some.has('language')) continue;
      report({
        at: placeOf(place),
        about: group,
        message: say`Group "${group.title}" is offered work, but no school and no language.`,
        instead: say`Add what they can learn, in a sector with "field education" or "field language".`,
      });
    }
  },
});

/** The fields in which something is done for a group. */
function fieldsByGroup(plan: Scope): ReadonlyMap<Declaration, ReadonlySet<string>> {
  const found = new Map<Declaration, Set<string>>();
  for (const task of tasksOf(plan))
    for (const group of groupsOf(task, plan)) {
      const fields = found.get(group) ?? new Set();
      for (const field of fieldsOfTask(task, plan)) fields.add(field);
      found.set(group, fields);
    }
  return found;
}
