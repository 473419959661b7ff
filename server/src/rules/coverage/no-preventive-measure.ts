import { measuresOf } from '../../model/tasks.ts';
import { say } from '../../text/say.ts';
import { rule } from '../rule.ts';
import { nordic } from '../sources.ts';
import { hasTakenShape, isWhole } from './_plan.ts';

export default rule({
  id: 'coverage/no-preventive-measure',
  severity: 'warning',
  thorough: true,
  absence: true,
  summary: 'The plan does what it must, and nothing beyond.',
  why: 'What no law asks for is often what keeps people from needing what the law asks for: a place to meet, a visit in the first weeks, a word with the neighbours before there is a quarrel. It is the first to go when money is short, and the plan pays for it later.',
  grounding: [
    { cite: nordic('conclusions'), finding: 'With little money municipalities tend to keep to what is necessary and leave out what is broader and prevents.' },
  ],
  good: [
    'measure cafe "Language café"\nmeasure course "Course" { basis "Integration Act" }\nmeasure homes "Homes" { basis "Housing Act" }',
    '# A plan of duties alone is told of as one without measures.\nresponsibility settle "Settle refugees" { basis "Housing Act" }',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ Every measure of plan "Town" is one that the law asks for.\nmeasure talks "Talks" { basis "Integration Act" }\nmeasure course "Course" { basis "Integration Act" }\nmeasure homes "Homes" { basis "Housing Act" }',
  ],
  check(plan, report) {
    const measures = measuresOf(plan);
    if (plan.head === undefined || !isWhole(plan) || !hasTakenShape(plan) || measures.length === 0) return;
    const demanded = (refs: Parameters<typeof plan.findAll>[0]) =>
      plan.findAll(refs).some((mandate) => mandate.is('mandate') && (mandate.one('force')?.value ?? 'must') === 'must');
    if (!measures.every((measure) => measure.has('basis') || demanded(measure.refs('fulfils')))) return;
    report({
      at: plan.head,
      message: say`Every measure of plan "${plan.title}" is one that the law asks for.`,
      instead: say`Add what keeps problems from growing: meeting places, early contact, advice.`,
    });
  },
});
