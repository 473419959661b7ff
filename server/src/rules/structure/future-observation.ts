import type { Observation } from '../../language/forms.ts';
import { say } from '../../text/say.ts';
import { Called, rule } from '../rule.ts';

export default rule({
  id: 'structure/future-observation',
  severity: 'error',
  summary: 'A measured value is dated in the future.',
  why: 'What has not happened yet cannot have been observed. A future value is a forecast or a slip of the pen, and either would make a target look nearer than it is.',
  grounding: [{ cite: 'IATI Standard 2.03, validator rules on dates', finding: 'The date of something that has happened must not lie in the future.' }],
  good: ['indicator jobs "In work" { unit percent; value 48% on 2025 }'],
  bad: [
    '# today: 2026-03-01\nindicator jobs "In work" {\n  unit percent\n  value 48% on 2027-12-31\n  ^^^^^^^^^^^^^^^^^^^^^^^ Indicator "In work" has a value observed on 2027-12-31, which lies in the future.\n}',
  ],
  checkAny(scope, report, { today }) {
    for (const indicator of scope.of('indicator')) {
      for (const fact of [...indicator.all('baseline'), ...indicator.all('value')]) {
        const on = (fact.value as Observation | undefined)?.on;
        if (on === undefined || on.start <= today) continue;
        report({
          at: fact,
          about: indicator,
          message: say`${Called(indicator)} has a ${fact.word} observed on ${on.text}, which lies in the future.`,
          instead: say`Mend the date; what is still to be reached is a "target" or a "milestone".`,
        });
      }
    }
  },
});
