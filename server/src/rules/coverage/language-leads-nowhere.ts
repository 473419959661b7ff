import { fieldsOfTask } from '../../model/coverage.ts';
import { groupsOf, isReceiving, type Task, tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { Called, listed, rule } from '../rule.ts';
import { penninx } from '../sources.ts';
import { reachedBy } from './_groups.ts';
import { isOver } from './_plan.ts';

export default rule({
  id: 'coverage/language-leads-nowhere',
  severity: 'information',
  thorough: true,
  absence: true,
  summary: 'Language is taught to people for whom the plan has neither work nor education.',
  why: 'A language is learned where it is used. A course that leads into a trade, a school or a job is finished more often, and what was learned there is still there a year later.',
  grounding: [{ cite: penninx('1.3'), finding: 'Training works best in connection with the way into work or education.' }],
  gathered: 'teach people for whom the plan has neither work nor education',
  good: [
    'group new "Newcomers"\nsector language "Language" {\n  field language\n  measure course "Course" { for new }\n}\nsector work "Work" {\n  field work\n  measure job "Trial work" { for new }\n}',
    '# What names no group is open to all.\ngroup old "Older newcomers"\nsector language "Language" {\n  field language\n  measure course "Course" { for old }\n}\nsector work "Work" {\n  field work\n  measure job "Job centre"\n}',
    '# A plan without work or education is told of as one without those sectors.\ngroup new "Newcomers"\nsector language "Language" {\n  field language\n  measure course "Course" { for new }\n}',
    '# Who hands over has thought of what follows.\nactor school "School" { type adult-education }\ngroup new "Newcomers"\ngroup others "Others"\nsector language "Language" {\n  field language\n  measure course "Course" { for new; hands over to school when "the course is passed" }\n}\nsector work "Work" {\n  field work\n  measure job "Trial work" { for others }\n}',
  ],
  bad: [
    'group new "Newcomers"\ngroup others "Labour migrants"\nsector language "Language" {\n  field language\n  measure course "Course" { for new }\n          ^^^^^^ Measure "Course" teaches "Newcomers", for whom the plan has neither work nor education.\n}\nsector work "Work" {\n  field work\n  measure job "Trial work" { for others }\n}',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    const fieldsOf = (task: Task) => fieldsOfTask(task, plan);
    const onward = tasksOf(plan).filter((task) => fieldsOf(task).some((field) => field === 'work' || field === 'education'));
    if (onward.length === 0 || onward.some((task) => groupsOf(task, plan).length === 0)) return;
    const led = reachedBy(onward, plan);
    for (const task of tasksOf(plan)) {
      const fields = fieldsOf(task);
      if (!fields.includes('language') || fields.includes('work') || fields.includes('education') || task.has('hands over to')) continue;
      const learners = groupsOf(task, plan).filter((group) => !isReceiving(group));
      if (learners.length === 0 || learners.some((group) => led.has(group))) continue;
      report({
        at: task,
        message: say`${Called(task)} teaches ${listed(learners.map((group) => `"${group.title}"`))}, for whom the plan has neither work nor education.`,
        instead: say`Say where the course leads: a measure for work or education that is for them too, or who takes over with "hands over to".`,
      });
    }
  },
});
