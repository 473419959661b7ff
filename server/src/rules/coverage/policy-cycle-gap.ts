import { STAGES } from '../../language/forms.ts';
import { stageTable } from '../../model/coverage.ts';
import { measuresOf } from '../../model/tasks.ts';
import { say, told } from '../../text/say.ts';
import { listed, rule } from '../rule.ts';
import { osce } from '../sources.ts';
import { doesSomething, isOver } from './_plan.ts';

export default rule({
  id: 'coverage/policy-cycle-gap',
  severity: 'warning',
  absence: true,
  summary: "Nobody but the administration takes part in a stage of the plan's life.",
  why: 'A plan is designed, adopted, carried out, followed and evaluated. Those who are heard at the beginning only cannot say that it goes wrong; those who are asked at the end only can say it when it is too late.',
  grounding: [
    {
      cite: osce('1'),
      finding:
        'Arrangements should span the whole policy cycle: from choosing the fields together to agreeing on measures, carrying them out, following and adjusting them.',
    },
    { cite: osce('4'), finding: 'Stakeholders should have a place in every stage, not only where topics are collected.' },
  ],
  good: [
    'body council "Council" { kind migrant-council; involved in design, adoption, implementation, monitoring, evaluation }\nmeasure cafe "Language café"',
    '# Who adopts, coordinates, reviews and evaluates the plan stands in the stage too.\nplan town "Town" {\n  level local; period 2025 to 2028\n  adopted 2024-12-10 by council\n  coordinator office\n  review yearly by council\n  evaluated 2028 by council\n}\nactor council "Council" { type council }\nactor office "Office" { type department }\nconsultation hearing "Hearing" { involved in design }\nmeasure cafe "Language café"',
    '# Where no body and no consultation takes part anywhere, that is told of by the rules on participation.\nmeasure cafe "Language café"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028; adopted 2024-12-10 by council }\n     ^^^^ No body and no consultation takes part in implementation and monitoring of plan "Town".\nactor council "Council" { type council }\nbody migrants "Migrant council" { kind migrant-council; involved in design, evaluation }\nmeasure cafe "Language café"',
  ],
  check(plan, report) {
    const { plan: head } = plan;
    const taking = new Map([...stageTable(plan)].map(([stage, bodies]) => [stage, bodies.length > 0]));
    if (head === undefined || isOver(plan) || plan.planKind === 'project' || !doesSomething(plan)) return;
    if (![...taking.values()].some((taken) => taken)) return;
    const note = (stage: (typeof STAGES)[number], taken: boolean) => taking.set(stage, taking.get(stage) === true || taken);
    // A plan that is not adopted, or is never evaluated, is told of as such by the rules on adoption and monitoring.
    note('adoption', !head.has('adopted') || head.all('adopted').some((fact) => fact.value?.by !== undefined));
    note('evaluation', measuresOf(plan).length > 0 || head.has('evaluated'));
    note(
      'monitoring',
      head.all('review').some((fact) => fact.value?.by !== undefined),
    );
    // A body that coordinates or steers and says no more does so while the plan is carried out.
    const steering = plan
      .of('body')
      .some((body) => !body.has('involved in') && ['coordination', 'steering', 'inter-municipal'].includes(body.one('kind')?.value as string));
    note('implementation', steering || head.has('coordinator'));
    const open = STAGES.filter((stage) => taking.get(stage) !== true);
    if (open.length === 0) return;
    report({
      at: head,
      message: say`No body and no consultation takes part in ${listed(open.map(told))} of plan "${plan.title}".`,
      instead: say`Say with "involved in" which body or consultation does.`,
      related: plan
        .of('body', 'consultation')
        .slice(0, 5)
        .filter((one) => one.facts.some((fact) => fact.word === 'involved in'))
        .map((one) => ({ at: one, message: say`${one.title} takes part in other stages.` })),
    });
  },
});
