import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { isOver } from '../accountability/_tasks.ts';
import { called, rule } from '../rule.ts';
import { nordic, osce, wholeComm } from '../sources.ts';
import type { Fund } from './_money.ts';

export default rule({
  id: 'funding/condition-without-owner',
  severity: 'error',
  absence: true,
  summary: 'Money depends on a condition that nobody is named to see to.',
  why: 'A form that was not sent in time can cost more than a measure saves in years. A condition needs one role that sees to it and a day by which; where the day is missing, it weighs less. So it does where the money goes on to others: it is for them to meet the condition.',
  grounding: [
    { cite: wholeComm('4.1.4'), finding: 'A municipality had to hand in its plan by a certain month to get 2,370 euros for each refugee instead of 1,000.' },
    { cite: osce('3.4.3'), finding: 'In Finland the state pays back costs only to municipalities that have both an agreement and an integration programme.' },
    { cite: nordic('chapter on Norway'), finding: 'Projects of civil society come about through bidding, which somebody has to prepare.' },
  ],
  gathered: 'have conditions that nobody is named to see to',
  good: [
    'fund grant "Grant" { condition "Hand in the plan" by 2026-09-01 owner office }\nactor office "Office" { type department }',
    '# A law says what the condition is; who sees to it is said where the money is received.\nplan act "Act" { kind statute; level national; period from 2022 }\nfund grant "Grant" { condition "An agreement and a programme" }',
  ],
  bad: [
    'fund grant "Grant" {\n  condition "Hand in the plan" by 2026-09-01\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Nobody is named to see to the condition of fund "Grant": "Hand in the plan".\n}',
    'fund grant "Grant" {\n  condition "Hand in the plan" owner office\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ The condition of fund "Grant" has no date: "Hand in the plan".\n}\nactor office "Office" { type department }',
  ],
  check(plan, report) {
    if (isOver(plan) || plan.planKind === 'statute') return;
    for (const fund of plan.of('fund'))
      for (const condition of fund.all('condition')) {
        const { value } = condition;
        if (value === undefined || (value.owner !== undefined && value.by !== undefined)) continue;
        const end = condition.node.values.at(-1)?.end;
        const text = value.text.length > 80 ? `${value.text.slice(0, 80).replace(/\s*\S*$/, '')} …` : value.text;
        report({
          at: condition,
          about: fund,
          lighter: value.owner !== undefined || isPassedOn(fund, plan),
          message:
            value.owner === undefined
              ? say`Nobody is named to see to the condition of ${called(fund)}: "${text}".`
              : say`The condition of ${called(fund)} has no date: "${text}".`,
          instead:
            value.owner === undefined ? say`Write "owner" and the role that sees to it after the condition.` : say`Write "by" and the day after the condition.`,
          ...(value.owner === undefined &&
            end !== undefined && {
              fix: { title: say`Add "owner"`, node: condition.node, edits: [{ span: { start: end, end }, text: ' owner name-who-sees-to-it' }] },
            }),
        });
      }
  },
});

/** Whether others receive the money: then they meet the condition, and only who looks at it is open. */
function isPassedOn(fund: Fund, plan: Scope): boolean {
  const receivers = plan.findAll(fund.refs('to'));
  return (
    receivers.length > 0 &&
    receivers.every((one) => one.kind === 'partner' || (one.is('actor') && isElsewhere((one as Declaration<'actor'>).one('level')?.value, plan)))
  );
}

const isElsewhere = (level: string | undefined, plan: Scope): boolean => level !== undefined && !plan.levels.includes(level);
