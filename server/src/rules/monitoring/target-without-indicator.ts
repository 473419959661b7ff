import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';

export default rule({
  id: 'monitoring/target-without-indicator',
  severity: 'error',
  absence: true,
  summary: 'A target names no indicator that shows whether it is met.',
  why: 'A target that nothing measures can neither be met nor missed: at the end of the plan everybody may say what they like about it. The indicator also settles what exactly is counted, by whom and from which source, while there is still time to disagree.',
  grounding: [
    {
      cite: osce('3.3'),
      finding: 'Local integration policies are hardly monitored in a systematic way, so what they achieve stays unknown.',
    },
  ],
  gathered: 'have no indicator',
  good: ['target jobs "More people in work" { measured by employment; at least 60% by 2028 }\nindicator employment "Employment rate" { unit percent }'],
  bad: ['target jobs "More people in work" {\n       ^^^^ Target "More people in work" has no indicator.\n  at least 60% by 2028\n}'],
  check(plan, report) {
    for (const target of plan.of('target')) {
      if (target.has('measured by')) continue;
      const tbd = target.one('measured by')?.tbd;
      report({
        at: target,
        message: say`${Called(target)} has no indicator.`,
        instead: say`Name what shows whether it is met with "measured by".`,
        ...(tbd && { tbd }),
        ...(tbd === undefined && {
          fix: addStatement(target, `measured by ${(plan.sectorOf(target)?.childrenOf('indicator') ?? plan.of('indicator'))[0]?.id ?? 'name-an-indicator'}`),
        }),
      });
    }
  },
});
