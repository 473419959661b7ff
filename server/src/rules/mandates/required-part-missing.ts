import type { Declaration } from '../../model/declaration.ts';
import type { Scope } from '../../model/scope.ts';
import { say } from '../../text/say.ts';
import { type At, rule } from '../rule.ts';
import { finland, luxembourg } from '../sources.ts';
import { claimsOf, isCancelled } from './_claims.ts';
import { isOver } from './_duties.ts';

export default rule({
  id: 'mandates/required-part-missing',
  severity: 'error',
  absence: true,
  summary: 'A law says what the plan must contain, and a part of it is missing.',
  why: 'Some laws do not only ask for a plan, they say what stands in it: the calendar, the indicators, who steers, when it is evaluated. Money can depend on it. A part that is found missing when the plan is handed in costs a round through the council; found while writing, it costs a line.',
  grounding: [
    { cite: luxembourg('articles 3 and 6'), finding: 'The law lists what the national plan defines and what the pact of a municipality contains.' },
    { cite: finland('13'), finding: 'The law lists the parts of the integration programme that every municipality has.' },
  ],
  gathered: 'are required by law and answered by nothing in the plan',
  good: [
    'plan town "Town" { level local; period 2025; uses act; covers act.calendar }\nbody table "Table" { kind steering; covers act.committee }\n--- act.iplan\nframework act "Act" {\n  item calendar "Calendar" { required for local }\n  item committee "Committee" { required for local }\n}',
    '# What is required of another level, or of nobody.\nplan town "Town" { level local; period 2025; implements act }\n--- act.iplan\nframework act "Act" {\n  item axes "Axes" { required for national }\n  item advice "Advice"\n}',
    '# All its parts answer the whole, and the whole its parts.\nplan town "Town" { level local; period 2025; uses act }\nsector work "Work" { covers act.goals, act.measures }\nsector homes "Homes" { covers act.monitoring }\n--- act.iplan\nframework act "Act" {\n  item content "Content" {\n    required for local\n    item goals "Goals"\n    item measures "Measures"\n  }\n  item monitoring "Monitoring" {\n    item indicators "Indicators" { required for local }\n  }\n}',
  ],
  bad: [
    'plan town "Town" {\n  level local; period 2025\n  implements act\n             ^^^ "Calendar" is required by "Act", article 6, and nothing in the plan answers it.\n}\nbody table "Table" { kind steering; covers act.committee }\n--- act.iplan\nframework act "Act" {\n  item calendar "Calendar" { number "article 6"; required for local }\n  item committee "Committee" { required for local }\n}',
    '# A municipality does not escape the law by leaving the word out; and what was cancelled answers nothing.\nplan town "Town" { level local; period 2025; under land }\n     ^^^^ "Calendar" is required by "Act", and nothing in the plan answers it.\nmeasure dates "Dates" { covers act.calendar; status cancelled }\n--- land/plan.iplan\nplan land "Land" { level national; period 2025; uses act }\n--- act.iplan\nframework act "Act" {\n  for local\n  item calendar "Calendar" { required for local }\n}',
  ],
  check(plan, report) {
    if (plan.plan === undefined || isOver(plan) || plan.planKind === 'statute') return;
    const covered = new Set(claimsOf(plan).flatMap((claim) => (isCancelled(claim.by) ? [] : [claim.demand as Declaration])));
    for (const framework of plan.frameworks)
      for (const item of framework.of('item')) {
        if (!item.all('required for').some((fact) => fact.value?.some((level) => plan.levels.includes(level))) || isAnswered(item, covered)) continue;
        const number = item.one('number')?.value;
        report({
          at: namedAt(framework, plan),
          about: item,
          message: say`"${item.title}" is required by "${framework.title}",${number === undefined ? '' : ` ${number},`} and nothing in the plan answers it.`,
          instead: say`Write "covers ${framework.id}.${item.id}" where the plan answers it, and add what is missing.`,
          related: [{ at: item, message: say`This is what is required.` }],
        });
      }
  },
});

/** What answers an item answers its parts, and all its parts together answer it. */
function isAnswered(item: Declaration<'item'>, covered: ReadonlySet<Declaration>): boolean {
  for (let one: Declaration | undefined = item; one?.kind === 'item'; one = one.parent) if (covered.has(one)) return true;
  const answered = (whole: Declaration<'item'>): boolean => {
    const parts = whole.childrenOf('item');
    return covered.has(whole) || (parts.length > 0 && parts.every(answered));
  };
  return answered(item);
}

/** Where the plan says that it follows the framework; one that came from above stands at the plan itself. */
function namedAt(framework: Scope, plan: Scope): At {
  const head = plan.plan as Declaration<'plan'>;
  for (const word of ['uses', 'implements', 'under'] as const)
    for (const fact of head.all(word)) for (const ref of fact.refs) if (ref.name === framework.id) return { ref, in: fact };
  return head;
}
