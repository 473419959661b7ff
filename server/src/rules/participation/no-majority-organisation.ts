import type { Declaration } from '../../model/declaration.ts';
import { say } from '../../text/say.ts';
import { hasTakenShape, isWhole } from '../coverage/_plan.ts';
import { rule } from '../rule.ts';
import { penninx } from '../sources.ts';
import { isOfNewcomers, seatedInWords, takingPart } from './_people.ts';
import { CIVIL_SOCIETY, EMPLOYERS } from './_words.ts';

/** The organisations in which those who have long lived there meet. */
const MAJORITY = new Set([
  'religious-community',
  'trade-union',
  'employer',
  'employers-association',
  'media',
  'sports-club',
  'cultural-association',
  'ngo',
  'volunteer-group',
  'individuals',
]);

export default rule({
  id: 'participation/no-majority-organisation',
  severity: 'information',
  absence: true,
  silencedBy: ['participation/no-civil-society'],
  summary: 'No organisation of the majority takes part.',
  why: 'Churches, unions, employers, clubs and the press carry out more of integration than any office, and they speak to people who would not listen to it. Where only migrants and the administration agree on a plan, it is news to everybody else.',
  grounding: [
    {
      cite: penninx('1.3'),
      finding: 'Organisations of the majority are needed to carry a policy out, and to put it in words that the public can accept.',
    },
  ],
  good: [
    'measure a "Language café" { with parish }\nmeasure b "Course"\nmeasure c "Homes"\npartner parish "Parish" { type religious-community }',
    '# A seat that is only named in words.\nmeasure a "Language café" { with union }\nmeasure b "Course"\nmeasure c "Homes"\npartner union "Union of newcomers" { type migrant-organisation }\nbody group "Steering group" { kind steering; members "Two local employers" }',
    '# A plan that has hardly begun is left in peace.\nmeasure a "Language café"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ No church, union, employer, club or other organisation of the majority takes part in plan "Town".\nmeasure a "Language café" { with union }\nmeasure b "Course"\nmeasure c "Homes"\npartner union "Union of newcomers" { type migrant-organisation }',
  ],
  check(plan, report) {
    const { head } = plan;
    if (head === undefined || !isWhole(plan) || !hasTakenShape(plan)) return;
    const isOfMajority = (one: Declaration) => one.is('actor', 'partner') && MAJORITY.has(one.one('type')?.value as string) && !isOfNewcomers(one, plan);
    if ([...takingPart(plan)].some(isOfMajority)) return;
    if (plan.of('body').some((body) => seatedInWords(body).some((seat) => CIVIL_SOCIETY.test(seat) || EMPLOYERS.test(seat)))) return;
    report({
      at: head,
      message: say`No church, union, employer, club or other organisation of the majority takes part in plan "${plan.title}".`,
      instead: say`Name one with "with" in a measure, or give it a seat in a body.`,
    });
  },
});
