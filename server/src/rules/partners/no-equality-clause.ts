import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';

const BOUGHT = new Set(['contract', 'tender']);

export default rule({
  id: 'partners/no-equality-clause',
  severity: 'information',
  thorough: true,
  absence: true,
  summary: 'A service is bought, and the contract does not bind the provider to equal treatment.',
  why: 'An authority must treat everybody alike. When it hands a service to somebody else, that duty does not go along by itself: a clause in the contract carries it over, and makes a breach something that can be acted on.',
  grounding: [{ cite: osce('2.3'), finding: 'Some cities write equality and diversity into the contracts by which they hand out services; many do not.' }],
  gathered: 'do not bind the provider to equal treatment',
  good: [
    `partner school "Language school" {
  type school
  agreement "Courses" { kind tender; equality-clause yes }
}`,
    `# Nothing is bought.
partner cross "Red Cross" {
  type ngo
  agreement "Cooperation" { kind partnership }
}`,
  ],
  bad: [
    `partner school "Language school" {
  type school
  agreement courses "Courses" { kind tender }
            ^^^^^^^ Agreement "Courses" does not bind the provider to equal treatment.
}`,
    `partner school "Language school" {
  type school
  agreement courses "Courses" { kind contract; equality-clause no }
                                               ^^^^^^^^^^^^^^^^^^ Agreement "Courses" does not bind the provider to equal treatment.
}`,
  ],
  check(plan, report) {
    for (const agreement of plan.of('agreement')) {
      const clause = agreement.one('equality-clause');
      if (!BOUGHT.has(agreement.one('kind')?.value ?? '') || clause?.value === 'yes') continue;
      report({
        at: clause ?? agreement,
        about: agreement,
        message: say`${Called(agreement)} does not bind the provider to equal treatment.`,
        instead: say`Agree on such a clause, and write "equality-clause yes".`,
        ...(clause === undefined ? { fix: addStatement(agreement, 'equality-clause yes') } : { tbd: clause.tbd }),
      });
    }
  },
});
