import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { groupsNamed, groupsOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { openTasks } from '../accountability/_tasks.ts';
import { Called, called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { type Source, sourcesOf } from './_money.ts';

type Group = Declaration<'group'>;

export default rule({
  id: 'funding/group-not-eligible',
  severity: 'error',
  summary: 'A measure is for people for whom its money may not be spent.',
  why: 'Money for integration is often tied to a legal status or an age. A measure that welcomes everybody and is paid from such money turns some away at the door, or has to pay back what it spent on them. It needs a second source for them, even a small one.',
  grounding: [
    { cite: wholeComm('4.1.2'), finding: 'With the money meant for integration, municipalities have little room for services to residents without a permit.' },
  ],
  gathered: 'are for people whom their money leaves out',
  good: [
    'group refugees "Refugees" { status refugee }\nfund grant "Grant" { for refugees }\nmeasure cafe "Language café" { for refugees; budget 1000 EUR from grant }',
    '# Own money pays for the others.\ngroup refugees "Refugees" { status refugee }\ngroup hidden "Without a permit" { status undocumented }\nfund grant "Grant" { for refugees }\nmeasure cafe "Language café" {\n  for refugees, hidden\n  budget 1000 EUR from grant\n  budget 500 EUR\n}',
    '# Whether the two overlap is not known.\ngroup refugees "Refugees" { status refugee }\ngroup young "Young people" { age 16 to 25 }\nfund grant "Grant" { for refugees }\nmeasure cafe "Language café" { for young; budget 1000 EUR from grant }',
    '# A group that is a part of the other.\ngroup newcomers "Newcomers" { includes hidden }\ngroup hidden "Without a permit" { status undocumented }\nfund grant "Grant" { for newcomers }\nmeasure cafe "Language café" { for hidden; budget 1000 EUR from grant }',
  ],
  bad: [
    'group refugees "Refugees" { status refugee }\ngroup hidden "Without a permit" { status undocumented }\nfund grant "Grant" { for refugees }\nmeasure cafe "Language café" {\n  for refugees, hidden\n  budget 1000 EUR from grant\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^ Measure "Language café" is for group "Without a permit", but fund "Grant" is not.\n}',
    'group children "Children" { age 0 to 17 }\ngroup elderly "Older people" { age 65 to 110 }\nfund grant "Grant" { for children }\nmeasure choir "Choir" {\n  for elderly\n  budget 1000 EUR from grant\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^ Measure "Choir" is for group "Older people", but fund "Grant" is not.\n}',
  ],
  check(plan, report) {
    for (const task of openTasks(plan)) {
      const sources = sourcesOf(task, plan);
      // A budget without a fund is own money, which may be spent on anybody.
      if (sources.length === 0 || task.all('budget').some((budget) => !sources.some((source) => source.at === budget))) continue;
      for (const group of groupsOf(task, plan)) {
        if (!sources.every((source) => isShutOut(group, source, plan))) continue;
        const [first] = sources as readonly [Source];
        report({
          at: first.at.node.parent === task.node ? first.at : task,
          about: task,
          message: say`${Called(task)} is for ${called(group)}, but ${called(first.fund)} is not.`,
          instead: say`Add a "budget" from money that may be spent on them.`,
          related: [{ at: first.fund.one('for') ?? first.fund, message: say`This is what the fund is for.` }],
        });
      }
    }
  },
});

/** Whether a fund is tied to groups to which nobody of this one can belong, by legal status or by age. */
function isShutOut(group: Group, { fund, home }: Source, plan: Scope): boolean {
  const open = groupsNamed(fund.refs('for'), home);
  return open.length > 0 && open.every((one) => one !== group && !includes(one, group, home) && !includes(group, one, plan) && areApart(one, group));
}

const includes = (whole: Group, part: Group, scope: Scope): boolean => groupsNamed(whole.refs('includes'), scope).includes(part);

function areApart(a: Group, b: Group): boolean {
  const [of, and] = [statuses(a), statuses(b)];
  if (of.length > 0 && and.length > 0 && !of.some((status) => and.includes(status))) return true;
  const [x, y] = [a.one('age')?.value, b.one('age')?.value];
  if (x === undefined || y === undefined) return false;
  return (x.to ?? Number.POSITIVE_INFINITY) < y.from || (y.to ?? Number.POSITIVE_INFINITY) < x.from;
}

const statuses = (group: Group): readonly string[] => group.all('status').flatMap((fact) => fact.value ?? []);
