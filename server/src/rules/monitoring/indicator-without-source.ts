import { say } from '../../text/say.ts';
import { addStatement } from '../mend.ts';
import { Called, rule } from '../rule.ts';
import { osce } from '../sources.ts';

export default rule({
  id: 'monitoring/indicator-without-source',
  severity: 'error',
  absence: true,
  summary: 'An indicator does not say where its data come from.',
  why: 'Many figures that a plan would like to have do not exist: no register holds them, no survey asks. Naming the source is the test, and it is better failed when the plan is written than in the year of its evaluation.',
  grounding: [
    {
      cite: osce('3.4.5'),
      finding: 'Data on migration were collected incompletely and lay scattered over several bodies, which stood in the way of monitoring.',
    },
    {
      cite: osce('3.4.5'),
      finding: 'For several fields of policy official statistics did not exist until a study was made.',
    },
  ],
  gathered: 'have no source',
  good: [
    'indicator employment "Employment rate" { unit percent; source register "National employment register" }',
    'indicator survey "Sense of belonging" { unit percent; source survey "Residents survey" }',
  ],
  bad: ['indicator employment "Employment rate" {\n          ^^^^^^^^^^ Indicator "Employment rate" has no source.\n  unit percent\n}'],
  check(plan, report) {
    for (const indicator of plan.of('indicator')) {
      if (indicator.has('source')) continue;
      const tbd = indicator.one('source')?.tbd;
      report({
        at: indicator,
        message: say`${Called(indicator)} has no source.`,
        instead: say`Say where its data come from: source register "…", source survey "…" or source estimate "…".`,
        ...(tbd ? { tbd } : { fix: addStatement(indicator, `source register "${say`TODO: its name`}"`) }),
      });
    }
  },
});
