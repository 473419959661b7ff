import { say } from '../../text/say.ts';
import { isOver } from '../accountability/_tasks.ts';
import { Called, rule } from '../rule.ts';
import { nordic } from '../sources.ts';

export default rule({
  id: 'partners/agreement-without-terms',
  severity: 'information',
  thorough: true,
  absence: true,
  summary: 'An agreement does not say what each side owes.',
  why: 'A municipality is bound by law, an association by its members. If the agreement does not say what each of them brings and what both want, each will one day be disappointed by the other, in good faith.',
  grounding: [
    { cite: nordic('conclusions'), finding: 'Authorities have to follow the law, and the third sector does not have the same obligations.' },
    { cite: nordic('conclusions'), finding: 'The two sides of a partnership are driven by different aims and reasons.' },
  ],
  gathered: 'do not say what each side owes',
  good: [
    'partner cross "Red Cross" { type ngo; agreement "Partnership" { kind partnership; terms "The Red Cross finds guides; the municipality trains them" } }',
  ],
  bad: [
    'partner cross "Red Cross" { type ngo; agreement guides "Refugee guides" { kind partnership } }\n                                                ^^^^^^ Agreement "Refugee guides" does not say what each side owes.',
  ],
  check(plan, report) {
    if (isOver(plan)) return;
    for (const agreement of plan.of('agreement')) {
      if (agreement.has('terms', 'about')) continue;
      report({
        at: agreement,
        message: say`${Called(agreement)} does not say what each side owes.`,
        instead: say`Write with "terms" what each of them brings, and what both want.`,
        ...(agreement.parent !== undefined && { about: agreement }),
      });
    }
  },
});
