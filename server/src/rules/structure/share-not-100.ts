import { say } from '../../text/say.ts';
import { called, rule } from '../rule.ts';

export default rule({
  id: 'structure/share-not-100',
  severity: 'error',
  summary: 'The shares of a fund do not add up to 100 %.',
  why: 'Where several pay together, a share that is missing is a bill that nobody expects, and shares that exceed the whole are a misunderstanding that surfaces when the money is called in.',
  grounding: [{ cite: 'IATI Standard 2.03, validator rules on percentages', finding: 'Percentages that split one thing must add up to 100.' }],
  good: ['fund grant "Grant" { share 60% state, 40% town }\nactor state "State" { type government }\nactor town "Town" { type municipality }'],
  bad: [
    'fund grant "Grant" {\n  share 60% state, 30% town\n  ^^^^^^^^^^^^^^^^^^^^^^^^^ The shares of fund "Grant" add up to 90 %, not 100 %.\n}\nactor state "State" { type government }\nactor town "Town" { type municipality }',
  ],
  checkAny(scope, report) {
    for (const fund of scope.of('fund')) {
      const facts = fund.all('share').filter((fact) => fact.value !== undefined);
      const first = facts[0];
      if (first === undefined) continue;
      const sum = facts.flatMap((fact) => fact.value ?? []).reduce((total, share) => total + share.percent, 0);
      if (Math.abs(sum - 100) < 0.5) continue;
      report({
        at: first,
        about: fund,
        message: say`The shares of ${called(fund)} add up to ${Math.round(sum * 10) / 10} %, not 100 %.`,
        instead: say`Name every payer with the share it bears.`,
      });
    }
  },
});
