import { fieldsOf, sectorTable } from '../../model/coverage.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';
import { wholeComm } from '../sources.ts';
import { isCounted, isOver } from './_figures.ts';

export default rule({
  id: 'monitoring/housing-without-area',
  severity: 'information',
  absence: true,
  summary: 'Housing is measured, and no figure shows where people live.',
  why: 'A hundred homes in one street and a hundred in thirty villages are the same figure and two different towns. Where people end up decides on school, bus and neighbours; broken down by area, the figure shows it in time.',
  grounding: [
    { cite: wholeComm('3.2.4'), finding: 'Newcomers lived in the main town and a few of some thirty villages.' },
    { cite: wholeComm('3.2.2'), finding: 'Refugees were concentrated in certain neighbourhoods, which is seen as a cause of segregation.' },
  ],
  gathered: 'measure housing without showing where people live',
  good: [
    'sector homes "Homes" {\n  field housing\n  indicator housed "Households with a home" { unit households; broken down by area }\n}',
    '# A figure of another sector may show it.\nsector homes "Homes" {\n  field housing\n  indicator housed "Households with a home" { unit households }\n}\nindicator where "Newcomers by village" { unit persons; broken down by area }',
    '# A county that counts by municipality is not asked.\nplan county "County" { level regional; period 2025 }\nsector homes "Homes" {\n  field housing\n  indicator housed "Households with a home" { unit households }\n}',
    '# Where nothing is measured, that is the finding.\nsector homes "Homes" {\n  field housing\n  measure a "Homes"\n}',
  ],
  bad: [
    'sector homes "Homes" {\n       ^^^^^ Sector "Homes" measures housing, and no figure shows where people live.\n  field housing\n  indicator housed "Households with a home" { unit households; broken down by gender }\n}',
  ],
  check(plan, report) {
    // Who supervises municipalities knows where they are; within one of them it has to be asked.
    if (
      !plan.levels.includes('local') ||
      isOver(plan) ||
      plan.of('indicator').some((indicator) => indicator.all('broken down by').some((fact) => fact.value?.includes('area')))
    )
      return;
    for (const [sector, row] of sectorTable(plan)) {
      const counted = row.indicators.filter(isCounted);
      if (!fieldsOf(sector).includes('housing') || counted.length === 0) continue;
      report({
        at: sector,
        message: say`${Called(sector)} measures housing, and no figure shows where people live.`,
        instead: say`Break one of its indicators down by area: broken down by area.`,
        related: counted.slice(0, 3).map((indicator) => ({ at: indicator, message: say`This one could show it.` })),
      });
    }
  },
});
