import { fieldsOf } from '../../model/coverage.ts';
import { say, told } from '../../text/say.ts';
import { listed, rule } from '../rule.ts';
import { osce, penninx, wholeComm } from '../sources.ts';
import { excludes, isOfOneField, isWhole } from './_plan.ts';
import { HARD_FIELDS } from './_words.ts';

const FIELDS = Object.entries(HARD_FIELDS);

export default rule({
  id: 'coverage/hard-field-missing',
  severity: 'warning',
  absence: true,
  summary: 'The plan has no sector for one of the fields that carry all others.',
  why: 'Work, education, language, housing and health decide whether people can stand on their own feet, and each depends on the others: who has no home will not keep a course, who is ill will not keep a job. A plan that leaves one out has left it to chance, or to somebody who does not know that it is his.',
  grounding: [
    {
      cite: penninx('1.3'),
      finding: 'Local priority belongs to the fields in which a city has instruments that work and are accepted: the labour market, education, housing.',
    },
    { cite: osce('2.3'), finding: 'Cities did only moderately well in education, in business and labour, and in language, where it matters most.' },
    { cite: wholeComm('4.3'), finding: 'Help for the mind is often missing in the formal programme.' },
  ],
  good: [
    'sector work "Work and language" { field work, language }\nsector school "School" { field education }\nsector homes "Homes" { field housing }\nsector care "Care" { field health }',
    '# Without "field" a sector is taken at its name.\nsector work "Work"\nsector school "Education"\nsector language "Language"\nsector housing "Housing"\nsector health "Health"',
    '# What is left out on purpose is said.\nplan example "Example" { level local; period 2025 to 2028; excludes "Housing" because "The county houses refugees" }\nsector all "Everything else" { field work, education, language, health }',
    '# A project is about one thing.\nplan sport "Sport for all" { kind project; level local; period 2025 to 2026 }\nsector sport "Sport" { field participation }',
    '# A plan of the state for one field leaves the others to other plans.\nplan care "Health care of newcomers" { level national; period 2025 to 2028 }\nsector care "Care" { field health }',
    '# What a region is competent for differs from country to country.\nplan county "County" { level regional; period 2025 to 2028 }\nsector work "Work" { field work }',
  ],
  bad: [
    'plan example "Example" { level local; period 2025 to 2028 }\n     ^^^^^^^ Plan "Example" has no sector for housing and health.\nsector work "Work and language" { field work, language }\nsector school "School" { field education }',
  ],
  check(plan, report) {
    // A national strategy may leave a field to a law or plan of its own; a municipality meets all of them in the same people.
    const local = plan.levels.length === 0 || plan.levels.includes('local');
    if (plan.head === undefined || !isWhole(plan) || isOfOneField(plan) || (!local && plan.planKind === 'strategy')) return;
    const there = new Set<string>(plan.of('sector').flatMap((sector) => fieldsOf(sector)));
    const missing = FIELDS.filter(([field, words]) => !there.has(field) && !excludes(plan, words)).map(([field]) => field);
    if (missing.length === 0) return;
    report({
      at: plan.head,
      message: say`Plan "${plan.title}" has no sector for ${listed(missing.map(told))}.`,
      instead: say`Add a sector and say its "field", or say with "excludes … because …" why it is left out.`,
    });
  },
});
