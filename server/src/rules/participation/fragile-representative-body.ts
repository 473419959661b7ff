import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { tasksOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { isOver } from '../coverage/_plan.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { isOfNewcomers, sittingBodies } from './_people.ts';

export default rule({
  id: 'participation/fragile-representative-body',
  severity: 'warning',
  absence: true,
  summary: 'The council that speaks for newcomers rests on nothing.',
  why: 'A council of migrants has no voters behind it whom a government has to fear. Without a term, a decision that it rests on, or money of its own, it lives as long as somebody in the administration likes it, and ends without a decision.',
  grounding: [{ cite: osce('2.3'), finding: 'Bodies that represent migrants beside the elected ones are easily hurt, and many are short-lived.' }],
  gathered: 'speak for newcomers and rest on nothing',
  good: [
    'body council "Migrant council" { kind migrant-council; term 4 years }',
    'body council "Migrant council" { kind migrant-council; basis "Decision of the municipal council, case 14/25" }',
    'body council "Migrant council" { kind migrant-council }\nfund secretariat "Money for the council" { to council; amount 200000 NOK per year }',
    '# A council in which newcomers are some of many has others to stand up for it.\nbody forum "Forum" { kind stakeholder-council; members new }\ngroup new "Newcomers"',
  ],
  bad: [
    'body council "Migrant council" { kind migrant-council }\n     ^^^^^^^ Body "Migrant council" has neither a term nor a basis nor money of its own.',
    'body forum "Refugee forum" { kind stakeholder-council; represents new }\n     ^^^^^ Body "Refugee forum" has neither a term nor a basis nor money of its own.\ngroup new "Newcomers"',
  ],
  check(plan, report, { today }) {
    if (isOver(plan)) return;
    const paid = paidIn(plan);
    for (const body of sittingBodies(plan, today)) {
      if (!isOfNewcomers(body, plan) || body.has('term', 'basis') || paid.has(body)) continue;
      const tbd = body.one('basis')?.tbd ?? body.one('term')?.tbd;
      report({
        at: body,
        message: say`${Called(body)} has neither a term nor a basis nor money of its own.`,
        instead: say`Give it a "term" and the decision it rests on ("basis"), or a fund that pays for its work.`,
        ...(tbd && { tbd }),
      });
    }
  },
});

/** Those who receive money: from a fund, or for a task that they carry out. */
const paidIn = (plan: Scope): ReadonlySet<Declaration> =>
  new Set(
    plan.findAll([
      ...plan.of('fund').flatMap((fund) => fund.refs('to')),
      ...tasksOf(plan).flatMap((task) => (task.has('budget') ? task.refs('lead', 'responsible') : [])),
    ]),
  );
