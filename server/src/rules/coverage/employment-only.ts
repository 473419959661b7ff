import { rule } from '../rule.ts';
import { nordic, wholeComm } from '../sources.ts';

export default rule({
  id: 'coverage/employment-only',
  severity: 'warning',
  summary: 'Everything is about work.',
  why: 'Work is the strongest road to participation, and not the only one. Where every measure is about jobs, those who cannot work yet, or no longer, have no place in the plan.',
  grounding: [
    { cite: nordic('on work'), finding: 'A view of integration as employment left out those who were far from work.' },
    { cite: wholeComm('on the Participation Act'), finding: 'The fastest way to paid work was put before language and study.' },
  ],
  good: [
    `sector work "Work" {
  field work
  measure a "A1" { status planned }
}
sector culture "Culture" {
  field culture
  measure b "B1" { status planned }
}`,
  ],
  bad: [
    `sector work "Work" {
       ^^^^ All 3 measures of the plan are about work.
  field work
  measure a "A1" { status planned }
  measure b "B1" { status planned }
  measure c "C1" { status planned }
}`,
  ],
  check(plan, report) {
    const measures = plan.of('measure');
    const sectors = new Set(measures.map((measure) => plan.sectorOf(measure)));
    const first = [...sectors][0];
    if (measures.length < 3 || first === undefined || plan.planKind === 'project') return;
    const only = [...sectors].every(
      (sector) => sector !== undefined && sector.all('field').length > 0 && sector.all('field').every((fact) => fact.value?.every((field) => field === 'work')),
    );
    if (only)
      report({
        at: first,
        message: `All ${measures.length} measures of the plan are about work.`,
        instead: 'Say what is done for language, health, homes and meeting people, or that another plan does it.',
      });
  },
});
