import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { nordic, osce } from '../sources.ts';
import { isCounted, yardsticks } from './_figures.ts';
import { countsPeople } from './_people.ts';

export default rule({
  id: 'monitoring/no-comparison',
  severity: 'warning',
  thorough: true,
  absence: true,
  summary: 'A figure about newcomers is compared with nobody.',
  why: 'That half of the newcomers belong to a club is much or little depending on how many of their neighbours do. The gap to the residents, to the region or to another city is often the finding, and the figure alone is not.',
  grounding: [
    {
      cite: nordic('on trust'),
      finding: 'Membership in organisations says something about integration because it can be set against that of people born in the country.',
    },
    {
      cite: osce('3.3'),
      finding: 'Cities that can compare themselves only with those that chose to join the same network learn little of where they stand.',
    },
  ],
  gathered: 'are compared with nothing',
  good: [
    'indicator membership "Newcomers in clubs" { unit percent; compared with residents }\ngroup residents "Residents" { kind receiving-society }',
    'indicator waiting "Waiting time" { unit days }',
  ],
  bad: ['indicator membership "Newcomers in clubs" {\n          ^^^^^^^^^^ Indicator "Newcomers in clubs" is compared with nothing.\n  unit percent\n}'],
  check(plan, report) {
    const others = yardsticks(plan);
    for (const indicator of plan.of('indicator')) {
      // Counts of persons grow with the town; only shares can be set beside each other.
      if (
        !isCounted(indicator) ||
        others.has(indicator) ||
        indicator.has('compared with') ||
        !countsPeople(indicator) ||
        indicator.one('unit')?.value !== 'percent'
      )
        continue;
      const tbd = indicator.one('compared with')?.tbd;
      report({
        at: indicator,
        message: say`${Called(indicator)} is compared with nothing.`,
        instead: say`Name a group or an indicator with "compared with".`,
        ...(tbd
          ? { tbd }
          : {
              fix: addStatement(
                indicator,
                `compared with ${plan.of('group').find((group) => group.one('kind')?.value === 'receiving-society')?.id ?? 'name-a-group'}`,
              ),
            }),
      });
    }
  },
});
