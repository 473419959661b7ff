import { type Field, fieldsOf, itemTable } from '../../model/coverage.ts';
import { say } from '../../text/say.ts';
import { either, rule } from '../rule.ts';
import { penninx } from '../sources.ts';
import { isOfOneField, isWhole } from './_plan.ts';

const DIMENSIONS = ['legal-political', 'socio-economic', 'cultural'] as const;
type Dimension = (typeof DIMENSIONS)[number];

/** The dimension that a field belongs to where the sector states none; some belong to more than one, and some to none for certain. */
const OF_FIELD: Readonly<Record<Field, readonly Dimension[]>> = {
  work: ['socio-economic'],
  education: ['socio-economic'],
  language: ['socio-economic'],
  housing: ['socio-economic'],
  health: ['socio-economic'],
  'social-support': ['socio-economic'],
  reception: ['socio-economic'],
  participation: ['legal-political', 'cultural'],
  'anti-discrimination': ['legal-political'],
  legal: ['legal-political'],
  culture: ['cultural'],
  other: [],
};

export default rule({
  id: 'coverage/dimension-missing',
  severity: 'information',
  absence: true,
  summary: 'One of the three dimensions of integration is missing.',
  why: 'Integration has a legal and political, a social and economic, and a cultural side. Somebody with work and a home who has no say, or who may not be who he is, has not arrived; a plan that leaves a side out has half decided that it does not matter.',
  grounding: [
    { cite: penninx('1.1'), finding: 'Becoming an accepted part of society has a legal-political, a socio-economic and a cultural-religious dimension.' },
  ],
  good: [
    'sector a "Rights" { dimension legal-political }\nsector b "Work" { dimension socio-economic }\nsector c "Culture" { dimension cultural }',
    '# Where no dimension is stated, the fields show it.\nsector work "Work" { field work }\nsector part "Taking part" { field participation }',
    '# A plan of the state for one field.\nplan care "Health care of newcomers" { level national; period 2025 to 2028 }\nsector care "Care" { field health }',
    '# A plan without sectors is told of as such.\nmeasure cafe "Language café"',
  ],
  bad: [
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ No sector of plan "Town" belongs to the cultural dimension of integration.\nsector b "Work" { dimension socio-economic }\nsector c "Rights" { dimension legal-political }',
    'plan town "Town" { level local; period 2025 to 2028 }\n     ^^^^ No sector of plan "Town" belongs to the legal-political or cultural dimension of integration.\nsector work "Work" { field work }\nsector housing "Housing" { field housing }',
  ],
  check(plan, report) {
    const sectors = plan.of('sector');
    if (plan.head === undefined || !isWhole(plan) || isOfOneField(plan) || sectors.length === 0) return;
    const there = new Set<string>();
    for (const sector of sectors) {
      const stated = sector.one('dimension')?.value;
      for (const dimension of stated === undefined ? fieldsOf(sector).flatMap((field) => OF_FIELD[field]) : [stated]) there.add(dimension);
    }
    // Who answers the items of the framework that the dimensions come from has said so there.
    for (const item of itemTable(plan).keys()) for (const dimension of DIMENSIONS) if (item.id.startsWith(dimension)) there.add(dimension);
    const missing = DIMENSIONS.filter((dimension) => !there.has(dimension));
    if (missing.length === 0) return;
    report({
      at: plan.head,
      message: say`No sector of plan "${plan.title}" belongs to the ${either(missing)} dimension of integration.`,
      instead: say`Add what the plan does there, or say a sector's "dimension".`,
    });
  },
});
