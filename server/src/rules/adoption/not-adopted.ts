import type { Declaration } from '../../model/declaration.ts';
import { daysOf } from '../../model/observations.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { isOver } from '../coverage/_plan.ts';
import { promise } from '../mend.ts';
import { rule } from '../rule.ts';
import { busengdal } from '../sources.ts';
import { hasBegun, isBeingMade } from './_decision.ts';

/** What has been elected, or answers to those who were: others cannot bind a whole administration. */
const OFFICES = new Set(['department', 'service-provider', 'housing-provider', 'school', 'adult-education', 'health-service', 'library']);

export default rule({
  id: 'adoption/not-adopted',
  severity: 'error',
  absence: true,
  summary: 'The plan runs, and nobody with a political mandate has adopted it.',
  why: 'A plan of the refugee office binds the refugee office. That the school and the housing office act on it too takes a decision of those who can tell them; without one, the plan is a wish of colleagues.',
  grounding: [
    {
      cite: busengdal('Discussion'),
      finding: 'The field struggles to be accepted in politics, and so those outside the refugee office do not feel bound.',
    },
    {
      cite: busengdal('Discussion'),
      finding: 'Where leaders and politicians are not won, making integration a part of planning meets disbelief.',
    },
  ],
  good: [
    'plan town "Town" { level local; period 2025 to 2028; adopted 2024-12-10 by council }\nactor council "Municipal council" { type council }',
    '# It is still being made, and its time has not come.\n# today: 2024-09-01\nplan town "Town" { level local; period 2025 to 2028; status consultation }',
    '# What a government publishes is its decision.\nplan state "State" { kind strategy; level national; period 2025 to 2028; published by ministry }\nactor ministry "Ministry" { type ministry }',
    '# A project is carried by whoever pays for it.\nplan sport "Sport for all" { kind project; level local; period 2025 to 2026 }',
    'plan old "Old" { level local; period 2015 to 2018; status closed }',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Nobody has adopted plan "Town".',
    '# today: 2025-03-01\nplan town "Town" { level local; period 2025 to 2028; status consultation }\n     ^^^^ Plan "Town" has begun (2025), and nobody has adopted it yet.',
    'plan town "Town" {\n  level local\n  period 2025 to 2028\n  adopted 2024-12-10 by office\n  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Plan "Town" was adopted by Refugee office, which cannot bind the others.\n}\nactor office "Refugee office" { type department }',
  ],
  check(plan, report, { today }) {
    const { plan: head } = plan;
    if (head === undefined || plan.planKind === 'project' || isOver(plan)) return;
    const adopted = head.all('adopted').filter((fact) => fact.value !== undefined && daysOf(fact.value.on, plan).start <= today);
    if (adopted.length > 0) {
      const by = adopted.map((fact) => (fact.value?.by === undefined ? undefined : plan.find(fact.value.by)));
      const [first] = adopted;
      if (first === undefined || !by.every((holder) => holder !== undefined && isOffice(holder))) return;
      report({
        at: first,
        about: head,
        message: say`Plan "${plan.title}" was adopted by ${by[0]?.title}, which cannot bind the others.`,
        instead: say`Have it adopted by a council, a board or a government, and name it with "by".`,
      });
      return;
    }
    const begun = hasBegun(plan, today);
    if ((isBeingMade(plan) && !begun) || isDecisionOfGovernment(plan)) return;
    const tbd = head.one('adopted')?.tbd;
    const from = head.one('period')?.value?.from?.text;
    report({
      at: head,
      message:
        isBeingMade(plan) && from !== undefined
          ? say`Plan "${plan.title}" has begun (${from}), and nobody has adopted it yet.`
          : say`Nobody has adopted plan "${plan.title}".`,
      instead: say`Say when and by whom: adopted 2024-12-10 by … as "case 112/24".`,
      ...(tbd ? { tbd } : { fix: promise(head, 'adopted', today) }),
    });
  },
});

const isOffice = (holder: Declaration): boolean => holder.is('actor', 'partner') && OFFICES.has((holder.one('type')?.value as string | undefined) ?? '');

/** A strategy that a ministry or government has published is policy, whatever a parliament says of it. */
const isDecisionOfGovernment = (plan: Scope): boolean =>
  !plan.levels.includes('local') &&
  plan
    .findAll(plan.plan?.refs('published by') ?? [])
    .some(
      (holder) => holder.is('actor', 'partner') && ['government', 'ministry', 'parliament'].includes((holder.one('type')?.value as string | undefined) ?? ''),
    );
