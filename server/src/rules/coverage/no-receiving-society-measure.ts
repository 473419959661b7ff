import { rule } from '../rule.ts';
import { nordic, penninx } from '../sources.ts';

export default rule({
  id: 'coverage/no-receiving-society-measure',
  severity: 'warning',
  absence: true,
  summary: 'Nothing is asked of the society that receives.',
  why: 'Integration is a way with two sides. Where everything is asked of newcomers, neighbours, employers and services stay as they are, and doors stay closed to people who did all that the plan wanted.',
  grounding: [
    { cite: penninx('on the two-way process'), finding: 'Integration changes both newcomers and the institutions that receive them.' },
    { cite: nordic('on attitudes'), finding: 'Meeting places and the attitudes of neighbours decided whether people stayed.' },
  ],
  good: [
    `group residents "Residents" { kind receiving-society }
measure meet "Meeting place" { for residents, new }
group new "Newcomers" { status refugee }`,
  ],
  bad: [
    `plan a "A" { level local; period 2025 to 2028 }
     ^ No measure of plan "A" is for the society that receives.
measure m1 "M1" { for new }
measure m2 "M2" { for new }
measure m3 "M3" { for new }
group new "Newcomers" { status refugee }`,
  ],
  check(plan, report) {
    const measures = plan.of('measure', 'responsibility');
    if (plan.plan === undefined || measures.length < 3 || plan.planKind === 'project') return;
    const both = measures.some((measure) =>
      plan.findAll(measure.refs('for')).some((group) => group.is('group') && group.one('kind')?.value === 'receiving-society'),
    );
    const opens = plan
      .of('sector')
      .some((sector) => sector.all('field').some((fact) => fact.value?.includes('anti-discrimination')) && sector.childrenOf('measure').length > 0);
    if (!both && !opens)
      report({
        at: plan.plan,
        message: `No measure of plan "${plan.title}" is for the society that receives.`,
        instead: 'Declare a group of kind receiving-society and what is done with it: meeting places, employers, services.',
      });
  },
});
